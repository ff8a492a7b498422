import type {Occasion} from '../occasion.js';

/** What stands as one in a list: a gathering, or the next date of a series with its other dates. */
export interface ListEntry {
  readonly occasion: Occasion;
  readonly others: readonly Occasion[];
}

/** What an occasion is listed under: its series, or itself. */
export const entryKey = ({gathering: {id, series}}: Occasion): string => (series ? `in ${series.id}` : id);

/** The entries of a list, in the order of their first dates. */
export function entriesOf(occasions: readonly Occasion[]): readonly ListEntry[] {
  const entries = new Map<string, {occasion: Occasion; others: Occasion[]}>();
  for (const occasion of occasions) {
    const key = entryKey(occasion);
    const entry = entries.get(key);
    if (entry) entry.others.push(occasion);
    else entries.set(key, {occasion, others: []});
  }
  return [...entries.values()];
}
