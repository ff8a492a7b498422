import {placesOf} from '../../../network/space/places.js';
import {SpatialIndex} from '../../../network/space/spatial-index.js';
import type {Atlas} from '../atlas.js';

/** Where the groups of an atlas are, and which of them are near each other. O(n log n). */
export class Chart {
  readonly atlas: Atlas;
  /** Web Mercator by group, between 0 and 1; NaN where it has no place. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly index: SpatialIndex;
  /** Two groups a tie. */
  readonly ends: Uint32Array;

  constructor(atlas: Atlas) {
    const {ties} = atlas.network;
    this.atlas = atlas;
    ({x: this.x, y: this.y} = placesOf(atlas.network));
    this.index = new SpatialIndex(this.x, this.y);
    this.ends = new Uint32Array(ties.length * 2);
    for (const [at, {from, to}] of ties.entries()) {
      this.ends[2 * at] = from;
      this.ends[2 * at + 1] = to;
    }
    this.filter();
  }

  /** Shows what the atlas shows. O(n). */
  filter(): void {
    this.index.filter(this.atlas.mask);
  }
}
