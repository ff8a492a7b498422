/**
 * The flower as numbers and path strings, for whoever draws it: an SVG, a canvas (`new Path2D(path)`), or a server
 * that writes an SVG as text. Its heart lies at 0 0, it reaches 100 far, and its first petal points up.
 */

/** A flower has this many petals; fewer are no flower, and of more no petal is wide enough to press. */
export const FEWEST = 3;
export const MOST = 12;
/** Radius of the heart. */
export const HEART = 21;
/** Radius of the ring of seeds in an empty heart, one seed for each petal. */
export const SEEDS = 11;
/** Where petals begin, hidden by the heart, and where they end. */
const STEM = 14;
const REACH = 100;
/** A petal that somebody chose shows at least this share of its length: one of ten thousand is not nobody. */
const LEAST = 0.22;

/** A place in the flower's unit, y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a name stands, and which of its ends is there. */
export interface NamePoint extends Point {
  readonly anchor: 'start' | 'middle' | 'end';
}

/** One petal, as what has to be turned and placed. */
export interface Petal {
  /** Degrees clockwise from the top. */
  readonly turn: number;
  /** How much of its length is filled, 0 to 1. */
  readonly share: number;
  /** The path of what is filled, pointing up; empty where nothing is. */
  readonly fill: string;
  /** How much of the upper colour there is in it, in percent: 100 at the top of the flower, 0 at its foot. */
  readonly tone: number;
  /** Middle of the disc that carries its tick or number. */
  readonly disc: Point;
  /** Where its name begins. */
  readonly name: NamePoint;
}

/** A whole flower. */
export interface Flower {
  /** The outline of every petal, pointing up. */
  readonly whole: string;
  /** The outline of the leaves between petals, pointing up; empty where petals leave no room for them. */
  readonly leaf: string;
  /** Degrees from a petal to the leaf after it. */
  readonly half: number;
  /** Radius of the discs. */
  readonly disc: number;
  readonly petals: readonly Petal[];
}

/**
 * One petal of a flower with `n`, pointing up. It is widest at 58 % of its length; neighbours touch or overlap a
 * little, from 3 petals to 12. `slim` takes from its width alone.
 */
export function petalPath(n: number, length = REACH, slim = 1): string {
  const span = length - STEM;
  const widest = STEM + span * 0.58;
  const half = slim * Math.min(span * (0.2 + 0.66 / n), widest * Math.tan(Math.PI / n) * 1.12);
  const at = (across: number, along: number): string =>
    `${round(half * across)} ${round(-(STEM + span * along))}`;
  const curve = (...points: ReadonlyArray<readonly [number, number]>): string =>
    `C${points.map(([across, along]) => at(across, along)).join(' ')}`;
  return (
    `M${at(0, 0)}${curve([0.5, 0.08], [1, 0.3], [1, 0.58])}${curve([1, 0.86], [0.54, 1], [0, 1])}` +
    `${curve([-0.54, 1], [-1, 0.86], [-1, 0.58])}${curve([-1, 0.3], [-0.5, 0.08], [0, 0])}Z`
  );
}

/** A count as it can be drawn: whatever an endpoint says, a number from 0 up. */
export const clampCount = (count: number | undefined): number =>
  count !== undefined && count > 0 ? Math.min(count, Number.MAX_SAFE_INTEGER) : 0;

/** How far a petal is filled, 0 to 1. The root, because it is the coloured area that an eye compares. */
export function shareOf(count: number | undefined, most: number): number {
  const some = clampCount(count);
  return some === 0 ? 0 : Math.max(LEAST, Math.sqrt(Math.min(1, some / most)));
}

/** The flower of these counts, in their order, clockwise from the top. */
export function layOut(counts: ReadonlyArray<number | undefined>): Flower {
  const n = counts.length;
  const most = Math.max(...counts.map(clampCount));
  const petals = counts.map((count, index): Petal => {
    const angle = (2 * Math.PI * index) / n;
    const [side, up] = [Math.sin(angle), Math.cos(angle)];
    const at = (radius: number): Point => ({x: round(radius * side), y: round(-radius * up)});
    const share = shareOf(count, most);
    const tip = at(108);
    return {
      turn: round((360 * index) / n),
      share,
      fill: share > 0 ? petalPath(n, STEM + (REACH - STEM) * share) : '',
      tone: round(50 + 50 * up),
      disc: at(n > 8 ? 82 : 74),
      // By a third of a letter lower beside the flower than above it: its middle is there, not its foot.
      name: {
        x: tip.x,
        y: round(tip.y + 4 - 4 * up),
        anchor: side > 0.2 ? 'start' : side < -0.2 ? 'end' : 'middle',
      },
    };
  });
  return {
    whole: petalPath(n),
    leaf: n < 9 ? petalPath(n, 80, 0.5) : '',
    half: round(180 / n),
    disc: n > 8 ? 8 : 9.5,
    petals,
  };
}

/** Width and height of a bar, and where it begins. */
const BAR = {left: 26, length: 180, height: 16, top: 4};

/** A bar, filled to this share of its length: a petal lying on its side, with its stem below on the left. */
export function barPath(share: number): string {
  const {left, top, length, height} = BAR;
  const straight = round(Math.max(height, length * Math.min(1, share)) - height);
  return `M${left} ${top + height / 2}a8 8 0 0 1 8-8h${straight}a8 8 0 0 1 0 16h-${straight + 6}a2 2 0 0 1-2-2Z`;
}

/**
 * A name in one or two lines, the longest as short as may be: beside a flower there is little room. Wide letters,
 * as Chinese has them, count for two.
 */
export function nameLines(label: string): readonly string[] {
  const words = label.trim().split(/\s+/);
  const all = words.map((_, index) => [words.slice(0, index).join(' '), words.slice(index).join(' ')]);
  const [whole] = all;
  const best = widthOf(whole!) > SHORT ? all.reduce((a, b) => (widthOf(b) < widthOf(a) ? b : a)) : whole!;
  return best.filter(Boolean);
}

/** Letters in the longest of these lines. */
const widthOf = (lines: readonly string[]): number =>
  Math.max(...lines.map((line) => line.replace(/[\u1100-\uffdc]/g, 'xx').length));
/** Letters that stand beside a flower, and beside a smaller one. */
const SHORT = 10;
const LONG = 15;

/**
 * What stands round a flower of these: names, names for which it has to be smaller, or none at all, since one of
 * them is too long and the list beside it has numbers.
 */
export function roomFor(labels: readonly string[]): 'names' | 'long' | 'none' {
  const longest = Math.max(...labels.map((label) => widthOf(nameLines(label))));
  if (labels.length < FEWEST || labels.length > MOST || longest > LONG) return 'none';
  return longest > SHORT ? 'long' : 'names';
}

const round = (value: number): number => Math.round(value * 100) / 100 || 0;
