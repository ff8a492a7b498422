import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {projectMercator, unprojectMercator} from '../../../src/network/space/mercator.js';
import {SortedPoints} from '../../../src/network/space/sorted-points.js';
import {placed, positions} from './fixture.js';

test('each square has exactly the points that lie in it, at every level', () => {
  fc.assert(
    fc.property(positions, fc.nat({max: 30}), fc.nat(), (groups, level, pick) => {
      const points = new SortedPoints(groups.x, groups.y);
      const all = placed(groups);
      const side = 2 ** level;
      const cell = (value: number): number => Math.min(side - 1, Math.floor(value * side));
      const around = all[pick % Math.max(1, all.length)];
      const column = around === undefined ? 0 : cell(groups.x[around]!);
      const row = around === undefined ? 0 : cell(groups.y[around]!);

      const {start, end} = points.square(level, column, row);

      const inside = all.filter((one) => cell(groups.x[one]!) === column && cell(groups.y[one]!) === row);
      assert.deepEqual(
        [...points.order.subarray(start, end)].toSorted((a, b) => a - b),
        inside,
      );
    }),
  );
});

test('more points than fit a narrow sort come out in the same order', () => {
  const size = 30_000;
  const x = Float64Array.from({length: size}, (_, i) => ((i * 7919) % size) / size);
  const y = Float64Array.from({length: size}, (_, i) => ((i * 104_729) % size) / size / 1000);

  const {order} = new SortedPoints(x, y);

  const some = new SortedPoints(x.subarray(0, 15_000), y.subarray(0, 15_000));
  assert.deepEqual(
    [...order].filter((point) => point < 15_000),
    [...some.order],
  );
});

test('a place comes back from the picture where it was', () => {
  fc.assert(
    fc.property(
      fc.double({min: -179.999, max: 179.999, noNaN: true}),
      fc.double({min: -85, max: 85, noNaN: true}),
      (lon, lat) => {
        const {x, y} = projectMercator(lon, lat);
        const back = unprojectMercator(x, y);

        assert.ok(Math.abs(back.lon - lon) < 1e-9 && Math.abs(back.lat - lat) < 1e-9);
      },
    ),
  );
});

test('the middle, the edges and what is beyond them are where Web Mercator has them', () => {
  assert.deepEqual(projectMercator(0, 0), {x: 0.5, y: 0.5});
  assert.deepEqual(projectMercator(-180, 90), {x: 0, y: 0});
  assert.deepEqual(projectMercator(270, -90), {x: 0.25, y: 1});
  assert.ok(Number.isNaN(projectMercator(NaN, 0).x) && Number.isNaN(projectMercator(0, NaN).y));
});
