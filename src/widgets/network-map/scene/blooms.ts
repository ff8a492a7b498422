import type {Localizer} from '../../../i18n/localizer.js';
import {compactNumber} from '../../../i18n/phrases.js';
import type {Cluster} from '../../../network/space/clusters.js';
import {MARKS} from '../kinds.js';
import type {Chart} from './chart.js';

/** What a mark stands for, apart from where it is. */
export interface Bloom {
  /** By kind: how many of its groups. */
  readonly counts: readonly number[];
  /** In pixels of a picture whose letters have 16. */
  readonly radius: number;
  /** The name of a group, or of the town that most of its groups give. */
  readonly label: string;
  /** How many, as it stands in the heart; empty for one. */
  readonly heart: string;
}

/** Groups that are asked for their town: the name of a mark of thousands is that of a part of them. */
const ASKED = 200;

/** What is known of marks, for as long as they are drawn. */
export class Blooms {
  readonly #chart: Chart;
  readonly #l: Localizer;
  readonly #known = new WeakMap<Cluster, Bloom>();

  constructor(chart: Chart, l: Localizer) {
    this.#chart = chart;
    this.#l = l;
  }

  of(mark: Cluster): Bloom {
    let bloom = this.#known.get(mark);
    if (!bloom) this.#known.set(mark, (bloom = this.#look(mark)));
    return bloom;
  }

  #look(mark: Cluster): Bloom {
    const {index, atlas} = this.#chart;
    const {kinds, network} = atlas;
    const {count, first} = mark;
    if (count === 1) {
      const counts = Array<number>(MARKS).fill(0);
      counts[kinds.numbers[first]!] = 1;
      return {counts, radius: 8, label: network.groups[first]!.name, heart: ''};
    }
    const counts = [...index.tally(mark, kinds.numbers).subarray(0, MARKS)];
    const towns = index.members(mark, ASKED).map((group) => network.groups[group]!.place?.label);
    return {
      counts,
      // The flowers of neighbours touch, and never lie on one another.
      radius: Math.min(40, 17 + 4.2 * Math.sqrt(Math.min(count, 30)) + Math.log2(Math.max(1, count / 30))),
      label: mostOf(towns),
      heart: count < 10_000 ? this.#l.number(count) : compactNumber(this.#l, count),
    };
  }
}

/** What is there most often; the first of those that are as often. */
function mostOf(texts: ReadonlyArray<string | undefined>): string {
  const counts = new Map<string, number>();
  for (const text of texts) if (text) counts.set(text, (counts.get(text) ?? 0) + 1);
  let best = '';
  for (const [text, count] of counts) if (count > (counts.get(best) ?? 0)) best = text;
  return best;
}
