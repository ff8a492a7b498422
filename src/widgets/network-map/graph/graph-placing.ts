import type {Bounds, Cluster} from '../../../network/space/clusters.js';
import type {Bundle} from '../../../network/space/tie-bundles.js';
import {DECLINED} from '../atlas.js';
import type {Chart} from '../scene/chart.js';
import type {Placing} from '../scene/placing.js';
import type {View} from '../scene/view.js';

/** A mark of one group that can be moved. */
type Node = {-readonly [Key in keyof Cluster]: Cluster[Key]};

/** How large a mark is beside the room that it has, at most as on a map, and at least so that it is seen. */
const ROOM = 30;
const LEAST = 0.3;

/** Groups where their ties put them, each with a mark of its own. */
export class GraphPlacing implements Placing {
  readonly isMap = false;
  readonly most = 6_000;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly #nodes: readonly (Node | undefined)[];
  readonly #there: readonly Node[];
  readonly #ties: readonly Bundle[];

  /**
   * @param mask by group: 1 for those that are drawn
   * @param positions by group x and y, between 0 and 1; kept, and followed when told
   */
  constructor({atlas, ends}: Chart, mask: Uint8Array, positions: ArrayLike<number>) {
    const size = mask.length;
    this.x = new Float64Array(size).fill(NaN);
    this.y = new Float64Array(size).fill(NaN);
    this.#nodes = Array.from(mask, (drawn, first) =>
      drawn === 1 && atlas.shows(first) ? {key: first, x: 0, y: 0, count: 1, first} : undefined,
    );
    this.#there = this.#nodes.filter((node) => node !== undefined);
    const ties: Bundle[] = [];
    for (const [tie, state] of atlas.states.entries()) {
      const [from, to] = [this.#nodes[ends[2 * tie]!], this.#nodes[ends[2 * tie + 1]!]];
      if (from && to && state < DECLINED) ties.push({from, to, weight: 1, state});
    }
    this.#ties = ties;
    this.move(positions);
  }

  /** Puts the groups there. */
  move(positions: ArrayLike<number>): void {
    for (const node of this.#there) {
      this.x[node.first] = node.x = positions[2 * node.first]!;
      this.y[node.first] = node.y = positions[2 * node.first + 1]!;
    }
  }

  sizeOf({scale}: View): number {
    // Half of the square is drawn on, so each has this much room to one side.
    const room = scale / 2 / Math.sqrt(Math.max(1, this.#there.length));
    return Math.max(LEAST, Math.min(1, room / ROOM));
  }

  marks({west, east, north, south}: Bounds): readonly Cluster[] {
    // Also across the edge of the square, where a view comes round.
    return this.#there.filter(({x, y}) => x + Math.ceil(west - x) <= east && y >= north && y <= south);
  }

  markOf(_view: View, group: number): Cluster | undefined {
    return this.#nodes[group];
  }

  ties(): readonly Bundle[] {
    return this.#ties;
  }
}
