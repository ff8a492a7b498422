/** Dates and times in the notation that a mapping names. */
import {momentParts} from '../../protocol/moment-text.js';
import {endOf, readTime} from '../formats/times.js';
import {MappingError} from './flaw.js';

/**
 * Reads one value as a date and time of the native document; `undefined` for what is none. With `isEnd` a day without
 * a time lasts until 23:59.
 */
export type DateReader = (value: unknown, isEnd?: boolean) => string | undefined;

/** What each part of a notation stands for, as a pattern; longest first. */
const TOKENS: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  DD: '(?<day>\\d{2})',
  HH: '(?<hour>\\d{2})',
  hh: '(?<hour>\\d{2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  M: '(?<month>\\d{1,2})',
  D: '(?<day>\\d{1,2})',
  H: '(?<hour>\\d{1,2})',
  h: '(?<hour>\\d{1,2})',
  A: '(?<half>[AaPp])\\.?[Mm]\\.?',
  Z: '(?<zone>Z|[+-]\\d{2}:?\\d{2})',
};
const TOKEN = /YYYY|MM|DD|HH|hh|mm|ss|M|D|H|h|A|Z/g;

/** The reader for a notation: `iso`, `unix` (seconds), `unix-ms`, or one in `YYYY MM DD HH mm ss A Z`. Throws a {@link MappingError}. */
export function dateReader(notation: string, path: string): DateReader {
  if (notation === 'iso') {
    return (value, isEnd) => {
      const time = readTime(value);
      return isEnd ? endOf(time, false) : time?.moment;
    };
  }
  if (notation === 'unix' || notation === 'unix-ms') return epochReader(notation === 'unix' ? 1_000 : 1);
  const used: readonly string[] = notation.match(TOKEN) ?? [];
  if (!used.includes('YYYY') || !/M/.test(notation) || !/D/.test(notation) || notation.length > 60)
    throw new MappingError(path, 'should be iso, unix, unix-ms, or a notation such as DD.MM.YYYY HH:mm');
  const pattern = patternOf(notation, path);
  return (value, isEnd) => {
    const found =
      typeof value === 'string' && value.length <= 60 ? pattern.exec(value.trim())?.groups : undefined;
    return (
      found && momentOf(isEnd && found['hour'] === undefined ? {...found, hour: '23', minute: '59'} : found)
    );
  };
}

function patternOf(notation: string, path: string): RegExp {
  const source = notation
    .split(/(YYYY|MM|DD|HH|hh|mm|ss|M|D|H|h|A|Z)/)
    .map((piece) => TOKENS[piece] ?? piece.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+'))
    .join('');
  try {
    return new RegExp(`^${source}$`);
  } catch {
    // One part was named twice.
    throw new MappingError(path, 'names a part of the date twice');
  }
}

function momentOf(found: Readonly<Record<string, string>>): string | undefined {
  const two = (part: string | undefined): string => (part ?? '0').padStart(2, '0');
  const {year, month, day, half, zone = ''} = found;
  const clock = Number(found['hour'] ?? 0);
  const hour = half ? (clock % 12) + (/p/i.test(half) ? 12 : 0) : clock;
  const offset = zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  const moment = `${year}-${two(month)}-${two(day)}T${two(String(hour))}:${two(found['minute'])}:${two(found['second'])}${offset}`;
  return momentParts(moment) ? moment : undefined;
}

function epochReader(unit: number): DateReader {
  return (value) => {
    const at = typeof value === 'string' && /^\d{1,15}$/.test(value.trim()) ? Number(value) : value;
    if (typeof at !== 'number' || !Number.isFinite(at) || Math.abs(at * unit) > 8e15) return undefined;
    const moment = new Date(at * unit).toISOString().replace(/\.\d+Z$/, 'Z');
    return momentParts(moment) ? moment : undefined;
  };
}
