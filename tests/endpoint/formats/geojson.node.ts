import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {json, translated} from './source.js';

const point = (...coordinates: readonly number[]) => ({type: 'Point', coordinates});
const feature = (properties: unknown, geometry: unknown = null, more: object = {}) => ({
  type: 'Feature',
  properties,
  geometry,
  ...more,
});
const collection = (...features: readonly unknown[]) => json({type: 'FeatureCollection', features});

describe('GeoJSON', () => {
  test('a feature with a start is a gathering, one without is a group', async () => {
    const {gatherings, groups, left, dropped} = await translated(
      'geojson',
      collection(
        feature(
          {name: 'Soup', start: '2026-12-03T18:00:00-08:00', end: '2026-12-03T20:00:00-08:00', venue: 'Hall'},
          point(-119.81, 39.53),
          {id: 'soup'},
        ),
        feature({NAME: 'Garden', WEB_URL: 'garden.example', ADDRESS: '1 Elm St'}, point(-119.8, 39.5), {
          id: 7,
        }),
      ),
    );

    assert.deepEqual(gatherings, [
      {
        id: 'soup',
        name: 'Soup',
        start: '2026-12-03T18:00-08:00',
        end: '2026-12-03T20:00-08:00',
        place: {name: 'Hall', lat: 39.53, lon: -119.81},
      },
    ]);
    assert.deepEqual(groups, [
      {
        id: 'https://feed.example/data/events.json#7',
        name: 'Garden',
        url: 'https://garden.example/',
        place: {label: '1 Elm St', lat: 39.5, lon: -119.8},
      },
    ]);
    assert.deepEqual([left, dropped], [[], []]);
  });

  test('a feature without geometry is kept without a place, and that is nothing to report', async () => {
    const {groups, left} = await translated('geojson', collection(feature({name: 'Choir'})));

    assert.deepEqual(groups, [{id: 'Choir', name: 'Choir'}]);
    assert.deepEqual(left, []);
  });

  test('latitude before longitude is told and not turned round', async () => {
    const {groups, left} = await translated(
      'geojson',
      collection(feature({name: 'Reno'}, point(39.53, -119.81)), feature({name: 'Metres'}, point(4e6, 1e6))),
    );

    assert.deepEqual(
      groups.map(({name, place}) => [name, place]),
      [
        ['Reno', undefined],
        ['Metres', undefined],
      ],
    );
    assert.deepEqual(left, [
      {path: '/features/0', code: 'latitude-first'},
      {path: '/features/1', code: 'position'},
    ]);
  });

  test('an area is where its middle is, also on both sides of 180°', async () => {
    const square = (west: number, east: number) => [
      [
        [west, -20],
        [east, -20],
        [east, -10],
        [west, -20],
      ],
    ];
    const {groups} = await translated(
      'geojson',
      collection(
        feature({name: 'Fiji'}, {type: 'MultiPolygon', coordinates: [square(175, 180), square(-180, -179)]}),
        feature(
          {name: 'Line'},
          {
            type: 'LineString',
            coordinates: [
              [10, 1],
              [10.1, 1.1],
            ],
          },
        ),
        feature({name: 'Two'}, {type: 'GeometryCollection', geometries: [point(0, 10), point(10, 20)]}),
      ),
    );

    assert.deepEqual(
      groups.map(({place}) => place),
      [
        {lat: -15, lon: 178, precision: 'region'},
        {lat: 1.05, lon: 10.05, precision: 'town'},
        {lat: 15, lon: 5, precision: 'region'},
      ],
    );
  });

  test('HTML in names and descriptions becomes text', async () => {
    const {groups} = await translated(
      'geojson',
      collection(
        feature({name: 'Bread &amp; <b>Roses</b>', description: '<p>Come<br>in</p><script>x()</script>'}),
      ),
    );

    assert.deepEqual(groups, [{id: 'Bread & Roses', name: 'Bread & Roses', description: 'Come\nin'}]);
  });

  test('two features with one id are two all the same', async () => {
    const {groups, dropped} = await translated(
      'geojson',
      collection(feature({name: 'A', id: 1}), feature({name: 'B', id: 1}), feature({name: 'B', id: 1})),
    );

    assert.deepEqual(
      groups.map(({name}) => name),
      ['A', 'B', 'B'],
    );
    assert.equal(new Set(groups.map(({id}) => id)).size, 3);
    assert.deepEqual(dropped, []);
  });

  test('a feature without a name, and one that is none, are told by their place', async () => {
    const {groups, left} = await translated('geojson', collection(feature({id: 3}), {type: 'Point'}, null));

    assert.deepEqual(groups, []);
    assert.deepEqual(left, [
      {path: '/features/0', code: 'no-name'},
      {path: '/features/1', code: 'not-a-feature'},
      {path: '/features/2', code: 'not-a-feature'},
    ]);
  });

  test('a start that nobody can read leaves a gathering without a date, and is told', async () => {
    const {gatherings, left} = await translated(
      'geojson',
      collection(feature({name: 'Soup', start: '3/12/2026'})),
    );

    assert.deepEqual(gatherings, [{id: 'Soup', name: 'Soup'}]);
    assert.deepEqual(left, [{path: '/features/0', code: 'date'}]);
  });

  test('a server that is still at it says no features', async () => {
    const {left} = await translated('geojson', json({status: 'Processing', generating: {}}));

    assert.deepEqual(left, [{path: '', code: 'not-this-format'}]);
  });
});
