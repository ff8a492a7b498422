/** The states of the built-in examples, by the name in `mock:NAME`. */
import type {Gathering} from '../../protocol/gathering.js';
import {dayFrom, timeOn} from './calendar.js';

/** How one example differs from an ordinary day. */
export interface MockState {
  /** What is published. */
  readonly gatherings?: (all: readonly Gathering[], now: number) => readonly Gathering[];
  /** How long every answer takes, in milliseconds. */
  readonly delay?: number;
  /** Nothing answers but "not now". */
  readonly down?: boolean;
  /** Every signup and every pledge is refused for its fields. */
  readonly invalid?: boolean;
  /** What has to happen before a signup counts, or before a name is seen on the wall. */
  readonly waitsFor?: 'host' | 'email';
  /** How many people have pledged; some, if not said. */
  readonly people?: number;
  /** How many values there are to choose from; five, if not said. */
  readonly values?: number;
  /** There is nowhere to send a pledge to. */
  readonly readOnly?: boolean;
}

const HOUR = 3_600_000;

/** The first gathering with a change, the others as they are. */
function first(
  change: Partial<Gathering> | ((gathering: Gathering, now: number) => Partial<Gathering>),
): MockState {
  return {
    gatherings: (all, now) =>
      all.map((each, index) => {
        if (index > 0) return each;
        return {...each, ...(typeof change === 'function' ? change(each, now) : change)};
      }),
  };
}

function past(all: readonly Gathering[], now: number): Gathering[] {
  return all.map((each, index) => {
    const day = dayFrom(now, -7 * (index + 1));
    return {...each, start: timeOn(day, '18:00'), end: timeOn(day, '19:30')};
  });
}

const isoIn = (now: number, hours: number): string => new Date(now + hours * HOUR).toISOString();

/** The states by name. */
export const STATES: ReadonlyMap<string, MockState> = new Map<string, MockState>([
  ['open', {}],
  ['single', {gatherings: (all) => all.slice(0, 1), values: 1}],
  [
    'full',
    {
      gatherings: (all) => all.map((each, index) => (index < 2 ? {...fullOf(each), waitlist: false} : each)),
      // The goal is all but reached.
      people: 240,
    },
  ],
  ['waitlist', first((each) => ({...fullOf(each), waitlist: true, waiting: 2}))],
  ['partial', first((each) => ({taken: each.capacity! - 3, waitlist: true}))],
  ['pending', {...first((each) => ({place: {...each.place, revealed: 'confirmed'}})), waitsFor: 'host'}],
  ['email', {waitsFor: 'email'}],
  ['closed', {...first((_, now) => ({closes: isoIn(now, -2)})), readOnly: true}],
  ['not-yet', first((_, now) => ({opens: isoIn(now, 48)}))],
  ['cancelled', first({status: 'cancelled'})],
  ['postponed', first({status: 'postponed'})],
  ['past', {gatherings: past}],
  ['empty', {gatherings: () => [], people: 0}],
  ['three', {values: 3}],
  ['twelve', {values: 12, people: 10_000}],
  ['invalid', {invalid: true}],
  ['slow', {delay: 3_000}],
  ['down', {down: true}],
]);

function fullOf(gathering: Gathering): Gathering {
  return {...gathering, taken: gathering.capacity ?? 20, capacity: gathering.capacity ?? 20};
}
