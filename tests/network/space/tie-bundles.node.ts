import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {SpatialIndex} from '../../../src/network/space/spatial-index.js';
import {TIE_STATES} from '../../../src/network/network.js';
import {bundles} from '../../../src/network/space/tie-bundles.js';
import {positions, WORLD, zoom} from './fixture.js';

const tie = fc.tuple(fc.nat({max: 119}), fc.nat({max: 119}), fc.nat({max: 3}));
const ties = fc.array(tie, {maxLength: 200});
const arrays = (list: readonly (readonly [number, number, number])[]): [Uint32Array, Uint8Array] => [
  Uint32Array.from(list.flatMap(([one, other]) => [one, other])),
  Uint8Array.from(list, ([, , state]) => state),
];

test('the weights are the number of ties between different marks, declined ones left out', () => {
  fc.assert(
    fc.property(positions, zoom, ties, (groups, level, list) => {
      const index = new SpatialIndex(groups.x, groups.y);
      const marks = index.clusters(level, WORLD);

      const found = bundles(index, marks, ...arrays(list), Infinity);

      const between = list.filter(([one, other, state]) => {
        const [from, to] = [index.clusterOf(level, one), index.clusterOf(level, other)];
        return from && to && from !== to && TIE_STATES[state] !== 'declined';
      });
      assert.equal(
        found.reduce((sum, {weight}) => sum + weight, 0),
        between.length,
      );
    }),
  );
});

test('the heaviest are kept, the same ones whatever the order of the marks', () => {
  fc.assert(
    fc.property(positions, zoom, ties, fc.nat({max: 30}), (groups, level, list, most) => {
      const index = new SpatialIndex(groups.x, groups.y);
      const marks = index.clusters(level, WORLD);
      const all = bundles(index, marks, ...arrays(list), Infinity);

      const kept = bundles(index, marks.toReversed(), ...arrays(list), most);

      assert.deepEqual(kept, all.slice(0, most));
      for (const [i, {weight}] of all.entries()) assert.ok(i === 0 || weight <= all[i - 1]!.weight);
    }),
  );
});

test('a bundle is what most of its ties are, the less vouched for where two are as many', () => {
  const index = new SpatialIndex(Float64Array.of(0.1, 0.9), Float64Array.of(0.5, 0.5));
  const marks = index.clusters(5, WORLD);
  const stateOf = (...states: number[]): number | undefined =>
    bundles(index, marks, ...arrays(states.map((state) => [0, 1, state])), 1)[0]?.state;

  assert.equal(stateOf(0, 0, 2), 0);
  assert.equal(stateOf(0, 2), 2);
  assert.equal(stateOf(1, 0), 1);
  assert.equal(stateOf(3), undefined);
});
