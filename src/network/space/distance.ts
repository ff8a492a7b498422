import type {Degrees} from './mercator.js';

/** The mean radius of the Earth, in metres. */
const RADIUS = 6_371_009;
const RADIANS = Math.PI / 180;

/** How far apart two places are along the ground, in metres: on a ball, which is true to half a per cent. NaN for a place that is none. */
export function metresBetween(one: Degrees, other: Degrees): number {
  const down = Math.sin(((other.lat - one.lat) * RADIANS) / 2) ** 2;
  const across = Math.sin(((other.lon - one.lon) * RADIANS) / 2) ** 2;
  const share = down + Math.cos(one.lat * RADIANS) * Math.cos(other.lat * RADIANS) * across;
  return 2 * RADIUS * Math.asin(Math.sqrt(Math.min(1, share)));
}
