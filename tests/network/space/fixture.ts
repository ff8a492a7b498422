import fc from 'fast-check';
import type {Bounds} from '../../../src/network/space/clusters.js';

export const WORLD: Bounds = {west: 0, north: 0, east: 1, south: 1};

/** Some positions are shared, some lie a hair apart, and some groups have none. */
const coordinate = fc.oneof(
  fc.double({min: 0, max: 1, noNaN: true}),
  fc.integer({min: 0, max: 8}).map((eighth) => eighth / 8),
  fc.integer({min: 0, max: 400}).map((step) => 0.4 + step / 100_000),
);
const position = fc.oneof(
  {weight: 12, arbitrary: fc.tuple(coordinate, coordinate)},
  {weight: 1, arbitrary: fc.constant([NaN, NaN] as [number, number])},
);

export interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export const positions: fc.Arbitrary<Positions> = fc.array(position, {maxLength: 120}).map((pairs) => ({
  // The eastern edge of the world is its western one: a projection gives no 1.
  x: Float64Array.from(pairs, ([x]) => (x === 1 ? 0 : x)),
  y: Float64Array.from(pairs, ([, y]) => y),
}));

export const zoom = fc.integer({min: 0, max: 20});

export const bounds: fc.Arbitrary<Bounds> = fc
  .tuple(
    fc.double({min: -1.5, max: 1.5, noNaN: true}),
    fc.double({min: 0, max: 1, noNaN: true}),
    fc.double({min: 0, max: 1.5, noNaN: true}),
    fc.double({min: 0, max: 1, noNaN: true}),
  )
  .map(([west, north, width, height]) => ({west, north, east: west + width, south: north + height}));

export const placed = ({x}: Positions): number[] => [...x.keys()].filter((group) => !Number.isNaN(x[group]));
