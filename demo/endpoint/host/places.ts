import type {Gathering} from '../../../src/protocol/gathering.js';
import {standingOf} from '../../../src/protocol/standing.js';
import type {GatheringRow} from '../documents.js';
import {count} from '../pages/words.js';

/** How a gathering stands, in one line for its host: people, places, minimum, waiting. */
export function placesLine(gathering: Gathering, row: GatheringRow, now: number): string {
  const {state, short} = standingOf(gathering, now);
  const of =
    row.capacity === null
      ? count(row.taken, 'person comes', 'people come')
      : `${row.taken} of ${row.capacity} places taken`;
  const words = [of];
  if (row.waiting > 0) words.push(`${count(row.waiting, 'person waits', 'people wait')}`);
  if (short > 0 && state === 'open') words.push(`${short} more and it takes place`);
  const told = STATES[state];
  if (told) words.push(told);
  return `${words.join(' · ')}.`;
}

const STATES: Readonly<Partial<Record<string, string>>> = {
  closed: 'sign-up is closed',
  cancelled: 'cancelled',
  postponed: 'postponed',
  notYet: 'sign-up is not open yet',
  past: 'over',
};
