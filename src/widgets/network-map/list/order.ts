import {folded} from '../../../network/search.js';
import {type Atlas, DECLINED} from '../atlas.js';

/** What a list can be sorted by. */
export const COLUMNS = ['name', 'kind', 'town', 'near', 'ties', 'heard'] as const;
/** One of them. */
export type Column = (typeof COLUMNS)[number];

/** How the list is sorted: most ties, and what was heard last, come first unless it is turned. */
export interface Order {
  readonly by: Column;
  readonly isTurned: boolean;
}

/** More groups than this are sorted by plain code, since a language's own order of a hundred thousand takes a second. */
const FEW = 5_000;

/** How many ties of a group are drawn, and how many of those both ends say. */
export function tiesOf(atlas: Atlas, group: number): {readonly all: number; readonly sure: number} {
  const {network, states} = atlas;
  let [all, sure] = [0, 0];
  for (const tie of network.groups[group]!.ties) {
    if (states[tie]! < DECLINED) all += 1;
    if (states[tie] === 0) sure += 1;
  }
  return {all, sure};
}

/** The groups that are shown, by number, in this order; those of which it is not known come last. O(n log n). */
export function inOrder(
  atlas: Atlas,
  {by, isTurned}: Order,
  lang: string,
  kindOf: (group: number) => string,
  metres?: ArrayLike<number>,
): number[] {
  const {groups} = atlas.network;
  const shown = groups.flatMap(({index}) => (atlas.shows(index) ? [index] : []));
  const turn = isTurned ? -1 : 1;
  const compare = shown.length > FEW ? plain : new Intl.Collator(lang, {numeric: true}).compare;
  const name = (group: number): string =>
    compare === plain ? folded(groups[group]!.name) : groups[group]!.name;
  const keys = new Map<number, string | number>(
    shown.map((group) => {
      switch (by) {
        case 'name':
          return [group, name(group)];
        case 'kind':
          return [group, kindOf(group)];
        case 'town':
          return [group, groups[group]!.place?.label ?? ''];
        case 'near':
          // Nothing is empty, but where it is not known.
          return [group, metres && metres[group]! >= 0 ? metres[group]! + 1 : 0];
        case 'ties':
          return [group, -tiesOf(atlas, group).all];
        case 'heard':
          return [group, -(groups[group]!.freshness.at ?? 0)];
      }
    }),
  );
  return shown.sort((one, other) => {
    const [a, b] = [keys.get(one)!, keys.get(other)!];
    // What is empty comes last, whichever way it is turned.
    if (!a !== !b) return a ? -1 : 1;
    const order = typeof a === 'number' ? a - (b as number) : compare(a, b as string);
    return order * turn || one - other;
  });
}

const plain = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
