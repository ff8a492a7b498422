/** A network with what its pictures are drawn from: places, kinds and ends of ties as numbers, and marks. */
import type {Network} from '../../network/network.js';
import {projectMercator} from '../../network/space/mercator.js';
import {SpatialIndex} from '../../network/space/spatial-index.js';
import {TIE_STATES} from '../../network/space/tie-bundles.js';
import {Kinds} from './kinds.js';

/** What is never drawn. */
const DECLINED = TIE_STATES.indexOf('declined');

/** Everything that is made once of a network. O(n log n) in groups, O(n) in ties. */
export class Atlas {
  readonly network: Network;
  readonly kinds: Kinds;
  /** Web Mercator by group, between 0 and 1; NaN where it has no place. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly index: SpatialIndex;
  /** Two groups a tie. */
  readonly ends: Uint32Array;
  /** The place of its state in `TIE_STATES`, one a tie. */
  readonly states: Uint8Array;
  /** By group: 1 where it is shown; all are without it. */
  mask: Uint8Array | undefined;
  /** How many groups are shown, and how many of those have a place. */
  count = 0;
  placed = 0;

  /** @param isStrict whether only those ties are drawn that both ends say */
  constructor(network: Network, isStrict = false) {
    const {groups, ties} = network;
    this.network = network;
    this.kinds = new Kinds(network);
    this.x = new Float64Array(groups.length);
    this.y = new Float64Array(groups.length);
    for (const [at, {place}] of groups.entries()) {
      const {x, y} = projectMercator(place?.lon ?? NaN, place?.lat ?? NaN);
      this.x[at] = x;
      this.y[at] = y;
    }
    this.index = new SpatialIndex(this.x, this.y);
    this.ends = Uint32Array.from(ties.flatMap(({from, to}) => [from, to]));
    this.states = Uint8Array.from(ties, ({state}) => {
      const at = TIE_STATES.indexOf(state);
      return isStrict && at > 0 ? DECLINED : at;
    });
    this.filter(undefined);
  }

  /** Where a place in degrees is, between 0 and 1. */
  project(lon: number, lat: number): {readonly x: number; readonly y: number} {
    return projectMercator(lon, lat);
  }

  /** Shows the groups of the mask alone. O(n). */
  filter(mask: Uint8Array | undefined): void {
    this.mask = mask;
    this.index.filter(mask);
    this.count = 0;
    this.placed = 0;
    for (let group = 0; group < this.x.length; group++) {
      if (mask?.[group] === 0) continue;
      this.count += 1;
      if (!Number.isNaN(this.x[group]!)) this.placed += 1;
    }
  }

  /** Whether a group passes what is chosen. */
  shows(group: number): boolean {
    return this.mask?.[group] !== 0;
  }
}
