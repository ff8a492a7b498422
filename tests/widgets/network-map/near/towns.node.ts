import assert from 'node:assert/strict';
import {test} from 'node:test';

import fc from 'fast-check';

import {buildNetwork} from '../../../../src/network/build.js';
import type {Network} from '../../../../src/network/network.js';
import {Towns} from '../../../../src/widgets/network-map/near/towns.js';
import {documentOf, documents, NOW} from '../../../network/arbitraries.js';

type Place = readonly [label: string, lat?: number, lon?: number];

const networkOf = (...places: readonly Place[]): Network =>
  buildNetwork(
    [
      documentOf(
        'https://a.example/ctg.json',
        places.map(([label, lat, lon], at) => ({
          id: `${at}`,
          name: `${at}`,
          place: {label, ...(lat === undefined ? {} : {lat, lon: lon!})},
        })),
      ),
    ],
    NOW,
  );

const towns = new Towns(
  networkOf(
    ['Springfield', 44.05, -123.02],
    ['Springfield', 39.8, -89.64],
    ['Springfield', 39.79, -89.65],
    ['West Springfield', 42.1, -72.6],
    ['Großstadt', 50, 9],
    ['Saint-Denis', 48.9, 2.4],
    ['On the air'],
    ['  ', 1, 1],
  ),
);

test('a town is found by its whole name before a part of it, however it is typed', () => {
  assert.equal(towns.find('springfield')?.lat, 39.8);
  assert.equal(towns.find('WEST')?.town, 'West Springfield');
  assert.equal(towns.find('field')?.town, 'Springfield');
  assert.equal(towns.find(' grossstadt ')?.town, 'Großstadt');
  assert.equal(towns.find('st denis'), undefined);
  assert.equal(towns.find('saint denis')?.town, 'Saint-Denis');
});

test('what has no place on the map is no town, and nothing means none', () => {
  for (const words of ['On the air', '', '  ', '-', 'Atlantis']) assert.equal(towns.find(words), undefined);
  assert.deepEqual(towns.names('en'), ['Großstadt', 'Saint-Denis', 'Springfield', 'West Springfield']);
});

test('every name that is suggested is found as itself', () => {
  fc.assert(
    fc.property(documents, (all) => {
      const any = new Towns(buildNetwork(all, NOW));
      for (const name of any.names('en')) assert.ok(any.find(name) || !/[\p{L}\p{N}]/u.test(name), name);
    }),
  );
});
