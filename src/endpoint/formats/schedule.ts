/** A `Schedule` of schema.org as a rule of RFC 5545. */
import {wordOf} from './linked-data.js';
import {idText, listOf, numeric} from './raw.js';
import {readTime, zoneOf} from './times.js';

/** When something happens again, with its first time. */
export interface Repetition {
  readonly start: string;
  readonly end?: string | undefined;
  readonly zone?: string | undefined;
  readonly lines: readonly string[];
}

const FREQUENCIES: Readonly<Record<string, string>> = {D: 'DAILY', W: 'WEEKLY', M: 'MONTHLY', Y: 'YEARLY'};
const DAYS: Readonly<Record<string, string>> = {
  monday: 'MO',
  tuesday: 'TU',
  wednesday: 'WE',
  thursday: 'TH',
  friday: 'FR',
  saturday: 'SA',
  sunday: 'SU',
};
const CLOCK = /^T?(\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * Reads a schedule; `undefined` when it says no frequency or no first time.
 *
 * @param get gives a property of the schedule
 * @param start the first time of the event itself, where the schedule names none
 */
export function repetitionOf(
  get: (key: string) => unknown,
  start: string | undefined,
): Repetition | undefined {
  const rule = frequencyOf(get('repeatFrequency'));
  const first = startOf(get, start);
  if (!rule || !first) return undefined;
  const day = first.slice(0, 10);
  const days = daysOf(get('byDay'), numbersOf(get('byMonthWeek')));
  const last = readTime(get('endDate'));
  const count = numeric(get('repeatCount'));
  const months = numbersOf(get('byMonth'));
  const monthDays = numbersOf(get('byMonthDay'));
  const line = [
    `RRULE:${rule}`,
    days.length > 0 && `BYDAY=${days.join(',')}`,
    months.length > 0 && `BYMONTH=${months.join(',')}`,
    monthDays.length > 0 && `BYMONTHDAY=${monthDays.join(',')}`,
    // A schedule that names both is bound by both; a rule may name only one.
    count ? `COUNT=${count}` : last && `UNTIL=${last.moment.slice(0, 10).replaceAll('-', '')}`,
  ].filter(Boolean);
  const except = listOf(get('exceptDate')).flatMap((each) => {
    const time = readTime(each);
    return time ? [time.isDay ? time.moment.slice(0, 10) : time.moment] : [];
  });
  return {
    start: first,
    end: clockOf(get('endTime'), day),
    zone: zoneOf(get('scheduleTimezone')),
    lines: [line.join(';'), ...except.map((each) => `EXDATE:${each}`)],
  };
}

function frequencyOf(value: unknown): string | undefined {
  const text = idText(value) ?? '';
  const [, count = '', unit = ''] = /^P(\d{1,3})([DWMY])$/.exec(text) ?? [];
  if (unit) return `FREQ=${FREQUENCIES[unit]};INTERVAL=${count}`;
  const word = wordOf(text).toUpperCase();
  return Object.values(FREQUENCIES).includes(word) ? `FREQ=${word}` : undefined;
}

function startOf(get: (key: string) => unknown, start: string | undefined): string | undefined {
  const date = readTime(get('startDate'));
  if (!date) return start;
  if (!date.isDay) return date.moment;
  const day = date.moment.slice(0, 10);
  return clockOf(get('startTime'), day) ?? (start ? `${day}${start.slice(10)}` : date.moment);
}

function clockOf(value: unknown, day: string): string | undefined {
  const text = idText(value) ?? '';
  const [, hour, minute, second, offset = ''] = CLOCK.exec(text) ?? [];
  if (hour === undefined) return readTime(value)?.moment;
  const seconds = second === undefined || second === '00' ? '' : `:${second}`;
  return readTime(`${day}T${hour}:${minute}${seconds}${offset}`)?.moment;
}

/** Days as addresses, as words, or as RFC 5545 has them; with weeks of the month, the first Thursday is `1TH`. */
function daysOf(value: unknown, weeks: readonly number[]): readonly string[] {
  const days = listOf(value)
    .slice(0, 50)
    .flatMap((each) => {
      const word = wordOf(each);
      const short = DAYS[word.toLowerCase()] ?? word.toUpperCase();
      return /^(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)$/.test(short) ? [short] : [];
    });
  if (weeks.length === 0) return days;
  return days.flatMap((day) => (day.length > 2 ? [day] : weeks.map((week) => `${week}${day}`)));
}

function numbersOf(value: unknown): readonly number[] {
  return listOf(value)
    .slice(0, 50)
    .flatMap((each) => numeric(each) ?? []);
}
