import assert from 'node:assert/strict';
import {test} from 'node:test';

import fc from 'fast-check';

import words from '../../../../src/i18n/locales/en.map-near.json';
import {addMessages, localizerFor} from '../../../../src/i18n/locales.js';
import {buildNetwork} from '../../../../src/network/build.js';
import {Atlas} from '../../../../src/widgets/network-map/atlas.js';
import {Distances} from '../../../../src/widgets/network-map/near/distances.js';
import {documentOf, documents, NOW} from '../../../network/arbitraries.js';

addMessages('en', words);

/** What is said of a group so many metres to the north. */
function said(
  metres: number,
  {lang = 'en', precision = 'exact' as 'exact' | 'town' | 'none', accuracy = 10} = {},
): string | undefined {
  const place = {lat: 40 + metres / 111_195, lon: 10, ...(precision !== 'none' && {precision})};
  const network = buildNetwork(
    [documentOf('https://a.example/ctg.json', [{id: '1', name: 'A', place}])],
    NOW,
  );
  return new Distances(network, {lat: 40, lon: 10, accuracy}).said(localizerFor(lang), 0);
}

test('a place that is known exactly is told exactly, as people tell distances', () => {
  assert.deepEqual(
    [0, 20, 340, 980, 1_240, 9_940, 12_400].map((metres) => said(metres)),
    ['50 m', '50 m', '350 m', '1,000 m', '1.2 km', '9.9 km', '12 km'],
  );
  assert.deepEqual(
    [0, 340, 9_940, 30_000].map((metres) => said(metres, {lang: 'en-US'})),
    ['0.1 mi', '0.2 mi', '6.2 mi', '19 mi'],
  );
});

test('where either place is known only roughly, so is what lies between', () => {
  for (const rough of [{precision: 'town'}, {precision: 'none'}, {accuracy: 2_000}] as const) {
    assert.equal(said(340, rough), 'less than 1 km');
    assert.equal(said(12_400, rough), 'about 12 km');
  }
});

test('the nearest are those that sorting all of them would give', () => {
  fc.assert(
    fc.property(documents, fc.integer({min: 1, max: 8}), (all, most) => {
      const network = buildNetwork(all, NOW);
      const atlas = new Atlas(network, false);
      atlas.filter(Uint8Array.from(network.groups, ({index}) => (index % 3 === 0 ? 0 : 1)));
      const distances = new Distances(network, {lat: 39, lon: -119, accuracy: 0});
      const {metres} = distances;
      const sorted = network.groups
        .map(({index}) => index)
        .filter((group) => metres[group]! >= 0 && atlas.shows(group))
        .sort((one, other) => metres[one]! - metres[other]!)
        .slice(0, most);

      const nearest = distances.nearest(atlas, most);

      assert.deepEqual(
        nearest.map((group) => metres[group]),
        sorted.map((group) => metres[group]),
      );
      assert.equal(distances.nearest(atlas, most), nearest);
    }),
  );
});
