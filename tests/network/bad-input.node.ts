import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import fc from 'fast-check';

import {buildNetwork} from '../../src/network/build.js';
import {possibleDuplicates} from '../../src/network/duplicates.js';
import {facetsOf} from '../../src/network/facets.js';
import type {LeftOut, Network, SourceDocument} from '../../src/network/network.js';
import {placesOf} from '../../src/network/space/places.js';
import type {Group} from '../../src/protocol/group.js';
import {ago, documentOf, NOW} from './arbitraries.js';

const A = 'https://a.example/';
const CITY = 'https://city.example/';
const build = (...sources: readonly SourceDocument[]): Network => buildNetwork(sources, NOW);
const of = (url: string, ...groups: readonly Group[]): SourceDocument =>
  documentOf(new URL('ctg.json', url).href, groups);
const leftOutOf = ({leftOut}: Network): ReadonlyMap<LeftOut['reason'], number> =>
  new Map(leftOut.map(({reason, count}) => [reason, count]));

describe('a place', () => {
  test('that is none hides no good one that another gives, in whatever order they are read', () => {
    const good = {lat: 39.5, lon: -119.8, label: 'Reno'};
    const bad = fc.oneof(
      fc.constant({lat: 0, lon: 0}),
      fc.constant({lat: -0, lon: 0}),
      fc.record({lat: fc.constantFrom(NaN, Infinity, -Infinity, -119.8, 90.1), lon: fc.double()}),
      fc.record({lat: fc.double(), lon: fc.constantFrom(NaN, Infinity, -Infinity, 180.5)}),
      fc.record({lat: fc.double({min: -90, max: 90, noNaN: true})}),
    );
    fc.assert(
      fc.property(bad, fc.boolean(), (place, isFirst) => {
        const own = of(A, {id: A, name: 'Garden', place});
        const city = of(CITY, {id: A, name: 'Garden', place: good});
        const network = isFirst ? build(own, city) : build(city, own);

        assert.deepEqual(network.groups[0]!.place, good);
        assert.deepEqual(network.leftOut, []);
      }),
    );
  });

  test('is on the map or nowhere, and never beside it', () => {
    const coordinate = fc.option(fc.double(), {nil: undefined});
    fc.assert(
      fc.property(fc.array(fc.record({lat: coordinate, lon: coordinate})), (all) => {
        const network = build(of(A, ...all.map((place, index) => ({id: String(index), name: 'G', place}))));
        const {x, y} = placesOf(network);

        for (const [index, {place}] of network.groups.entries()) {
          assert.equal(place?.lat === undefined, place?.lon === undefined);
          if (place?.lat === undefined) assert.ok(Number.isNaN(x[index]) && Number.isNaN(y[index]));
          else assert.ok(x[index]! >= 0 && x[index]! < 1 && y[index]! >= 0 && y[index]! <= 1);
        }
      }),
    );
  });
});

describe('a tie', () => {
  test('to oneself by another name is one to oneself', () => {
    const network = build(
      of(A, {
        id: 'garden',
        name: 'Garden',
        url: A,
        connections: [{to: 'garden'}, {to: 'HTTPS://A.example:443/#us'}, {to: `${A}ctg.json#garden`}],
      }),
    );

    assert.deepEqual(network.ties, []);
    assert.equal(leftOutOf(network).get('self-tie'), 2);
    assert.equal(leftOutOf(network).get('tie-to-nobody'), 1);
  });

  test('to a group that is gone, or to what is no name at all, is one to nobody', () => {
    const network = build(
      of(
        A,
        {
          id: '1',
          name: 'Garden',
          connections: ['2', '', ' ', '#', '__proto__', 'https://'].map((to) => ({to})),
        },
        {id: '2', name: 'Gone', expires: ago(1)},
      ),
    );

    assert.deepEqual(network.ties, []);
    assert.deepEqual(leftOutOf(network), new Map([['expired', 1], ['tie-to-nobody', 6]])); // prettier-ignore
  });

  test('said ten thousand times is one, and so are ten thousand that nobody has', () => {
    const connections = Array.from({length: 10_000}, () => ({to: 'mill', kind: 'partners'}));
    const nobody = Array.from({length: 10_000}, (_, index) => ({to: `nobody${index}`}));
    const network = build(
      of(
        A,
        {id: 'garden', name: 'Garden', connections: [...nobody, ...connections]},
        {id: 'mill', name: 'Mill'},
      ),
    );

    assert.deepEqual(
      network.ties.map(({from, to, kind}) => [from, to, kind]),
      [[0, 1, 'partners']],
    );
    assert.equal(leftOutOf(network).get('tie-to-nobody'), 10_000);
    assert.equal(leftOutOf(network).get('too-many-ties'), undefined);
  });
});

describe('a group', () => {
  test('that says itself that it is gone does not come back from what was said before or since', () => {
    const gone = of(A, {id: A, name: 'Garden', url: A, updated: ago(30), expires: ago(10)});
    const hearsay = [40, 5].flatMap((days) => [
      of(CITY, {id: A, name: 'Garden', updated: ago(days)}),
      of(CITY, {id: 'garden', name: 'Garden', url: A, updated: ago(days), expires: ago(-100)}),
    ]);

    for (const said of hearsay)
      for (const network of [build(gone, said), build(said, gone)]) {
        assert.deepEqual(network.groups, []);
        assert.deepEqual(network.leftOut, [{reason: 'expired', count: 1}]);
      }
  });

  test('with a name of five thousand letters is found, compared and counted as any', () => {
    const name = 'Café '.repeat(1_000);
    const place = {lat: 39.5, lon: -119.8};
    const network = build(of(A, {id: '1', name, place}), of(CITY, {id: '2', name, place}));

    assert.equal(network.groups[0]!.name, name);
    assert.deepEqual(possibleDuplicates(network.groups), [[0, 1]]);
    assert.equal(facetsOf(network, {text: 'cafe cafe'}).count, 2);
  });
});

test('documents that speak of each other in a ring come to a ring, each group its own word', () => {
  const size = 500;
  const site = (index: number): string => `https://g${index % size}.example/`;
  const sources = Array.from({length: size}, (_, index) =>
    of(
      site(index),
      {
        id: site(index),
        name: `G${index}`,
        connections: [{to: site(index + 1)}, {to: site(index + size - 1)}],
      },
      {id: site(index + 1), name: 'Next', connections: [{to: site(index)}]},
    ),
  );

  const {groups, ties} = build(...sources);

  assert.equal(groups.length, size);
  assert.ok(groups.every(({own, name, sources: from}) => own && name !== 'Next' && from.length === 2));
  assert.equal(ties.length, size);
  assert.ok(ties.every(({state}) => state === 'confirmed'));
});
