/** What a big screen asks of a network, one thing at a time, and which groups are the answer. */
import type {Atlas} from '../atlas.js';
import {DECLINED} from '../atlas.js';

/** Needs that are asked for: the most frequent ones. */
const NEEDS = 4;
/** Groups with most links that are named. */
const HUBS = 5;

/** A group, and how many others it is linked with. */
export interface Hub {
  readonly group: number;
  readonly n: number;
}

/** A question, and what answers it. */
export type Question = {
  /** The same for the same question of another network. */
  readonly key: string;
  /** Places in the network of the groups that are seen, those with the most links first. */
  readonly groups: readonly number[];
} & (
  | {readonly about: 'all'; readonly kinds: ReadonlyArray<{readonly mark: number; readonly n: number}>}
  | {readonly about: 'kind'; readonly mark: number}
  | {readonly about: 'need'; readonly need: string}
  /** `counts`: by state, how many ties there are between the groups. */
  | {readonly about: 'ties'; readonly counts: readonly number[]}
  /** The groups that are linked with the most others; there is one at least. */
  | {readonly about: 'hubs'; readonly hubs: readonly Hub[]}
  | {readonly about: 'lone'}
);

/**
 * The questions to ask of the groups that an atlas shows, in their order; none where it shows no group. Each has an
 * answer: what nobody does is not asked. O(n log n) in groups, their needs and ties.
 */
export function questionsOf(atlas: Atlas): readonly Question[] {
  const {network, kinds, states} = atlas;
  const linked = linksOf(atlas);
  const groups = network.groups
    .flatMap(({index}) => (atlas.shows(index) ? [index] : []))
    .sort((one, other) => linked[other]! - linked[one]!);
  if (groups.length === 0) return [];
  const byMark = gathered(groups, (group) => [kinds.numbers[group]!]);
  const byNeed = gathered(groups, (group) => new Set(network.groups[group]!.needs));
  const counts = [0, 0, 0];
  for (const [tie, {from, to}] of network.ties.entries())
    if (states[tie]! < DECLINED && atlas.shows(from) && atlas.shows(to)) counts[states[tie]!]! += 1;
  const hubs = groups
    .slice(0, HUBS)
    .flatMap((group) => (linked[group]! > 1 ? {group, n: linked[group]!} : []));
  const lone = groups.filter((group) => linked[group] === 0);

  const all = {
    about: 'all',
    key: 'all',
    groups,
    kinds: byMark.map(([mark, its]) => ({mark, n: its.length})),
  } as const;
  const ofKinds = byMark.map(
    ([mark, its]) => ({about: 'kind', key: `kind ${mark}`, mark, groups: its}) as const,
  );
  const ofNeeds = byNeed
    .slice(0, NEEDS)
    .map(([need, its]) => ({about: 'need', key: `need ${need}`, need, groups: its}) as const);
  return [
    all,
    // Where all are of one kind, that was just answered.
    ...(ofKinds.length > 1 ? ofKinds : []),
    ...ofNeeds,
    ...(counts.some(Boolean) ? [{about: 'ties', key: 'ties', groups, counts} as const] : []),
    ...(hubs.length > 0 ? [{about: 'hubs', key: 'hubs', groups, hubs} as const] : []),
    ...(lone.length > 0 ? [{about: 'lone', key: 'lone', groups: lone} as const] : []),
  ];
}

/** By group: how many others it is tied to by ties that are drawn, whether they are shown or not. */
function linksOf({network, states}: Atlas): Uint32Array {
  return Uint32Array.from(network.groups, ({index, ties}) => {
    const others = new Set<number>();
    for (const tie of ties) {
      const {from, to} = network.ties[tie]!;
      if (states[tie]! < DECLINED) others.add(from === index ? to : from);
    }
    return others.size;
  });
}

/** Groups by what each has, what most of them have first; of two that as many have, the lower one. */
function gathered<Key extends string | number>(
  groups: readonly number[],
  keysOf: (group: number) => Iterable<Key>,
): ReadonlyArray<readonly [Key, readonly number[]]> {
  const found = new Map<Key, number[]>();
  for (const group of groups)
    for (const key of keysOf(group)) {
      const its = found.get(key);
      if (its) its.push(group);
      else found.set(key, [group]);
    }
  return [...found].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
}
