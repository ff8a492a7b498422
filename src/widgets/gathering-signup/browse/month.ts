/** The days of a month as weeks, counted in days since 1970, so that no zone and no clock change comes into it. */

/** Milliseconds of a day. */
export const DAY = 86_400_000;

/** The day of a clock on the wall that is given as if it were UTC, in milliseconds. */
export const dayOf = (wall: number): number => Math.floor(wall / DAY);

/** The month of a day, counted in months since the year 0. */
export function monthOf(day: number): number {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The first day of a month. */
export const firstOf = (month: number): number => dayOf(Date.UTC(Math.floor(month / 12), month % 12));

/** Weeks of seven, each beginning on `weekday` (0 is Sunday); what does not belong to the month is left empty. */
export function weeksOf(month: number, weekday: number): ReadonlyArray<ReadonlyArray<number | undefined>> {
  const first = firstOf(month);
  const next = firstOf(month + 1);
  const weeks: Array<Array<number | undefined>> = [];
  for (let day = first - weekdayFrom(weekday, first); day < next; day += 7) {
    weeks.push(Array.from({length: 7}, (_, i) => (day + i < first || day + i >= next ? undefined : day + i)));
  }
  return weeks;
}

/** How many days after the beginning of its week a day is, from 0 to 6. */
export function weekdayFrom(weekday: number, day: number): number {
  // 1 January 1970 was a Thursday.
  return (((day + 4 - weekday) % 7) + 7) % 7;
}

/** The day `months` later, or the last of that month if it is shorter. */
export function monthsLater(day: number, months: number): number {
  const month = monthOf(day) + months;
  return Math.min(firstOf(month) + day - firstOf(monthOf(day)), firstOf(month + 1) - 1);
}
