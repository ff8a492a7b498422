/** What one can choose groups by, and what each choice would give. */
import type {Network, NetworkGroup, Tie} from './network.js';
import {matching} from './search.js';

/** What one can choose by. */
export const FACETS = ['sector', 'need', 'value', 'tie'] as const;
/** One of them. */
export type FacetName = (typeof FACETS)[number];

/** What somebody has chosen; nothing in a facet is everything. */
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

/**
 * Looks at all groups once. O(n) in groups, their values and ties.
 *
 * @param labelOf what a need, value or sector is called where somebody types it
 */
export function facetsOf(network: Network, chosen: Chosen, labelOf?: (id: string) => string): Facets {
  const {groups, ties} = network;
  const found = chosen.text?.trim() ? matching(network, chosen.text, labelOf) : undefined;
  const wanted = FACETS.map((name) => chosen[name]);
  const mask = new Uint8Array(groups.length);
  const counts = FACETS.map(() => new Map<string, number>());
  let count = 0;
  for (const group of groups) {
    if (found?.[group.index] === 0) continue;
    const values = FACETS.map((name) => valuesOf(name, group, ties));
    const fails = wanted.flatMap((set, at) =>
      set && set.size > 0 && !values[at]!.some((value) => set.has(value)) ? [at] : [],
    );
    // It counts for a facet when nothing but that facet itself could keep it out.
    for (const [at, tally] of counts.entries())
      if (fails.every((failed) => failed === at))
        for (const value of new Set(values[at])) tally.set(value, (tally.get(value) ?? 0) + 1);
    if (fails.length > 0) continue;
    mask[group.index] = 1;
    count += 1;
  }
  const [sector, need, value, tie] = counts as [
    Map<string, number>,
    Map<string, number>,
    Map<string, number>,
    Map<string, number>,
  ];
  return {mask, count, counts: {sector, need, value, tie}};
}

function valuesOf(name: FacetName, group: NetworkGroup, ties: readonly Tie[]): readonly string[] {
  switch (name) {
    case 'sector':
      return group.sector ? [group.sector] : [];
    case 'need':
      return group.needs;
    case 'value':
      return group.values;
    case 'tie':
      return group.ties.flatMap((index) => {
        const {kind, state} = ties[index]!;
        return kind && state !== 'declined' ? [kind] : [];
      });
  }
}
