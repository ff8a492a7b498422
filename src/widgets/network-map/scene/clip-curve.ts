/** How often a curve is halved at most: what is left of one across the world is then a few pixels long. */
const HALVINGS = 14;

/** A quadratic curve: its start, its control point and its end, in pixels. */
export type Curve = readonly [x0: number, y0: number, cx: number, cy: number, x1: number, y1: number];

/**
 * Adds to `path` the parts of a curve that may be seen on a canvas of this size, in halves of it that are no longer
 * than the canvas: of a dashed line that leads far away every dash is paid for, whether it is seen or not.
 */
export function addSeen(
  path: Pick<Path2D, 'moveTo' | 'quadraticCurveTo'>,
  [x0, y0, cx, cy, x1, y1]: Curve,
  width: number,
  height: number,
  halvings = HALVINGS,
): void {
  const [west, east] = [Math.min(x0, cx, x1), Math.max(x0, cx, x1)];
  const [north, south] = [Math.min(y0, cy, y1), Math.max(y0, cy, y1)];
  if (east < 0 || west > width || south < 0 || north > height) return;
  const isInside = west >= -width && east <= 2 * width && north >= -height && south <= 2 * height;
  if (isInside || halvings === 0) {
    path.moveTo(x0, y0);
    path.quadraticCurveTo(cx, cy, x1, y1);
    return;
  }
  const [ax, ay, bx, by] = [(x0 + cx) / 2, (y0 + cy) / 2, (cx + x1) / 2, (cy + y1) / 2];
  const [mx, my] = [(ax + bx) / 2, (ay + by) / 2];
  addSeen(path, [x0, y0, ax, ay, mx, my], width, height, halvings - 1);
  addSeen(path, [mx, my, bx, by, x1, y1], width, height, halvings - 1);
}
