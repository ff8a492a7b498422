import {placesOf} from '../../../network/space/places.js';
import type {Sketch} from '../../../network/sketch.js';
import {SpatialIndex} from '../../../network/space/spatial-index.js';
import type {Atlas} from '../atlas.js';

/** Where the groups of an atlas are, and which of them are near each other. O(n log n). */
export class Chart {
  readonly atlas: Atlas<Sketch>;
  /** Web Mercator by group, between 0 and 1; NaN where it has no place. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly index: SpatialIndex;
  /** Two groups a tie. */
  readonly ends: Uint32Array;

  /** @param before is looked at no more; where it has its groups in the same places, they are not sorted again */
  constructor(atlas: Atlas<Sketch>, before?: Chart) {
    const {ties} = atlas.network;
    this.atlas = atlas;
    ({x: this.x, y: this.y} = placesOf(atlas.network));
    this.index =
      before && isEqual(before.x, this.x) && isEqual(before.y, this.y)
        ? before.index
        : new SpatialIndex(this.x, this.y);
    this.ends = new Uint32Array(ties.length * 2);
    ties.forEach(({from, to}, at) => {
      this.ends[2 * at] = from;
      this.ends[2 * at + 1] = to;
    });
    this.filter();
  }

  /** Shows what the atlas shows. O(n). */
  filter(): void {
    this.index.filter(this.atlas.mask);
  }
}

/** Whether two columns are the same, where both have no number included. */
const isEqual = (one: Float64Array, other: Float64Array): boolean =>
  one.length === other.length && one.every((value, at) => Object.is(value, other[at]));
