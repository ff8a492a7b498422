/**
 * The network that all contestants are given: made up from a seed, so that every run and every page has the same.
 *
 * Half of the groups live in the western United States and half in the rest of the world, in towns as unequal as real
 * ones, thinning out from the middle of each; most ties lead to a neighbour.
 */
import {WESTERN_TOWNS, WORLD_TOWNS, type Town} from './towns.js';

/** A network as columns, one entry a group: what is cheapest to make and says nothing of anyone's format. */
export interface Network {
  readonly size: number;
  /** In degrees. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Places in {@link TOWNS}, {@link KINDS}, {@link SECTORS} and {@link NEEDS}. */
  readonly town: Uint8Array;
  readonly kind: Uint8Array;
  readonly sector: Uint8Array;
  readonly need: Uint8Array;
  /** Both groups of each tie in turn; sorted by the first one. */
  readonly ends: Uint32Array;
}

export const TOWNS: readonly Town[] = [...WESTERN_TOWNS, ...WORLD_TOWNS];
export const KINDS = ['organisation', 'group', 'person'] as const;
export const SECTORS = ['religious', 'business', 'social-service', 'education', 'government'] as const;
export const NEEDS = ['local-food', 'housing', 'youth', 'elders', 'health', 'arts'] as const;

const SEED = 42;

/** Ties by group, as a mean: each group says one or two. */
const TIES = 1.5;

/** How far a tie reaches: this share stays in town, and of the rest every second one stays in its half of the world. */
const IN_TOWN = 0.8;

/** Kilometres from the middle of a town of a million that two thirds of its groups are within. */
const SPREAD = 14;
const KILOMETRES_A_DEGREE = 111.2;

/** Makes a network of so many groups. O(n). */
export function networkOf(size: number): Network {
  const random = numbers(SEED + size);
  const town = townsOf(size, random);
  const lon = new Float64Array(size);
  const lat = new Float64Array(size);
  for (let group = 0; group < size; group += 1) {
    const [, north, east, people] = TOWNS[town[group]!]!;
    // The far suburbs have fewer groups than the middle, and still some: a bell with a long tail.
    const reach = SPREAD * Math.sqrt(people / 1000) * (random() < 0.2 ? 4 : 1);
    const away = (reach * Math.sqrt(-2 * Math.log(1 - random()))) / KILOMETRES_A_DEGREE;
    const turn = 2 * Math.PI * random();
    lat[group] = north + away * Math.sin(turn);
    lon[group] = east + (away * Math.cos(turn)) / Math.cos((north * Math.PI) / 180);
  }
  const oneOf = (choices: readonly unknown[]) =>
    Uint8Array.from({length: size}, () => random() ** 1.5 * choices.length);
  const [kind, sector, need] = [oneOf(KINDS), oneOf(SECTORS), oneOf(NEEDS)];
  return {size, lon, lat, town, kind, sector, need, ends: tiesOf(town, random)};
}

/** Which town each group lives in: those of one town stand together, in the order of the list. */
function townsOf(size: number, random: () => number): Uint8Array {
  const shares = [WESTERN_TOWNS, WORLD_TOWNS].flatMap((half) => {
    const people = half.reduce((sum, [, , , each]) => sum + each, 0);
    return half.map(([, , , each]) => each / people / 2);
  });
  const bounds = shares.map((_, town) => shares.slice(0, town + 1).reduce((sum, each) => sum + each, 0));
  return Uint8Array.from({length: size}, () => {
    const at = random();
    const town = bounds.findIndex((bound) => at < bound);
    return town < 0 ? TOWNS.length - 1 : town;
  }).sort();
}

function tiesOf(town: Uint8Array, random: () => number): Uint32Array {
  const starts = new Uint32Array(TOWNS.length + 1);
  for (const each of town) starts[each + 1]! += 1;
  for (let at = 0; at < TOWNS.length; at += 1) starts[at + 1]! += starts[at]!;
  const western = starts[WESTERN_TOWNS.length]!;
  const between = (start: number, end: number) => start + Math.floor(random() * (end - start));
  const ends: number[] = [];
  for (let group = 0; group < town.length; group += 1) {
    for (let count = random() < TIES % 1 ? 2 : 1; count > 0; count -= 1) {
      const near = random();
      const half = group < western ? ([0, western] as const) : ([western, town.length] as const);
      const other =
        near < IN_TOWN
          ? between(starts[town[group]!]!, starts[town[group]! + 1]!)
          : near < (1 + IN_TOWN) / 2
            ? between(...half)
            : between(0, town.length);
      if (other !== group) ends.push(group, other);
    }
  }
  return Uint32Array.from(ends);
}

/** Numbers from 0 up to 1 that are the same each time: Mulberry32. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
