/** Kinds of group by their sector: which of the eight marks and colours each has, and what it is called. */
import type {Localizer} from '../../i18n/localizer.js';
import type {MessageKey} from '../../i18n/messages.js';
import type {Sketch} from '../../network/sketch.js';

/** Sectors that always have the same mark, in the order of the marks. */
export const KNOWN = ['business', 'political', 'religious', 'social-service', 'resident'];
/** How many marks there are. The last one is for whatever has no other. */
export const MARKS = 8;
const REST = MARKS - 1;

/** What an id of a list that is open is called: our word for those that we know, else the id as words. */
export function labelOf(l: Localizer, list: 'sector' | 'need' | 'value' | 'kind', id: string): string {
  const known = l.t(`${list}.${id}` as MessageKey);
  if (known) return known;
  const words = id.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toLocaleUpperCase(l.lang) + words.slice(1);
}

/** Which kind each group of a network is. */
export class Kinds {
  /** By group: the number of its mark, 0 to 7. */
  readonly numbers: Uint8Array;
  /** By mark: the sectors that have it; "" is that of groups without one. */
  readonly sectors: readonly (readonly string[])[];

  constructor({groups}: Sketch) {
    const counts = new Map<string, number>();
    for (const {sector} of groups)
      if (sector && !KNOWN.includes(sector)) counts.set(sector, (counts.get(sector) ?? 0) + 1);
    // By name where two are as many, so that the marks do not depend on the order of the sources.
    const others = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
    const all = [...KNOWN, ...others.map(([sector]) => sector)];
    const marks = new Map(all.map((sector, at) => [sector, Math.min(at, REST)]));
    this.numbers = new Uint8Array(groups.length);
    groups.forEach(({sector}, group) => (this.numbers[group] = marks.get(sector ?? '') ?? REST));
    // Those that say no sector are chosen by what a facet calls that.
    const rest = [...all.slice(REST), ...(groups.some(({sector}) => !sector) ? [''] : [])];
    this.sectors = Array.from({length: MARKS}, (_, mark) => (mark < REST ? all.slice(mark, mark + 1) : rest));
  }

  /** By mark: how many groups, all of them or as `sectors` counts them. */
  tally(sectors?: ReadonlyMap<string, number>): Uint32Array {
    const counts = new Uint32Array(MARKS);
    if (!sectors) for (const kind of this.numbers) counts[kind]! += 1;
    else
      for (const [mark, names] of this.sectors.entries())
        for (const name of names) counts[mark]! += sectors.get(name) ?? 0;
    return counts;
  }

  /** What a mark stands for. */
  label(l: Localizer, mark: number): string {
    const [only, ...more] = this.sectors[mark]!;
    return only && more.length === 0 ? labelOf(l, 'sector', only) : l.t('sector.other');
  }
}
