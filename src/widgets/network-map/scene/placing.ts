import type {Bounds, Cluster} from '../../../network/space/clusters.js';
import {type Bundle, bundles} from '../../../network/space/tie-bundles.js';
import type {Chart} from './chart.js';
import type {Camera, View} from './view.js';

/** Where a picture puts groups, and which of them it draws as one. */
export interface Placing {
  /** Whether places are places on the earth. */
  readonly isMap: boolean;
  /** The most lines in one picture. */
  readonly most: number;
  /** Where each group is, between 0 and 1; NaN where it is nowhere. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** How large marks are, as a share of what they are on a map. */
  sizeOf(view: View): number;
  /** The marks within bounds, as they are from there. */
  marks(within: Bounds & Camera): readonly Cluster[];
  /** The mark that a group is in; `undefined` where it is in none. */
  markOf(view: View, group: number): Cluster | undefined;
  /** The ties between marks of which one may be in view. */
  ties(view: View): readonly Bundle[];
}

const WORLD: Bounds = {west: 0, north: 0, east: 1, south: 1};
/** Up to so many groups the ties of the whole world are bundled at once; of more, those around what is in view. */
const FEW = 20_000;
/** The most lines around what is in view: beyond it nobody can follow one. */
const LINES = 2_000;

/** Groups where they are on the earth; near ones as one mark. */
export class MapPlacing implements Placing {
  readonly isMap = true;
  readonly most = 300;
  readonly x: Chart['x'];
  readonly y: Chart['y'];
  readonly #chart: Chart;
  #ties: {readonly level: number; readonly box: Bounds; readonly found: readonly Bundle[]} | undefined;

  constructor(chart: Chart) {
    this.#chart = chart;
    this.x = chart.x;
    this.y = chart.y;
  }

  sizeOf(): number {
    return 1;
  }

  marks(within: Bounds & Camera): readonly Cluster[] {
    return this.#chart.index.clusters(levelOf(within), within);
  }

  markOf(view: View, group: number): Cluster | undefined {
    return this.#chart.index.clusterOf(levelOf(view), group);
  }

  ties(view: View): readonly Bundle[] {
    const level = levelOf(view);
    let known = this.#ties;
    if (known?.level !== level || !holds(known.box, view)) {
      const {index, ends, atlas} = this.#chart;
      const box = index.size > FEW ? around(view) : WORLD;
      const found = bundles(index, index.clusters(level, box), ends, atlas.states, LINES);
      this.#ties = known = {level, box, found};
    }
    return known.found;
  }
}

/** The level whose marks are drawn: half way between two they change. */
const levelOf = ({zoom}: Camera): number => Math.round(zoom);

const holds = (box: Bounds, view: Bounds): boolean =>
  box === WORLD ||
  (box.west <= view.west && box.east >= view.east && box.north <= view.north && box.south >= view.south);

/** The view and as much again on every side. */
function around({west, east, north, south}: Bounds): Bounds {
  const [across, down] = [east - west, south - north];
  return {west: west - across, east: east + across, north: north - down, south: south + down};
}
