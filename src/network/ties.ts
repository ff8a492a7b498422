/** Who is tied to whom, and how sure that is. */
import {LIMITS} from '../protocol/limits.js';
import {identityOf} from './identity.js';
import type {Merged, Record} from './merge.js';
import type {LeftOut, Tie, TieState} from './network.js';

/** Kinds of tie that are said from the other end by another word. Kinds that are not here say the same from both. */
const INVERSES: ReadonlyArray<readonly [string, string]> = [
  ['supplies', 'supplied-by'],
  ['funds', 'funded-by'],
  ['refers', 'referred-by'],
  ['introduces', 'introduced-by'],
  ['has-member', 'member-of'],
  ['parent', 'child'],
];
const FORWARD = new Map(INVERSES.map(([forth, back]) => [back, forth]));
const DIRECTED = new Set(INVERSES.map(([forth]) => forth));

/** A tie as one end says it. */
interface Claim {
  readonly from: number;
  readonly to: number;
  readonly kind: string | undefined;
  readonly note: string | undefined;
  readonly by: number;
}

/**
 * The ties of all groups, two claims of one tie made one. O(ties).
 *
 * The word of a group is what its own site says; where that was not read, what others say of it. A group whose word
 * has no ties in it at all, and that is not its own, has not been heard: what is claimed of it is unchecked. Hearsay
 * counts only against hearsay: what a group says itself, only the other group itself confirms or declines.
 */
export function tiesOf(
  merged: readonly Merged[],
  leaveOut: (reason: LeftOut['reason'], count?: number) => void,
): readonly Tie[] {
  const numbers = numbersOf(merged);
  const words = merged.map(({records}) => wordOf(records));
  const speaks = merged.map(({group}) => group.own);
  const heard = words.map((word) =>
    word.some(({own, group}) => own || group.connections !== undefined || group.declines !== undefined),
  );
  const declined = new Set<string>();
  for (const [index, word] of words.entries())
    for (const {group, from} of word)
      for (const id of group.declines ?? []) {
        const other = numbers.get(identityOf(id, from));
        if (other !== undefined && other !== index) declined.add(`${index} ${other}`);
      }
  const claims = merged.flatMap((_, index) => claimsOf(index, words[index]!, numbers, leaveOut));
  const found = new Map<string, Claim[]>();
  for (const claim of claims) {
    const pair = pairOf(claim);
    const there = found.get(pair);
    if (there) there.push(claim);
    else found.set(pair, [claim]);
  }
  // Whoever speaks itself first, then by key, so that the order of the documents does not decide what is met first.
  const keyOf = (index: number): string => `${speaks[index] ? 0 : 1}${merged[index]!.records[0]!.key}`;
  return [...found.values()].flatMap((between) => {
    const ordered = between
      .map((claim) => ({claim, key: keyOf(claim.by)}))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    return settle(
      ordered.map(({claim}) => claim),
      {speaks, heard, declined},
    );
  });
}

/**
 * The numbers of groups by every name that a tie may have for them: keys first, then web addresses. An address of two
 * groups means the one whose own site is surer to say so, then the first by key, whichever was read first. O(n).
 */
function numbersOf(merged: readonly Merged[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const byUrl = new Map<string, {readonly record: Record; readonly index: number}>();
  for (const [index, {records}] of merged.entries())
    for (const record of records) {
      numbers.set(record.key, index);
      const there = record.url ? byUrl.get(record.url) : undefined;
      if (record.url && (!there || isSurer(record, there.record))) byUrl.set(record.url, {record, index});
    }
  for (const [url, {index}] of byUrl) if (!numbers.has(url)) numbers.set(url, index);
  return numbers;
}

const isSurer = (one: Record, other: Record): boolean =>
  one.trust === other.trust ? one.key < other.key : one.trust > other.trust;

/** The records that count as a group's own word. */
function wordOf(records: readonly Record[]): readonly Record[] {
  const own = records.filter((record) => record.own);
  return own.length > 0 ? own : records;
}

function claimsOf(
  index: number,
  word: readonly Record[],
  numbers: ReadonlyMap<string, number>,
  leaveOut: (reason: LeftOut['reason'], count?: number) => void,
): readonly Claim[] {
  const claims = new Map<string, Claim>();
  for (const {group, from} of word)
    for (const {to, kind, note} of group.connections ?? []) {
      const other = numbers.get(identityOf(to, from));
      if (other === undefined) leaveOut('tie-to-nobody');
      else if (other === index) leaveOut('self-tie');
      else {
        const claim = directed(index, other, kind, note);
        const same = `${claim.from} ${claim.to} ${claim.kind}`;
        if (!claims.has(same)) claims.set(same, claim);
      }
    }
  leaveOut('too-many-ties', Math.max(0, claims.size - LIMITS.ties));
  return [...claims.values()].slice(0, LIMITS.ties);
}

/** A claim in the direction of its kind: who is supplied by somebody is what that one supplies. */
function directed(by: number, other: number, kind: string | undefined, note: string | undefined): Claim {
  const forward = FORWARD.get(kind ?? '');
  return forward ? {from: other, to: by, kind: forward, note, by} : {from: by, to: other, kind, note, by};
}

const pairOf = ({from, to}: Claim): string => `${Math.min(from, to)} ${Math.max(from, to)}`;

/** What is known of all groups, by number: who speaks itself, who was heard at all, and who says no to whom. */
interface Voices {
  readonly speaks: readonly boolean[];
  readonly heard: readonly boolean[];
  readonly declined: ReadonlySet<string>;
}

/** The ties between two groups, from all that either says of the other. */
function settle(claims: readonly Claim[], voices: Voices): readonly Tie[] {
  const answers = answersIn(claims);
  const taken = new Set(answers.values());
  return claims
    .filter((claim) => !taken.has(claim))
    .map((claim) => {
      const {from, to, kind, note, by} = claim;
      const answer = answers.get(claim);
      const both = {from, to, kind: kind ?? answer?.kind, note: note ?? answer?.note, by};
      return {...both, ...standingOf(claim, answer !== undefined, voices)};
    });
}

/** Which claims say the same from the other end: those of one kind first, then one of no kind with what is left. */
function answersIn(claims: readonly Claim[]): ReadonlyMap<Claim, Claim> {
  const answers = new Map<Claim, Claim>();
  const met = new Set<Claim>();
  for (const isSame of [(one: Claim, other: Claim) => one.kind === other.kind, () => true])
    for (const claim of claims) {
      if (met.has(claim)) continue;
      const answer = claims.find(
        (each) => !met.has(each) && each.by !== claim.by && isSame(claim, each) && agree(claim, each),
      );
      if (!answer) continue;
      met.add(claim).add(answer);
      answers.set(claim, answer);
    }
  return answers;
}

/** How sure a claim is. */
function standingOf(
  {from, to, by}: Claim,
  isAnswered: boolean,
  {speaks, heard, declined}: Voices,
): {readonly state: TieState; readonly decliner?: number} {
  const other = by === from ? to : from;
  const counts = speaks[other] || !speaks[by];
  if (counts && declined.has(`${other} ${by}`)) return {state: 'declined', decliner: other};
  if (declined.has(`${by} ${other}`)) return {state: 'declined', decliner: by};
  if (!counts) return {state: 'unchecked'};
  if (isAnswered && speaks[other] === speaks[by]) return {state: 'confirmed'};
  return {state: heard[other] ? 'claimed' : 'unchecked'};
}

/** Whether two claims are one tie seen from its two ends. One that gives no kind agrees with any. */
function agree(one: Claim, other: Claim): boolean {
  if (one.kind === undefined || other.kind === undefined) return true;
  if (one.kind !== other.kind) return false;
  return !DIRECTED.has(one.kind) || one.from === other.from;
}
