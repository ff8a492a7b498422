import type {Gathering} from '../../../src/protocol/gathering.js';
import {CONCERNED} from '../mail/news.js';
import {whenOf, zoneName} from '../pages/words.js';
import type {SignupRow} from '../signups.js';

/** Something that guests have planned with, and that is different now. */
export interface Change {
  readonly name: 'When' | 'Where';
  readonly before: string;
  readonly after: string;
}

/** What is different for guests between two states of a gathering: its time and its place, nothing else. */
export function changesBetween(before: Gathering, after: Gathering): readonly Change[] {
  const changes: readonly Change[] = [
    {name: 'When', before: whenText(before), after: whenText(after)},
    {name: 'Where', before: whereText(before), after: whereText(after)},
  ];
  return changes.filter((change) => change.before !== change.after);
}

/** `Thursday 3 December, 6:00 to 7:30 pm, Pacific Time`. */
export function whenText({start, end, timeZone}: Gathering): string {
  const when = whenOf(start, end);
  return when
    ? [when.date, when.time, zoneName(timeZone)].filter(Boolean).join(', ')
    : 'Date to be confirmed';
}

function whereText({place}: Gathering): string {
  return [place?.name, place?.address].filter(Boolean).join(', ');
}

/** Those who would come to a place that is not there any more: everybody who did not leave and was not refused. */
export function concerned(guests: readonly SignupRow[]): readonly SignupRow[] {
  return guests.filter(({status, granted}) => CONCERNED.includes(status) && granted === null);
}

/** What a host wrote to everyone. */
export interface Words {
  readonly subject: string;
  readonly text: string;
}
