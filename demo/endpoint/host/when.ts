import {isDate} from '../../../src/protocol/rules.js';
import {dayIn} from '../clock.js';
import {type Fields, first} from '../form.js';
import type {Reading, Wrong} from './reading.js';
import {type Dates, datesOf, type Ending, labelOf, MOST, type Repeat, REPEATS} from './recurrence.js';

/** When a gathering takes place, on one day or on several. */
export interface When {
  readonly dates: Dates;
  /** The clock on the wall, `18:00`. */
  readonly time: string;
  readonly minutes: number;
  readonly zone: string;
  /** How the dates are repeated, in words; empty for a single one. */
  readonly label: string;
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Reads when it takes place; undefined where something of it is to be put right first. */
export function readWhen(
  fields: Fields,
  {offers, now, before, edits}: Reading,
  wrong: Wrong,
): When | undefined {
  const [day, start, end] = [first(fields, 'date'), first(fields, 'start'), first(fields, 'end')];
  const zone = first(fields, 'zone') || offers.usual.zone;
  const zoneKnown = offers.zones.some(({value}) => value === zone);
  const [dayOk, startOk, endOk] = [isDate(day), CLOCK.test(start), CLOCK.test(end)];
  if (!zoneKnown) wrong('/zone', 'Choose a time zone from the list.');
  if (!dayOk) wrong('/date', 'Choose a day.');
  if (!startOk) wrong('/start', 'Say when it begins, like 18:00.');
  if (!endOk) wrong('/end', 'Say when it ends, like 19:30.');
  const night = first(fields, 'night') === 'yes' ? 24 * 60 : 0;
  const minutes = startOk && endOk ? minutesOf(end) + night - minutesOf(start) : 0;
  if (startOk && endOk && minutes <= 0) wrong('/end', 'It ends before it begins. Enter a later time.');
  if (minutes > 24 * 60) wrong('/end', 'It would last longer than a day.');
  const moved = !edits || before?.wall?.slice(0, 10) !== day;
  if (dayOk && zoneKnown && moved && day < dayIn(zone, now))
    wrong('/date', 'This day is over. Choose a day that is still to come.');
  const repeat = edits ? 'none' : (REPEATS.find((known) => known === first(fields, 'repeat')) ?? 'none');
  const ending = readEnding(fields, repeat, day, wrong);
  if (!dayOk || !startOk || !endOk || minutes <= 0 || minutes > 24 * 60 || !zoneKnown || !ending)
    return undefined;
  const dates = datesOf(day, repeat, ending);
  if (dates.days.length > MOST)
    wrong('until' in ending ? '/until' : '/times', `This makes more than ${MOST} dates. ${TOO_MANY}`);
  return {dates, time: start, minutes, zone, label: labelOf(day, repeat)};
}

const TOO_MANY = `A series can have ${MOST} dates at most; you can add more later.`;

function readEnding(fields: Fields, repeat: Repeat, day: string, wrong: Wrong): Ending | undefined {
  const [times, until] = [first(fields, 'times'), first(fields, 'until')];
  if (repeat === 'none') {
    if (times === '' && until === '') return {times: 1};
    wrong('/repeat', 'Choose how often it takes place, or empty the two fields below.');
  } else if (times !== '' && until !== '') {
    wrong('/until', 'Fill in one of the two: the number of dates, or the last day.');
  } else if (times !== '') {
    if (/^\d+$/.test(times) && Number(times) > MOST)
      wrong('/times', `${Number(times).toLocaleString('en')} dates are too many. ${TOO_MANY}`);
    else if (/^\d+$/.test(times) && Number(times) >= 2) return {times: Number(times)};
    else wrong('/times', `Enter a number from 2 to ${MOST}.`);
  } else if (!isDate(until)) {
    wrong('/times', 'Say how often it takes place, or on which day it ends.');
  } else if (until <= day) {
    wrong('/until', 'This is not after the first day.');
  } else {
    return {until};
  }
  return undefined;
}

/** A clock reading as minutes after midnight. */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
