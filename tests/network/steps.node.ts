import assert from 'node:assert/strict';
import {test} from 'node:test';

import fc from 'fast-check';

import {buildNetwork, buildSteps} from '../../src/network/build.js';
import type {Network, SourceDocument} from '../../src/network/network.js';
import {documentOf, documents, NOW} from './arbitraries.js';

/** How many steps a building takes, and what comes of it. */
function stepped(sources: readonly SourceDocument[]): {steps: number; network: Network} {
  const building = buildSteps(sources, NOW);
  for (let steps = 1; ; steps++) {
    const {done, value} = building.next();
    if (done) return {steps, network: value};
  }
}

const city = (count: number): SourceDocument =>
  documentOf(
    'https://city.example/ctg.json',
    Array.from({length: count}, (_, index) => ({
      id: `https://g${index}.example/`,
      name: `G${index}`,
      connections: [{to: `https://g${(index * 7) % count}.example/`, kind: 'partners'}],
    })),
  );

test('building in steps comes to what building at once does', () => {
  fc.assert(
    fc.property(documents, (sources) =>
      assert.deepEqual(stepped(sources).network, buildNetwork(sources, NOW)),
    ),
  );
});

test('a building has as many more steps as it has more groups, and the same ones each time', () => {
  const small = stepped([city(2_000)]).steps;
  const large = stepped([city(20_000)]).steps;

  assert.ok(large > 8 * small, `${small} steps, then ${large}`);
  assert.equal(stepped([city(2_000)]).steps, small);
});
