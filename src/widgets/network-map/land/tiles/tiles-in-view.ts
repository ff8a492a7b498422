import type {View} from '../../scene/view.js';

/** The most pictures that are drawn with one frame. */
export const MOST_DRAWN = 40;

/** One tile: how near, and which column and row of all that there are. */
export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** A tile, and which column of a world that goes on and on it is drawn at. */
export interface SeenTile extends Tile {
  readonly column: number;
}

/**
 * The tiles that cover what is in view, those in the middle first; never more than {@link MOST_DRAWN}, coarser ones
 * where it would be more. Across the antimeridian; none beyond the poles, where there is no world.
 */
export function tilesInView({x, y, zoom, west, east, north, south}: View): readonly SeenTile[] {
  for (let z = Math.max(0, Math.round(zoom)); z >= 0; z--) {
    const count = 2 ** z;
    const [left, right] = [Math.floor(west * count), Math.ceil(east * count)];
    const [top, bottom] = [Math.max(0, Math.floor(north * count)), Math.min(count, Math.ceil(south * count))];
    if ((right - left) * (bottom - top) > MOST_DRAWN) continue;
    const seen: SeenTile[] = [];
    for (let row = top; row < bottom; row++)
      for (let column = left; column < right; column++)
        seen.push({z, x: ((column % count) + count) % count, y: row, column});
    const far = (tile: SeenTile) => Math.hypot(tile.column + 0.5 - x * count, tile.y + 0.5 - y * count);
    return seen.sort((one, other) => far(one) - far(other));
  }
  return [];
}

/** The tile that has this one in it. */
export const parentOf = ({z, x, y}: Tile): Tile => ({z: z - 1, x: x >> 1, y: y >> 1});

/** The four tiles that this one has in it. */
export const childrenOf = ({z, x, y}: Tile): readonly Tile[] =>
  [0, 1, 2, 3].map((at) => ({z: z + 1, x: 2 * x + (at & 1), y: 2 * y + (at >> 1)}));
