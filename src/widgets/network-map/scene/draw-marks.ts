import {petalPath} from '../../../ui/flower/geometry.js';
import type {Bloom} from './blooms.js';
import {MARK_PATHS} from './marks.js';
import type {Palette} from './palette.js';

const paths = new Map<string, Path2D>();
function pathOf(text: string): Path2D {
  let path = paths.get(text);
  if (!path) paths.set(text, (path = new Path2D(text)));
  return path;
}

/** Draws what a mark stands for with its middle at 0 0: the shape of one kind, or a flower with a petal for each. */
export function drawBloom(
  context: CanvasRenderingContext2D,
  bloom: Bloom,
  {halo, kinds, surface, text}: Palette,
): void {
  const {counts, radius, heart} = bloom;
  const shape = (path: Path2D, size: number, turn: number, colour: string): void => {
    context.save();
    context.rotate(turn);
    context.scale(size, size);
    context.fillStyle = colour;
    context.fill(path);
    context.restore();
  };
  if (!heart) {
    const kind = counts.indexOf(1);
    const path = pathOf(MARK_PATHS[kind]!);
    shape(path, radius + 2.5, 0, halo);
    shape(path, radius, 0, kinds[kind]!);
    return;
  }
  const most = Math.max(...counts);
  const there = counts.flatMap((count, kind) => (count > 0 ? [{count, kind}] : []));
  const petals = there.map(({count, kind}, at) => ({
    path: pathOf(petalPath(Math.max(3, there.length), Math.round(58 + 42 * Math.sqrt(count / most)))),
    turn: (2 * Math.PI * at) / there.length,
    kind,
  }));
  disc(context, radius * 0.55, halo);
  for (const {path, turn} of petals) shape(path, (radius + 2.5) / 100, turn, halo);
  for (const {path, turn, kind} of petals) shape(path, radius / 100, turn, kinds[kind]!);
  disc(context, Math.max(10 + Math.max(0, heart.length - 2) * 2.5, radius * 0.42), surface);
  context.fillStyle = text;
  context.fillText(heart, 0, 1);
}

/** A filled circle around 0 0. */
function disc(context: CanvasRenderingContext2D, radius: number, colour: string): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, 7);
  context.fillStyle = colour;
  context.fill();
}
