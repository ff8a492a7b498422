import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';

import {pack, type Sheet} from '../../../src/network/layout/pack.js';

const side = fc.double({min: 0.5, max: 40, noNaN: true});
const boxes = fc.array(fc.record({width: side, height: side}), {maxLength: 40});

const last = (sheets: Iterable<Sheet>): Sheet => [...sheets].at(-1)!;

test('boxes and single places lie on the sheet, and none on another', () => {
  fc.assert(
    fc.property(boxes, fc.integer({min: 0, max: 30}), (all, singles) => {
      const sheet = last(pack(all, singles, 2));

      const placed = [
        ...all.map((box, i) => ({...box, ...sheet.boxes[i]!})),
        ...sheet.singles.map((middle) => ({width: 2, height: 2, ...middle})),
      ];
      for (const [i, one] of placed.entries()) {
        assert.ok(one.x - one.width / 2 > -1e-9 && one.x + one.width / 2 < sheet.width + 1e-9);
        assert.ok(one.y - one.height / 2 > -1e-9 && one.y + one.height / 2 < sheet.height + 1e-9);
        for (const other of placed.slice(i + 1)) {
          const aside = Math.abs(one.x - other.x) - (one.width + other.width) / 2;
          const below = Math.abs(one.y - other.y) - (one.height + other.height) / 2;
          assert.ok(Math.max(aside, below) > -1e-9);
        }
      }
    }),
  );
});

test('many boxes of one size leave little of the sheet empty', () => {
  const all = Array.from({length: 50}, () => ({width: 3, height: 2}));

  const {width, height} = last(pack(all, 0, 2));

  assert.ok((50 * 6) / (width * height) > 0.85);
  assert.ok(width > 0.8 * height && width < 2 * height);
});

test('each sheet is at least as good as the one before', () => {
  fc.assert(
    fc.property(boxes, (all) => {
      const sizes = [...pack(all, 3, 2)].map(({width, height}) => Math.max(width / 1.25, height));

      assert.deepEqual(
        sizes,
        sizes.toSorted((a, b) => b - a),
      );
    }),
  );
});
