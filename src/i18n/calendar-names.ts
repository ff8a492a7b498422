/** The words of a calendar, and on which day its weeks begin. Only the month needs them. */

import {cached} from './intl-cache.js';

const DAY = 86_400_000;
/** A Sunday, from which the names of the days are told. */
const SUNDAY = 3 * DAY;

/** Where weeks begin on Sunday or Saturday (CLDR, `weekData`); on Monday everywhere else. */
const SUNDAYS =
  'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW';
const SATURDAYS = 'AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY';

/** A day of the week, as it is written above a column and as it is read out. */
export interface DayName {
  /** A letter or two, for where there is no room. */
  readonly narrow: string;
  readonly short: string;
  readonly long: string;
}

/** The day on which weeks begin where `lang` is spoken; 0 is Sunday. */
export function firstWeekday(lang: string): number {
  const locale = new Intl.Locale(lang) as Intl.Locale & {
    getWeekInfo?: () => {firstDay: number};
    weekInfo?: {firstDay: number};
  };
  // A method in the standard, a property in older engines, and in Firefox neither.
  const known = locale.getWeekInfo?.() ?? locale.weekInfo;
  if (known) return known.firstDay % 7;
  return weekdayOfRegion(locale.maximize().region ?? '');
}

/** The same from a table, for engines that don't know. */
export function weekdayOfRegion(region: string): number {
  if (region === 'MV') return 5;
  if (SATURDAYS.split(' ').includes(region)) return 6;
  return SUNDAYS.split(' ').includes(region) ? 0 : 1;
}

/** The days of the week in `lang`, from `first` on. */
export function dayNames(lang: string, first: number): readonly DayName[] {
  return Array.from({length: 7}, (_, i) => {
    const day = SUNDAY + (first + i) * DAY;
    const name = (weekday: 'narrow' | 'short' | 'long'): string => formatted(lang, {weekday}, day);
    return {narrow: name('narrow'), short: name('short'), long: name('long')};
  });
}

/** `December 2026` for the month in which an instant lies in UTC; without the year where `isShort`. */
export function monthName(lang: string, at: number, isShort = false): string {
  return formatted(lang, isShort ? {month: 'long'} : {month: 'long', year: 'numeric'}, at);
}

function formatted(lang: string, options: Intl.DateTimeFormatOptions, at: number): string {
  // The grid is of the Gregorian calendar, which is not the usual one of every language.
  const all = {...options, timeZone: 'UTC', calendar: 'gregory'};
  return cached(
    `calendar ${lang} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(lang, all),
  ).format(at);
}
