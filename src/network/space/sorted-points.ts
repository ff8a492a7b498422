import {mortonCode, sortByKey, stepOf} from './morton.js';

type Coordinates = Float64Array | Float32Array;

/** A run of sorted points, from `start` up to, and without, `end`. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** The finest squares: 2 to the power of this many fit along one side of the world. */
export const FINEST = 32;

/** Squares down to this level are told apart by the first word of a code alone. */
const COARSE = 16;

/**
 * Points of the unit square in Morton order, with running sums of those that pass the filter. Every square of a
 * quadtree is one run, and its count and centre are two subtractions. Building and filtering are O(n).
 */
export class SortedPoints {
  /** The points in order: which index of the caller's stands where. */
  readonly order: Uint32Array;
  readonly #x: Coordinates;
  readonly #y: Coordinates;
  readonly #coarse: Uint32Array;
  readonly #fine: Uint32Array;
  readonly #counts: Uint32Array;
  readonly #sumsX: Float64Array;
  readonly #sumsY: Float64Array;
  #mask: Uint8Array | undefined;

  /** Points whose x or y is not a number are left out. */
  constructor(x: Coordinates, y: Coordinates) {
    this.#x = x;
    this.#y = y;
    const coarse = new Uint32Array(x.length);
    const fine = new Uint32Array(x.length);
    const placed = new Uint32Array(x.length);
    let size = 0;
    for (let i = 0; i < x.length; i++) {
      if (Number.isNaN(x[i]!) || Number.isNaN(y[i]!)) continue;
      const column = stepOf(x[i]!);
      const row = stepOf(y[i]!);
      coarse[i] = mortonCode(column >>> 16, row >>> 16);
      fine[i] = mortonCode(column, row);
      placed[size++] = i;
    }
    this.order = sortPoints(placed.subarray(0, size), coarse, fine);
    this.#coarse = inOrder(this.order, coarse);
    this.#fine = inOrder(this.order, fine);
    this.#counts = new Uint32Array(size + 1);
    this.#sumsX = new Float64Array(size + 1);
    this.#sumsY = new Float64Array(size + 1);
    this.filter(undefined);
  }

  /** Keeps the points whose entry in the mask is not 0; all of them without a mask. O(n). */
  filter(mask: Uint8Array | undefined): void {
    this.#mask = mask;
    let count = 0;
    let sumX = 0;
    let sumY = 0;
    for (let i = 0; i < this.order.length; i++) {
      const point = this.order[i]!;
      if (!mask || mask[point]) {
        count++;
        sumX += this.#x[point]!;
        sumY += this.#y[point]!;
      }
      this.#counts[i + 1] = count;
      this.#sumsX[i + 1] = sumX;
      this.#sumsY[i + 1] = sumY;
    }
  }

  /** Whether a point passes the filter; a point without a place does too, and is in no run. */
  passes(point: number): boolean {
    return !this.#mask || this.#mask[point] !== 0;
  }

  x(point: number): number {
    return this.#x[point]!;
  }

  y(point: number): number {
    return this.#y[point]!;
  }

  /** How many points of a run pass the filter. */
  count({start, end}: Run): number {
    return this.#counts[end]! - this.#counts[start]!;
  }

  /** The mean x of the points of a run that pass; the run must have one. */
  meanX(run: Run): number {
    return (this.#sumsX[run.end]! - this.#sumsX[run.start]!) / this.count(run);
  }

  /** The mean y of the points of a run that pass; the run must have one. */
  meanY(run: Run): number {
    return (this.#sumsY[run.end]! - this.#sumsY[run.start]!) / this.count(run);
  }

  /** The first point of a run that passes the filter; the run must have one. O(log n). */
  first({start, end}: Run): number {
    const before = this.#counts[start]!;
    let low = start;
    let high = end - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#counts[middle + 1]! > before) high = middle;
      else low = middle + 1;
    }
    return this.order[low]!;
  }

  /** The run of the square in a column and row of a level, within a run that surely holds it. O(log n). */
  square(level: number, column: number, row: number, within: Run = this.all): Run {
    if (level <= COARSE) {
      const code = mortonCode(column * 2 ** (COARSE - level), row * 2 ** (COARSE - level));
      const start = lowerBound(this.#coarse, code, within);
      return {start, end: lowerBound(this.#coarse, code + 4 ** (COARSE - level), {start, end: within.end})};
    }
    const beyond = 2 ** (level - COARSE);
    const coarse = mortonCode(Math.floor(column / beyond), Math.floor(row / beyond));
    const start = lowerBound(this.#coarse, coarse, within);
    const parent = {start, end: lowerBound(this.#coarse, coarse + 1, {start, end: within.end})};
    const scale = 2 ** (FINEST - level);
    const code = mortonCode((column % beyond) * scale, (row % beyond) * scale);
    const first = lowerBound(this.#fine, code, parent);
    return {start: first, end: lowerBound(this.#fine, code + scale * scale, {start: first, end: parent.end})};
  }

  /** All points that have a place. */
  get all(): Run {
    return {start: 0, end: this.order.length};
  }
}

/**
 * Sorts by both words of the codes. The first word tells nearly all points apart, so the second is looked at only
 * for those that share their first: a third of the time of sorting all of them by both.
 */
function sortPoints(points: Uint32Array, coarse: Uint32Array, fine: Uint32Array): Uint32Array {
  const order = sortByKey(points, new Uint32Array(points.length), coarse);
  const slots = new Uint32Array(points.length);
  let crowded = 0;
  let alike = false;
  for (let i = 0; i < order.length; i++) {
    const likeLast = alike;
    alike = i + 1 < order.length && coarse[order[i]!]! === coarse[order[i + 1]!]!;
    if (likeLast || alike) slots[crowded++] = i;
  }
  const inFine = new Uint32Array(crowded);
  for (let i = 0; i < crowded; i++) inFine[i] = order[slots[i]!]!;
  const scratch = new Uint32Array(crowded);
  const byFine = sortByKey(inFine, scratch, fine);
  const byBoth = sortByKey(byFine, byFine === inFine ? scratch : inFine, coarse);
  for (let i = 0; i < crowded; i++) order[slots[i]!] = byBoth[i]!;
  return order;
}

/** The keys of points in the order of the points. */
function inOrder(order: Uint32Array, keys: Uint32Array): Uint32Array {
  const sorted = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) sorted[i] = keys[order[i]!]!;
  return sorted;
}

/** The first place in a run whose code is not below the one given. */
function lowerBound(codes: Uint32Array, code: number, {start, end}: Run): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (codes[middle]! < code) low = middle + 1;
    else high = middle;
  }
  return low;
}
