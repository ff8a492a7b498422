/** What tables and maps have in common: one flat row of named values each, which is a gathering or a group. */
import type {Column} from './columns.js';
import type {Draft} from './draft.js';
import type {Located} from './geometry.js';
import {countOf, idText, joined, line, plain, relativeUrl, webUrl, wordIn} from './raw.js';
import {statusOf} from './status.js';
import {endOf, readTime, stampOf, zoneOf} from './times.js';

/** A row, and where it was found. */
export interface Row {
  readonly path: string;
  readonly url: string;
  /** An id from outside the row, such as that of a feature. */
  readonly id?: string | undefined;
  readonly located: Located;
  get(column: Column): unknown;
}

/** How long ago a lone day must be to be the day on which something was founded, in milliseconds. */
const LONG_AGO = 400 * 86_400_000;

/** Adds a row; unless it is known what it is, one with a start is a gathering, and one without is a group. */
export function addRow(draft: Draft, row: Row, now: number, section?: 'gatherings' | 'groups'): void {
  if (row.located.code) draft.leave(row.path, row.located.code);
  if ((section ?? sectionOf(row, now)) === 'groups') addGroup(draft, row);
  else addGathering(draft, row, row.get('start'));
}

/** OpenStreetMap writes into `start_date` when a house was built: `1896`, `C19`, `1951-04-02`. */
function sectionOf({get}: Row, now: number): 'gatherings' | 'groups' {
  const start = get('start');
  if (start === undefined || start === null || start === '') return 'groups';
  const time = readTime(start);
  const isVague = !time && /^(?:\D{0,12}\d{2,4}s?|\d{4}-\d\d|\d{4}\.\.\d{4})$/.test(wordIn(start));
  const isFounding = time?.isDay && !idText(get('end')) && Date.parse(`${time.moment}Z`) < now - LONG_AGO;
  return isVague || isFounding ? 'groups' : 'gatherings';
}

function addGathering(draft: Draft, row: Row, written: unknown): void {
  const {get, url, path} = row;
  const start = readTime(written);
  const end = readTime(get('end'));
  if (!start) draft.leave(path, 'date');
  else if (!end && idText(get('end'))) draft.leave(path, 'end-date');
  const name = line(get('name'));
  draft.add(
    'gatherings',
    path,
    [row.id ?? idText(get('id')), start && `${name}@${start.moment.slice(0, 16)}`],
    {
      name,
      description: plain(get('description')),
      start: start?.moment,
      end: endOf(end ?? (start?.isDay ? start : undefined), false),
      timeZone: zoneOf(get('timeZone')),
      status: statusOf(get('status')),
      ...seats(get),
      place: {
        name: line(get('place')),
        address: joined([line(get('address')), line(get('city'))]),
        ...row.located.spot,
        online: webUrl(get('online'), url),
      },
      host: {name: line(get('host'))},
      sector: line(get('sector')),
      needs: words(get('needs')),
      values: words(get('values')),
      language: idText(get('language')),
      series: {id: line(get('series'))},
      opens: readTime(get('opens'))?.moment,
      closes: endOf(readTime(get('closes')), false),
      url: webUrl(get('url'), url),
      image: relativeUrl(get('image'), url),
      updated: stampOf(get('updated')),
    },
  );
}

function seats(get: Row['get']): Record<string, number | undefined> {
  return {
    capacity: countOf(get('capacity')),
    minimum: countOf(get('minimum')),
    taken: countOf(get('taken')),
    partyMax: countOf(get('partyMax')),
  };
}

function addGroup(draft: Draft, row: Row): void {
  const {get, url, path} = row;
  const own = row.id ?? idText(get('id'));
  const site = webUrl(get('url'), url);
  // A number names a group within its file only; with the address of the file it does in a network.
  const here = own && (URL.canParse(own) ? own : `${url.split(/[?#]/, 1)[0]}#${fragment(own)}`);
  const kind = idText(get('kind'));
  draft.add('groups', path, [here, own, site], {
    name: line(get('name')),
    description: plain(get('description')),
    kind: kind && /^(?:group|organisation|person)$/.test(kind) ? kind : undefined,
    sector: line(get('sector')),
    needs: words(get('needs')),
    offers: words(get('offers')),
    values: words(get('values')),
    place: {label: line(get('address')) ?? line(get('city')) ?? line(get('place')), ...row.located.spot},
    url: site,
    contact: {email: idText(get('email'))},
    image: relativeUrl(get('image'), url),
    updated: stampOf(get('updated')),
  });
}

/** Half a character is what `encodeURIComponent` throws at. */
function fragment(id: string): string {
  return encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** A list that is one, or is written as one text with commas or semicolons. */
function words(value: unknown): readonly string[] | undefined {
  const given = typeof value === 'string' ? value.split(/[,;]/) : Array.isArray(value) ? value : [];
  const found = given.slice(0, 100).map(line);
  return found.filter((each): each is string => each !== undefined);
}
