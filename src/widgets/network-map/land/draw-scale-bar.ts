import {unprojectMercator} from '../../../network/space/mercator.js';
import {roundDown} from './round-numbers.js';

/** The longest a bar gets, in pixels; steps of 1, 2 and 5 leave it 48 at least. */
const LONGEST = 120;
/** Once round the equator, in metres, as Web Mercator measures the Earth. */
const EQUATOR = 2 * Math.PI * 6_378_137;

/** A unit as `Intl.NumberFormat` names it, and its metres. */
const METRIC = [
  ['kilometer', 1000],
  ['meter', 1],
] as const;
const IMPERIAL = [
  ['mile', 1609.344],
  ['foot', 0.3048],
] as const;

/** How long a bar is, in pixels, and what that is on the ground. */
export interface ScaleBar {
  readonly pixels: number;
  readonly value: number;
  readonly unit: 'kilometer' | 'meter' | 'mile' | 'foot';
}

/**
 * The longest bar of a round length that fits, at the height `y` of the map, where the world is `worldWide` pixels
 * wide: a Mercator map has a scale of its own at every latitude.
 */
export function scaleBar(worldWide: number, y: number, miles: boolean): ScaleBar {
  const {lat} = unprojectMercator(0, Math.max(0, Math.min(1, y)));
  const perPixel = (EQUATOR * Math.cos((lat * Math.PI) / 180)) / worldWide;
  const units = miles ? IMPERIAL : METRIC;
  const [unit, metres] = units.find(([, each]) => each <= LONGEST * perPixel) ?? units[1];
  const value = roundDown((LONGEST * perPixel) / metres);
  return {pixels: (value * metres) / perPixel, value, unit};
}

/** Draws the bar from its lower left corner, and `label`, such as "20 km", above its left end. */
export function drawScaleBar(
  context: CanvasRenderingContext2D,
  {pixels}: ScaleBar,
  label: string,
  {x, y, color, font}: {x: number; y: number; color: string; font: string},
): void {
  context.save();
  context.strokeStyle = context.fillStyle = color;
  context.lineWidth = 1.5;
  context.font = font;
  context.textAlign = 'left';
  context.textBaseline = 'bottom';
  context.beginPath();
  context.moveTo(x, y - 5);
  context.lineTo(x, y);
  context.lineTo(x + pixels, y);
  context.lineTo(x + pixels, y - 5);
  context.stroke();
  context.fillText(label, x + 4, y - 4);
  context.restore();
}
