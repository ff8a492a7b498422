/** What of a foreign answer has no place in a document of ours, and why. */
import type {Untranslated} from '../formats/format.js';
import {finding, type Finding, type Level} from './finding.js';

/** Why, by the codes that formats, mappings and pages have for it. */
const WHY: Readonly<Record<string, string>> = {
  'by-reference': 'what it is stands at another address, which is not asked',
  cancelled: 'it is cancelled',
  cells: 'the row has more cells than the table has columns, so its values stand under the wrong names',
  'cut-short': 'there is more of it than was sent',
  date: 'its date cannot be read',
  'end-date': 'its end cannot be read',
  'error-inside': 'the answer is an error',
  'first-dates': 'it repeats so often that only the next 60 dates are shown',
  formula: 'a cell holds a formula instead of its result; export the table with values',
  'latitude-first': 'its position has the latitude first, and longitude belongs there',
  'no-event': 'it is no event',
  'no-name': 'it has no name',
  'no-name-column': 'no column is called "name"',
  'not-a-feature': 'it is no feature',
  'not-a-page': 'it is no further page of the same kind',
  'not-found': 'the mapping finds nothing there',
  'not-loaded': 'the part that works out recurring dates could not be fetched',
  'not-published': 'it is not published',
  'not-this-format': 'it is in another format',
  'other-origin': 'the further page is at another origin, which data-allow does not name',
  over: 'all of its dates are past',
  'page-loop': 'it is a page that was read before, so the pages go round in a circle',
  position: 'its position cannot be read',
  protected: 'it stands behind a password',
  quote: 'a quotation mark opens there and never closes, so the rest of the table is left out',
  rule: 'the rule of its dates cannot be understood',
  'too-many': 'there are more of them than 10,000, and the rest is left out',
  'too-many-dates': 'its dates take too long to work out',
  'too-many-pages': 'there are more pages than are read',
  'too-often': 'it happens more often than is written out, every hour or less',
};

/** What costs the visitor more than one entry. */
const GRAVE = new Set([
  'no-name-column',
  'not-a-page',
  'other-origin',
  'page-loop',
  'quote',
  'too-many',
  'too-many-pages',
]);

/** What could not be translated, the same reason said once. */
export function leftFindings(left: readonly Untranslated[]): readonly Finding[] {
  const groups = new Map<string, {code: string; paths: string[]}>();
  for (const {path, code} of left) {
    const key = `${path.replace(/\d+/g, '*')} ${code}`;
    const group = groups.get(key) ?? {code, paths: []};
    group.paths.push(path || 'the whole of it');
    groups.set(key, group);
  }
  return [...groups.values()].map(({code, paths}) => {
    const level: Level = GRAVE.has(code) ? 'hurts' : 'note';
    const [first = '', ...more] = paths;
    const where = more.length > 0 ? `${first} and ${more.length} like it` : first;
    // Of a whole page, what is no reason of ours is what came of asking for it: `timeout`, `not-found`.
    const isPage = /^page \d+$/.test(first) && !GRAVE.has(code);
    const why = isPage
      ? `the further page could not be had (${code})`
      : (WHY[code] ?? `it cannot be used (${code})`);
    return finding('untranslated', level, 'host', `In the answer at ${where}: ${why}.`);
  });
}
