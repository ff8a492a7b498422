import {layoutOf} from '../../../network/layout/layout.js';
import {neighbourhood} from '../../../network/layout/neighbourhood.js';
import {settle} from '../../../network/layout/settle.js';
import type {SceneHost} from '../map-host.js';
import type {Chart} from '../scene/chart.js';
import {GraphPlacing} from './graph-placing.js';

/** More groups than this nobody can look at: of more, those around the selected one are drawn. */
const MOST = 2_000;
/** How long groups take from their places on the map to those in the graph, in milliseconds. */
const CHANGE = 420;

/** Lays groups out by their ties, once for each network and neighbourhood, without holding up the page. */
export class Graph {
  readonly #host: SceneHost;
  #made: {readonly chart: Chart; readonly focus: number | undefined; readonly mask: Uint8Array} | undefined;
  #positions: Float64Array | undefined;
  #filter: Uint8Array | undefined;
  #placing: GraphPlacing | undefined;
  #running: AbortController | undefined;

  constructor(host: SceneHost) {
    this.#host = host;
  }

  /** Where the groups of a chart lie; `undefined` while that is worked out, after which `ready` is called. */
  placing(chart: Chart, ready: () => void): GraphPlacing | undefined {
    const {network} = this.#host.atlas ?? {};
    if (!network) return undefined;
    const focus = network.groups.length > MOST ? this.#host.selected : undefined;
    const isSame =
      this.#made?.chart.atlas === chart.atlas &&
      (this.#made.focus === focus || this.#made.mask[focus ?? -1] === 1);
    if (!isSame) {
      this.#made = {chart, focus, mask: neighbourhood(network, focus, MOST)};
      this.#positions = undefined;
      this.#placing = undefined;
      void this.#layOut(chart, this.#made.mask, ready);
    }
    if (!this.#positions) return undefined;
    if (!this.#placing || this.#filter !== chart.atlas.mask) {
      this.#filter = chart.atlas.mask;
      this.#placing = new GraphPlacing(chart, this.#made!.mask, this.#positions);
    }
    return this.#placing;
  }

  /** Moves its groups from where they are on the canvas to where they belong. */
  change(from: (group: number) => readonly [x: number, y: number]): void {
    const placing = this.#placing;
    const to = this.#positions;
    if (!placing || !to || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const start = Float64Array.from(to);
    for (let group = 0; group < to.length / 2; group++) {
      const was = from(group);
      if (Number.isNaN(was[0] + was[1])) continue;
      start[2 * group] = was[0];
      start[2 * group + 1] = was[1];
    }
    const now = Float64Array.from(start);
    let began: number | undefined;
    const step = (time: number): void => {
      began ??= time;
      const t = Math.min(1, (time - began) / CHANGE);
      const part = 1 - (1 - t) ** 3;
      for (let at = 0; at < to.length; at++) now[at] = start[at]! + (to[at]! - start[at]!) * part;
      placing.move(now);
      this.#host.scene?.stage.paint();
      if (t < 1) requestAnimationFrame(step);
    };
    placing.move(start);
    requestAnimationFrame(step);
  }

  async #layOut({ends, atlas}: Chart, mask: Uint8Array, ready: () => void): Promise<void> {
    this.#running?.abort();
    const {signal} = (this.#running = new AbortController());
    // Numbered anew, because a few of a hundred thousand are laid out.
    const numbers = new Int32Array(mask.length).fill(-1);
    const groups: number[] = [];
    for (const [group, isIn] of mask.entries()) if (isIn === 1) numbers[group] = groups.push(group) - 1;
    const inside: number[] = [];
    for (let tie = 0; tie < atlas.states.length; tie++) {
      const [one, other] = [numbers[ends[2 * tie]!]!, numbers[ends[2 * tie + 1]!]!];
      if (one >= 0 && other >= 0) inside.push(one, other);
    }
    const laid = await settle(layoutOf(groups.length, Uint32Array.from(inside)), {
      pause: () => new Promise((resolve) => setTimeout(resolve)),
      signal,
    });
    if (!laid) return;
    const positions = new Float64Array(2 * mask.length).fill(NaN);
    for (const [at, group] of groups.entries()) {
      // Into the middle half of the square, so that one can look from further away than at a world.
      positions[2 * group] = 0.25 + laid[2 * at]! / 2;
      positions[2 * group + 1] = 0.25 + laid[2 * at + 1]! / 2;
    }
    this.#positions = positions;
    ready();
  }
}
