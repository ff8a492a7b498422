import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';

import {clustersOf} from '../../../src/network/layout/coarsen.js';
import {contract, partsOf} from '../../../src/network/layout/graph.js';
import {randomOf} from '../../../src/network/layout/random.js';
import {endsOf, samples} from './fixture.js';

const sum = (values: Iterable<number>): number => [...values].reduce((total, each) => total + each, 0);

test('each part has its ties from both ends, each once, and none to others', () => {
  fc.assert(
    fc.property(samples, (sample) => {
      const {parts, alone} = partsOf(sample.size, endsOf(sample));

      const drawn = [...parts.flatMap(({nodes}) => [...nodes]), ...alone];
      assert.deepEqual(
        drawn.toSorted((a, b) => a - b),
        Array.from({length: sample.size}, (_, i) => i),
      );
      const found = parts.flatMap(({graph, nodes}) =>
        [...nodes].flatMap((node, i) =>
          [...graph.others.subarray(graph.starts[i], graph.starts[i + 1])].map(
            (other) => `${node} ${nodes[other]}`,
          ),
        ),
      );
      const said = sample.ties
        .filter(([from, to]) => from !== to && from < sample.size && to < sample.size)
        .flatMap(([from, to]) => [`${from} ${to}`, `${to} ${from}`]);
      assert.deepEqual(found.toSorted(), [...new Set(said)].toSorted());
    }),
  );
});

test('each level has half as many nodes at most, as much mass, and no more pull', () => {
  fc.assert(
    fc.property(samples, fc.integer(), (sample, seed) => {
      for (const {graph} of partsOf(sample.size, endsOf(sample)).parts)
        for (let level = graph; level.size > 1;) {
          const {parents, count} = clustersOf(level, randomOf(seed));
          const above = contract(level, parents, count);

          assert.ok(count <= level.size / 2);
          assert.ok(Math.abs(sum(above.masses) - sum(level.masses)) < 1e-6);
          const within = [...parents].flatMap((parent, node) =>
            [...level.others.subarray(level.starts[node], level.starts[node + 1])].map((other, k) =>
              parents[other] === parent ? level.weights[level.starts[node]! + k]! : 0,
            ),
          );
          assert.equal(sum(above.weights), sum(level.weights) - sum(within));
          level = above;
        }
    }),
  );
});
