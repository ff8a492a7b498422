import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';

import {neighbourhood} from '../../../src/network/layout/neighbourhood.js';
import type {Network, Tie, TieState} from '../../../src/network/network.js';
import {beside, path, samples, star, type Sample} from './fixture.js';

type Groups = Pick<Network, 'groups' | 'ties'>;

/** A network with these ties; `declined` has the places of those that one end says no to. */
function networkOf({size, ties}: Sample, declined: readonly number[] = []): Groups {
  const state = (place: number): TieState => (declined.includes(place) ? 'declined' : 'claimed');
  const all: Tie[] = ties
    .filter(([from, to]) => from !== to && from < size && to < size)
    .map(([from, to], i) => ({
      from,
      to,
      kind: undefined,
      note: undefined,
      state: state(i),
      by: from,
      decliner: undefined,
    }));
  const groups = Array.from({length: size}, (_, index) => ({
    index,
    ties: [...all.keys()].filter((i) => all[i]!.from === index || all[i]!.to === index),
  }));
  return {groups: groups as unknown as Network['groups'], ties: all};
}

const members = (mask: Uint8Array): number[] => [...mask.keys()].filter((i) => mask[i] !== 0);

test('a focus brings those next to it, then those next to them, up to the limit', () => {
  const network = networkOf(path(20));

  assert.deepEqual(members(neighbourhood(network, 10, 1)), [10]);
  assert.deepEqual(members(neighbourhood(network, 10, 5)), [8, 9, 10, 11, 12]);
  assert.equal(members(neighbourhood(network, 10, 100)).length, 20);
});

test('nobody is shown beside a focus who cannot be reached from it', () => {
  const network = networkOf(beside(path(4), star(6)));

  assert.deepEqual(members(neighbourhood(network, 1, 100)), [0, 1, 2, 3]);
});

test('a declined tie leads nowhere', () => {
  const network = networkOf(path(6), [2]);

  assert.deepEqual(members(neighbourhood(network, 0, 100)), [0, 1, 2]);
});

test('without a focus those with most ties come first, and what lies around them', () => {
  const network = networkOf(beside(path(30), star(9)));

  assert.deepEqual(members(neighbourhood(network, undefined, 9)), [1, 30, 31, 32, 33, 34, 35, 36, 37]);
  assert.equal(members(neighbourhood(network, undefined, 100)).length, 39);
});

test('a focus that is not there shows nothing, and so does a limit of none', () => {
  const network = networkOf(path(3));

  assert.deepEqual(members(neighbourhood(network, 7, 10)), []);
  assert.deepEqual(members(neighbourhood(network, undefined, 0)), []);
});

test('who is shown is nearer to the focus than who is not, and as many as may be', () => {
  fc.assert(
    fc.property(
      samples.filter(({size}) => size > 0),
      fc.nat(),
      fc.integer({min: 1, max: 40}),
      (sample, start, most) => {
        const network = networkOf(sample);
        const focus = start % sample.size;

        const shown = members(neighbourhood(network, focus, most));

        const far = new Map([[focus, 0]]);
        for (const [group, steps] of far)
          for (const tie of network.groups[group]!.ties) {
            const {from, to} = network.ties[tie]!;
            for (const other of [from, to]) if (!far.has(other)) far.set(other, steps + 1);
          }
        assert.equal(shown.length, Math.min(most, far.size));
        const farthest = Math.max(...shown.map((group) => far.get(group)!));
        for (const [group, steps] of far) if (steps < farthest) assert.ok(shown.includes(group));
      },
    ),
  );
});
