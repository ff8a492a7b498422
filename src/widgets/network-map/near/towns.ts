import type {Network} from '../../../network/network.js';
import {folded} from '../../../network/search.js';
import type {Spot} from './spot.js';

/** Half of what a town is wide, in metres. */
const TOWN = 1_500;

/** Towns that are suggested; others are found all the same. */
const MOST = 500;

/** A town that groups give as their place. */
interface Town {
  readonly label: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  count: number;
}

/** The towns of a network by what its own groups call them, those of most groups first. */
export class Towns {
  readonly #towns: readonly Town[];
  #named: {readonly lang: string; readonly names: readonly string[]} | undefined;

  /** O(n) in groups. Two towns of one name are told apart by where they are; the one of more groups comes first. */
  constructor({groups}: Network) {
    const labels = new Map<string, Map<number, Town>>();
    for (const {place} of groups) {
      const {label, lat, lon} = place ?? {};
      if (!label || lat === undefined || lon === undefined) continue;
      const towns = labels.get(label) ?? new Map<number, Town>();
      const cell = Math.round(lat) * 1_000 + Math.round(lon);
      const town = towns.get(cell);
      if (town) town.count += 1;
      else {
        labels.set(label, towns);
        towns.set(cell, {label: label.trim(), name: folded(label), lat, lon, count: 1});
      }
    }
    this.#towns = [...labels.values()]
      .flatMap((towns) => [...towns.values()])
      .filter(({name}) => name)
      .sort((one, other) => other.count - one.count);
  }

  /** The names of those of most groups, in the order of a language. */
  names(lang: string): readonly string[] {
    // Kept, since a widget draws itself often.
    if (this.#named?.lang !== lang) {
      const names = [...new Set(this.#towns.map(({label}) => label))].slice(0, MOST);
      this.#named = {lang, names: names.sort(new Intl.Collator(lang).compare)};
    }
    return this.#named.names;
  }

  /** The town that somebody means: by its whole name, else by how it begins, else by a part of it. */
  find(words: string): Spot | undefined {
    const name = folded(words);
    if (!name) return undefined;
    const found =
      this.#towns.find((town) => town.name === name) ??
      this.#towns.find((town) => town.name.startsWith(name)) ??
      this.#towns.find((town) => town.name.includes(name));
    return found && {lat: found.lat, lon: found.lon, accuracy: TOWN, town: found.label};
  }
}
