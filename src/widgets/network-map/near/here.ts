/** A visitor's place on the picture: where it is, and what is around it. */
import type {WorldPoint} from '../../../network/space/mercator.js';
import type {Look} from '../scene/look.js';
import type {Camera, View} from '../scene/view.js';
import type {Spot} from './spot.js';

/** Once round the equator, in metres. */
const EQUATOR = 40_075_017;
/** Pixels of a world at zoom 0. */
const WORLD = 256;
/** Room for marks, their names and the buttons on the picture, in pixels; half of it at most. */
const ROOM = 76;
/** As near as one comes to a single town. */
const NEAREST = 12;
/** How near one looks where no group is around. */
const ALONE = 9;

/** What sees the place in the middle, and the places of `groups` around it. */
export function cameraAround(
  {x, y}: WorldPoint,
  {width, height}: View,
  groups: readonly number[],
  {x: xs, y: ys}: {readonly x: ArrayLike<number>; readonly y: ArrayLike<number>},
): Camera {
  const room = (size: number): number => Math.max(size / 2 - ROOM, size / 4);
  let scale = groups.length > 0 ? Infinity : WORLD * 2 ** ALONE;
  for (const group of groups) {
    const across = xs[group]! - x;
    const far = Math.abs(across - Math.round(across));
    scale = Math.min(scale, room(width) / far, room(height) / Math.abs(ys[group]! - y));
  }
  return {x, y, zoom: Math.min(NEAREST, Math.log2(scale / WORLD))};
}

/** Paints the place: a dot in a ring, and how far off it may be. */
export function paintHere(
  context: CanvasRenderingContext2D,
  view: View,
  {palette: {halo, ink}, unit}: Look,
  world: WorldPoint,
  {accuracy, lat}: Spot,
): void {
  const [x, y] = [view.nearX(world.x), view.toY(world.y)];
  const circle = (radius: number): void => {
    context.beginPath();
    context.arc(x, y, radius, 0, 7);
  };
  context.save();
  context.strokeStyle = context.fillStyle = ink;
  const off = (accuracy / EQUATOR / Math.cos((lat * Math.PI) / 180)) * view.scale;
  if (off > 14 * unit) {
    circle(off);
    context.globalAlpha = 0.08;
    context.fill();
    context.globalAlpha = 1;
  }
  circle(10 * unit);
  context.lineWidth = 6 * unit;
  context.strokeStyle = halo;
  context.stroke();
  context.lineWidth = 2.5 * unit;
  context.strokeStyle = ink;
  context.stroke();
  circle(4 * unit);
  context.fill();
  context.restore();
}
