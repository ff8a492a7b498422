import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {drawLand, type LandView} from '../../../../src/widgets/network-map/land/draw-land.js';
import {shapeOf, type Outline} from '../../../../src/widgets/network-map/land/outline.js';
import {FakeCanvas} from './fake-canvas.js';
import {isFilled} from './inside.js';

const PAINT = {land: 'land', sea: 'sea', edge: 'edge'};
const EMPTY: Outline = {land: [], water: [], rivers: [], borders: [], names: []};
const ring = (...points: number[]) => shapeOf(Float64Array.from(points));
const square = (west: number, north: number, size: number) =>
  ring(west, north, west + size, north, west + size, north + size, west, north + size);

/** A view of `width` by `height` pixels whose left upper corner is at `west`, `north` in a world of `scale` pixels. */
function viewOf(west: number, north: number, scale: number, width = 100, height = 100): LandView {
  return {
    toX: (x) => (x - west) * scale,
    toY: (y) => (y - north) * scale,
    west,
    north,
    east: west + width / scale,
    south: north + height / scale,
  };
}

function draw(outline: Partial<Outline>, view: LandView) {
  const canvas = new FakeCanvas();
  drawLand(canvas.context, {...EMPTY, ...outline}, view, PAINT);
  return canvas;
}

test('land is filled first, then water, then rivers and borders are drawn, and the canvas is left as it was', () => {
  const canvas = draw(
    {
      land: [square(0.1, 0.1, 0.8)],
      water: [square(0.3, 0.3, 0.1)],
      rivers: [ring(0.5, 0.5, 0.6, 0.6)],
      borders: [ring(0.2, 0.2, 0.2, 0.7)],
    },
    viewOf(0, 0, 100),
  );

  assert.deepEqual(
    canvas.painted.map(({how, color, dash, width}) => [how, color, dash.join(' '), width]),
    [
      ['fill', 'land', '', 1],
      ['fill', 'sea', '', 1],
      ['stroke', 'sea', '', 2.5],
      ['stroke', 'edge', '8 4 2 4', 1.5],
    ],
  );
  assert.equal(canvas.depth, 0);
});

test('what is out of view is left out', () => {
  const [land] = draw(
    {land: [square(0.1, 0.1, 0.1), square(0.6, 0.6, 0.1)]},
    viewOf(0.55, 0.55, 500),
  ).painted;

  assert.equal(land!.paths.length, 1);
});

test('a view over the antimeridian shows both sides of the world, in one path', () => {
  const [land] = draw(
    {land: [square(0, 0.4, 0.02), square(0.98, 0.4, 0.02)]},
    viewOf(0.95, 0.35, 1000),
  ).painted;

  assert.deepEqual(
    land!.paths.map((path) => path.points.map(Math.round)),
    [
      [30, 50, 50, 50, 50, 70, 30, 70],
      [50, 50, 70, 50, 70, 70, 50, 70],
    ],
  );
  assert.ok(land!.paths.every(({closed}) => closed));
});

test('a view of several worlds shows as many', () => {
  const [land] = draw({land: [square(0.4, 0.4, 0.1)]}, viewOf(-1, 0, 40, 120)).painted;

  assert.deepEqual(
    land!.paths.map(({points}) => Math.round(points[0]!)),
    [16, 56, 96],
  );
});

test('points that nobody can tell apart are drawn once', () => {
  const coast = Array.from({length: 1000}, (_, at) => [at / 1000, 0.5 + (at % 2) / 10_000]).flat();
  const [land] = draw({land: [ring(...coast, 1, 1, 0, 1)]}, viewOf(0, 0, 100)).painted;

  assert.ok(land!.paths[0]!.points.length < 320);
});

test('a border is begun anew where it comes into view, and not drawn beside it', () => {
  const zigzag = [0, 0.5, 0.1, 0.5, 0.2, 0.5, 0.45, 0.5, 0.55, 0.5, 0.8, 0.5, 0.9, 0.5];
  const [, , , borders] = draw({borders: [ring(...zigzag)]}, viewOf(0.4, 0.4, 500)).painted;

  assert.deepEqual(
    borders!.paths.filter(({points}) => points.length > 2).map(({points}) => points.map(Math.round)),
    [[-100, 50, 25, 50, 75, 50, 200, 50]],
  );
});

test('whatever is left out, the same is land in view', () => {
  const unit = fc.double({min: 0, max: 1, noNaN: true});
  const shape = fc
    .array(unit, {minLength: 6, maxLength: 60})
    .map((values) => values.slice(0, values.length & ~1));
  fc.assert(
    fc.property(
      shape,
      unit,
      unit,
      fc.array(fc.tuple(unit, unit), {minLength: 5}),
      (points, left, top, spots) => {
        const view = viewOf(left * 0.9, top * 0.9, 20_000, 2_000, 2_000);
        const land = ring(...points);

        const [drawn] = draw({land: [land]}, view).painted;

        for (const [across, down] of spots) {
          const [x, y] = [view.west + across * 0.1, view.north + down * 0.1];
          // On the very edge rounding decides.
          if (distanceTo(points, x, y) < 1e-4) continue;
          const shown = isFilled(drawn!.paths, view.toX(x), view.toY(y));
          assert.equal(shown, isFilled([land], x, y));
        }
      },
    ),
    {numRuns: 300},
  );
});

function distanceTo(points: readonly number[], x: number, y: number): number {
  let nearest = Infinity;
  for (let at = 0; at < points.length; at += 2) {
    const next = (at + 2) % points.length;
    const [dx, dy] = [points[next]! - points[at]!, points[next + 1]! - points[at + 1]!];
    const along = ((x - points[at]!) * dx + (y - points[at + 1]!) * dy) / (dx * dx + dy * dy || 1);
    const part = Math.max(0, Math.min(1, along));
    nearest = Math.min(nearest, Math.hypot(x - points[at]! - part * dx, y - points[at + 1]! - part * dy));
  }
  return nearest;
}
