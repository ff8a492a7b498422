/**
 * Our map beside those that a site would take otherwise, on one and the same network.
 *
 * How to read the tables. Ratios are what counts: `×3.1` is 3.1 times ours in the same run. In every round each
 * contestant has its turn once at each size, so that whatever else the machine does is shared by all; a figure is the
 * median of the rounds, with the lowest and the highest. Time is CPU time, not time on a clock, which on a busy machine
 * tells more of the neighbours than of the page. First that of the page's main thread, during which it answers nobody;
 * then, as "with all threads", that of the page's process and of the GPU's together, for the main thread of a page with
 * workers or WebGL leaves its work to others. There is no GPU here: what WebGL would leave to one is counted there too,
 * so that those figures are an upper bound for MapLibre and sigma, and true for machines without one.
 *
 * "first" ends with the first picture that has the network in it, from the beginning of the page, reading and parsing
 * included; "whole" with the one in which nothing is missing, which for very many groups is a later one of ours, with
 * their ties. Up to ten thousand groups come as a file; more are made in the page and handed over, and the making is left
 * out. A "frame" is one of the trip in `trip.ts`, the median of all, then the heaviest; bytes are those of all that was
 * loaded by its end, the site's own page and network aside. Memory is what is left then, after a collection.
 *
 * Peers are given what they offer: maps draw clusters and no ties, as none of them bundles ties; sigma draws all ties
 * and no clusters. Ours draws both.
 */
import {cpus} from 'node:os';

import {CONTESTANTS, DEEDS, SIZES} from './map/contestants.js';
import {goalsOf} from './map/goals.js';
import {Host} from './map/host.js';
import {tableOfDeeds, tables, type Measured} from './map/table.js';
import {deeds, NONE, visit} from './map/visit.js';

/** Sizes of the short form. */
const SHORT = SIZES.slice(0, 2);

/** Measures all in turn within each round, and prints the tables. */
export async function benchMap(rounds: number, short: boolean): Promise<void> {
  const sizes = short ? SHORT : SIZES;
  const measured = new Map(sizes.map((size) => [size, new Map<string, Measured[]>()]));
  const done = new Map<string, number[]>();
  const host = await new Host().open();
  try {
    for (let round = 1; round <= rounds; round += 1)
      for (const size of sizes) {
        console.error(`Round ${round} of ${rounds}, ${size} groups`);
        const of = measured.get(size)!;
        for (const contestant of CONTESTANTS.filter((each) => each.sizes.includes(size))) {
          const {name} = contestant;
          const before = of.get(name) ?? [];
          // Who had no picture in time would not have one now either, and all others would wait.
          const isHopeless = before.some(({first}) => Number.isNaN(first));
          const figures = isHopeless ? NONE : await visit(host.page(contestant, size), contestant);
          of.set(name, [...before, {...figures, bytes: host.loaded()}]);
        }
        for (const [name, figure] of await deeds(host.page(DEEDS, size)))
          done.set(name, [...(done.get(name) ?? []), figure]);
      }
  } finally {
    await host.close();
  }
  console.log(
    `Medians of ${rounds} rounds (lowest–highest), times ours; CPU time, on ${cpus().length} cores:\n`,
  );
  console.log([tables(measured), tableOfDeeds(done), goalsOf(measured, done)].join('\n\n'));
}
