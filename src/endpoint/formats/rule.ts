/**
 * The dates of a rule of RFC 5545, counted on a wall clock.
 *
 * By `rrule` 2.8: 12 kB (brotli), no zone data, no code from strings, and it counts in "UTC that means local", which
 * is what a wall clock needs. Compared with it: `ical.js` 2.2 weighs 20 kB and never returns from a rule that can match
 * nothing (kewisch/ical.js#1038); `rrule-temporal` needs a polyfill of Temporal, 56 kB together. `rrule` itself walks on
 * to the year 9999 when nothing matches (five seconds for 30 February), and for ever when an interval is below one
 * (jkbrzt/rrule#568). So a rule is checked before, begins near the dates that are wanted, and its steps are counted.
 */
import * as library from 'rrule';

// Node takes the CommonJS file, where all is in `default`; bundlers take the module, which has none, and warn of asking.
const {RRule} = 'RRule' in library ? library : (Reflect.get(library, 'default') as typeof library);

/** The dates wanted of a rule, by the wall clock, in milliseconds. */
export interface Wanted {
  readonly from: number;
  readonly to: number;
  /** The most dates. */
  readonly most: number;
  /** The most days that are looked at. */
  readonly steps: number;
}

/** The dates of a rule, how many days were looked at, and what is wrong with the rule, if anything is. */
export interface RuleDates {
  readonly walls: readonly number[];
  readonly steps: number;
  readonly code?: 'rule' | 'too-often' | 'too-many-dates';
}

const DAY = 86_400_000;
const NUMBERS = /^[+-]?\d{1,3}(?:,[+-]?\d{1,3}){0,399}$/;
const CLOCK = /^\d{1,2}(?:,\d{1,2}){0,23}$/;
const WEEKDAY = '(?:MO|TU|WE|TH|FR|SA|SU)';

/** What may stand in a rule, and how. `UNTIL` is read by whoever knows the zone. */
const PARTS: Readonly<Record<string, RegExp>> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY|HOURLY|MINUTELY|SECONDLY)$/,
  INTERVAL: /^0*[1-9]\d{0,3}$/,
  COUNT: /^0*[1-9]\d{0,5}$/,
  UNTIL: /^[\dTZ]{8,16}$/,
  BYMONTH: NUMBERS,
  BYWEEKNO: NUMBERS,
  BYYEARDAY: NUMBERS,
  BYMONTHDAY: NUMBERS,
  BYSETPOS: NUMBERS,
  BYDAY: new RegExp(`^(?:[+-]?\\d{1,2})?${WEEKDAY}(?:,(?:[+-]?\\d{1,2})?${WEEKDAY}){0,99}$`),
  BYHOUR: CLOCK,
  BYMINUTE: CLOCK,
  BYSECOND: CLOCK,
  WKST: new RegExp(`^${WEEKDAY}$`),
};

/** A rule by its parts; `undefined` when it is none or has parts that nobody knows. */
export function partsOf(rule: string): ReadonlyMap<string, string> | undefined {
  if (rule.length > 2_000) return undefined;
  const parts = new Map<string, string>();
  for (const part of rule.trim().toUpperCase().split(';').filter(Boolean)) {
    const [name = '', value = ''] = part.split('=');
    if (!Object.hasOwn(PARTS, name) || !PARTS[name]!.test(value)) return undefined;
    parts.set(name, value);
  }
  return parts.has('FREQ') ? parts : undefined;
}

/**
 * The dates of a rule in a window.
 *
 * @param start the first date by its wall clock, in milliseconds
 * @param until the last date of the rule by the wall clock, if it has one
 */
export function datesOf(
  parts: ReadonlyMap<string, string>,
  start: number,
  until: number | undefined,
  wanted: Wanted,
): RuleDates {
  const frequency = parts.get('FREQ') ?? '';
  const perDay = ['BYHOUR', 'BYMINUTE', 'BYSECOND']
    .map((name) => parts.get(name)?.split(',').length ?? 1)
    .reduce((product, each) => product * each, 1);
  if (/^(?:HOUR|MINUTE|SECOND)LY$/.test(frequency) || perDay > 24) {
    return {walls: [], steps: 0, code: 'too-often'};
  }
  const last = Math.min(until ?? Infinity, wanted.to);
  if (last < wanted.from || start > last) return {walls: [], steps: 0};
  const near = nearby(parts, start, wanted.from);
  const text = [...near.parts]
    .flatMap(([name, value]) => (name === 'UNTIL' ? [] : `${name}=${value}`))
    .join(';');
  let steps = 0;
  try {
    const rule = new RRule(
      {...RRule.parseString(text), dtstart: new Date(near.start), until: new Date(last)},
      true,
    );
    // The library reads this once for each day it looks at, and at no other place gives a chance to stop it.
    const {bymonth} = rule.options;
    Object.defineProperty(rule.options, 'bymonth', {
      get() {
        steps += 1;
        if (steps > wanted.steps) throw new RangeError('too many steps');
        return bymonth;
      },
    });
    const dates = rule.between(
      new Date(wanted.from),
      new Date(last),
      true,
      (_, index) => index < wanted.most,
    );
    return {walls: dates.map(Number).slice(0, wanted.most), steps};
  } catch {
    // A rule that the library refuses, or one that looks at more days than a page may wait for.
    return {walls: [], steps, code: steps > wanted.steps ? 'too-many-dates' : 'rule'};
  }
}

/** The same rule with a start shortly before `from`, where it is the same: a weekly meeting since 1950 has no need to be counted. */
function nearby(
  parts: ReadonlyMap<string, string>,
  start: number,
  from: number,
): {parts: ReadonlyMap<string, string>; start: number} {
  if (parts.has('COUNT') || start >= from) return {parts, start};
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const date = new Date(start);
  const clock = start - Math.floor(start / DAY) * DAY;
  const isBare = !['BYWEEKNO', 'BYYEARDAY', 'BYMONTHDAY', 'BYDAY'].some((name) => parts.has(name));
  const day = String(date.getUTCDate());
  const frequency = parts.get('FREQ');
  if (frequency === 'DAILY' || frequency === 'WEEKLY') {
    const period = interval * (frequency === 'DAILY' ? 1 : 7) * DAY;
    return {parts, start: start + Math.max(0, Math.floor((from - start) / period) - 1) * period};
  }
  const target = new Date(from);
  const years = target.getUTCFullYear() - date.getUTCFullYear();
  if (frequency === 'MONTHLY') {
    const months = years * 12 + target.getUTCMonth() - date.getUTCMonth();
    const ahead = Math.floor((months - 1) / interval) * interval;
    if (ahead < 1) return {parts, start};
    const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead, 1) + clock;
    return {parts: isBare ? new Map([...parts, ['BYMONTHDAY', day]]) : parts, start: first};
  }
  const ahead = Math.floor((years - 1) / interval) * interval;
  if (ahead < 1) return {parts, start};
  const month: [string, string] = ['BYMONTH', parts.get('BYMONTH') ?? String(date.getUTCMonth() + 1)];
  return {
    parts: isBare ? new Map([...parts, month, ['BYMONTHDAY', day]]) : parts,
    start: Date.UTC(date.getUTCFullYear() + ahead, 0, 1) + clock,
  };
}
