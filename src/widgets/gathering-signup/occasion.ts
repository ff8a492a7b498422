/** A gathering together with where it stands now; what the list and the opened view are drawn from. */
import type {CtgDocument} from '../../protocol/document.js';
import type {Gathering} from '../../protocol/gathering.js';
import {standingOf, type Standing} from '../../protocol/standing.js';

/** One gathering and where it stands. */
export interface Occasion {
  readonly gathering: Gathering;
  readonly standing: Standing;
}

/** All gatherings of a document with their standing, soonest first; those without a date at the end. */
export function occasionsOf(document: CtgDocument, now: number): readonly Occasion[] {
  const occasions = (document.gatherings ?? []).map((gathering) => ({
    gathering,
    standing: standingOf(gathering, now),
  }));
  return occasions.sort((a, b) => timeOf(a) - timeOf(b) || a.gathering.name.localeCompare(b.gathering.name));
}

/** What a page limits its list to; ids have spaces between them. */
export interface Limits {
  readonly need: string | undefined;
  readonly sector: string | undefined;
  readonly spoken: string | undefined;
  readonly showPast: boolean;
}

/** What of `all` a page wants listed. */
export function listedOf(all: readonly Occasion[], limits: Limits): readonly Occasion[] {
  const fits = (wanted = '', ...has: ReadonlyArray<string | undefined>): boolean =>
    !wanted.trim() || wanted.split(/\s+/).some((id) => has.includes(id));
  return all.filter(
    ({gathering: {needs = [], sector, language}, standing}) =>
      (limits.showPast || standing.state !== 'past') &&
      fits(limits.need, ...needs) &&
      fits(limits.sector, sector) &&
      fits(limits.spoken, language, language?.split('-')[0]),
  );
}

/** When it begins, in milliseconds, by the instant if it is known and by the wall clock if not. */
export function timeOf({standing: {start}}: Occasion): number {
  return start ? (start.at ?? start.wall) : Number.MAX_SAFE_INTEGER;
}

/** True while somebody may sign up or join the waiting list. */
export function takesSignups({standing: {state, waitlist}}: Occasion): boolean {
  return state === 'open' || (state === 'full' && waitlist);
}

/**
 * The next occasion after `full` that has places and is most like it.
 *
 * One of the same series goes before all others. Of the others the one that shares most needs and values, and of
 * those that share as much, the soonest.
 */
export function nextWithPlaces(full: Occasion, all: readonly Occasion[]): Occasion | undefined {
  const ours = traitsOf(full);
  const series = full.gathering.series?.id;
  const likeness = (other: Occasion): number =>
    series && series === other.gathering.series?.id
      ? 1e3
      : traitsOf(other).filter((trait) => ours.includes(trait)).length;
  // What is open has a place, or nobody can tell.
  return all
    .filter((other) => other.standing.state === 'open' && timeOf(other) > timeOf(full))
    .sort((a, b) => likeness(b) - likeness(a))[0];
}

const traitsOf = ({gathering: {needs = [], values = []}}: Occasion): readonly string[] => [
  ...needs,
  ...values,
];

/** True when only the host can give a place, which a gathering says by keeping its address back until then. */
export function hostDecides({gathering}: Occasion): boolean {
  return gathering.place?.revealed === 'confirmed';
}
