import {projectMercator} from '../../../network/space/mercator.js';
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
    const {groups, ties} = atlas.network;
    this.atlas = atlas;
    this.x = new Float64Array(groups.length);
    this.y = new Float64Array(groups.length);
    for (const [at, {place}] of groups.entries()) {
      const {x, y} = projectMercator(place?.lon ?? NaN, place?.lat ?? NaN);
      this.x[at] = x;
      this.y[at] = y;
    }
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
