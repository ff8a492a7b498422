import assert from 'node:assert/strict';
import {test} from 'node:test';
import {buildNetwork} from '../../../src/network/build.js';
import {placesOf} from '../../../src/network/space/places.js';
import {SpatialIndex} from '../../../src/network/space/spatial-index.js';
import {documentOf, NOW} from '../arbitraries.js';
import {WORLD} from './fixture.js';

test('groups are where they say, and those without a place nowhere', () => {
  const network = buildNetwork(
    [
      documentOf('https://a.example/ctg.json', [
        {id: '1', name: 'Middle', place: {lat: 0, lon: 90}},
        {id: '2', name: 'Nowhere'},
        {id: '3', name: 'Town', place: {label: 'Reno', lat: 0, lon: -90, precision: 'town'}},
        {id: '4', name: 'Known by name', place: {label: 'Reno'}},
        {id: '5', name: 'Off the earth', place: {lat: 91, lon: 0}},
      ]),
    ],
    NOW,
  );

  const {x, y} = placesOf(network);

  assert.deepEqual([...x], [0.75, NaN, 0.25, NaN, NaN]);
  assert.deepEqual([...y], [0.5, NaN, 0.5, NaN, NaN]);
  assert.equal(new SpatialIndex(x, y).clusters(20, WORLD).length, 2);
});
