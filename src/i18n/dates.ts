/** Dates and times as a visitor reads them: always the publisher's wall clock, the visitor's own beside it. */

import {zonedWall, type Moment} from '../protocol/moment.js';
import {cached} from './intl-cache.js';
import type {Localizer} from './localizer.js';

const DAY = 86_400_000;

const CLOCK = {hour: 'numeric', minute: '2-digit'} as const;
const LONG_DAY = {weekday: 'long', day: 'numeric', month: 'long'} as const;

/** A date as three short words, to be set one below the other. */
export interface DayPetal {
  weekday: string;
  day: string;
  month: string;
}

/** Formats moments in the localizer's language. */
export class Dates {
  readonly #localizer: Localizer;
  readonly #zone: string;
  readonly #now: () => number;

  /** @param options.zone the visitor's own zone, by default the device's */
  constructor(localizer: Localizer, options: {zone?: string; now?: () => number} = {}) {
    this.#localizer = localizer;
    this.#zone = options.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
    this.#now = options.now ?? Date.now;
  }

  /** `Thu`, `3`, `Dec`. */
  dayPetal({wall}: Moment): DayPetal {
    const one = (options: Intl.DateTimeFormatOptions): string => this.#format(wall, options);
    return {weekday: one({weekday: 'short'}), day: one({day: 'numeric'}), month: one({month: 'short'})};
  }

  /** `Thursday, December 3`; with the year, when it is not this one. */
  longDay({wall}: Moment): string {
    const far = new Date(wall).getUTCFullYear() !== new Date(this.#now()).getUTCFullYear();
    return this.#format(wall, far ? {...LONG_DAY, year: 'numeric'} : LONG_DAY);
  }

  /** `December 3`. */
  shortDay({wall}: Moment): string {
    return this.#format(wall, {day: 'numeric', month: 'long'});
  }

  /** `6:00 pm`. */
  time({wall}: Moment): string {
    return this.#format(wall, CLOCK);
  }

  /** `6:00 to 7:30 pm`; an end on another day comes with that day. An end before its start is not spoken of. */
  timeRange(start: Moment, end?: Moment): string {
    if (!end || end.wall <= start.wall) return this.time(start);
    if (Math.floor(start.wall / DAY) !== Math.floor(end.wall / DAY)) {
      return this.#localizer.t('time.range', {start: this.time(start), end: this.when(end)});
    }
    // Intl knows what both times share: 6:00 – 7:30 PM. Figures alone would run from left to right in any sentence.
    const mark = this.#localizer.dir === 'rtl' ? '\u200f' : '';
    return mark + this.#tidy(this.#formatter(CLOCK, 'UTC').formatRange(start.wall, end.wall));
  }

  /** `Thursday, December 3, 6:00 to 7:30 pm`, or that the date is still to be confirmed. */
  when(start?: Moment, end?: Moment): string {
    if (!start) return this.#localizer.t('date.unknown');
    return this.#localizer.t('when', {day: this.longDay(start), time: this.timeRange(start, end)});
  }

  /**
   * What the time is where the visitor is, when that is another; else `undefined`.
   *
   * Nothing in the gathering's own zone, even if the device reckons otherwise: that is a doubt, not another place.
   */
  otherZone(start: Moment): string | undefined {
    if (start.at === undefined || start.zone === this.#zone) return undefined;
    const wall = zonedWall(start.at, this.#zone);
    if (wall === undefined || wall === start.wall) return undefined;
    const sameDay = Math.floor(wall / DAY) === Math.floor(start.wall / DAY);
    return this.#localizer.t('time.other', {
      time: this.time(start),
      yours: this.#format(wall, CLOCK),
      day: sameDay ? undefined : this.#format(wall, {weekday: 'long'}),
    });
  }

  /** Whatever a visitor should know about a time before relying on it, a sentence each. */
  remarks(start: Moment): string[] {
    const remarks = [this.otherZone(start)];
    if (start.doubt) remarks.push(this.#localizer.t('time.doubt'));
    if (start.shifted === 'gap') remarks.push(this.#localizer.t('time.gap'));
    if (start.shifted === 'overlap')
      remarks.push(this.#localizer.t('time.overlap', {time: this.time(start)}));
    return remarks.filter((remark) => remark !== undefined);
  }

  /** `December 2 at 9:14 am` for an instant in milliseconds, on the visitor's own clock. */
  stamp(at: number): string {
    return this.#format(at, {day: 'numeric', month: 'long', ...CLOCK}, this.#zone);
  }

  #format(time: number, options: Intl.DateTimeFormatOptions, zone = 'UTC'): string {
    return this.#tidy(this.#formatter(options, zone).format(time));
  }

  #formatter(options: Intl.DateTimeFormatOptions, timeZone: string): Intl.DateTimeFormat {
    const {lang} = this.#localizer;
    const key = `date ${lang} ${timeZone} ${JSON.stringify(options)}`;
    return cached(key, () => new Intl.DateTimeFormat(lang, {...options, timeZone}));
  }

  /** English as it is read: no "PM" shouted into the middle of a sentence, and a dash is a "to". */
  #tidy(text: string): string {
    if (!this.#localizer.lang.startsWith('en')) return text;
    return text.replace(/[AP]M/g, (half) => half.toLowerCase()).replace(/\s*–\s*/, ' to ');
  }
}

const made = new WeakMap<Localizer, Dates>();

/** Dates and times in the language of `localizer`, made once for each. */
export function datesFor(localizer: Localizer): Dates {
  const dates = made.get(localizer) ?? new Dates(localizer);
  made.set(localizer, dates);
  return dates;
}
