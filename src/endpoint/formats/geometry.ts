/** Where a shape of GeoJSON lies, as one point. */
import {own} from './raw.js';

/** A point, and how exact it is. */
export interface Spot {
  readonly lat: number;
  readonly lon: number;
  readonly precision?: 'town' | 'region' | undefined;
}

/** The point of a shape, or why there is none: `latitude-first` for pairs that fit only the other way round. */
export type Located = {readonly spot?: Spot; readonly code?: 'position' | 'latitude-first'};

/** How deep coordinates nest at most: a collection of multi-polygons has five levels. */
const DEEPEST = 9;
/** What still is one town, in degrees of latitude: some twenty kilometres. */
const TOWN = 0.2;

interface Box {
  readonly lons: number[];
  south: number;
  north: number;
  wrong?: Located['code'];
}

/**
 * The point of a GeoJSON geometry: its own, or the middle of the box around it.
 *
 * `null` is a valid geometry (RFC 7946, 3.2) and nothing to report. Longitude comes first; a pair whose second number
 * is no latitude is left out and never turned round, because then the others of the file may be wrong in silence.
 */
export function locate(geometry: unknown): Located {
  if (geometry === null || geometry === undefined) return {};
  const box: Box = {lons: [], south: Infinity, north: -Infinity};
  gather(geometry, box, 0);
  if (box.wrong) return {code: box.wrong};
  if (box.lons.length === 0) return {code: 'position'};
  const {from, to} = around(box.lons);
  const lat = (box.south + box.north) / 2;
  const middle = (from + to) / 2;
  const lon = middle > 180 ? middle - 360 : middle;
  const span = Math.max(box.north - box.south, to - from);
  return {spot: {lat, lon, ...(span > 0 && {precision: span <= TOWN ? 'town' : 'region'})}};
}

/** A point from two numbers that are named, as most systems write it. */
export function spotOf(lat: number | undefined, lon: number | undefined): Located {
  if (lat === undefined || lon === undefined) return {};
  // Nobody meets in the gulf of Guinea at zero, zero: forms write it for "not known".
  if (lat === 0 && lon === 0) return {};
  if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return {spot: {lat, lon}};
  return {code: Math.abs(lon) <= 90 && Math.abs(lat) <= 180 ? 'latitude-first' : 'position'};
}

function gather(geometry: unknown, box: Box, depth: number): void {
  if (depth > DEEPEST) return;
  const parts = own(geometry, 'geometries');
  if (Array.isArray(parts)) for (const part of parts) gather(part, box, depth + 1);
  else if (own(geometry, 'coordinates') !== undefined) visit(own(geometry, 'coordinates'), box, depth);
}

function visit(coordinates: unknown, box: Box, depth: number): void {
  if (!Array.isArray(coordinates) || depth > DEEPEST) return;
  if (!coordinates.some((each) => typeof each !== 'number')) add(coordinates as number[], box);
  else for (const each of coordinates) visit(each, box, depth + 1);
}

function add([lon, lat]: readonly number[], box: Box): void {
  if (lon === undefined || lat === undefined) return;
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
    box.wrong ??= Math.abs(lon) <= 90 && Math.abs(lat) <= 180 ? 'latitude-first' : 'position';
    return;
  }
  box.lons.push(lon);
  box.south = Math.min(box.south, lat);
  box.north = Math.max(box.north, lat);
}

/** The shorter way round: Fiji lies on both sides of 180° and not around Greenwich (RFC 7946, 3.1.9). */
function around(lons: readonly number[]): {from: number; to: number} {
  const plain = span(lons);
  const shifted = span(lons.map((lon) => (lon < 0 ? lon + 360 : lon)));
  return plain.to - plain.from > 180 && shifted.to - shifted.from < plain.to - plain.from ? shifted : plain;
}

function span(lons: readonly number[]): {from: number; to: number} {
  let from = Infinity;
  let to = -Infinity;
  for (const lon of lons) {
    from = Math.min(from, lon);
    to = Math.max(to, lon);
  }
  return {from, to};
}
