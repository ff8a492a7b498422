import assert from 'node:assert/strict';
import {test} from 'node:test';

import fc from 'fast-check';

import {metresBetween} from '../../../src/network/space/distance.js';

const place = fc.record({
  lon: fc.double({min: -180, max: 180, noNaN: true}),
  lat: fc.double({min: -90, max: 90, noNaN: true}),
});

/** The same by other means: the angle between two arrows from the middle of the ball. */
function byArrows(one: {lon: number; lat: number}, other: {lon: number; lat: number}): number {
  const arrow = ({lon, lat}: {lon: number; lat: number}): readonly [number, number, number] => {
    const [east, north] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
    return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
  };
  const [[a, b, c], [x, y, z]] = [arrow(one), arrow(other)];
  const cross = Math.hypot(b * z - c * y, c * x - a * z, a * y - b * x);
  return 6_371_009 * Math.atan2(cross, a * x + b * y + c * z);
}

test('places are as far apart as the angle between them says, whichever is named first', () => {
  fc.assert(
    fc.property(place, place, (one, other) => {
      const metres = metresBetween(one, other);

      assert.ok(Math.abs(metres - byArrows(one, other)) < 1);
      assert.ok(Math.abs(metres - metresBetween(other, one)) < 1e-3);
    }),
  );
});

test('towns that people know are as far apart as they know, also across the antimeridian', () => {
  const kilometres = (a: readonly [number, number], b: readonly [number, number]): number =>
    Math.round(metresBetween({lat: a[0], lon: a[1]}, {lat: b[0], lon: b[1]}) / 1_000);

  assert.equal(kilometres([39.53, -119.81], [39.16, -119.77]), 41);
  assert.equal(kilometres([52.52, 13.41], [48.86, 2.35]), 878);
  assert.equal(kilometres([0, 179.5], [0, -179.5]), 111);
  assert.ok(Number.isNaN(metresBetween({lat: 0, lon: 0}, {lat: NaN, lon: 0})));
});
