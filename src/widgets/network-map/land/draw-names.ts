import type {LandView} from './draw-land.js';
import type {Name} from './outline.js';

/** How names of lakes and rivers are written: the colours, a font as a canvas takes it, and how high that is in pixels. */
export interface NamePaint {
  readonly label: string;
  /** The colour round the letters. */
  readonly halo: string;
  readonly font: string;
  readonly high: number;
}

/**
 * Writes the names that are in view, each where it is no wider than what it names and where nothing is written yet: a
 * box is asked for by its edges, in pixels.
 */
export function drawNames(
  context: CanvasRenderingContext2D,
  names: readonly Name[],
  {toX, toY, west, north, east, south}: LandView,
  {label, halo, font, high}: NamePaint,
  isFree: (box: readonly [left: number, top: number, right: number, bottom: number]) => boolean,
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
    const {width} = context.measureText(text);
    if (y < north || y > south || width > room * wide) continue;
    for (let copy = Math.ceil(west - x); x + copy <= east; copy++) {
      const [left, top] = [toX(x + copy), toY(y)];
      if (!isFree([left - width / 2, top - high / 2, left + width / 2, top + high / 2])) continue;
      context.strokeText(text, left, top);
      context.fillText(text, left, top);
    }
  }
  context.restore();
}
