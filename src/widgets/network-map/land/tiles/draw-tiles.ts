import type {View} from '../../scene/view.js';
import {childrenOf, MOST_DRAWN, parentOf, type SeenTile, type Tile} from './tiles-in-view.js';

/**
 * Draws each tile; where it is not here yet, what a coarser one shows of it, or the finer ones that are. No more than
 * {@link MOST_DRAWN} pictures; how many it were.
 */
export function drawTiles(
  context: CanvasRenderingContext2D,
  view: View,
  tiles: readonly SeenTile[],
  imageOf: (tile: Tile) => HTMLImageElement | undefined,
): number {
  // Edges lie on whole pixels of the screen, or a seam would show between two tiles.
  const {a: density} = context.getTransform();
  const snap = (pixels: number): number => Math.round(pixels * density) / density;
  let left = MOST_DRAWN;
  const draw = ({z, y, column}: SeenTile, image: HTMLImageElement, of: Tile): void => {
    if (left-- <= 0) return;
    const count = 2 ** z;
    const [west, north] = [snap(view.toX(column / count)), snap(view.toY(y / count))];
    const [east, south] = [snap(view.toX((column + 1) / count)), snap(view.toY((y + 1) / count))];
    // What of the picture is this tile: all of it, or a part of a coarser one.
    const parts = 2 ** (z - of.z);
    const [wide, tall] = [image.naturalWidth / parts, image.naturalHeight / parts];
    const across = ((column % parts) + parts) % parts;
    context.drawImage(
      image,
      across * wide,
      (y % parts) * tall,
      wide,
      tall,
      west,
      north,
      east - west,
      south - north,
    );
  };
  context.save();
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  const missing: SeenTile[] = [];
  for (const tile of tiles) {
    let of: Tile = tile;
    let image = imageOf(of);
    while (!image && of.z > 0) image = imageOf((of = parentOf(of)));
    if (image) draw(tile, image, of);
    else missing.push(tile);
  }
  for (const tile of missing)
    for (const child of childrenOf(tile)) {
      const image = imageOf(child);
      if (image) draw({...child, column: 2 * tile.column + (child.x & 1)}, image, child);
    }
  context.restore();
  return MOST_DRAWN - Math.max(0, left);
}
