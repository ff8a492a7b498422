import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import {addSeen, type Curve} from '../../../../src/widgets/network-map/scene/clip-curve.js';

const WIDTH = 800;
const HEIGHT = 600;

/** The pieces that are added, each as a curve. */
function piecesOf(curve: Curve): Curve[] {
  const pieces: Curve[] = [];
  let at: readonly [number, number] = [NaN, NaN];
  const path = {
    moveTo: (x: number, y: number) => void (at = [x, y]),
    quadraticCurveTo: (...rest: [number, number, number, number]) => void pieces.push([...at, ...rest]),
  };
  addSeen(path, curve, WIDTH, HEIGHT);
  return pieces;
}

function pointAt([x0, y0, cx, cy, x1, y1]: Curve, t: number): readonly [number, number] {
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
  return [a * x0 + b * cx + c * x1, a * y0 + b * cy + c * y1];
}

const far = fc.double({min: -1e6, max: 1e6, noNaN: true});
const curves = fc.tuple(far, far, far, far, far, far);

describe('a tie that leads out of the picture', () => {
  it('is drawn wherever it can be seen', () => {
    const inside = fc.tuple(fc.integer({min: 0, max: WIDTH}), fc.integer({min: 0, max: HEIGHT}));
    fc.assert(
      fc.property(curves, fc.double({min: 0, max: 1, noNaN: true}), inside, (any, t, [x, y]) => {
        // Moved so that it goes through a point that is seen.
        const [ax, ay] = pointAt(any, t);
        const curve = any.map((at, index) => at + (index % 2 === 0 ? x - ax : y - ay)) as unknown as Curve;

        const near = piecesOf(curve).some((piece) =>
          Array.from({length: 2001}, (_, step) => pointAt(piece, step / 2000)).some(
            ([px, py]) => Math.hypot(px - x, py - y) < 3,
          ),
        );

        assert.ok(near, `${t} of ${curve.join()}`);
      }),
      {numRuns: 200},
    );
  });

  it('is drawn in one piece where it stays near, and costs little where it leads far away', () => {
    const near: Curve = [10, 10, 200, 300, 700, 500];
    assert.deepEqual(piecesOf(near), [near]);

    fc.assert(fc.property(curves, (curve) => assert.ok(piecesOf(curve).length <= 40)));
  });
});
