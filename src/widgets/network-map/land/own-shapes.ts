/**
 * Lines and rings of longitudes and latitudes, laid into the unit square of the map. Between reading and cutting a
 * line may lead out of the square to either side, as one that crosses the antimeridian does.
 */

import {projectMercator} from '../../../network/space/mercator.js';

/** Points as the map has them, x and y in turn. */
export type Points = readonly number[];

/** How many worlds wide a ring may be; beyond that it is a coil, of which no picture can be made. */
const WIDEST = 2;

/**
 * The points of a list of positions, longitude first; `undefined` when one of them is no place on Earth, such as
 * latitude first where that shows, metres, or text. They are never turned round: others in the file may be wrong in
 * silence. A step of more than half the world goes the shorter way, one right around it from edge to edge stays.
 */
export function unroll(positions: readonly unknown[]): Points | undefined {
  const points: number[] = [];
  let before = NaN;
  for (const position of positions) {
    if (!Array.isArray(position)) return undefined;
    const [lon, lat] = position as unknown[];
    if (typeof lon !== 'number' || typeof lat !== 'number') return undefined;
    // Written so that NaN does not pass. Up to 360, because some count eastwards from Greenwich all the way.
    if (!(Math.abs(lon) <= 360 && Math.abs(lat) <= 90)) return undefined;
    let x = lon / 360 + 0.5;
    const {y} = projectMercator(0, lat);
    const last = points.at(-2);
    if (last !== undefined)
      x = Math.abs(lon - before) === 360 ? last + (lon - before) / 360 : x + Math.round(last - x);
    before = lon;
    if (x !== last || y !== points.at(-1)) points.push(x, y);
  }
  return points;
}

/** Twice the area of a ring, above zero where it runs clockwise on the screen. */
export function doubleArea(ring: Points): number {
  let sum = 0;
  for (let at = 0; at < ring.length; at += 2) {
    const [next, nextY] = at + 2 < ring.length ? [ring[at + 2]!, ring[at + 3]!] : [ring[0]!, ring[1]!];
    sum += ring[at]! * nextY - next * ring[at + 1]!;
  }
  return sum;
}

/**
 * The ring in the square, cut at its edges, each part clockwise, or the other way for a hole. Nothing when it has no
 * area or coils around the world. One that goes round a pole is led along that edge of the map.
 */
export function splitRing(points: Points, hole: boolean): Points[] {
  const [firstX = 0, firstY = 0] = points;
  const ring = [...points];
  const [lastX, lastY] = ring.slice(-2) as [number, number];
  const turns = Math.round(lastX - firstX);
  if (Math.abs(turns) > 1) return [];
  if (turns !== 0) {
    const mean = ring.reduce((sum, value, at) => sum + (at & 1 ? value : 0), 0) / (ring.length / 2);
    const pole = Math.round(mean);
    ring.push(firstX + turns, firstY, firstX + turns, pole, firstX, pole);
  } else if (lastX === firstX && lastY === firstY) ring.length -= 2;
  const area = doubleArea(ring);
  if (area === 0) return [];
  const turned = area > 0 === hole ? reversed(ring) : ring;
  const {low, high} = span(turned);
  if (high - low > WIDEST) return [];
  const parts: Points[] = [];
  for (let copy = Math.floor(low); copy < high; copy++) {
    const part = clip(clip(turned, copy, 1), copy + 1, -1);
    if (part.length >= 6 && doubleArea(part) !== 0) parts.push(moved(part, copy));
  }
  return parts;
}

/** A ring as a line that ends where it began, in the copy of the world that it has come to. */
export function closed(points: Points): Points {
  const [firstX = 0, firstY = 0] = points;
  return [...points, firstX + Math.round(points.at(-2)! - firstX), firstY];
}

/** The line in the square, in as many parts as it crosses the antimeridian. */
export function splitLine(points: Points): Points[] {
  const parts: number[][] = [[]];
  for (let at = 0; at < points.length; at += 2) {
    const [x, y] = [points[at]!, points[at + 1]!];
    const part = parts.at(-1)!;
    const [lastX, lastY] = part.slice(-2);
    if (lastX !== undefined && lastY !== undefined) {
      const edge = x > lastX ? Math.floor(lastX) + 1 : Math.ceil(lastX) - 1;
      if ((edge - lastX) * (edge - x) < 0) {
        const crossing = lastY + ((edge - lastX) / (x - lastX)) * (y - lastY);
        part.push(edge, crossing);
        parts.push([edge, crossing, x, y]);
        continue;
      }
    }
    part.push(x, y);
    // On the very edge, from where it may go on to either side.
    if (Number.isInteger(x)) parts.push([x, y]);
  }
  return parts
    .filter((part) => part.length >= 4)
    .map((part) => {
      const {low, high} = span(part);
      return moved(part, Math.floor((low + high) / 2));
    });
}

/** Where a name stands in a ring: in the middle of its widest place at the height of its middle. */
export function middleOf(ring: Points): {x: number; y: number; room: number} {
  const ys = ring.filter((_, at) => at & 1);
  let [top, bottom] = [1, 0];
  for (const y of ys) [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  const y = (top + bottom) / 2;
  const crossings: number[] = [];
  for (let at = 0; at < ring.length; at += 2) {
    const [x1, y1, x2, y2] = [
      ring[at]!,
      ring[at + 1]!,
      ring[(at + 2) % ring.length]!,
      ring[(at + 3) % ring.length]!,
    ];
    if (y1 > y !== y2 > y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
  }
  crossings.sort((a, b) => a - b);
  let best = {x: ring[0]!, y, room: 0};
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const [from, to] = [crossings[at]!, crossings[at + 1]!];
    if (to - from > best.room) best = {x: (from + to) / 2, y, room: to - from};
  }
  return best;
}

/** Where a name stands on a line: at the middle one of its points, with the room that the line has from west to east. */
export function middleOfLine(line: Points): {x: number; y: number; room: number} {
  const middle = (line.length >> 2) * 2;
  const {low, high} = span(line);
  return {x: line[middle]!, y: line[middle + 1]!, room: high - low};
}

function span(points: Points): {low: number; high: number} {
  let [low, high] = [Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 2) {
    low = Math.min(low, points[at]!);
    high = Math.max(high, points[at]!);
  }
  return {low, high};
}

const moved = (points: Points, copy: number): Points =>
  copy === 0 ? points : points.map((value, at) => (at & 1 ? value : value - copy));

function reversed(points: Points): number[] {
  const turned: number[] = [];
  for (let at = points.length - 2; at >= 0; at -= 2) turned.push(points[at]!, points[at + 1]!);
  return turned;
}

/** What of a ring lies east (`side` 1) or west (-1) of `edge`. */
function clip(ring: Points, edge: number, side: 1 | -1): Points {
  const kept: number[] = [];
  for (let at = 0; at < ring.length; at += 2) {
    const [x, y] = [ring[at]!, ring[at + 1]!];
    const before = at === 0 ? ring.length : at;
    const [lastX, lastY] = [ring[before - 2]!, ring[before - 1]!];
    if ((x - edge) * (lastX - edge) < 0)
      kept.push(edge, lastY + ((edge - lastX) / (x - lastX)) * (y - lastY));
    if ((x - edge) * side >= 0) kept.push(x, y);
  }
  return kept;
}
