import {type Bounds, type Cluster, ClusterLevel} from './clusters.js';
import {type Run, SortedPoints} from './sorted-points.js';

/** The deepest zoom level that marks are told apart for; deeper ones have the same marks. */
const LAST_ZOOM = 24;

/**
 * Where the groups of a network are, and which of them are drawn as one mark. Building and filtering are O(n);
 * what is asked of a zoom level costs in proportion to what is in view, and is kept until the filter changes.
 */
export class SpatialIndex {
  readonly #points: SortedPoints;
  readonly #placed: Uint8Array;
  readonly #levels = new Map<number, ClusterLevel>();
  /** What a mark is made of; forgotten with the mark. */
  readonly #runs = new WeakMap<Cluster, readonly Run[]>();

  /** One x (less than 1) and one y a group, between 0 and 1 in Web Mercator; NaN for a group without a place, which is in no mark. */
  constructor(x: Float64Array | Float32Array, y: Float64Array | Float32Array) {
    this.#points = new SortedPoints(x, y);
    this.#placed = new Uint8Array(x.length);
    for (const point of this.#points.order) this.#placed[point] = 1;
  }

  /** How many groups there are, with a place or without. */
  get size(): number {
    return this.#placed.length;
  }

  /** Shows only the groups whose entry in the mask is not 0; all without a mask. Marks change, and are new objects. */
  filter(mask: Uint8Array | undefined): void {
    this.#points.filter(mask);
    this.#levels.clear();
  }

  /**
   * The marks of a whole zoom level whose middle is within the bounds. They are the same objects each time until
   * the filter changes, and what merges with what never depends on the bounds.
   */
  clusters(zoom: number, bounds: Bounds): readonly Cluster[] {
    return this.#level(zoom).within(bounds);
  }

  /** The groups of a mark that pass the filter, by index; the first `most` of them. */
  members(cluster: Cluster, most = Infinity): number[] {
    const members: number[] = [];
    for (const point of this.#pointsOf(cluster)) {
      if (members.length >= most) break;
      members.push(point);
    }
    return members;
  }

  /** Counts the groups of a mark that pass the filter by a number from 0 to 255 that each of all groups has. */
  tally(cluster: Cluster, numbers: Uint8Array): Uint32Array {
    const counts = new Uint32Array(256);
    for (const {start, end} of this.#runs.get(cluster) ?? [])
      for (let i = start; i < end; i++) {
        const point = this.#points.order[i]!;
        if (this.#points.passes(point)) counts[numbers[point]!]!++;
      }
    return counts;
  }

  /** The mark that a group is in at a zoom level; undefined if it has no place or is filtered out. */
  clusterOf(zoom: number, group: number): Cluster | undefined {
    return this.#placed[group] && this.#points.passes(group) ? this.#level(zoom).of(group) : undefined;
  }

  /** For each group the place in the list of the mark that it is in, or -1. O(n). */
  positions(clusters: readonly Cluster[]): Int32Array {
    const positions = new Int32Array(this.size).fill(-1);
    for (const [position, cluster] of clusters.entries())
      for (const point of this.#pointsOf(cluster)) positions[point] = position;
    return positions;
  }

  *#pointsOf(cluster: Cluster): Generator<number> {
    for (const {start, end} of this.#runs.get(cluster) ?? [])
      for (let i = start; i < end; i++) {
        const point = this.#points.order[i]!;
        if (this.#points.passes(point)) yield point;
      }
  }

  #level(zoom: number): ClusterLevel {
    const whole = Math.max(0, Math.min(LAST_ZOOM, Math.floor(zoom)));
    let level = this.#levels.get(whole);
    if (!level) {
      level = new ClusterLevel(this.#points, whole, this.#runs);
      this.#levels.set(whole, level);
    }
    return level;
  }
}
