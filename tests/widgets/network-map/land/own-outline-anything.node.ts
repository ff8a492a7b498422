import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {readOutline} from '../../../../src/widgets/network-map/land/own-outline.js';

const feature = (properties: unknown, geometry: unknown) => ({type: 'Feature', properties, geometry});
const collection = (...features: readonly unknown[]) => ({type: 'FeatureCollection', features});

const small = fc.jsonValue({maxDepth: 2});
const place = fc.oneof(
  fc.tuple(fc.double(), fc.double()),
  fc.tuple(fc.double({min: -360, max: 360}), fc.double({min: -90, max: 90})),
  fc.tuple(fc.constantFrom(-180, 0, 180, 179.9, -179.9, 360), fc.constantFrom(-90, 0, 90, 45)),
);
const ring = fc.oneof(fc.array(place, {maxLength: 12}), fc.array(small, {maxLength: 4}));
const geometry = fc.letrec((tie) => ({
  any: fc.oneof(
    {maxDepth: 2},
    fc.record({type: fc.constant('Polygon'), coordinates: fc.array(ring, {maxLength: 3})}),
    fc.record({
      type: fc.constant('MultiPolygon'),
      coordinates: fc.array(fc.array(ring, {maxLength: 2}), {maxLength: 2}),
    }),
    fc.record({type: fc.constant('LineString'), coordinates: ring}),
    fc.record({type: fc.constant('MultiLineString'), coordinates: fc.array(ring, {maxLength: 3})}),
    fc.record({type: fc.constant('GeometryCollection'), geometries: fc.array(tie('any'), {maxLength: 3})}),
    small,
  ),
})).any;
const anything = fc.oneof(
  geometry,
  small,
  fc.anything({maxDepth: 2, maxKeys: 4}),
  fc
    .record({
      kind: fc.constantFrom('lake', 'river', 'border', undefined, 7),
      name: fc.oneof(fc.string(), small),
      shape: geometry,
    })
    .map(({shape, ...properties}) => collection(feature(properties, shape))),
);

test('whatever it is, what comes out lies in the square, is finite, and nothing is thrown', () => {
  fc.assert(
    fc.property(anything, (json) => {
      const {outline, dropped} = readOutline(json);

      assert.ok(dropped >= 0);
      for (const kind of ['land', 'water', 'rivers', 'borders'] as const)
        for (const {points, west, north, east, south} of outline[kind]) {
          assert.ok(points.length >= 4);
          assert.ok(points.every(Number.isFinite));
          assert.ok(west >= 0 && north >= 0 && east <= 1 && south <= 1);
        }
      for (const {text, x, y, room} of outline.names) {
        assert.ok(text.length > 0 && text.length <= 400);
        assert.ok(x >= 0 && x <= 1 && y >= 0 && y <= 1 && room >= 0);
      }
    }),
    {numRuns: 500},
  );
});
