import assert from 'node:assert/strict';
import {test} from 'node:test';
import {brotliCompressSync} from 'node:zlib';
import {projectMercator} from '../../../../src/network/space/mercator.js';
import {decodeOutline} from '../../../../src/widgets/network-map/land/outline.js';
import {WORLD_110M} from '../../../../src/widgets/network-map/land/world-110m.js';
import {WORLD_50M} from '../../../../src/widgets/network-map/land/world-50m.js';
import {isFilled} from './inside.js';

const LAND = {
  Reno: [-119.8, 39.5],
  Nairobi: [36.8, -1.3],
  Ulaanbaatar: [106.9, 47.9],
  'Alice Springs': [133.9, -23.7],
  Nuuk: [-45, 68],
  Chukotka: [-178, 67],
  'the Chukotka of the other side': [178, 67],
  'the South Pole': [30, -84],
};
const SEA = {
  'the middle of the Atlantic': [-40, 30],
  'the Caspian Sea': [51, 41.5],
  'the Bay of Bengal': [88, 14],
  'the Mediterranean': [18, 35],
  'the Pacific by the date line': [179.9, 20],
  'the Pacific beyond it': [-179.9, -40],
  'the Arctic Ocean': [-170, 82],
  'Hudson Bay': [-86, 60],
};

for (const [name, text] of Object.entries({WORLD_110M, WORLD_50M})) {
  const outline = decodeOutline(text);

  test(`${name} tells land from sea`, () => {
    for (const [place, [lon, lat]] of Object.entries(LAND)) {
      const {x, y} = projectMercator(lon!, lat!);
      assert.ok(isFilled(outline.land, x, y), `${place} is on land`);
    }
    for (const [place, [lon, lat]] of Object.entries(SEA)) {
      const {x, y} = projectMercator(lon!, lat!);
      assert.ok(!isFilled(outline.land, x, y), `${place} is sea`);
    }
  });

  test(`${name} lies in the square, and no line of it smears across`, () => {
    for (const shape of [...outline.land, ...outline.borders]) {
      const {points, west, north, east, south} = shape;
      assert.ok(west >= 0 && north >= 0 && east <= 1 && south <= 1);
      for (let at = 0; at < points.length; at += 2) {
        const [x, y] = [points[at]!, points[at + 1]!];
        assert.ok(x >= west && x <= east && y >= north && y <= south);
        // Antarctica is cut at the lower edge, which is a line as wide as the world.
        if (at > 0 && !(y === 1 && points[at - 1] === 1)) assert.ok(Math.abs(x - points[at - 2]!) < 0.1);
      }
    }
  });

  test(`${name} names no point of a ring twice in a row`, () => {
    for (const {points} of outline.land) {
      assert.ok(points.length >= 6);
      for (let at = 0; at < points.length; at += 2) {
        const next = (at + 2) % points.length;
        assert.ok(points[at] !== points[next] || points[at + 1] !== points[next + 1]);
      }
    }
  });

  test(`${name} needs no escape in a string`, () => {
    assert.match(text, /^[ !#-[\]-~\d]+$/);
  });
}

test('the first outline is light, and has no borders; the second one has them', () => {
  assert.ok(brotliCompressSync(WORLD_110M).length <= 2_500);
  assert.ok(brotliCompressSync(WORLD_50M).length <= 42_000);
  assert.equal(decodeOutline(WORLD_110M).borders.length, 0);
  assert.ok(decodeOutline(WORLD_50M).borders.length > 150);
});

test('steps are read as they are written, those of two characters too', () => {
  // 0 is `?`, 1 is `@`, -1 is `>`, 28 is `[`; `o#` is 1 * 57 - 28.
  const {land, borders} = decodeOutline('100!@@[?>[ o#?@@??!>>?@');

  assert.deepEqual(
    land.map(({points}) => [...points]),
    [
      [0.01, 0.01, 0.29, 0.01, 0.28, 0.29],
      [0.57, 0.29, 0.58, 0.3, 0.58, 0.3],
    ],
  );
  assert.deepEqual(
    borders.map(({points, west, north, east, south}) => [...points, west, north, east, south]),
    [[0.57, 0.29, 0.57, 0.3, 0.57, 0.29, 0.57, 0.3]],
  );
});
