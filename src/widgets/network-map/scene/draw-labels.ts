import type {Mark} from './picture.js';
import type {Palette} from './palette.js';

/** Pixels of letters and of the edge of land around them, where letters of the text have 16. */
const TOWN = 13;
const GROUP = 14;
const EDGE = 3.5;
/** The most labels that are looked for a place for. */
const MOST = 120;
/** Where a label may stand, from the middle of its mark: to the right, to the left, below, above. Towns first below. */
const SPOTS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Places the names of marks so that none lies on another or on a mark, and writes them. */
export class Labels {
  readonly #widths = new Map<string, number>();
  /** Where the label of a mark stood last, so that it stays there while it can. */
  #spots = new Map<number, number>();

  /**
   * @param marks those that matter most first
   * @param taken boxes where nothing may be written
   */
  draw(
    context: CanvasRenderingContext2D,
    marks: readonly Mark[],
    {
      width,
      height,
      unit,
      family,
      taken,
    }: {
      width: number;
      height: number;
      unit: number;
      family: string;
      taken: Box[];
    },
    {label: townColour, text, land}: Palette,
  ): void {
    const boxes = [
      ...taken,
      ...marks.map(({x, y, bloom: {radius}}): Box => {
        const r = radius * unit;
        return [x - r, y - r, x + r, y + r];
      }),
    ];
    const spots = new Map<number, number>();
    context.lineWidth = EDGE * unit;
    context.lineJoin = 'round';
    context.strokeStyle = land;
    for (const {x, y, bloom, isChosen, cluster} of marks.slice(0, MOST)) {
      const {label, heart, radius} = bloom;
      if (!label) continue;
      const size = (heart ? TOWN : GROUP) * unit;
      context.font = `${isChosen ? 600 : 400} ${size}px ${family}`;
      const shown = label.length > 40 ? `${label.slice(0, 38)}…` : label;
      const [across, down] = [this.#widthOf(context, shown) / 2 + 2, size * 0.6];
      const far = radius * unit + 4;
      const last = this.#spots.get(cluster.key);
      const order = heart ? [2, 3, 0, 1] : [0, 1, 2, 3];
      for (const spot of last === undefined ? order : [last, ...order]) {
        const [dx, dy] = SPOTS[spot]!;
        const [mx, my] = [x + dx * (far + across), y + dy * (far + down)];
        const box: Box = [mx - across, my - down, mx + across, my + down];
        if (box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height) continue;
        if (boxes.some((other) => meet(box, other))) continue;
        boxes.push(box);
        spots.set(cluster.key, spot);
        context.strokeText(shown, mx, my);
        context.fillStyle = heart ? townColour : text;
        context.fillText(shown, mx, my);
        break;
      }
    }
    this.#spots = spots;
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

const meet = (one: Box, other: Box): boolean =>
  one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];
