import type {CtgDocument, Link} from '../../src/protocol/document.js';
import type {Group} from '../../src/protocol/group.js';
import type {Gathering} from '../../src/protocol/gathering.js';
import type {GroupSection} from './groups/section.js';
import {later, withOffset} from './clock.js';
import type {Queries} from './database.js';

/** A site as the database keeps it; `extra` is what it has said of its `pledge` and its `network`. */
export interface Site {
  readonly id: string;
  readonly publisher: NonNullable<CtgDocument['publisher']>;
  readonly extra: Record<string, unknown>;
  readonly host_token: string;
  /** Stands in the forms of the host's page, and nowhere else. */
  readonly form_key: string;
  /** What the hash of an e-mail address is made with, so that each person's pledge counts once; private. */
  readonly person_key: string;
  /** Where the host gets letters, where that is not the published contact; private. */
  readonly mail: string | null;
  /** Pages that letters may lead to, or their origins. */
  readonly pages: readonly string[];
}

/** One gathering with what was counted for it: `taken` and `waiting` are people, `asking` waits for the host. */
export interface GatheringRow {
  readonly id: string;
  readonly wall: string | null;
  readonly minutes: number | null;
  readonly opens: string | null;
  readonly closes: string | null;
  readonly time_zone: string;
  readonly capacity: number | null;
  readonly details: Partial<Gathering>;
  readonly status: string;
  readonly updated: Date;
  /** How often a host wrote to it. */
  readonly revision: number;
  /** Whether places are given only to those who answered a letter. */
  readonly confirm: boolean;
  /** Places that nobody else can have: those of confirmed people, and those that are held for a while. */
  readonly taken: number;
  /** Those among `taken` whose letter was not answered yet. */
  readonly held: number;
  readonly waiting: number;
  readonly asking: number;
}

/** Times leave the database as text: a driver would turn them into instants of the server's own zone. */
const COLUMNS = `
  g.id, g.minutes, g.time_zone, g.capacity, g.details, g.status, g.updated, g.revision, g.confirm,
  to_char(g.wall, 'YYYY-MM-DD"T"HH24:MI:SS') as wall,
  to_char(g.opens, 'YYYY-MM-DD"T"HH24:MI:SS') as opens,
  to_char(g.closes, 'YYYY-MM-DD"T"HH24:MI:SS') as closes`;

const COUNTED = `
  select ${COLUMNS}, c.taken + c.held as taken, c.held, c.waiting, c.asking
  from gatherings g cross join lateral (
    select coalesce(sum(s.adults + s.children) filter (where s.status = 'confirmed'), 0)::int as taken,
      coalesce(sum(s.adults + s.children) filter (where s.status = 'waitlisted'), 0)::int as waiting,
      coalesce(sum(s.adults + s.children) filter (where s.status = 'pending' and s.granted = 'confirmed'), 0)::int
        as held,
      coalesce(sum(s.adults + s.children) filter (where s.status = 'pending' and s.granted is null), 0)::int as asking
    from signups s where s.site = g.site and s.gathering = g.id) c`;

export async function readSite(queries: Queries, id: string): Promise<Site | undefined> {
  const sites = await queries.query<Site>(
    'select id, publisher, extra, host_token, form_key, person_key, mail, pages from sites where id = $1',
    [id],
  );
  return sites[0];
}

/** All gatherings of a site, soonest first, those without a date last. */
export function readGatherings(queries: Queries, site: string): Promise<GatheringRow[]> {
  return queries.query<GatheringRow>(`${COUNTED} where g.site = $1 order by g.wall nulls last, g.id`, [site]);
}

export async function readGathering(
  queries: Queries,
  site: string,
  id: string,
): Promise<GatheringRow | undefined> {
  const rows = await queries.query<GatheringRow>(`${COUNTED} where g.site = $1 and g.id = $2`, [site, id]);
  return rows[0];
}

/** The gathering as anyone may read it: counted, dated, and without the address where the host gives that later. */
export function published(row: GatheringRow): Gathering {
  const {place, ...gathering} = whole(row);
  if (place?.revealed !== 'confirmed') return {...gathering, ...(place && {place})};
  return {...gathering, place: withoutWay(place)};
}

/** A place without everything by which somebody could find it. */
function withoutWay(place: NonNullable<Gathering['place']>): NonNullable<Gathering['place']> {
  const {address: _address, lat: _lat, lon: _lon, online: _online, ...told} = place;
  return told;
}

/** The gathering as a guest may know it: with the address once they have a place. */
export function toldTo(row: GatheringRow, coming: boolean): Gathering {
  const gathering = whole(row);
  if (coming || gathering.place?.revealed !== 'confirmed') return gathering;
  return {...gathering, place: withoutWay(gathering.place)};
}

/** The gathering with everything its confirmed guests may know. */
export function whole(row: GatheringRow): Gathering {
  const {wall, minutes, time_zone: zone} = row;
  return {
    ...row.details,
    id: row.id,
    name: row.details.name ?? row.id,
    ...(wall !== null && {start: withOffset(wall, zone)}),
    ...(wall !== null && minutes !== null && {end: withOffset(later(wall, minutes), zone)}),
    timeZone: zone,
    status: row.status as NonNullable<Gathering['status']>,
    ...(row.capacity !== null && {capacity: row.capacity}),
    taken: row.taken,
    waiting: row.waiting,
    // Whoever is asked to answer a letter must be able to get one.
    ...(row.confirm && {contact: 'email' as const}),
    ...(row.opens !== null && {opens: withOffset(row.opens, zone)}),
    ...(row.closes !== null && {closes: withOffset(row.closes, zone)}),
    updated: row.updated.toISOString(),
  };
}

/** What a site says besides its gatherings, as it is counted now. */
export interface Sections {
  readonly pledge?: CtgDocument['pledge'] | undefined;
  /** Public id of the last entry that `pledge` shows, where the wall goes on after it. */
  readonly after?: string | undefined;
  readonly network?: GroupSection | undefined;
}

/** Everything a site says, with links back to `base` (its own origin and path, without a slash at the end). */
export function documentOf(
  site: Site,
  rows: readonly GatheringRow[],
  base: string,
  {pledge, after, network}: Sections = {},
): CtgDocument {
  const here = `${base}/${site.id}`;
  const links: Link[] = [
    {rel: 'signups', href: `${here}/gatherings/{gathering}/signups`, encoding: 'json', idempotent: true},
    {rel: 'manage', href: `${here}/signups/{token}`},
    ...(pledge ? pledgeLinks(here, after) : []),
    ...(network ? networkLinks(here, network) : []),
  ];
  const changed = Math.max(network?.changed ?? 0, ...rows.map((row) => row.updated.getTime()));
  return {
    ctg: '1',
    publisher: {...site.publisher, url: `${here}/g/`},
    ...(changed > 0 && {updated: new Date(changed).toISOString()}),
    gatherings: rows.map((row) => ({...published(row), url: `${here}/g/${encodeURIComponent(row.id)}`})),
    ...(pledge && {pledge}),
    ...(network && {
      groups: network.groups as Group[],
      groupsTotal: network.total,
      ...(network.consents?.length && {join: {consents: [...network.consents]}}),
    }),
    links,
  };
}

function pledgeLinks(here: string, after: string | undefined): Link[] {
  const older = {rel: 'older', href: `${here}/pledges?page=2&after=${encodeURIComponent(after ?? '')}`};
  return [
    ...(after === undefined ? [] : [older]),
    {rel: 'pledges', href: `${here}/pledges`, encoding: 'json', idempotent: true},
    {rel: 'wall', href: `${here}/pledges?page={page}&value={value}&kind={kind}`},
    {rel: 'manage-pledge', href: `${here}/pledges/{token}`},
    {rel: 'badge', href: `${here}/pledges/{badge}/badge`},
    {rel: 'badge-image', href: `${here}/pledges/{badge}/badge.svg`},
  ];
}

function networkLinks(here: string, {peers = []}: GroupSection): Link[] {
  return [
    {rel: 'join', href: `${here}/groups`, encoding: 'json', idempotent: true},
    {rel: 'manage-group', href: `${here}/groups/{token}`},
    {rel: 'area', href: `${here}/network?bbox={bbox}&limit={limit}`},
    ...peers.map((href) => ({rel: 'peer', href})),
  ];
}
