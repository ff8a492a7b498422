import assert from 'node:assert/strict';
import {test} from 'node:test';

import fc from 'fast-check';

import {buildNetwork} from '../../src/network/build.js';
import {type Chosen, FACETS, facetsOf} from '../../src/network/facets.js';
import {documentOf, documents, NOW} from './arbitraries.js';

const network = buildNetwork(
  [
    documentOf('https://city.example/ctg.json', [
      {
        id: '1',
        name: 'Jardín del Río',
        sector: 'resident',
        needs: ['local-food'],
        place: {label: 'Reno'},
        connections: [{to: '2', kind: 'partners'}],
      },
      {id: '2', name: 'Mill', sector: 'business', needs: ['local-food', 'energy'], offers: ['Flour']},
      {id: '3', name: 'Clinic', sector: 'business', needs: ['wellness'], values: ['love']},
    ]),
  ],
  NOW,
);
const passing = (chosen: Chosen): readonly string[] => {
  const {mask} = facetsOf(network, chosen, (id) => ({energy: 'Energía'})[id] ?? id);
  return network.groups.filter(({index}) => mask[index]).map(({name}) => name);
};

test('words are found in name, town, offers and needs, without accents and in any order', () => {
  assert.deepEqual(passing({text: 'rio JARDIN'}), ['Jardín del Río']);
  assert.deepEqual(passing({text: 'reno'}), ['Jardín del Río']);
  assert.deepEqual(passing({text: ' flour '}), ['Mill']);
  assert.deepEqual(passing({text: 'energia'}), ['Mill']);
  assert.deepEqual(passing({text: 'nowhere'}), []);
  assert.equal(passing({text: '  '}).length, 3);
});

test('words are found in the language of now, after it has changed', () => {
  const found = (labels: Readonly<Record<string, string>>, text: string): number =>
    facetsOf(network, {text}, (id) => labels[id] ?? id).count;

  assert.equal(found({wellness: 'Gesundheit'}, 'gesund'), 1);
  assert.equal(found({wellness: 'Santé'}, 'sante'), 1);
  assert.equal(found({wellness: 'Santé'}, 'gesund'), 0);
});

test('each value says how many it would give, beside what is chosen in the other facets', () => {
  const {counts, count} = facetsOf(network, {sector: new Set(['business'])});

  assert.equal(count, 2);
  assert.deepEqual(
    counts.sector,
    new Map([
      ['resident', 1],
      ['business', 2],
    ]),
  );
  assert.deepEqual(
    counts.need,
    new Map([
      ['local-food', 1],
      ['energy', 1],
      ['wellness', 1],
    ]),
  );
  assert.deepEqual(counts.tie, new Map([['partners', 1]]));
});

test('a choice gives exactly as many groups as it said it would', () => {
  const chosen = fc.record({
    need: fc.subarray(['housing', 'energy', 'family']),
    tie: fc.subarray(['partners', 'supplies', 'has-member']),
  });
  fc.assert(
    fc.property(documents, chosen, (sources, {need, tie}) => {
      const any = buildNetwork(sources, NOW);
      const before: Chosen = {need: new Set(need), tie: new Set(tie)};
      const {counts} = facetsOf(any, before);
      for (const name of FACETS)
        for (const [value, count] of counts[name])
          assert.equal(facetsOf(any, {...before, [name]: new Set([value])}).count, count);
    }),
  );
});

test('groups that say no sector are counted and chosen as those', () => {
  const some = buildNetwork(
    [
      documentOf('https://a.example/ctg.json', [
        {id: '1', name: 'A'},
        {id: '2', name: 'B', sector: 'business'},
        {id: '3', name: 'C'},
      ]),
    ],
    NOW,
  );

  const {mask, counts} = facetsOf(some, {sector: new Set([''])});

  assert.deepEqual([...mask], [1, 0, 1]);
  assert.equal(counts.sector.get(''), 2);
});
