/** Groups in a part of the map. */
import type {Result} from '../../../src/base/result.js';
import {fail, ok} from '../../../src/base/result.js';
import type {Group} from '../../../src/protocol/group.js';
import type {Queries} from '../database.js';
import {refusal, type Refusal} from '../problems.js';
import {GROUP, type GroupRow, shownOf} from './groups.js';

/** A box in degrees. One that crosses the 180th meridian has its west east of its east. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Groups of an answer where nobody says how many, and the most of one: as many as a site's readers read of a peer. */
const USUAL = 500;
const MOST = 2_000;
const DEGREES = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
/** How far a map may have been pushed around the world: a turn and a half. */
const TURNED = 540;

/** What is asked for: without a box, everything, also what has no place. */
export interface Asked {
  readonly box?: Box | undefined;
  readonly limit: number;
}

/** Reads `bbox` and `limit` of an address; a sentence where they can not be read. */
export function askedFrom(query: Readonly<Record<string, string>>): Result<Asked, Refusal> {
  const {bbox, limit = ''} = query;
  if (!/^\d*$/.test(limit)) return fail(bad('The limit is a whole number, like 500.'));
  const most = limit === '' ? USUAL : Math.min(Number(limit), MOST);
  if (bbox === undefined || bbox === '') return ok({limit: most});
  const box = boxFrom(bbox);
  return box.ok ? ok({box: box.value, limit: most}) : fail(bad(box.failure));
}

/** Reads `minLon,minLat,maxLon,maxLat`, or says what is wrong with it. Longitudes of a map that was turned are put back. */
export function boxFrom(text: string): Result<Box, string> {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length !== 4 || !parts.every((part) => part.length <= 40 && DEGREES.test(part)))
    return fail('A box is four numbers, minLon,minLat,maxLon,maxLat, like -120.5,39,-119,40.');
  const [west = 0, south = 0, east = 0, north = 0] = parts.map(Number);
  if (south < -90 || north > 90 || south > north)
    return fail('Degrees north go from -90 to 90, the smaller ones first.');
  if (Math.abs(west) > TURNED || Math.abs(east) > TURNED)
    return fail('Degrees east go from -180 to 180; a box across 180 has the larger ones first.');
  if (east - west >= 360) return ok({west: -180, south, east: 180, north});
  return ok({west: inTurn(west), south, east: inTurn(east), north});
}

function inTurn(longitude: number): number {
  if (longitude >= -180 && longitude <= 180) return longitude;
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}

function bad(detail: string): Refusal {
  return refusal(400, 'bad-area', 'This part of the map can not be read', detail);
}

/** What lies in a box. */
export interface Area {
  readonly groups: Group[];
  /** How many groups there are in it, shown here or not. */
  readonly total: number;
  /** When anything of those in `groups` was last changed, in milliseconds; 0 for none. */
  readonly changed: number;
}

/** Longitudes from $4 to $5 or from $6 to $7: two ranges where the box crosses the 180th meridian. */
const INSIDE = `g.site = $1 and g.state = 'shown'
  and g.lat between $2 and $3 and (g.lon between $4 and $5 or g.lon between $6 and $7)`;
const ALL = `g.site = $1 and g.state = 'shown'`;

/** Reads the shown groups of a box, `limit` at most, spread over all of it, and counts them all. */
export async function readArea(queries: Queries, site: string, {box, limit}: Asked): Promise<Area> {
  const where = box ? INSIDE : ALL;
  const values = [site, ...(box ? rangesOf(box) : [])];
  const [counted] = await queries.query<{total: number}>(
    `select count(*)::int as total from network_groups g where ${where}`,
    values,
  );
  const rows = await queries.query<GroupRow>(
    `select ${GROUP} from network_groups g where ${where}
     order by ${box ? '' : '(g.lat is null) desc,'} g.spread, g.public_id limit $${values.length + 1}`,
    [...values, limit],
  );
  return {
    groups: rows.flatMap((row) => shownOf(row) ?? []),
    total: counted?.total ?? 0,
    changed: Math.max(0, ...rows.map(({changed}) => changed.getTime())),
  };
}

function rangesOf({west, south, east, north}: Box): number[] {
  return west <= east ? [south, north, west, east, 1, 0] : [south, north, west, 180, -180, east];
}
