import assert from 'node:assert/strict';
import {test} from 'node:test';

import fc from 'fast-check';

import {buildNetwork} from '../../src/network/build.js';
import type {SourceDocument} from '../../src/network/network.js';
import {type Sketch, sketchSteps} from '../../src/network/sketch.js';
import {ago, documentOf, documents, NOW} from './arbitraries.js';

function sketched(...sources: readonly SourceDocument[]): Sketch {
  const sketching = sketchSteps(sources, NOW);
  for (;;) {
    const {done, value} = sketching.next();
    if (done) return value;
  }
}

const namesOf = ({groups}: Sketch): readonly string[] => groups.map(({name}) => name);

test('a sketch of one document has the groups of its network, in their order', () => {
  fc.assert(
    fc.property(documents, ([source]) => {
      const sources = source ? [source] : [];
      assert.deepEqual(namesOf(sketched(...sources)), namesOf(buildNetwork(sources, NOW)));
    }),
  );
});

test('a sketch of several has at least as many groups as the network, and each id of theirs once', () => {
  fc.assert(
    fc.property(documents, (sources) => {
      const ids = new Set(sources.flatMap(({groups}) => groups.map(({id}) => id)));
      const {length} = sketched(...sources).groups;
      assert.equal(length, ids.size);
    }),
  );
});

test('a sketch leaves out what has ended, and places that are none', () => {
  const source = documentOf('https://a.example/ctg.json', [
    {id: 'ended', name: 'Ended', expires: ago(1)},
    {id: 'nowhere', name: 'Nowhere', place: {label: 'Reno', lat: 0, lon: 0}},
    {id: 'here', name: 'Here', place: {label: 'Reno', lat: 39.5, lon: -119.8}},
  ]);

  const places = sketched(source).groups.map(({place}) => place);

  assert.deepEqual(places, [{label: 'Reno'}, {label: 'Reno', lat: 39.5, lon: -119.8}]);
});
