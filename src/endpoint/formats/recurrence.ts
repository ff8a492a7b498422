/**
 * Recurring dates written out: from today for twelve months, and at most sixty of each.
 *
 * Counted on the publisher's wall clock: at six every Thursday is at six in summer and in winter. Each date keeps that
 * wall clock and the zone, and the offset where the publisher gave one and the device's zone data can tell it.
 */
import {parseMoment, zonedWall, type Moment} from '../../protocol/moment.js';
import {datesOf, partsOf} from './rule.js';
import {offsetText, readTime} from './times.js';

/** Something that happens more than once. */
export interface Recurring {
  /** The first time, as the native document has it. */
  readonly start: string;
  readonly end?: string | undefined;
  readonly zone?: string | undefined;
  /** `RRULE:…`, `RDATE…:…`, `EXDATE…:…` (RFC 5545). */
  readonly lines: readonly string[];
}

/** One of its times. */
export interface Occurrence {
  readonly start: string;
  readonly end?: string | undefined;
  /** What names it among the others for good: its day, and its time where that is not the usual one. */
  readonly key: string;
}

/** The times of something, and what was wrong, if anything was. */
export interface Occurrences {
  readonly times: readonly Occurrence[];
  readonly code?: 'rule' | 'too-often' | 'too-many-dates' | 'over' | 'first-dates' | undefined;
}

/** The most dates that are written out of one rule. */
const MOST = 60;
/** The most days that are looked at for one rule, some forty milliseconds; and for all of one source. */
const STEPS = 20_000;
const ALL_STEPS = 400_000;
/** How many days are looked at before the page gets its turn. */
const TURN = 10_000;
/** The longest that something lasts for the question whether it is over, in milliseconds: a month. */
const LONGEST = 31 * 86_400_000;
const DAY = 86_400_000;
const MINUTE = 60_000;

/** The recurring things of one source: together they may not hold up a page. */
export class Recurrences {
  readonly #now: number;
  #left = ALL_STEPS;
  #turn = TURN;

  constructor(now: number) {
    this.#now = now;
  }

  /** Writes out the times of one thing. Now and then it lets the page have its turn. */
  async expand(recurring: Recurring): Promise<Occurrences> {
    const start = parseMoment(recurring.start, recurring.zone);
    if (!start) return {times: [], code: 'rule'};
    const clock = new WallClock(start, recurring.zone, recurring.start);
    const end = recurring.end === undefined ? undefined : parseMoment(recurring.end, recurring.zone);
    const lasts = end && end.wall > start.wall ? end.wall - start.wall : undefined;
    const today = Math.floor(clock.wallAt(this.#now) / DAY) * DAY;
    const from = today - Math.min(lasts ?? 0, LONGEST);
    const to = new Date(today).setUTCFullYear(new Date(today).getUTCFullYear() + 1);

    const found = new Set<number>();
    const without = {walls: new Set<number>(), days: new Set<number>()};
    let code: Occurrences['code'];
    // What is left out comes first, so that sixty remain.
    for (const line of recurring.lines.slice(0, 100).toSorted(exceptionsFirst)) {
      const [, name = '', zone, value = ''] =
        /^(\w+)(?:;[^:]*?TZID=([^;:]+))?(?:;[^:]*)?:(.*)$/is.exec(line.trim()) ?? [];
      const kind = name.toUpperCase();
      if (kind === 'EXDATE')
        clock.read(value, zone, (wall, isDay) => without[isDay ? 'days' : 'walls'].add(wall));
      else if (kind === 'RDATE') {
        clock.read(value, zone, (wall, isDay) => {
          const at = isDay ? wall + (start.wall - Math.floor(start.wall / DAY) * DAY) : wall;
          if (at >= from && at <= to) found.add(at);
        });
        if (start.wall >= from && start.wall <= to) found.add(start.wall);
      } else if (kind === 'RRULE') {
        const rule = partsOf(value);
        const dates =
          rule &&
          datesOf(rule, start.wall, clock.until(rule.get('UNTIL')), {
            from,
            to,
            // One more than is taken tells that there are more.
            most: MOST + 1 + without.walls.size + without.days.size,
            steps: Math.min(STEPS, this.#left),
          });
        code ??= rule ? dates!.code : 'rule';
        for (const wall of dates?.walls ?? []) found.add(wall);
        await this.#spend(dates?.steps ?? 0);
      } else code ??= 'rule';
    }
    const all = [...found]
      .filter((wall) => !without.walls.has(wall) && !without.days.has(Math.floor(wall / DAY) * DAY))
      .sort((a, b) => a - b);
    const walls = all.slice(0, MOST);
    return {
      times: walls.map((wall) => ({
        start: clock.write(wall),
        end: lasts === undefined ? undefined : clock.write(wall + lasts),
        key: keyOf(wall, start.wall),
      })),
      code: code ?? (all.length > MOST ? 'first-dates' : all.length === 0 ? 'over' : undefined),
    };
  }

  async #spend(steps: number): Promise<void> {
    this.#left -= steps;
    this.#turn -= steps;
    if (this.#turn > 0) return;
    this.#turn = TURN;
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  }
}

/** What names one time of something: its day by the publisher's clock, and the time where it is not that of the first. */
export function keyOf(wall: number, first: number): string {
  const isUsual = (wall - first) % DAY === 0;
  return new Date(wall).toISOString().slice(0, isUsual ? 10 : 16);
}

function exceptionsFirst(a: string, b: string): number {
  return Number(/^\s*EXDATE/i.test(b)) - Number(/^\s*EXDATE/i.test(a));
}

/** The clock on the wall where something takes place. */
class WallClock {
  readonly #zone: string | undefined;
  readonly #start: Moment;
  /** How offsets are written: `zone` asks the zone, `utc` is `Z`, `none` writes the wall clock alone. */
  readonly #offsets: 'zone' | 'utc' | 'none';
  /** By how much the publisher's offset differs from what this device thinks of the zone, in milliseconds. */
  readonly #differs: number;

  constructor(start: Moment, zone: string | undefined, written: string) {
    this.#start = start;
    this.#zone = start.zone;
    const hasOffset = start.offset !== undefined && /(?:Z|[+-]\d\d:\d\d)$/.test(written);
    // An offset without a zone says nothing of the other half of the year.
    this.#offsets = !hasOffset
      ? 'none'
      : start.zone
        ? 'zone'
        : !zone && written.endsWith('Z')
          ? 'utc'
          : 'none';
    this.#differs = start.doubt ? start.wall - zonedWall(start.at!, start.zone!)! : 0;
  }

  /** The wall clock at an instant. */
  wallAt(at: number): number {
    const wall = this.#zone === undefined ? undefined : zonedWall(at, this.#zone);
    return wall === undefined ? at + (this.#start.offset ?? 0) * MINUTE : wall + this.#differs;
  }

  /** Reads dates with commas between them, and tells each by this wall clock. */
  read(value: string, zone: string | undefined, tell: (wall: number, isDay: boolean) => void): void {
    for (const each of value.split(',', 1_000)) {
      // Of a period only the start counts.
      const time = readTime(each.split('/', 1)[0]);
      if (time) tell(this.#wallOf(time.moment, zone), time.isDay);
    }
  }

  /** The last date of a rule; a day counts to its end. */
  until(value: string | undefined): number | undefined {
    const time = value === undefined ? undefined : readTime(value);
    return time && this.#wallOf(time.moment, undefined) + (time.isDay ? DAY - 1 : 0);
  }

  #wallOf(text: string, zone: string | undefined): number {
    const moment = parseMoment(text, zone ?? this.#zone)!;
    const isElsewhere = /(?:Z|[+-]\d\d:\d\d)$/.test(text) || (zone !== undefined && zone !== this.#zone);
    return isElsewhere && moment.at !== undefined ? this.wallAt(moment.at) : moment.wall;
  }

  /** A time as the native document has it. */
  write(wall: number): string {
    const text = new Date(wall).toISOString().replace(/(?::00)?\.\d+Z$/, '');
    if (this.#offsets === 'utc') return `${text}Z`;
    if (this.#offsets === 'none') return text;
    const there = parseMoment(text, this.#zone)!;
    // A time that the clock jumps over has no offset.
    if (there.shifted === 'gap' || there.offset === undefined) return text;
    return text + offsetText(there.offset + this.#differs / MINUTE);
  }
}
