/**
 * The dates of a series, as days on a calendar on the wall.
 *
 * Ours, and not a library: the libraries for iCalendar's rules (`rrule` and its heirs, 50 kB and more, the newer ones
 * with a Temporal polyfill) solve instants, zones and forty kinds of rule. A gathering is kept as a wall clock
 * reading, so summer time is settled elsewhere and these four rules need days only; and what a host must be told, the
 * dates that do not exist, is what such libraries leave out in silence.
 */

/** How a gathering is repeated. */
export const REPEATS = ['none', 'weekly', 'fortnightly', 'weekday', 'date'] as const;
/** How a gathering is repeated: `weekday` is the first Thursday of each month, `date` the 15th of each. */
export type Repeat = (typeof REPEATS)[number];

/** When a series ends: after so many dates, or with the last one on or before a day. */
export type Ending = {readonly times: number} | {readonly until: string};

/** Most dates of one series: five years of months, one of weeks; more would be a list that nobody reads. */
export const MOST = 60;

/** The dates of a series. */
export interface Dates {
  /** Days that exist, `2026-12-03`, in order; one more than `MOST` where there are too many. */
  readonly days: readonly string[];
  /** Months, `2027-02`, that do not have the day that was asked for. */
  readonly leftOut: readonly string[];
}

/** Days between two dates, where there is a fixed number. */
const STEPS: Readonly<Partial<Record<Repeat, number>>> = {weekly: 7, fortnightly: 14};
const DAY = 24 * 3_600_000;

/** The days on which a gathering takes place that is held on `first` for the first time. */
export function datesOf(first: string, repeat: Repeat, ending: Ending): Dates {
  const days: string[] = [];
  const leftOut: string[] = [];
  const times = repeat === 'none' ? 1 : 'times' in ending ? Math.min(ending.times, MOST + 1) : MOST + 1;
  const until = repeat !== 'none' && 'until' in ending ? ending.until : '9999-12-31';
  for (let step = 0; days.length < times; step++) {
    const {month, day} = nth(first, repeat, step);
    if ((day ?? month) > until.slice(0, (day ?? month).length)) break;
    if (day === undefined) leftOut.push(month);
    else days.push(day);
  }
  // A month is missed only if the series goes on after it.
  const last = days.at(-1)?.slice(0, 7) ?? '';
  return {days, leftOut: leftOut.filter((month) => 'until' in ending || month < last)};
}

/** How a series that begins on `first` is called: `First Thursday of the month`. */
export function labelOf(first: string, repeat: Repeat): string {
  const at = new Date(`${first}T00:00:00Z`);
  const weekday = new Intl.DateTimeFormat('en', {weekday: 'long', timeZone: 'UTC'}).format(at);
  switch (repeat) {
    case 'none':
      return '';
    case 'weekly':
      return `Every ${weekday}`;
    case 'fortnightly':
      return `Every second ${weekday}`;
    case 'weekday':
      return `${ORDINALS[ordinalOf(at)]} ${weekday} of the month`;
    case 'date':
      return `Every month on the ${dayName(at.getUTCDate())}`;
  }
}

/** The day that is most likely to come next after `days`, the dates of a series so far; undefined where none can be told. */
export function nextAfter(days: readonly string[]): string | undefined {
  const [before, last] = days.slice(-2);
  if (before === undefined || last === undefined) return undefined;
  const likely = (['weekly', 'fortnightly', 'weekday', 'date'] as const).find(
    (repeat) => datesOf(before, repeat, {times: 2}).days[1] === last,
  );
  return likely && datesOf(last, likely, {times: 2}).days[1];
}

/** `31st`, `2nd`. */
export function dayName(day: number): string {
  const teens = day > 10 && day < 14;
  return `${day}${(!teens && ['', 'st', 'nd', 'rd'][day % 10]) || 'th'}`;
}

/** `First`, for the first Thursday of a month, and so on to the fifth, which most months do not have. */
export const ORDINALS = ['First', 'Second', 'Third', 'Fourth', 'Fifth'] as const;

/** Which of its weekdays in the month a day is, from 0. */
export function ordinalOf(day: Date): 0 | 1 | 2 | 3 | 4 {
  return Math.floor((day.getUTCDate() - 1) / 7) as 0 | 1 | 2 | 3 | 4;
}

/** The day that is `step` steps after `first`, or only its month where that has no such day. */
function nth(first: string, repeat: Repeat, step: number): {month: string; day?: string} {
  const from = new Date(`${first}T00:00:00Z`);
  const days = STEPS[repeat];
  if (days !== undefined || repeat === 'none') {
    const day = new Date(from.getTime() + step * (days ?? 0) * DAY).toISOString().slice(0, 10);
    return {month: day.slice(0, 7), day};
  }
  const month = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + step, 1));
  const ahead = (from.getUTCDay() - month.getUTCDay() + 7) % 7;
  const date = repeat === 'date' ? from.getUTCDate() : 1 + ahead + 7 * ordinalOf(from);
  const day = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth(), date));
  const name = month.toISOString().slice(0, 7);
  return day.getUTCMonth() === month.getUTCMonth()
    ? {month: name, day: day.toISOString().slice(0, 10)}
    : {month: name};
}
