import type {PlannedSite} from '../../demo/endpoint/seed/plan.js';
import {planned, siteOf} from '../demo/endpoint/rig.js';

/** How a case asks: how many signups, how many of them at a time, for how many gatherings. */
export interface Case {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly atOnce: number;
  readonly gatherings: number;
}

/** What is measured in every round. */
export const CASES: readonly Case[] = [
  {id: 'row', name: 'one after the other', count: 100, atOnce: 1, gatherings: 1},
  {id: 'one', name: '50 at once, one gathering', count: 300, atOnce: 50, gatherings: 1},
  {id: 'ten', name: '50 at once, ten gatherings', count: 300, atOnce: 50, gatherings: 10},
];

/** Rounds before the first one that counts: code that runs for the first time is slow everywhere. */
export const WARM_UP = 1;

/** The gathering that the `index`-th signup of a case goes to; new ones in each round, as no parish seats thousands. */
export function gatheringOf({id, gatherings}: Case, round: number, index: number): string {
  return `${id}-${round}-${index % gatherings}`;
}

/** A site with every gathering of so many rounds. */
export function siteFor(rounds: number): PlannedSite {
  const ids = new Set<string>();
  for (let round = 0; round < rounds + WARM_UP; round += 1) {
    for (const each of CASES)
      for (let index = 0; index < each.gatherings; index += 1) ids.add(gatheringOf(each, round, index));
  }
  return siteOf(...[...ids].map((id) => planned(id, {capacity: 1000})));
}
