import type {Mark} from './mark.js';
import type {Box, Pen} from './pen.js';
import type {View} from './view.js';

/** Pixels of letters and of the edge of land around them, where letters of the text have 16. */
const TOWN = 13;
const GROUP = 14;
const EDGE = 3.5;
/** The most labels that are looked for a place for, and the most letters of one. */
const MOST = 120;
const LONGEST = 40;
/** Where a label may stand, from the middle of its mark: to the right, to the left, below, above. */
const SPOTS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;
const OF_TOWNS = [2, 3, 0, 1];
const OF_GROUPS = [0, 1, 2, 3];

/** Places the names of marks so that none lies on another or on a mark, and writes them. */
export class Labels {
  readonly #widths = new Map<string, number>();
  /** Where the label of a mark stood last, so that it stays there while it can. */
  #spots = new Map<number, number>();

  /**
   * @param marks those that matter most first
   * @param beside others that have no name here, and are not to be written on either
   * @returns whether anything else can be written in a box
   */
  draw(
    context: CanvasRenderingContext2D,
    {width, height}: View,
    marks: readonly Mark[],
    beside: readonly Mark[],
    {palette, family, unit}: Pen,
    taken: readonly Box[],
  ): (box: Box) => boolean {
    const boxes = [...taken, ...[...marks, ...beside].map((mark) => boxOf(mark, unit))];
    const spots = new Map<number, number>();
    context.lineWidth = EDGE * unit;
    context.lineJoin = 'round';
    context.strokeStyle = palette.land;
    for (const {x, y, bloom, isChosen, cluster} of marks.slice(0, MOST)) {
      const {label, heart, radius} = bloom;
      if (!label) continue;
      const size = (heart ? TOWN : GROUP) * unit;
      context.font = `${isChosen ? 600 : 400} ${size}px ${family}`;
      const shown = label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label;
      const [across, down] = [this.#widthOf(context, shown) / 2 + 2, size * 0.6];
      const far = (radius + (isChosen ? 11 : 0)) * unit + 4;
      const last = this.#spots.get(cluster.key);
      const order = heart ? OF_TOWNS : OF_GROUPS;
      const tried = last === undefined ? order : [last, ...order];
      // The chosen one is named in any case: on other marks, where nothing is free around it.
      for (const [at, spot] of (isChosen ? [...tried, ...tried] : tried).entries()) {
        const [dx, dy] = SPOTS[spot]!;
        const kept = at < tried.length ? boxes : taken;
        const [mx, my] = [x + dx * (far + across), y + dy * (far + down)];
        const box: Box = [mx - across, my - down, mx + across, my + down];
        if (box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height) continue;
        if (kept.some((other) => meet(box, other))) continue;
        boxes.push(box);
        spots.set(cluster.key, spot);
        context.strokeText(shown, mx, my);
        context.fillStyle = heart ? palette.label : palette.text;
        context.fillText(shown, mx, my);
        break;
      }
    }
    this.#spots = spots;
    return (box) => !boxes.some((other) => meet(box, other));
  }

  #widthOf(context: CanvasRenderingContext2D, label: string): number {
    const key = context.font + label;
    let width = this.#widths.get(key);
    if (width === undefined) {
      if (this.#widths.size > 2_000) this.#widths.clear();
      this.#widths.set(key, (width = context.measureText(label).width));
    }
    return width;
  }
}

function boxOf({x, y, bloom: {radius}}: Mark, unit: number): Box {
  const r = radius * unit;
  return [x - r, y - r, x + r, y + r];
}

const meet = (one: Box, other: Box): boolean =>
  one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];
