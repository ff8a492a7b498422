import type {Cluster} from './clusters.js';
import type {SpatialIndex} from './spatial-index.js';

const DRAWN_STATES = 3;

/** The ties between two marks, drawn as one line. */
export interface Bundle {
  readonly from: Cluster;
  readonly to: Cluster;
  /** How many ties, at least 1. */
  readonly weight: number;
  /** The place in `TIE_STATES` of what most of its ties are; the less vouched for where two are as many. */
  readonly state: number;
}

/**
 * The ties between different marks, heaviest first and `most` at most: of equally heavy ones those with the lower
 * keys, so that the choice does not flicker. `ends` has the groups of each tie in turn, `states` one number a tie.
 * Ties to a group that is in none of the marks are left out. O(n + ties) and a sort of what is kept.
 */
export function bundles(
  index: SpatialIndex,
  clusters: readonly Cluster[],
  ends: Uint32Array,
  states: Uint8Array,
  most: number,
): Bundle[] {
  const ordered = clusters.toSorted((one, other) => one.key - other.key);
  const table = new PairTable(Math.min(states.length, (ordered.length * (ordered.length - 1)) / 2));
  const positions = index.positions(ordered);
  for (let tie = 0; tie < states.length; tie++) {
    const one = positions[ends[2 * tie]!] ?? -1;
    const other = positions[ends[2 * tie + 1]!] ?? -1;
    if (one < 0 || other < 0 || one === other || states[tie]! >= DRAWN_STATES) continue;
    table.add(Math.min(one, other) * ordered.length + Math.max(one, other), states[tie]!);
  }
  return table.heaviest(most).map(({pair, weight, state}) => ({
    from: ordered[Math.floor(pair / ordered.length)]!,
    to: ordered[pair % ordered.length]!,
    weight,
    state,
  }));
}

/** Counts by pair of marks: open addressing in typed arrays, since a map of a million numbers takes ten times as long. */
class PairTable {
  readonly #pairs: Float64Array;
  readonly #counts: Uint32Array;
  readonly #last: number;

  /** Room for a number of different pairs. */
  constructor(pairs: number) {
    let size = 16;
    while (size < 2 * pairs) size *= 2;
    this.#last = size - 1;
    this.#pairs = new Float64Array(size).fill(-1);
    this.#counts = new Uint32Array(size * DRAWN_STATES);
  }

  add(pair: number, state: number): void {
    const low = Math.imul(pair >>> 0, 0x9e3779b1);
    const high = Math.imul(pair / 2 ** 32, 0x85ebca6b);
    let slot = ((low ^ high ^ (low >>> 15)) >>> 0) & this.#last;
    while (this.#pairs[slot] !== pair && this.#pairs[slot] !== -1) slot = (slot + 1) & this.#last;
    this.#pairs[slot] = pair;
    this.#counts[slot * DRAWN_STATES + state]!++;
  }

  heaviest(most: number): {pair: number; weight: number; state: number}[] {
    const used: {pair: number; weight: number; state: number}[] = [];
    for (const [slot, pair] of this.#pairs.entries()) {
      if (pair === -1) continue;
      const counts = this.#counts.subarray(slot * DRAWN_STATES, (slot + 1) * DRAWN_STATES);
      let state = 0;
      for (let other = 1; other < DRAWN_STATES; other++) if (counts[other]! >= counts[state]!) state = other;
      used.push({pair, weight: counts.reduce((sum, count) => sum + count, 0), state});
    }
    const weights = Uint32Array.from(used, ({weight}) => weight).sort();
    const least = weights[Math.max(0, weights.length - Math.max(0, most))] ?? Infinity;
    return used
      .filter(({weight}) => weight >= least)
      .toSorted((one, other) => other.weight - one.weight || one.pair - other.pair)
      .slice(0, Math.max(0, most));
  }
}
