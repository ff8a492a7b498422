import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';

import {repulsionOf} from '../../../src/network/layout/repulsion.js';

const coordinate = fc.oneof(
  fc.double({min: -50, max: 50, noNaN: true}),
  fc.integer({min: -4, max: 4}),
  fc.integer({min: 0, max: 400}).map((step) => step / 1000),
);
const points = fc.array(fc.record({x: coordinate, y: coordinate, mass: fc.integer({min: 1, max: 9})}), {
  minLength: 1,
  maxLength: 150,
});

type Points = readonly {readonly x: number; readonly y: number; readonly mass: number}[];

function pushesOn(all: Points, most: number): {pushX: Float64Array; pushY: Float64Array} {
  const repulsion = repulsionOf(Float64Array.from(all, ({mass}) => mass));
  repulsion.start(
    Float64Array.from(all, ({x}) => x),
    Float64Array.from(all, ({y}) => y),
  );
  while (!repulsion.done()) repulsion.walk(most);
  return repulsion;
}

test('the push on each point is nearly the sum of all others, one by one', () => {
  fc.assert(
    fc.property(points, (all) => {
      const {pushX, pushY} = pushesOn(all, Infinity);

      let [error, total] = [0, 0];
      for (const [i, point] of all.entries()) {
        let [x, y] = [0, 0];
        for (const other of all) {
          const [dx, dy] = [point.x - other.x, point.y - other.y];
          const square = dx * dx + dy * dy;
          // Those on one spot have no direction; the test looks at the rest.
          if (square < 1e-6) continue;
          const push = other.mass / (square * Math.sqrt(1 + square / 36));
          x += push * dx;
          y += push * dy;
        }
        const alone = all.every(
          (other) => other === point || Math.hypot(other.x - point.x, other.y - point.y) > 1e-3,
        );
        if (!alone) continue;
        error += (pushX[i]! - x) ** 2 + (pushY[i]! - y) ** 2;
        total += x * x + y * y;
      }
      assert.ok(Math.sqrt(error) <= 0.12 * Math.sqrt(total) + 1e-9, `${Math.sqrt(error / total)}`);
    }),
  );
});

test('pushes come in pairs: all together they move nothing', () => {
  fc.assert(
    fc.property(points, (all) => {
      const {pushX, pushY} = pushesOn(all, Infinity);

      for (const push of [pushX, pushY]) {
        const total = all.reduce((sum, {mass}, i) => sum + mass * push[i]!, 0);
        const size = all.reduce((sum, {mass}, i) => sum + mass * Math.abs(push[i]!), 0);
        assert.ok(Math.abs(total) <= 1e-9 * size + 1e-9);
      }
    }),
  );
});

test('it does not matter in how many steps it is done', () => {
  fc.assert(
    fc.property(points, fc.integer({min: 1, max: 500}), (all, most) => {
      const [once, stepwise] = [pushesOn(all, Infinity), pushesOn(all, most)];

      assert.deepEqual([stepwise.pushX, stepwise.pushY], [once.pushX, once.pushY]);
    }),
  );
});

test('all points on one spot are pushed apart', () => {
  const {pushX} = pushesOn(
    Array.from({length: 40}, () => ({x: 1, y: 1, mass: 1})),
    Infinity,
  );

  assert.equal(new Set(pushX).size, 40);
  assert.ok(pushX.every(Number.isFinite));
});
