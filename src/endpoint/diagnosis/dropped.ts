/** What had to be left out of a document, and what should have been there. */
import type {Dropped} from '../../protocol/read.js';
import {finding, type Finding, type Level} from './finding.js';

/** How much of a wrong value is quoted, in UTF-16 code units. */
const QUOTED = 40;

/** What each field should be, by its name. */
const EXPECTED: Readonly<Record<string, string>> = {
  start: 'a date and time such as 2026-12-03T18:00:00-08:00',
  end: 'a date and time such as 2026-12-03T19:30:00-08:00',
  opens: 'a date and time such as 2026-12-01T09:00:00-08:00',
  closes: 'a date and time such as 2026-12-02T09:00:00-08:00',
  updated: 'a date and time with an offset, such as 2026-12-03T18:00:00Z',
  expires: 'a date and time with an offset, such as 2026-12-03T18:00:00Z',
  timeZone: 'the name of a time zone, such as Europe/Berlin',
  lat: 'a number from -90 to 90',
  lon: 'a number from -180 to 180',
  url: 'a web address (https:, http:, mailto: or tel:)',
  image: 'a web address (https: or http:)',
  href: 'a web address (https: or http:)',
  language: 'a language tag, such as en or pt-BR',
  status: 'one of scheduled, full, closed, cancelled, postponed',
  waitlist: 'true or false',
  idempotent: 'true or false',
  required: 'true or false',
};
const COUNTS = new Set([
  'capacity',
  'minimum',
  'taken',
  'waiting',
  'partyMax',
  'minutes',
  'keepDays',
  'goal',
]);

interface Group {
  readonly pattern: string;
  readonly code: Dropped['code'];
  readonly paths: string[];
}

/** What had to be left out, the same fault in many places said once. */
export function droppedFindings(dropped: readonly Dropped[], json: unknown): readonly Finding[] {
  const lost = new Map(dropped.filter(({code}) => code === 'incomplete').map(({path}) => [path, undefined]));
  const groups = new Map<string, Group>();
  for (const {path, code} of dropped) {
    if (code === 'incomplete') continue;
    // Why an entry is lost is what is wrong inside of it, so the two are said together.
    const owner =
      code === 'missing' || code === 'wrong'
        ? [...lost.keys()].find((entry) => path.startsWith(`${entry}/`) && isNeeded(path, entry))
        : undefined;
    const key = `${owner === undefined ? '' : 'lost '}${patternOf(path)} ${code}`;
    const group = groups.get(key) ?? {pattern: patternOf(path), code, paths: []};
    group.paths.push(path);
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) =>
    key.startsWith('lost ') ? lostFinding(group, json) : fieldFinding(group, json),
  );
}

/** Only a member of the entry itself can cost it its place. */
function isNeeded(path: string, entry: string): boolean {
  return !path.slice(entry.length + 1).includes('/');
}

const patternOf = (path: string): string => path.replace(/\/\d+(?=\/|$)/g, '/*');

function lostFinding({pattern, code, paths}: Group, json: unknown): Finding {
  const entry = pattern.slice(0, pattern.lastIndexOf('/'));
  const level: Level = /^\/\w+\/\*$/.test(entry) ? 'breaks' : 'hurts';
  const why = code === 'missing' ? 'is missing' : `is ${quote(json, paths[0]!)}`;
  return finding(
    'entry-lost',
    level,
    'host',
    `${times(paths.length, 'entry', 'entries')} of ${entry} cannot be shown, because ${pattern} ${why}${first(paths)}.`,
  );
}

function fieldFinding({pattern, code, paths}: Group, json: unknown): Finding {
  const name = pattern.slice(pattern.lastIndexOf('/') + 1);
  if (code === 'duplicate')
    return finding(
      'twice',
      'breaks',
      'host',
      `${times(paths.length, 'entry', 'entries')} at ${pattern} ${paths.length === 1 ? 'has' : 'have'} an id that another one has too (${quote(json, paths[0]!)}), and only one of them is shown${first(paths)}.`,
    );
  if (code === 'too-many')
    return finding(
      'too-many',
      'hurts',
      'host',
      `${pattern} is longer than is read${first(paths)}: the rest is left out.`,
    );
  const should = COUNTS.has(name) ? 'a whole number from 0' : EXPECTED[name];
  return finding(
    'wrong-value',
    'hurts',
    'host',
    `${pattern} is ${quote(json, paths[0]!)}${should ? `, and should be ${should}` : ', which is not what it can be'}; it was left out${paths.length > 1 ? ` ${paths.length} times` : ''}${first(paths)}.`,
  );
}

function times(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

function first(paths: readonly string[]): string {
  return paths.length > 1 ? ` (first: ${paths[0]})` : ` (${paths[0]})`;
}

/** The value at a JSON pointer as it would be read aloud. */
function quote(json: unknown, path: string): string {
  let value = json;
  for (const step of path.slice(1).split('/')) {
    const key = step.replace(/~1/g, '/').replace(/~0/g, '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return 'not usable';
    value = (value as Record<string, unknown>)[key];
  }
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}
