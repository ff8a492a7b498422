/** How a gathering stands right now: what its numbers and dates mean for somebody who would like to come. */
import type {Gathering} from './gathering.js';
import {parseMoment, type Moment} from './moment.js';
import {isCount} from './rules.js';

/** How a gathering stands right now. */
export interface Standing {
  readonly state: 'open' | 'full' | 'closed' | 'notYet' | 'cancelled' | 'postponed' | 'past';
  /** Places left, never below zero; `undefined` when nobody can tell. */
  readonly left?: number;
  /** How many more people it needs to take place; 0 when enough, or unknown. */
  readonly short: number;
  /** Whether one may join a waiting list. */
  readonly waitlist: boolean;
  readonly opens?: Moment;
  readonly closes?: Moment;
  readonly start?: Moment;
  readonly end?: Moment;
}

const HOUR = 3_600_000;
/** How long a gathering without an end is taken to last, in milliseconds. */
const USUAL = 3 * HOUR;
/** How late the last place on earth reaches a wall clock, in milliseconds: for a time without zone or offset. */
const LATEST = 12 * HOUR;

/** How `gathering` stands at `now`, in milliseconds. Numbers that cannot be are unknown numbers. */
export function standingOf(gathering: Gathering, now: number): Standing {
  const {status, capacity, minimum, timeZone} = gathering;
  const read = (text: string | null | undefined): Moment | undefined => parseMoment(text, timeZone);
  const [start, opens, closes] = [read(gathering.start), read(gathering.opens), read(gathering.closes)];
  const written = read(gathering.end);
  const end = start && written && instant(written) <= instant(start) ? undefined : written;

  const taken = isCount(gathering.taken) ? gathering.taken : undefined;
  const counted = isCount(capacity) && taken !== undefined ? Math.max(0, capacity! - taken) : undefined;
  const left = status === 'full' ? 0 : counted;

  const state = ((): Standing['state'] => {
    // A postponed gathering still carries its old date, which says nothing any more.
    if (status === 'postponed') return status;
    if (isOver(end, 0) || (!end && isOver(start, USUAL))) return 'past';
    if (status === 'cancelled' || status === 'closed') return status;
    if (isOver(closes ?? start, 0)) return 'closed';
    if (opens && instant(opens) > now) return 'notYet';
    return left === 0 ? 'full' : 'open';
  })();

  function isOver(moment: Moment | undefined, later: number): boolean {
    return moment !== undefined && instant(moment) + later <= now;
  }

  return {
    state,
    short: isCount(minimum) && taken !== undefined ? Math.max(0, minimum! - taken) : 0,
    waitlist: gathering.waitlist === true && (state === 'open' || state === 'full'),
    ...(left !== undefined && {left}),
    ...(opens && {opens}),
    ...(closes && {closes}),
    ...(start && {start}),
    ...(end && {end}),
  };
}

function instant({at, wall}: Moment): number {
  return at ?? wall + LATEST;
}
