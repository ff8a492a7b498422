/** Dates and times as systems write them, turned into what the native document has; nothing is guessed. */
/** A date and time that a system wrote. */
export interface Time {
  /** As the native document has it; midnight when only a day was written. */
  readonly moment: string;
  /** Whether it is a day without a time. */
  readonly isDay: boolean;
}

const ISO =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:(?:[T ]|, )(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?(?: ?(Z|UTC)| ?([+-−])(\d\d):?(\d\d)?)?)?$/i;
/** Days with dots are day, month, year wherever they are written; with slashes they are not, and stay unread. */
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ ,T]+(\d{1,2})[:.](\d\d)(?::(\d\d))?)?(?: Uhr)?$/;
/** Numbers of seconds before this are none: 1973. Those from the other on are milliseconds: 2001. Between are none. */
const SECONDS = 100_000_000;
const MILLISECONDS = 1_000_000_000_000;
const DAY = 86_400_000;
const HAS_OFFSET = /(?:Z|[+-]\d\d:\d\d)$/;

/**
 * Reads a date and time: ISO 8601 with its many liberties, days with dots, seconds or milliseconds since 1970 (an
 * instant, which ends in `Z`). `undefined` for all else: 3/12/2026 is March in one country and December in another.
 */
export function readTime(value: unknown): Time | undefined {
  if (typeof value === 'number') return readEpoch(value);
  if (typeof value !== 'string' || value.length > 60) return undefined;
  const text = value.trim();
  // Twelve digits are more often a date and time without marks than a moment before 2001.
  if (/^(?:\d{9,10}|\d{13})$/.test(text)) return readEpoch(Number(text));
  const iso = ISO.exec(text);
  if (iso) {
    const [, year, month, day, hour, minute, second, utc, sign, hours, minutes = '00'] = iso;
    const offset = utc ? 'Z' : sign ? `${sign === '+' ? '+' : '-'}${hours}:${minutes}` : '';
    return asDay(checked(`${year}-${month}-${day}`, hour, minute, second, offset), hour);
  }
  const dotted = DOTTED.exec(text);
  if (!dotted) return undefined;
  const [, day = '', month = '', year, hour, minute, second] = dotted;
  return asDay(
    checked(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, hour, minute, second),
    hour,
  );
}

function asDay(time: Time | undefined, hour: string | undefined): Time | undefined {
  return time && hour === undefined ? {...time, isDay: true} : time;
}

const MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * A moment of the native document, if there is such a day and such a time. Judged by numbers, because this runs twice
 * for each of ten thousand entries, and a `Date` costs ten times as much; a test holds it to the document's own rule.
 */
function checked(day: string, hour = '00', minute = '00', second = '00', offset = ''): Time | undefined {
  const [year, month, date] = [+day.slice(0, 4), +day.slice(5, 7), +day.slice(8)];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const isDate = year >= 1900 && year < 3000 && date > 0 && date <= (MONTHS[month - 1] ?? 0);
  if (!isDate || (month === 2 && date === 29 && !isLeap)) return undefined;
  if (+hour > 23 || +minute > 59 || +second > 59 || +offset.slice(1, 3) > 15 || +offset.slice(4) > 59)
    return undefined;
  const seconds = second === '00' ? '' : `:${second}`;
  return {moment: `${day}T${hour.padStart(2, '0')}:${minute}${seconds}${offset}`, isDay: false};
}

function readEpoch(value: number): Time | undefined {
  const at = Math.abs(value) >= MILLISECONDS ? value : value * 1000;
  if (!(value >= SECONDS) || at > 32_503_680_000_000) return undefined;
  return {moment: new Date(at).toISOString().replace(/(?::00)?\.\d+Z$/, 'Z'), isDay: false};
}

/**
 * The end of a thing, from its last day or its end as written. A day without a time lasts until 23:59.
 *
 * @param isExclusive whether a day written as the end is the first day after (iCalendar, 3.6.1)
 */
export function endOf(time: Time | undefined, isExclusive: boolean): string | undefined {
  if (!time?.isDay) return time?.moment;
  const day = time.moment.slice(0, 10);
  const last = isExclusive ? new Date(Date.parse(`${day}T00:00Z`) - DAY).toISOString().slice(0, 10) : day;
  return `${last}T23:59`;
}

/** An instant for `updated`: only what names one, and never the wall clock of an unknown zone. */
export function stampOf(value: unknown): string | undefined {
  const moment = readTime(value)?.moment;
  return moment !== undefined && HAS_OFFSET.test(moment) ? moment : undefined;
}

/** What can be the name of a time zone; `UTC+2` and the like are none. */
export function zoneOf(value: unknown): string | undefined {
  const isZone =
    typeof value === 'string' && /^(?:UTC|GMT|[A-Z][\w+-]+(?:\/[\w+-]+)+)$/.test(value) && value.length <= 64;
  return isZone ? value : undefined;
}

/** Minutes east of UTC as they end a date and time: `-08:00`. */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}
