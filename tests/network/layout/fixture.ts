import fc from 'fast-check';

import {layoutOf} from '../../../src/network/layout/layout.js';
import {randomOf} from '../../../src/network/layout/random.js';

/** So many nodes, and ties as pairs of them. */
export interface Sample {
  readonly size: number;
  readonly ties: ReadonlyArray<readonly [number, number]>;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export const endsOf = ({ties}: Sample): Uint32Array => Uint32Array.from(ties.flat());

/** Goes through all steps of a generator. */
export function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const {done, value} = steps.next();
    if (done) return value;
  }
}

/** Where the nodes lie in the end. */
export function spotsOf(sample: Sample, seed = 1): Spot[] {
  const positions = finish(layoutOf(sample.size, endsOf(sample), {seed}));
  return Array.from({length: sample.size}, (_, i) => ({x: positions[2 * i]!, y: positions[2 * i + 1]!}));
}

export const between = (one: Spot, other: Spot): number => Math.hypot(one.x - other.x, one.y - other.y);

export const path = (size: number): Sample => ({
  size,
  ties: Array.from({length: size - 1}, (_, i) => [i, i + 1] as const),
});

export const star = (size: number): Sample => ({
  size,
  ties: Array.from({length: size - 1}, (_, i) => [0, i + 1] as const),
});

/** Everybody tied to everybody. */
export const clique = (size: number): Sample => ({
  size,
  ties: Array.from({length: size}, (_, i) => Array.from({length: i}, (_, j) => [i, j] as const)).flat(),
});

/** Side by side, without a tie between them. */
export function beside(...samples: readonly Sample[]): Sample {
  let size = 0;
  const ties: (readonly [number, number])[] = [];
  for (const sample of samples) {
    for (const [from, to] of sample.ties) ties.push([from + size, to + size]);
    size += sample.size;
  }
  return {size, ties};
}

/**
 * Circles of friends of 20 each: in each everybody is tied to two who came before; some know others
 * elsewhere.
 */
export function circles(count: number, elsewhere: number, seed = 1): Sample {
  const random = randomOf(seed);
  const upTo = (end: number): number => Math.floor(random() * end);
  const size = 20 * count;
  const ties: [number, number][] = [];
  for (let i = 0; i < size; i++) {
    const first = i - (i % 20);
    if (i > first) ties.push([i, first + upTo(i - first)], [i, first + upTo(i - first)]);
  }
  for (let i = 0; i < count; i++) ties.push([20 * i, 20 * upTo(count)]);
  for (let i = 0; i < elsewhere; i++) ties.push([upTo(size), upTo(size)]);
  return {size, ties};
}

/** Any graph: with ties of a node with itself, ties given twice, and ties to nodes that are not there. */
export const samples: fc.Arbitrary<Sample> = fc.integer({min: 0, max: 60}).chain((size) => {
  const node = fc.oneof(
    {weight: 20, arbitrary: fc.integer({min: 0, max: Math.max(0, size - 1)})},
    {weight: 4, arbitrary: fc.integer({min: 0, max: Math.min(4, Math.max(0, size - 1))})},
    {weight: 1, arbitrary: fc.constantFrom(size, size + 7, 0xffffffff)},
  );
  return fc.record({
    size: fc.constant(size),
    ties: fc.array(fc.tuple(node, node), {maxLength: 120}),
  });
});
