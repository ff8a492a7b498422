/** The wall: pledges that may be shown, newest first, a page at a time. */
import {safeUrl} from '../../../src/base/safe-url.js';
import type {Pledge, ShownPledge} from '../../../src/protocol/pledge.js';
import type {Queries} from '../database.js';
import {PLEDGE, type PledgeRow} from './pledges.js';

/** Entries of a page. */
export const PAGE = 20;
/** The last page that is counted to from the start; who reads further comes by links, which cost the same everywhere. */
const PAGES = 10_000;

/** What of the wall is asked for. */
export interface Asked {
  /** The values that there are; others that somebody chose before are left out. */
  readonly values: readonly string[];
  /** From 1. */
  readonly page: number;
  readonly kind?: Pledge['kind'] | undefined;
  readonly value?: string | undefined;
  /** Public id of the entry before the first: with it, a page stays the same while new entries come in front. */
  readonly after?: string | undefined;
  readonly many?: number;
}

/** A page of the wall. `more`: the public id after which the next one begins. */
export interface Wall {
  readonly entries: ShownPledge[];
  readonly more?: string;
}

/** Reads a page of the wall. */
export async function readShown(queries: Queries, site: string, asked: Asked): Promise<Wall> {
  const {values, kind = null, value = null, after, many = PAGE} = asked;
  const from = after === undefined ? undefined : await placeOf(queries, site, after);
  const skipped = from === undefined ? (pageFrom(asked.page) - 1) * many : 0;
  const rows = await queries.query<PledgeRow>(
    `select ${PLEDGE} from pledges p where p.site = $1 and p.shows
       and ($2::text is null or p.kind = $2)
       and ($3::text is null or p.chosen @> array[$3::text])
       and ($4::bigint is null or p.place_in_line < $4)
     order by p.place_in_line desc limit $5 offset $6`,
    [site, kind, value, from ?? null, many + 1, skipped],
  );
  const read = rows.slice(0, many);
  const last = rows.length > many ? read.at(-1) : undefined;
  return {
    entries: read.flatMap((row) => shownOf(row, values) ?? []),
    ...(last && {more: last.badge}),
  };
}

/** A page as a number that makes sense, whatever was asked for. */
export function pageFrom(page: number): number {
  return Number.isInteger(page) ? Math.min(Math.max(page, 1), PAGES) : 1;
}

/** Where an entry stands; one that was taken back keeps its place, so that whoever reads on misses nothing. */
async function placeOf(queries: Queries, site: string, badge: string): Promise<string | undefined> {
  const [row] = await queries.query<{place: string}>(
    'select place_in_line::text as place from pledges where site = $1 and badge = $2',
    [site, badge],
  );
  return row?.place;
}

/** What everyone may read of a pledge; undefined where nothing of it may be shown. */
export function shownOf(row: PledgeRow, values: readonly string[]): ShownPledge | undefined {
  const {body, kind, badge, created} = row;
  if (body === null || body.display === 'anonymous') return undefined;
  const link = kind === 'organisation' ? websiteOf(body) : undefined;
  const chosen = values.filter((id) => row.chosen.includes(id));
  const words = chosen.flatMap((id) => {
    const wording = body.values.find((value) => value.id === id)?.wording;
    return wording === undefined ? [] : [{id, wording}];
  });
  return {
    id: badge,
    name: nameOf(body),
    kind,
    ...(body.place !== undefined && {place: body.place}),
    ...(link !== undefined && {url: link}),
    values: chosen,
    ...(words.length > 0 && {words}),
    at: created.toISOString(),
  };
}

/** The name as its owner wants it to be read. An organisation has no initials. */
export function nameOf({kind, name, display}: Pledge): string {
  return display === 'initial' && kind === 'person' ? withInitial(name) : name;
}

/** `Ana R.` for `Ana María Ruiz`: the first name, and the first letter of the last, whole where it is composed. */
function withInitial(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = name] = words;
  const last = words.length > 1 ? words.at(-1) : undefined;
  if (last === undefined) return first;
  const [initial] = new Intl.Segmenter().segment(last);
  return `${first} ${initial?.segment ?? ''}.`;
}

/** An organisation's website, where it is one. */
export function websiteOf({url}: Pledge): string | undefined {
  const link = safeUrl(url);
  return link && /^https?:/i.test(link.href) ? link.href : undefined;
}
