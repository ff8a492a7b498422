import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {projectMercator} from '../../../../src/network/space/mercator.js';
import type {Shape} from '../../../../src/widgets/network-map/land/outline.js';
import {readOutline} from '../../../../src/widgets/network-map/land/own-outline.js';
import {isFilled} from './inside.js';

type Pair = readonly [lon: number, lat: number];
const box = (west: number, south: number, east: number, north: number): Pair[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const polygon = (...rings: readonly unknown[]) => ({type: 'Polygon', coordinates: rings});
const feature = (properties: unknown, geometry: unknown) => ({type: 'Feature', properties, geometry});
const collection = (...features: readonly unknown[]) => ({type: 'FeatureCollection', features});
const filled = (shapes: readonly Shape[], lon: number, lat: number) => {
  const {x, y} = projectMercator(lon, lat);
  return isFilled(shapes, x, y);
};

test('a bare polygon is land, and its hole is not, whichever way they run', () => {
  for (const outer of [box(0, 0, 10, 10), box(0, 0, 10, 10).toReversed()])
    for (const hole of [box(4, 4, 6, 6), box(4, 4, 6, 6).toReversed()]) {
      const {outline, dropped} = readOutline(polygon(outer, hole));

      assert.equal(dropped, 0);
      assert.ok(filled(outline.land, 1, 1));
      assert.ok(!filled(outline.land, 5, 5));
      assert.ok(!filled(outline.land, 11, 5));
    }
});

test('two counties that overlap stay filled where they do', () => {
  const {outline} = readOutline({
    type: 'MultiPolygon',
    coordinates: [[box(0, 0, 10, 10)], [box(5, 0, 15, 10).toReversed()]],
  });

  assert.ok(filled(outline.land, 7, 5));
});

test('properties tell lakes, rivers, borders and land apart, in words of OpenStreetMap too', () => {
  const ring = polygon(box(0, 0, 1, 1));
  const line = {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [1, 1],
    ],
  };
  const kinds = [
    [{kind: 'lake'}, ring, 'water'],
    [{natural: 'water'}, ring, 'water'],
    [{kind: 'river'}, ring, 'water'],
    [{type: 'land'}, ring, 'land'],
    [{kind: 'border'}, ring, 'borders'],
    [{boundary: 'administrative'}, ring, 'borders'],
    [{type: 'multipolygon', natural: 'bay'}, ring, 'water'],
    [null, ring, 'land'],
    [{kind: ['lake']}, ring, 'land'],
    [{kind: 'river'}, line, 'rivers'],
    [{waterway: 'stream'}, line, 'rivers'],
    [{kind: 'border'}, line, 'borders'],
    [{}, line, 'borders'],
    ['lake', line, 'borders'],
  ] as const;
  for (const [properties, geometry, kind] of kinds) {
    const {outline} = readOutline(feature(properties, geometry));
    const counts = {
      land: outline.land.length,
      water: outline.water.length,
      rivers: outline.rivers.length,
      borders: outline.borders.length,
    };
    assert.deepEqual(
      counts,
      {land: 0, water: 0, rivers: 0, borders: 0, [kind]: 1},
      JSON.stringify(properties),
    );
  }
});

test('the name of a lake stands inside its largest part, also where the lake is a horseshoe', () => {
  const horseshoe: Pair[] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [9, 10],
    [9, 1],
    [1, 1],
    [1, 10],
    [0, 10],
    [0, 0],
  ];
  const {outline} = readOutline(
    feature(
      {kind: 'lake', name: ' Lake \n Tahoe '},
      {type: 'MultiPolygon', coordinates: [[box(20, 0, 21, 1)], [horseshoe]]},
    ),
  );

  const [name, ...others] = outline.names;
  assert.equal(others.length, 0);
  assert.equal(name!.text, 'Lake Tahoe');
  assert.ok(isFilled(outline.water, name!.x, name!.y));
  assert.ok(Math.abs(name!.room - 1 / 360) < 1e-9);
});

test('a name is cut at 200 characters and never inside of one', () => {
  const {outline} = readOutline(feature({name: '🌊'.repeat(300)}, polygon(box(0, 0, 1, 1))));

  assert.equal(outline.names[0]!.text, '🌊'.repeat(200));
});

test('a shape over the antimeridian is in two parts, whether its longitudes jump or go on', () => {
  for (const ring of [
    [
      [178, -20],
      [-178, -20],
      [-178, -15],
      [178, -15],
      [178, -20],
    ],
    box(178, -20, 182, -15),
    box(-182, -20, -178, -15),
  ]) {
    const {outline, dropped} = readOutline(polygon(ring));

    assert.equal(dropped, 0);
    assert.equal(outline.land.length, 2);
    assert.ok(outline.land.every(({west, east}) => east - west < 0.006));
    assert.ok(filled(outline.land, 179, -17) && filled(outline.land, -179, -17));
    assert.ok(!filled(outline.land, 0, -17) && !filled(outline.land, 177, -17));
  }
});

test('a line over the antimeridian is cut there', () => {
  const {outline} = readOutline({
    type: 'LineString',
    coordinates: [
      [170, 0],
      [-170, 10],
      [170, 20],
    ],
  });

  assert.deepEqual(
    outline.borders.map(({west, east}) => [west.toFixed(3), east.toFixed(3)]),
    [
      ['0.972', '1.000'],
      ['0.000', '0.028'],
      ['0.972', '1.000'],
    ],
  );
});

test('what goes round a pole reaches to that edge of the map, and a box round the world stays one', () => {
  const south = Array.from({length: 37}, (_, at): Pair => [at * 10 - 175 - (at > 35 ? 360 : 0), -70]);
  const pole = readOutline(polygon(south)).outline;
  assert.ok(filled(pole.land, 100, -84) && filled(pole.land, -179.9, -80) && filled(pole.land, 179.9, -80));
  assert.ok(!filled(pole.land, 100, 0));
  const {borders} = readOutline(feature({kind: 'border'}, polygon(south))).outline;
  assert.ok(
    borders.every(({points}) =>
      points.every((x, at) => at < 2 || at % 2 || Math.abs(x - points[at - 2]!) < 0.03),
    ),
  );

  const world = readOutline(polygon(box(-180, -60, 180, 60))).outline;
  assert.equal(world.land.length, 1);
  assert.ok(filled(world.land, 170, 50) && filled(world.land, -100, 0));
});

test('what is no shape is left out and counted, and the rest stands', () => {
  const good = polygon(box(0, 0, 1, 1));
  const coil = Array.from({length: 40}, (_, at): Pair => [((at * 100) % 360) - 180, at]);
  const refused: readonly unknown[] = [
    null,
    'FeatureCollection',
    [],
    {type: 'Topology', arcs: []},
    {type: 'Point', coordinates: [0, 0]},
    polygon(box(39, -120, 40, -119).map(([lon, lat]) => [lon, lat])),
    polygon([
      [0, 0],
      [1, 1],
    ]),
    polygon([
      [0, 0],
      [1, 1],
      [0, 0],
      [1, 1],
      [0, 0],
    ]),
    polygon([
      [0, 0],
      [1, null],
      [1, 1],
      [0, 0],
    ]),
    polygon([
      [0, 0],
      [1, Infinity],
      [1, 1],
      [0, 0],
    ]),
    polygon([
      [0, 0],
      [NaN, 1],
      [1, 1],
      [0, 0],
    ]),
    polygon([
      [0, 0],
      ['1', 1],
      [1, 1],
      [0, 0],
    ]),
    polygon([0, 0, 1, 1]),
    polygon(coil),
    {type: 'LineString', coordinates: [[0, 0]]},
    {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [0, 0],
      ],
    },
    {
      type: 'LineString',
      coordinates: [
        [500_000, 4_000_000],
        [500_001, 4_000_000],
      ],
    },
  ];
  for (const bad of refused) {
    const {outline, dropped} = readOutline({type: 'GeometryCollection', geometries: [bad, good]});
    assert.equal(dropped, 1, JSON.stringify(bad));
    assert.equal(outline.land.length, 1);
    assert.equal(outline.borders.length, 0);
  }
});

test('what is empty by right is not counted', () => {
  const {outline, dropped} = readOutline(
    collection(
      feature({}, null),
      feature({name: 'nowhere'}, {type: 'Polygon', coordinates: []}),
      feature({}, {type: 'MultiPolygon', coordinates: []}),
      feature({}, {type: 'LineString', coordinates: []}),
      collection(),
    ),
  );

  assert.equal(dropped, 0);
  assert.deepEqual(outline.names, []);
});

test('collections a thousand deep and a million points end in a count', () => {
  let deep: unknown = polygon(box(0, 0, 1, 1));
  for (let level = 0; level < 1_000; level++) deep = {type: 'GeometryCollection', geometries: [deep]};
  assert.equal(readOutline(deep).dropped, 1);

  const many = Array.from({length: 1_000_000}, (_, at): Pair => [(at % 100) / 10, at % 80]);
  const line = {type: 'LineString', coordinates: many};
  const {outline, dropped} = readOutline(
    collection(
      feature({}, polygon(box(0, 0, 1, 1))),
      feature({}, line),
      feature({}, polygon(box(2, 2, 3, 3))),
    ),
  );
  assert.equal(dropped, 1);
  assert.equal(outline.land.length, 2);
});

test('the region of the demo is read whole', async () => {
  const file = new URL('../../../../demo/pages/business/region.geojson', import.meta.url);
  const {outline, dropped} = readOutline(JSON.parse(await readFile(file, 'utf8')));

  assert.equal(dropped, 0);
  assert.deepEqual(
    outline.names.map(({text}) => text),
    ['Lake Tahoe', 'Pyramid Lake', 'Lahontan Reservoir', 'Washoe Lake'],
  );
  assert.equal(outline.borders.length, 1);
  assert.ok(filled(outline.water, -120.03, 39.1), 'the middle of Lake Tahoe');
  assert.ok(!filled(outline.water, -119.513, 39.95), 'Anaho Island');
  assert.ok(!filled(outline.water, -119.81, 39.53), 'Reno');
});
