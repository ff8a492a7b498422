import type {Localizer} from '../../../i18n/localizer.js';
import {lengthOf, usesMiles} from '../../../i18n/phrases.js';
import type {Network} from '../../../network/network.js';
import {metresBetween} from '../../../network/space/distance.js';
import type {Atlas} from '../atlas.js';
import type {Spot} from './spot.js';

/** A place that may be further off than this, in metres, gives no exact distance. */
const ROUGH = 500;
const MILE = 1_609.344;
/** Nobody walks by single metres. */
const STEP = 50;

/** How far all groups are from one place. */
export class Distances {
  readonly network: Network;
  readonly spot: Spot;
  /** By group in metres; NaN for one without a place. */
  readonly metres: Float64Array;
  #nearest: {readonly mask: Uint8Array | undefined; readonly groups: readonly number[]} | undefined;

  /** O(n). */
  constructor(network: Network, spot: Spot) {
    this.network = network;
    this.spot = spot;
    this.metres = Float64Array.from(network.groups, ({place}) =>
      metresBetween(spot, {lat: place?.lat ?? NaN, lon: place?.lon ?? NaN}),
    );
  }

  /** The nearest groups of those that an atlas shows, at most so many. O(n), and nothing where it shows the same. */
  nearest(atlas: Atlas, most: number): readonly number[] {
    if (this.#nearest?.mask !== atlas.mask || !this.#nearest) {
      const groups: number[] = [];
      for (const [group, metres] of this.metres.entries()) {
        if (!(metres >= 0) || !atlas.shows(group)) continue;
        if (groups.length === most && metres >= this.metres[groups.at(-1)!]!) continue;
        const at = groups.findIndex((other) => metres < this.metres[other]!);
        groups.splice(at < 0 ? groups.length : at, 0, group);
        groups.length = Math.min(groups.length, most);
      }
      this.#nearest = {mask: atlas.mask, groups};
    }
    return this.#nearest.groups;
  }

  /** "350 m", "about 3 km", "less than 1 mi"; `undefined` for a group without a place. */
  said(l: Localizer, group: number): string | undefined {
    const metres = this.metres[group]!;
    if (Number.isNaN(metres)) return undefined;
    const {precision} = this.network.groups[group]!.place!;
    const isRough = this.spot.accuracy > ROUGH || (precision !== 'exact' && precision !== 'street');
    const isMiles = usesMiles(l.lang);
    const unit = isMiles ? 'mile' : 'kilometer';
    const length = metres / (isMiles ? MILE : 1_000);
    if (isRough)
      return length < 1
        ? l.t('near.under', {distance: lengthOf(l, 1, unit)})
        : l.t('near.about', {distance: lengthOf(l, Math.round(length), unit)});
    if (length < 1 && !isMiles) return lengthOf(l, Math.max(1, Math.round(metres / STEP)) * STEP, 'meter');
    return lengthOf(l, length < 10 ? Math.max(0.1, Math.round(length * 10) / 10) : Math.round(length), unit);
  }
}
