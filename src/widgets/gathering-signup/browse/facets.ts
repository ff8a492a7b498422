/** By what a visitor may choose among many gatherings, and what each choice would give. */
import type {Gathering} from '../../../protocol/gathering.js';
import type {Occasion} from '../occasion.js';

/** What one can choose by. */
export const FACETS = ['need', 'sector', 'spoken'] as const;
/** What one can choose by. */
export type FacetName = (typeof FACETS)[number];

/** Facets come with more entries than this. */
const MANY = 8;
/** A facet offers this many values at most, the most frequent ones; an endpoint may send thousands. */
const MOST = 40;

/** One value of a facet. */
export interface FacetOption {
  readonly value: string;
  /** How many entries have it, among those that fit what is chosen in the other facets. */
  readonly count: number;
  readonly chosen: boolean;
}

/** A facet with its values, the most frequent first. */
export interface Facet {
  readonly name: FacetName;
  readonly options: readonly FacetOption[];
}

/** What a visitor has chosen; nothing in a facet is everything. */
export type Chosen = ReadonlyMap<FacetName, ReadonlySet<string>>;

/** The values that a gathering has in a facet. A dialect counts as its language. */
export function valuesOf(name: FacetName, {needs = [], sector, language}: Gathering): readonly string[] {
  if (name === 'need') return needs;
  const one = name === 'sector' ? sector : language?.split('-')[0]!.toLowerCase();
  return one === undefined ? [] : [one];
}

/**
 * The facets worth showing: only where there are many entries, and only those that part them.
 *
 * @param keyOf what counts as one: the dates of a series in a list are one entry
 */
export function facetsOf(
  occasions: readonly Occasion[],
  chosen: Chosen,
  keyOf: (occasion: Occasion) => string,
): readonly Facet[] {
  if (new Set(occasions.map(keyOf)).size <= MANY) return [];
  const offered = new Map(
    FACETS.map((name) => [name, mostFrequent(tally(name, occasions, keyOf))] as const).filter(
      ([, values]) => values.length > 1,
    ),
  );
  // What is chosen in a facet that is not there any more, or of a value that nobody has any more, chooses nothing.
  const inForce: Chosen = new Map(
    [...offered].map(([name, values]) => [
      name,
      new Set(values.filter((value) => chosen.get(name)?.has(value))),
    ]),
  );
  return [...offered].map(([name, values]) => {
    const others = new Map([...inForce].filter(([other]) => other !== name));
    const counts = tally(name, occasions.filter(fitting(others)), keyOf);
    return {
      name,
      options: values.map((value) => ({
        value,
        count: counts.get(value)?.size ?? 0,
        chosen: inForce.get(name)!.has(value),
      })),
    };
  });
}

/** What is chosen, as the facets have it. */
export function chosenIn(facets: readonly Facet[]): Chosen {
  return new Map(
    facets.map(({name, options}) => [
      name,
      new Set(options.filter((option) => option.chosen).map(({value}) => value)),
    ]),
  );
}

/** Whether an occasion fits: one of the values chosen in each facet. */
export function fitting(chosen: Chosen): (occasion: Occasion) => boolean {
  const asked = [...chosen].filter(([, values]) => values.size > 0);
  return ({gathering}) =>
    asked.every(([name, values]) => valuesOf(name, gathering).some((value) => values.has(value)));
}

/** The entries of each value. */
function tally(
  name: FacetName,
  occasions: readonly Occasion[],
  keyOf: (occasion: Occasion) => string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const entries = new Map<string, Set<string>>();
  for (const occasion of occasions) {
    for (const value of valuesOf(name, occasion.gathering)) {
      const keys = entries.get(value) ?? new Set();
      entries.set(value, keys.add(keyOf(occasion)));
    }
  }
  return entries;
}

function mostFrequent(entries: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  return [...entries]
    .sort(([, a], [, b]) => b.size - a.size)
    .slice(0, MOST)
    .map(([value]) => value);
}
