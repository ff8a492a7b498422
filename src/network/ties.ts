/** Who is tied to whom, and how sure that is. */
import {LIMITS} from '../protocol/limits.js';
import {inSteps} from './in-steps.js';
import type {Draft, Said} from './merge.js';
import type {LeaveOut, Tie, TieState} from './network.js';

/** Kinds of tie that are said from the other end by another word. Kinds that are not here say the same from both. */
const INVERSES: ReadonlyArray<readonly [string, string]> = [
  ['supplies', 'supplied-by'],
  ['funds', 'funded-by'],
  ['refers', 'referred-by'],
  ['introduces', 'introduced-by'],
  ['has-member', 'member-of'],
  ['parent', 'child'],
];
const FORWARD = new Map<string | undefined, string>(INVERSES.map(([forth, back]) => [back, forth]));
const DIRECTED = new Set<string | undefined>(INVERSES.map(([forth]) => forth));

/** A tie as one end says it. */
interface Claim {
  /** The other end. */
  readonly about: number;
  readonly kind: string | undefined;
  /** Whether the tie leads from the other end to the one that says it. */
  readonly isBack: boolean;
  readonly note: string | undefined;
  /** What the other end says that is the same tie. */
  answer: Claim | undefined;
  /** Whether it is such an answer. */
  isAnswer: boolean;
}

/** The word of a group: what it says of others. */
interface Voice {
  readonly key: string;
  /** Whether its own site says it. */
  readonly speaks: boolean;
  readonly heard: boolean;
  readonly declines: readonly (number | undefined)[];
  readonly claims: readonly Claim[];
}

type NumberOf = (id: string, from: string) => number | undefined;

/**
 * The ties of all groups, two claims of one tie made one; each is also noted with its two groups. O(ties).
 *
 * The word of a group is what its own site says; where that was not read, what others say of it. A group whose word
 * has no ties in it at all, and that is not its own, has not been heard: what is claimed of it is unchecked. Hearsay
 * counts only against hearsay: what a group says itself, only the other group itself confirms or declines.
 */
export function* tiesOf(
  kept: readonly Said[],
  groups: readonly Draft[],
  numberOf: NumberOf,
  leaveOut: LeaveOut,
): Generator<void, readonly Tie[]> {
  const voices: Voice[] = [];
  yield* inSteps(kept, (said) => voices.push(voiceOf(said, numberOf, leaveOut)));
  yield* inSteps(groups, ({index}) => findAnswers(index, voices));
  const ties: Tie[] = [];
  yield* inSteps(groups, ({index}) => {
    for (const claim of voices[index]!.claims) {
      if (claim.isAnswer) continue;
      for (const end of [index, claim.about]) groups[end]!.ties.push(ties.length);
      ties.push(tieOf(claim, index, voices));
    }
  });
  return ties;
}

function voiceOf({records, number}: Said, numberOf: NumberOf, leaveOut: LeaveOut): Voice {
  const {key, trust} = records[0]!;
  const speaks = trust > 0;
  const declines: (number | undefined)[] = [];
  const claims: Claim[] = [];
  let heard = speaks;
  for (const record of records) {
    if (speaks && record.trust !== trust) break;
    const {group, from} = record;
    heard ||= group.connections !== undefined || group.declines !== undefined;
    for (const id of group.declines ?? []) declines.push(numberOf(id, from));
    for (const {to, kind: word, note} of group.connections ?? []) {
      const about = numberOf(to, from);
      // In the direction of its kind: who is supplied by somebody is what that one supplies.
      const forward = FORWARD.get(word);
      const [kind, isBack] = [forward ?? word, forward !== undefined];
      if (about === undefined) leaveOut('tie-to-nobody');
      else if (about === number) leaveOut('self-tie');
      else if (claims.some((each) => each.about === about && each.kind === kind && each.isBack === isBack))
        continue;
      else if (claims.length === LIMITS.ties) leaveOut('too-many-ties');
      else claims.push({about, kind, isBack, note, answer: undefined, isAnswer: false});
    }
  }
  return {key, speaks, heard, declines, claims};
}

/**
 * Finds what others say that is the same seen from their end: of one kind first, then of no kind with what is left.
 * Of two that speak of each other only the first looks: whoever speaks itself, then by key, so that the order of the
 * documents does not decide whose claim it is.
 */
function findAnswers(by: number, voices: readonly Voice[]): void {
  const {claims, speaks, key} = voices[by]!;
  for (const isLoose of [false, true])
    for (const claim of claims) {
      const other = voices[claim.about]!;
      if (claim.answer || (speaks === other.speaks ? key > other.key : other.speaks)) continue;
      claim.answer = other.claims.find(
        (each) => each.about === by && !each.isAnswer && agree(claim, each, isLoose),
      );
      if (claim.answer) claim.answer.isAnswer = true;
    }
}

/** Whether two claims are one tie seen from its two ends; loosely also where one gives no kind. */
const agree = (one: Claim, other: Claim, isLoose: boolean): boolean =>
  one.kind === other.kind
    ? one.isBack !== other.isBack || !DIRECTED.has(one.kind)
    : isLoose && (one.kind === undefined || other.kind === undefined);

function tieOf({about, kind, isBack, note, answer}: Claim, by: number, voices: readonly Voice[]): Tie {
  const [mine, theirs] = [voices[by]!, voices[about]!];
  const isHearsay = mine.speaks && !theirs.speaks;
  const decliner =
    !isHearsay && theirs.declines.includes(by) ? about : mine.declines.includes(about) ? by : undefined;
  const standing = (): TieState => {
    if (decliner !== undefined) return 'declined';
    if (answer && mine.speaks === theirs.speaks) return 'confirmed';
    return theirs.heard && !isHearsay ? 'claimed' : 'unchecked';
  };
  return {
    from: isBack ? about : by,
    to: isBack ? by : about,
    kind: kind ?? answer?.kind,
    note: note ?? answer?.note,
    state: standing(),
    by,
    decliner,
  };
}
