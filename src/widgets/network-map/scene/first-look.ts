/** From where a map is looked at first. In the first view as well as in the scene, so that both see the same. */
import {projectMercator} from '../../../network/space/mercator.js';

/** Pixels of a world at zoom 0. */
export const WORLD = 256;
/** Pixels around what is looked at as a whole, where letters have 16. */
export const ROOM = 64;
/** From this zoom on a world outline shows straight lines where there are coasts, so that none is drawn. */
export const NEAR_LAND = 8;
/** How near one looks at a place that a page names. */
const NEAR = 9;

/** What is looked at: the middle of the picture in the unit square, and how near. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/**
 * The camera that sees all points which `shows` lets through, with room around them; `undefined` where there is none.
 * Across the antimeridian where they lie nearer together so.
 */
export function fitting(
  {width, height}: {readonly width: number; readonly height: number},
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  shows: (point: number) => boolean,
  room = ROOM,
): Camera | undefined {
  let [west, east, north, south] = [Infinity, -Infinity, Infinity, -Infinity];
  // The same on a world that is cut at Greenwich instead.
  let [left, right] = [Infinity, -Infinity];
  for (let point = 0; point < xs.length; point++) {
    const [x, y] = [xs[point]!, ys[point]!];
    if (!(x >= 0) || !shows(point)) continue;
    const turned = (x + 0.5) % 1;
    west = Math.min(west, x);
    east = Math.max(east, x);
    left = Math.min(left, turned);
    right = Math.max(right, turned);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  if (east < west) return undefined;
  const isTurned = right - left < east - west;
  const [from, to] = isTurned ? [left - 0.5, right - 0.5] : [west, east];
  const across = Math.max(width - 2 * room, width / 2) / (to - from);
  const down = Math.max(height - 2 * room, height / 2) / (south - north);
  return {
    x: (from + to) / 2,
    y: (north + south) / 2,
    // A single town is shown with what is around it.
    zoom: Math.min(12, Math.log2(Math.min(across, down) / WORLD)),
  };
}

/** The camera that a page names: a `center` in degrees, a `zoom`, or else what sees the `whole`. */
export function firstLook(whole: Camera, center: string | undefined, zoom: number | undefined): Camera {
  const [lat, lon] = (center ?? '').split(/[,;\s]+/).map(Number);
  const {x, y} = lat !== undefined && lon !== undefined ? projectMercator(lon, lat) : whole;
  const isNamed = whole.x !== x || whole.y !== y;
  return Number.isNaN(x + y) ? whole : {x, y, zoom: zoom ?? (isNamed ? NEAR : whole.zoom)};
}
