import type {Bundle} from '../../../network/space/tie-bundles.js';
import {addSeen} from './clip-curve.js';
import type {View} from './view.js';

/** How far a tie bends, as a share of its length: two that cross can be told apart. */
const BEND = 0.09;
/** Widths and dashes by state: both say so, one does, nobody was asked. */
const WIDTHS = [1.75, 1.5, 2];
const DASHES = [[], [9, 5], [2, 3.6]];

/**
 * Up to so many are a path each: long ones that cross each other in one path take twice as long, as what is inside of
 * it is told along all of it. Thousands are short, and more paths would cost more than they save.
 */
const FEW = 500;

/** How ties are stroked. */
export interface Stroke {
  /** The most lines, the first ones first. */
  readonly most: number;
  /** Pixels that count as one. */
  readonly unit: number;
  /** How many times as wide as usual. */
  readonly wide?: number;
  /** Pixels that are added to the width. */
  readonly more?: number;
  /** Without dashes, which cost six times as much as all the rest: while the picture moves nobody reads them. */
  readonly isPlain: boolean;
}

/** Strokes ties in the colour that is set. */
export function drawTies(
  context: CanvasRenderingContext2D,
  view: View,
  ties: readonly Bundle[],
  {most, unit, wide = 1, more = 0, isPlain}: Stroke,
): void {
  const strokes = new Map<number, Path2D[]>();
  const isFew = Math.min(most, ties.length) <= FEW;
  let drawn = 0;
  for (const {from, to, weight, state} of ties) {
    const x1 = view.nearX(from.x);
    const y1 = view.toY(from.y);
    // The short way round the world.
    const x2 = x1 + (to.x - from.x - Math.round(to.x - from.x)) * view.scale;
    const y2 = view.toY(to.y);
    const [cx, cy] = [(x1 + x2) / 2 + (y2 - y1) * BEND, (y1 + y2) / 2 - (x2 - x1) * BEND];
    if (Math.max(y1, y2, cy) < 0 || Math.min(y1, y2, cy) > view.height) continue;
    // Half of one that comes round the world is in one copy of it, and half in another.
    let shift = Math.ceil(-Math.max(x1, x2, cx) / view.scale) * view.scale;
    const last = view.width - Math.min(x1, x2, cx);
    if (shift > last) continue;
    if (++drawn > most) break;
    const heavy = Math.min(4, Math.floor(Math.log2(weight)));
    const key = state * 8 + heavy;
    const alike = strokes.get(key) ?? [];
    if (isFew || alike.length === 0) alike.push(new Path2D());
    strokes.set(key, alike);
    for (; shift <= last; shift += view.scale)
      addSeen(alike.at(-1)!, [x1 + shift, y1, cx + shift, cy, x2 + shift, y2], view.width, view.height);
  }
  // Thousands of dashes with round ends take several times as long, and at this width nobody sees that they are round.
  context.lineCap = 'butt';
  for (const [key, paths] of strokes) {
    const state = key >> 3;
    context.setLineDash(isPlain ? [] : DASHES[state]!.map((dash) => dash * unit));
    context.lineWidth = (WIDTHS[state]! + (key & 7) * 0.75 + more) * unit * wide;
    for (const path of paths) context.stroke(path);
  }
  context.setLineDash([]);
}
