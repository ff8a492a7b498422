import assert from 'node:assert/strict';
import {test} from 'node:test';

import {arrange} from '../../../src/network/layout/arrange.js';
import {partsOf} from '../../../src/network/layout/graph.js';
import {layoutOf, SLICE} from '../../../src/network/layout/layout.js';
import {randomOf} from '../../../src/network/layout/random.js';
import {circles, endsOf, star, type Sample} from './fixture.js';

/** How much work is done between two chances to stop, by how often that happens. */
function worksOf(sample: Sample): number[] {
  const {parts} = partsOf(sample.size, endsOf(sample));
  return parts.flatMap(({graph}) => [...arrange(graph, randomOf(1), SLICE)].map(({work}) => work));
}

test('no slice is much longer than another, however many groups there are', () => {
  for (const sample of [circles(250, 500), star(10_001)])
    // A tree of all points is built in one go.
    assert.ok(Math.max(...worksOf(sample)) < 2.5 * SLICE);
});

test('there is a chance to stop after each slice of work', () => {
  const sample = circles(100, 200);

  const work = worksOf(sample).reduce((sum, each) => sum + each, 0);
  const steps = [...layoutOf(sample.size, endsOf(sample))].length;

  assert.ok(steps > work / (2.5 * SLICE));
});

test('ten times as many groups are little more than ten times the work', () => {
  const [few, many] = [circles(20, 40), circles(200, 400)].map((sample) =>
    worksOf(sample).reduce((sum, each) => sum + each, 0),
  );

  assert.ok(many! < 15 * few!, `${many! / few!} times`);
});
