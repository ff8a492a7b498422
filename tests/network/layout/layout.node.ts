import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';

import {layoutOf} from '../../../src/network/layout/layout.js';
import {
  beside,
  between,
  circles,
  clique,
  endsOf,
  finish,
  path,
  samples,
  spotsOf,
  star,
  type Sample,
  type Spot,
} from './fixture.js';

const mean = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length;

/** Which nodes hang together, by node the lowest number among them. */
function partsOf({size, ties}: Sample): number[] {
  const parts = Array.from({length: size}, (_, i) => i);
  const rootOf = (node: number): number => (parts[node] === node ? node : rootOf(parts[node]!));
  for (const [from, to] of ties)
    if (from < size && to < size) {
      const [one, other] = [rootOf(from), rootOf(to)];
      parts[Math.max(one, other)] = Math.min(one, other);
    }
  return parts.map((_, node) => rootOf(node));
}

function boundsOf(spots: readonly Spot[]): {left: number; right: number; top: number; bottom: number} {
  const [xs, ys] = [spots.map(({x}) => x), spots.map(({y}) => y)];
  return {left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys)};
}

function nearest(spots: readonly Spot[]): number {
  const distances = spots.flatMap((one, i) => spots.slice(i + 1).map((other) => between(one, other)));
  return Math.min(...distances);
}

/** Whether two ties without a common end cross. */
function cross(
  spots: readonly Spot[],
  one: readonly [number, number],
  other: readonly [number, number],
): boolean {
  if (one.some((end) => other.includes(end))) return false;
  const side = ([from, to]: readonly [number, number], end: number): number => {
    const [a, b, c] = [spots[from]!, spots[to]!, spots[end]!];
    return Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
  };
  return side(one, other[0]) !== side(one, other[1]) && side(other, one[0]) !== side(other, one[1]);
}

test('any graph is drawn as large as the unit square takes it, in its middle, with no two nodes on one spot', () => {
  fc.assert(
    fc.property(samples, fc.integer(), (sample, seed) => {
      const spots = spotsOf(sample, seed);

      for (const {x, y} of spots) assert.ok(x > -1e-9 && x < 1 + 1e-9 && y > -1e-9 && y < 1 + 1e-9);
      if (spots.length === 0) return;
      const {left, right, top, bottom} = boundsOf(spots);
      assert.ok(Math.abs((left + right) / 2 - 0.5) < 1e-9 && Math.abs((top + bottom) / 2 - 0.5) < 1e-9);
      if (spots.length === 1) return;
      assert.ok(Math.abs(Math.max(right - left, bottom - top) - 1) < 1e-9);
      assert.ok(nearest(spots) > 1e-3, `two nodes are ${nearest(spots)} apart`);
    }),
  );
});

test('parts that are not tied to each other do not overlap', () => {
  fc.assert(
    fc.property(samples, (sample) => {
      const spots = spotsOf(sample);

      const parts = partsOf(sample);
      const boxes = [...new Set(parts)].map((part) => boundsOf(spots.filter((_, i) => parts[i] === part)));
      for (const [i, one] of boxes.entries())
        for (const other of boxes.slice(i + 1))
          assert.ok(
            one.right < other.left ||
              other.right < one.left ||
              one.bottom < other.top ||
              other.bottom < one.top,
          );
    }),
  );
});

test('the same ties give the same picture to the last bit, whatever was asked for before', () => {
  fc.assert(
    fc.property(samples, fc.integer(), (sample, seed) => {
      const first = finish(layoutOf(sample.size, endsOf(sample), {seed}));
      const other = layoutOf(sample.size, endsOf(sample), {seed: seed + 1});
      const again = layoutOf(sample.size, endsOf(sample), {seed});

      // Step by step in turns, as two widgets on one page do it.
      let [turn, last] = [again.next(), other.next()];
      while (!turn.done) {
        if (!last.done) last = other.next();
        turn = again.next();
      }

      assert.deepEqual(turn.value, first);
    }),
  );
});

test('a tie said twice, one of a group with itself and one to nobody change nothing', () => {
  const plain = circles(4, 10);
  const noisy = {
    size: plain.size,
    ties: [
      ...plain.ties,
      ...plain.ties.map(([from, to]) => [to, from] as const),
      [3, 3] as const,
      [2, 999] as const,
    ],
  };

  const lengths = [plain, noisy].map((sample) => {
    const spots = spotsOf(sample);
    return mean(plain.ties.map(([from, to]) => between(spots[from]!, spots[to]!)));
  });

  assert.ok(Math.abs(lengths[0]! - lengths[1]!) < 0.2 * lengths[0]!);
  assert.deepEqual(spotsOf({size: 9, ties: [...path(9).ties, [0, 0], [4, 77]]}), spotsOf(path(9)));
});

test('the ends of a tie lie much nearer than two groups picked at random', () => {
  fc.assert(
    fc.property(
      fc.integer({min: 4, max: 12}),
      fc.integer({min: 0, max: 20}),
      fc.integer(),
      (count, elsewhere, seed) => {
        const sample = circles(count, elsewhere, seed);
        const spots = spotsOf(sample, seed);

        const tied = mean(sample.ties.map(([from, to]) => between(spots[from]!, spots[to]!)));
        const any = mean(spots.map((spot, i) => between(spot, spots[(i * 31 + 17) % spots.length]!)));

        assert.ok(tied < any / 2.5, `${tied} and ${any}`);
      },
    ),
    {numRuns: 30},
  );
});

test('circles of friends lie apart: the nearest neighbours of a group are nearly all of its own circle', () => {
  const sample = circles(10, 20);
  const spots = spotsOf(sample);

  const own = spots.map((spot, i) => {
    const order = [...spots.keys()].sort((a, b) => between(spot, spots[a]!) - between(spot, spots[b]!));
    const near = order.slice(1, 6);
    return near.filter((other) => Math.floor(other / 20) === Math.floor(i / 20)).length / near.length;
  });

  assert.ok(mean(own) > 0.85, `${mean(own)}`);
});

test('a row of 50 groups unfolds to its full length, and lies flat', () => {
  const spots = spotsOf(path(50));

  const length = path(50).ties.reduce((sum, [from, to]) => sum + between(spots[from]!, spots[to]!), 0);
  const {left, right, top, bottom} = boundsOf(spots);

  assert.ok(between(spots[0]!, spots[49]!) > 0.9 * length);
  assert.ok(right - left > 5 * (bottom - top));
});

test('a ring stays a ring', () => {
  const size = 60;
  const spots = spotsOf({size, ties: [...path(size).ties, [0, size - 1]]});

  const radii = spots.map((spot) => between(spot, {x: 0.5, y: 0.5}));

  assert.ok(Math.min(...radii) > 0.75 * Math.max(...radii));
});

test('small rings and a binary tree are drawn without a crossing', () => {
  const rings = [4, 5, 6, 8, 12].map((size) => ({size, ties: [...path(size).ties, [0, size - 1] as const]}));
  const tree = {size: 15, ties: Array.from({length: 14}, (_, i) => [i + 1, i >> 1] as const)};
  for (const sample of [...rings, tree])
    for (let seed = 1; seed <= 10; seed++) {
      const spots = spotsOf(sample, seed);

      const crossed = sample.ties.filter((one, i) =>
        sample.ties.slice(i + 1).some((other) => cross(spots, one, other)),
      );

      assert.deepEqual(crossed, []);
    }
});

test('what mirrors itself does not collapse onto a line', () => {
  const ladder = {
    size: 40,
    ties: [...beside(path(20), path(20)).ties, ...path(20).ties.map(([i]) => [i, i + 20] as const)],
  };
  const twins = {
    size: 22,
    ties: Array.from(
      {length: 20},
      (_, i) =>
        [
          [0, i + 2],
          [1, i + 2],
        ] as const,
    ).flat(),
  };
  for (const sample of [ladder, twins, clique(12)]) {
    const spots = spotsOf(sample);

    const {left, right, top, bottom} = boundsOf(spots);

    assert.ok(bottom - top > 0.03 && right - left > 0.3);
    assert.ok(nearest(spots) > 0.01);
  }
});

test('a group with many ties sits in the middle of them, and they stand evenly around it', () => {
  const spots = spotsOf(star(400));

  const [hub, ...leaves] = spots;
  const closest = leaves.map((leaf) =>
    Math.min(...leaves.map((each) => (each === leaf ? 1 : between(each, leaf)))),
  );

  assert.ok(between(hub!, {x: 0.5, y: 0.5}) < 0.05);
  assert.ok(Math.min(...closest) > 0.25 * mean(closest));
});

test('ten thousand ties of one group, and a chain of two thousand, come out in numbers', () => {
  for (const sample of [star(10_001), path(2000)])
    assert.ok(finish(layoutOf(sample.size, endsOf(sample))).every((each) => each > -1e-9 && each < 1 + 1e-9));
});

test('groups without ties stand in straight rows below the rest', () => {
  const sample = beside(circles(3, 5), {size: 17, ties: []});
  const spots = spotsOf(sample);

  const {bottom} = boundsOf(spots.slice(0, 60));
  const rows = new Set(spots.slice(60).map(({y}) => y.toFixed(6)));

  assert.ok(spots.slice(60).every(({y}) => y > bottom));
  assert.ok(rows.size <= 2);
});

test('what is shown on the way is always a picture of all groups', () => {
  const sample = beside(circles(40, 60), path(3), {size: 5, ties: []});

  let [steps, apart] = [0, 0];
  for (const soFar of layoutOf(sample.size, endsOf(sample))) {
    steps++;
    assert.ok(soFar.every((each) => each > -1e-9 && each < 1 + 1e-9));
    apart += new Set(soFar).size;
  }

  assert.ok(steps > 20 && apart > steps * sample.size * 0.5);
});
