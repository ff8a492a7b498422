import type {Outline, Shape} from './outline.js';

/**
 * Where the world is on the canvas. `toX` and `toY` turn world units into pixels, evenly; the bounds are what is in
 * view, in world units, and go below 0 or above 1 where the view crosses the antimeridian.
 */
export interface LandView {
  toX(x: number): number;
  toY(y: number): number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** Colours as a canvas takes them. */
export interface LandPaint {
  readonly land: string;
  readonly sea: string;
  readonly edge: string;
}

/** Points nearer to the last one than this, in pixels, make no difference that anybody sees. */
const NEAR = 0.7;

/**
 * Draws land, water, rivers and borders, once for each copy of the world in view. The sea itself is the canvas as it
 * was: an outline of a region can be drawn over one of the world.
 */
export function drawLand(
  context: CanvasRenderingContext2D,
  {land, water, rivers, borders}: Outline,
  view: LandView,
  paint: LandPaint,
): void {
  const fill = (shapes: readonly Shape[], color: string) => {
    context.fillStyle = color;
    trace(context, shapes, view, true);
    context.fill();
  };
  const stroke = (shapes: readonly Shape[], color: string, width: number) => {
    context.strokeStyle = color;
    context.lineWidth = width;
    trace(context, shapes, view, false);
    context.stroke();
  };
  context.save();
  context.lineJoin = 'round';
  fill(land, paint.land);
  fill(water, paint.sea);
  stroke(rivers, paint.sea, 2.5);
  context.setLineDash([8, 4, 2, 4]);
  stroke(borders, paint.edge, 1.5);
  context.restore();
}

/**
 * Makes the shapes in view the path of `context`. All copies of the world are in one path, or a seam would show
 * between them.
 *
 * Points that only lead past the view are left out: of a ring all but their last, of a line all, which is then begun
 * anew where it comes into view. A border dashed along a whole continent would hold up every frame.
 */
function trace(
  context: CanvasRenderingContext2D,
  shapes: readonly Shape[],
  {toX, toY, west, north, east, south}: LandView,
  closed: boolean,
): void {
  const left = toX(0);
  const top = toY(0);
  const wide = toX(1) - left;
  const tall = toY(1) - top;
  // What is as near to the view as a line is wide shows in it.
  const margin = 4 / wide;
  /** On which sides of the view a point lies, as bits: two that share one are joined out of sight. */
  const sideOf = (x: number, y: number) =>
    (x < west - margin ? 1 : x > east + margin ? 2 : 0) |
    (y < north - margin ? 4 : y > south + margin ? 8 : 0);
  context.beginPath();
  for (let copy = Math.floor(west); copy < east; copy++)
    for (const shape of shapes) {
      if (sideOf(shape.west + copy, shape.north) & sideOf(shape.east + copy, shape.south)) continue;
      const {points} = shape;
      const end = points.length - 2;
      let drawnX = 0;
      let drawnY = 0;
      let beforeX = 0;
      let beforeY = 0;
      let beyond = 0;
      let skipped = false;
      for (let at = 0; at <= end; at += 2) {
        const worldX = points[at]! + copy;
        const worldY = points[at + 1]!;
        const x = left + worldX * wide;
        const y = top + worldY * tall;
        const side = sideOf(worldX, worldY);
        if (at > 0 && beyond & side) {
          beyond &= side;
          skipped = true;
        } else {
          if (skipped) {
            if (closed) context.lineTo(beforeX, beforeY);
            else context.moveTo(beforeX, beforeY);
            drawnX = beforeX;
            drawnY = beforeY;
            skipped = false;
          }
          if (at === 0) context.moveTo(x, y);
          else if (at === end || Math.abs(x - drawnX) + Math.abs(y - drawnY) > NEAR) context.lineTo(x, y);
          else continue;
          drawnX = x;
          drawnY = y;
          beyond = side;
        }
        beforeX = x;
        beforeY = y;
      }
      if (closed) {
        if (skipped) context.lineTo(beforeX, beforeY);
        context.closePath();
      }
    }
}
