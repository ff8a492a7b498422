/** What is painted on the canvas: the ground, ties, marks and their names. */
import type {Localizer} from '../../../i18n/localizer.js';
import type {Cluster} from '../../../network/space/clusters.js';
import type {Bundle} from '../../../network/space/tie-bundles.js';
import {DECLINED} from '../atlas.js';
import {type Bloom, Blooms} from './blooms.js';
import type {Chart} from './chart.js';
import {drawBloom} from './draw-marks.js';
import {drawTies} from './draw-ties.js';
import type {Ground} from './ground.js';
import {Labels} from './labels.js';
import type {Look} from './look.js';
import type {Mark} from './mark.js';
import type {Palette} from './palette.js';
import type {Box} from './pen.js';
import type {Placing} from './placing.js';

import type {View} from './view.js';

/** How near to a mark a press still means it, in pixels. */
const TOUCH = 22;
/** Marks whose middle is this near to the picture, in pixels, are seen in part. */
const EDGE = 52;
const AREAS = {town: 1_500, region: 15_000};
const EQUATOR = 40_075_017;

/** One network, painted from anywhere. */
export class Picture {
  readonly chart: Chart;
  readonly placing: Placing;
  readonly #blooms: Blooms;
  readonly #labels = new Labels();
  /** The buttons on the picture are on the other side then. */
  readonly #isRightToLeft: boolean;
  readonly #ground: Pick<Ground, 'draw' | 'write'>;
  /** What the last painting had on it, those that matter most first: each once. */
  marks: readonly Mark[] = [];
  /** Marks of which it had a part, their middle being outside. */
  #beside: readonly Mark[] = [];

  constructor(chart: Chart, l: Localizer, placing: Placing, ground: Pick<Ground, 'draw' | 'write'>) {
    this.chart = chart;
    this.placing = placing;
    this.#blooms = new Blooms(chart, l);
    this.#ground = ground;
    this.#isRightToLeft = l.dir === 'rtl';
  }

  /** Paints everything anew. The context is scaled to CSS pixels. */
  paint(context: CanvasRenderingContext2D, view: View, look: Look): void {
    const {palette, unit, family, chosen, at} = look;
    const {isMap} = this.placing;
    const {width, height} = view;
    context.fillStyle = isMap ? palette.sea : palette.land;
    context.fillRect(0, 0, width, height);
    if (isMap) this.#ground.draw(context, view, look);
    const mine = chosen === undefined ? undefined : this.placing.markOf(view, chosen);
    this.#drawTies(context, view, look, mine);

    this.#look(view, mine, EDGE * unit);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    for (const mark of [...this.marks, ...this.#beside].reverse()) {
      if (isMap && !mark.bloom.heart) this.#drawArea(context, view, mark, palette, unit);
      context.save();
      context.translate(mark.x, mark.y);
      context.scale(unit, unit);
      if (mark.isChosen || mark.cluster === at) ring(context, mark.bloom.radius + 7, palette, mark.isChosen);
      context.font = `600 ${mark.bloom.heart.length > 3 ? 11 : 13}px ${family}`;
      drawBloom(context, mark.bloom, palette);
      context.restore();
    }
    const aside = 62 * unit;
    const left = this.#isRightToLeft ? 0 : width - aside;
    const buttons: Box = [left, 0, left + aside, 150 * unit];
    const scale: Box = [0, height - 44 * unit, 130 * unit, height];
    const taken = isMap ? [buttons, scale] : [buttons];
    const isFree = this.#labels.draw(context, view, this.marks, this.#beside, look, taken);
    if (isMap) this.#ground.write(context, view, look, isFree);
  }

  /** The mark under a point, in CSS pixels. */
  markAt(x: number, y: number): Mark | undefined {
    let [nearest, best] = [Infinity, undefined as Mark | undefined];
    for (const mark of [...this.marks, ...this.#beside]) {
      const far = Math.hypot(mark.x - x, mark.y - y);
      if (far >= nearest || far > Math.max(TOUCH, mark.bloom.radius)) continue;
      nearest = far;
      best = mark;
    }
    return best;
  }

  /** Finds the marks in view, the chosen one first, then the largest, and those that reach into it. */
  #look(view: View, mine: Cluster | undefined, room: number): void {
    const size = this.placing.sizeOf(view);
    const sized = (bloom: Bloom): Bloom => (size === 1 ? bloom : {...bloom, radius: bloom.radius * size});
    const [marks, beside]: [Mark[], Mark[]] = [[], []];
    for (const cluster of this.placing.marks(view.around(room))) {
      const bloom = sized(this.#blooms.of(cluster));
      const y = view.toY(cluster.y);
      for (const x of view.seenXs(cluster.x, room)) {
        const isInside = x >= 0 && x < view.width && y >= 0 && y <= view.height;
        (isInside ? marks : beside).push({cluster, bloom, x, y, isChosen: cluster === mine});
      }
    }
    this.marks = marks.sort(
      (one, other) =>
        Number(other.isChosen) - Number(one.isChosen) ||
        other.cluster.count - one.cluster.count ||
        one.cluster.key - other.cluster.key,
    );
    this.#beside = beside;
  }

  #drawTies(context: CanvasRenderingContext2D, view: View, look: Look, mine: Cluster | undefined): void {
    const {palette, unit, chosen, ties: wide, isMoving: isPlain} = look;
    const {most} = this.placing;
    context.strokeStyle = palette.tie;
    context.globalAlpha = mine ? 0.38 : 0.85;
    drawTies(context, view, this.placing.ties(view), {most, unit, wide, isPlain});
    context.globalAlpha = 1;
    if (!mine) return;
    context.strokeStyle = palette.ink;
    drawTies(context, view, this.#tiesOf(chosen!, mine, view), {most, unit, wide, isPlain, more: 1.25});
  }

  /** The ties of one group, one line for each. */
  #tiesOf(group: number, from: Cluster, view: View): readonly Bundle[] {
    const {network, states} = this.chart.atlas;
    return (network.groups[group]!.ties ?? []).flatMap((tie) => {
      const {from: one, to: other} = network.ties[tie]!;
      const to = this.placing.markOf(view, one === group ? other : one);
      const state = states[tie]!;
      return to && to !== from && state < DECLINED ? [{from, to, weight: 1, state}] : [];
    });
  }

  /** A place that is known only to its town is an area, not a pin. */
  #drawArea(
    context: CanvasRenderingContext2D,
    view: View,
    {cluster, bloom, x, y}: Mark,
    {kinds}: Palette,
    unit: number,
  ): void {
    const {precision} = this.chart.atlas.network.groups[cluster.first]!.place ?? {};
    if (precision !== 'town' && precision !== 'region') return;
    // A Mercator world grows towards the poles by one over the cosine of the latitude, which is this.
    const growth = Math.cosh((1 - 2 * cluster.y) * Math.PI);
    const radius = (AREAS[precision] / EQUATOR) * growth * view.scale;
    if (radius < (bloom.radius + 6) * unit) return;
    context.beginPath();
    context.arc(x, y, radius, 0, 7);
    const colour = kinds[bloom.counts.indexOf(1)]!;
    context.fillStyle = context.strokeStyle = colour;
    context.globalAlpha = 0.1;
    context.fill();
    context.globalAlpha = 0.8;
    context.setLineDash([2 * unit, 4 * unit]);
    context.lineWidth = 1.5 * unit;
    context.stroke();
    context.setLineDash([]);
    context.globalAlpha = 1;
  }
}

/** Around what is chosen, or where the keyboard is. */
function ring(
  context: CanvasRenderingContext2D,
  radius: number,
  {halo, focus}: Palette,
  isChosen: boolean,
): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, 7);
  for (const [width, colour] of [
    [7, halo],
    [isChosen ? 3 : 2, focus],
  ] as const) {
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  }
}
