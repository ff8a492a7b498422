import type {LandView} from './draw-land.js';
import type {Name} from './outline.js';

/** How names of lakes and rivers are written: the colours, and a font as a canvas takes it. */
export interface NamePaint {
  readonly label: string;
  /** The colour round the letters. */
  readonly halo: string;
  readonly font: string;
}

/** Writes the names that are in view, each where it is no wider than what it names. */
export function drawNames(
  context: CanvasRenderingContext2D,
  names: readonly Name[],
  {toX, toY, west, north, east, south}: LandView,
  {label, halo, font}: NamePaint,
): void {
  const wide = toX(1) - toX(0);
  context.save();
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = halo;
  context.fillStyle = label;
  for (const {text, x, y, room} of names) {
    if (y < north || y > south || context.measureText(text).width > room * wide) continue;
    for (let copy = Math.ceil(west - x); x + copy <= east; copy++) {
      context.strokeText(text, toX(x + copy), toY(y));
      context.fillText(text, toX(x + copy), toY(y));
    }
  }
  context.restore();
}
