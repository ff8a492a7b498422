/** What one can choose groups by, and what each choice would give. */
import type {Network, NetworkGroup, Tie} from './network.js';
import {matching} from './search.js';

/** What one can choose by. */
export const FACETS = ['sector', 'need', 'value', 'tie'] as const;
/** One of them. */
export type FacetName = (typeof FACETS)[number];

/** What somebody has chosen; nothing in a facet is everything. The sector of a group that says none is "". */
export type Chosen = Readonly<Partial<Record<FacetName, ReadonlySet<string>>>> & {
  /** Words to be found. */
  readonly text?: string;
};

/** What a choice comes to. */
export interface Facets {
  /** By group: 1 if it passes, else 0. */
  readonly mask: Uint8Array;
  readonly count: number;
  /** By facet and value: how many groups would pass with it, given what is chosen in the other facets. */
  readonly counts: Readonly<Record<FacetName, ReadonlyMap<string, number>>>;
}

/** The values of all groups in one facet: each value has a number, and each group a run of them. */
interface Column {
  readonly values: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** Where the run of a group starts; it ends where the next one starts. */
  readonly starts: Uint32Array;
  readonly runs: Uint32Array;
}

/** Columns by network: made at the first choice, so that each later one looks at numbers alone. */
const made = new WeakMap<Network, readonly Column[]>();

/**
 * Looks at all groups once. O(n) in groups, their values and ties.
 *
 * @param labelOf what a need, value or sector is called where somebody types it
 */
export function facetsOf(network: Network, chosen: Chosen, labelOf?: (id: string) => string): Facets {
  const columns = made.get(network) ?? FACETS.map((name) => columnOf(name, network));
  made.set(network, columns);
  const size = network.groups.length;
  const found = chosen.text?.trim() ? matching(network, chosen.text, labelOf) : undefined;
  /** By group: a bit for each facet that keeps it out, and one more where the words do. */
  const kept = new Uint8Array(size);
  for (const [at, name] of FACETS.entries()) {
    const wanted = chosen[name];
    if (wanted && wanted.size > 0) keepOut(columns[at]!, wanted, kept, 1 << at);
  }
  const mask = new Uint8Array(size);
  let count = 0;
  for (let group = 0; group < size; group++) {
    if (found?.[group] === 0) kept[group]! |= 1 << FACETS.length;
    const passes = (kept[group]! - 1) >>> 31;
    mask[group] = passes;
    count += passes;
  }
  const counts = FACETS.map((name, at) => [name, tally(columns[at]!, kept, 1 << at)] as const);
  return {mask, count, counts: Object.fromEntries(counts) as Facets['counts']};
}

/** Marks with `bit` the groups that have none of the wanted values. */
function keepOut(
  {numbers, starts, runs}: Column,
  wanted: ReadonlySet<string>,
  kept: Uint8Array,
  bit: number,
): void {
  const good = new Uint8Array(numbers.size);
  for (const value of wanted) {
    const number = numbers.get(value);
    if (number !== undefined) good[number] = 1;
  }
  let at = 0;
  for (let group = 0; group < kept.length; group++) {
    let fits = 0;
    for (const end = starts[group + 1]!; at < end; at++) fits |= good[runs[at]!]!;
    // Without a branch, which a processor would guess wrongly as often as not.
    kept[group]! |= bit & (fits - 1);
  }
}

/** Counts each value in the groups that nothing but the facet with this bit could keep out. */
function tally({values, starts, runs}: Column, kept: Uint8Array, bit: number): ReadonlyMap<string, number> {
  const counts = new Uint32Array(values.length);
  let at = 0;
  for (let group = 0; group < kept.length; group++) {
    // 1 where no other bit is set, else 0.
    const passes = ((kept[group]! & ~bit) - 1) >>> 31;
    for (const end = starts[group + 1]!; at < end; at++) counts[runs[at]!]! += passes;
  }
  return new Map(
    values.flatMap((value, number) => (counts[number]! > 0 ? [[value, counts[number]!] as const] : [])),
  );
}

function columnOf(name: FacetName, {groups, ties}: Network): Column {
  const numbers = new Map<string, number>();
  const starts = new Uint32Array(groups.length + 1);
  const runs: number[] = [];
  let start = 0;
  const add = (value: string | undefined): void => {
    if (value === undefined) return;
    let number = numbers.get(value);
    if (number === undefined) numbers.set(value, (number = numbers.size));
    if (!runs.includes(number, start)) runs.push(number);
  };
  groups.forEach((group, at) => {
    visitValues(name, group, ties, add);
    starts[at + 1] = start = runs.length;
  });
  return {values: [...numbers.keys()], numbers, starts, runs: new Uint32Array(runs)};
}

/** Gives each value of a group to `add`, which is called a million times: no list is made of them. */
function visitValues(
  name: FacetName,
  {sector, needs, values, ties: tied}: NetworkGroup,
  ties: readonly Tie[],
  add: (value: string | undefined) => void,
): void {
  switch (name) {
    case 'sector':
      return add(sector ?? '');
    case 'need':
      return needs.forEach(add);
    case 'value':
      return values.forEach(add);
    case 'tie':
      for (const index of tied) {
        const {kind, state} = ties[index]!;
        if (state !== 'declined') add(kind);
      }
  }
}
