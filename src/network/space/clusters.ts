import {stepOf} from './morton.js';
import {FINEST, type Run, type SortedPoints} from './sorted-points.js';

/**
 * A part of the world, which is a unit square in Web Mercator. `east` may be above 1 and `west` below 0 where the
 * view crosses the antimeridian; y grows southwards.
 */
export interface Bounds {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** Groups drawn as one mark. */
export interface Cluster {
  /** The same for the same mark at one zoom level, whatever the bounds; different at each level. */
  readonly key: number;
  /** The mean of its groups, each coordinate between 0 and 1. */
  readonly x: number;
  readonly y: number;
  /** How many groups, at least 1. */
  readonly count: number;
  /** The index of its first group: its only one where the count is 1. */
  readonly first: number;
}

/** A square that is not empty, with where it belongs once that is known. */
interface Cell extends Run {
  readonly column: number;
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly count: number;
  /** The cell into whose mark this one goes: itself, or a weightier one nearby. */
  centre?: Cell;
  cluster?: Cluster;
}

/** Marks closer than this merge, in pixels of a world that is 256 pixels wide at zoom 0. */
export const MERGE_PIXELS = 56;

/** From this zoom level on only groups on one spot merge. */
export const EXACT_ZOOM = 17;

/** Squares are 32 pixels wide: two levels apart from 8 in a world of 256 pixels. */
const CELL_LEVELS = 3;
const CELL_PIXELS = 32;

/** How many squares away a merging neighbour can be: its mean is at least (n - 1) squares off. */
const REACH = 2;

/**
 * The marks of one zoom level. The weightiest squares become centres, and lighter ones within reach of a centre
 * join the nearest. Whether a square is a centre depends on weightier squares within reach alone, so it can be
 * asked for any square on its own, and the answer never depends on what is in view: only what is looked at is
 * worked out, once, in time proportional to it.
 */
export class ClusterLevel {
  readonly runs: WeakMap<Cluster, readonly Run[]>;
  readonly #points: SortedPoints;
  readonly #zoom: number;
  readonly #level: number;
  readonly #side: number;
  readonly #radius: number;
  readonly #cells = new Map<number, Cell | undefined>();

  constructor(points: SortedPoints, zoom: number, runs: WeakMap<Cluster, readonly Run[]>) {
    const exact = zoom >= EXACT_ZOOM;
    this.runs = runs;
    this.#points = points;
    this.#zoom = zoom;
    this.#level = exact ? FINEST : zoom + CELL_LEVELS;
    this.#side = 2 ** this.#level;
    this.#radius = exact ? 0 : MERGE_PIXELS / CELL_PIXELS / this.#side;
  }

  /** The marks whose middle is within the bounds, edges included, each once; in Morton order of their centres. */
  within(bounds: Bounds): Cluster[] {
    const found = new Set<Cluster>();
    // A mark's middle is no farther from its centre's than the radius.
    const reach = this.#radius;
    const north = bounds.north - reach;
    const south = bounds.south + reach;
    for (const [west, east] of spans(bounds.west - reach, bounds.east + reach))
      this.#visit({west, east, north, south}, 0, 0, 0, this.#points.all, (cell) => {
        const cluster = this.#clusterAt(this.#centreOf(cell));
        if (inside(cluster, bounds)) found.add(cluster);
      });
    return [...found].toSorted((one, other) => one.key - other.key);
  }

  /** The mark that a point is in; the point must have a place and pass the filter. */
  of(point: number): Cluster {
    const shift = 2 ** (FINEST - this.#level);
    const column = Math.floor(stepOf(this.#points.x(point)) / shift);
    const row = Math.floor(stepOf(this.#points.y(point)) / shift);
    return this.#clusterAt(this.#centreOf(this.#cellAt(column, row)!));
  }

  /** Goes down the quadtree to the squares within bounds in which a point passes. */
  #visit(
    bounds: Bounds,
    level: number,
    column: number,
    row: number,
    run: Run,
    found: (cell: Cell) => void,
  ): void {
    const size = 2 ** -level;
    if (column * size > bounds.east || (column + 1) * size < bounds.west) return;
    if (row * size > bounds.south || (row + 1) * size < bounds.north) return;
    if (this.#points.count(run) === 0) return;
    if (level === this.#level) return found(this.#cellOf(column, row, run));
    if (run.end - run.start === 1) {
      const point = this.#points.order[run.start]!;
      const shift = 2 ** (FINEST - this.#level);
      const [x, y] = [stepOf(this.#points.x(point)), stepOf(this.#points.y(point))];
      return found(this.#cellOf(Math.floor(x / shift), Math.floor(y / shift), run));
    }
    let rest = run;
    for (let quarter = 0; quarter < 4; quarter++) {
      const [x, y] = [2 * column + (quarter & 1), 2 * row + (quarter >> 1)];
      const part = this.#points.square(level + 1, x, y, rest);
      this.#visit(bounds, level + 1, x, y, part, found);
      rest = {start: part.end, end: run.end};
    }
  }

  #cellAt(column: number, row: number): Cell | undefined {
    if (row < 0 || row >= this.#side) return undefined;
    const x = (column + this.#side) % this.#side;
    const id = x + row * this.#side;
    if (this.#level < FINEST && this.#cells.has(id)) return this.#cells.get(id);
    return this.#cellOf(x, row, this.#points.square(this.#level, x, row));
  }

  #cellOf(column: number, row: number, run: Run): Cell {
    // The finest squares are too many for exact ids, and have no neighbours to be asked for: where they start tells.
    const id = this.#level < FINEST ? column + row * this.#side : run.start;
    if (this.#cells.has(id)) return this.#cells.get(id)!;
    const count = this.#points.count(run);
    const cell = count === 0 ? undefined : {...run, column, row, count, ...this.#middle(run, count)};
    this.#cells.set(id, cell);
    return cell!;
  }

  /** The mean of a square's points; of one, or of several on one spot, exactly where that is. */
  #middle(run: Run, count: number): {x: number; y: number} {
    if (count > 1 && this.#level < FINEST) return {x: this.#points.meanX(run), y: this.#points.meanY(run)};
    const first = this.#points.first(run);
    return {x: this.#points.x(first), y: this.#points.y(first)};
  }

  /** The non-empty squares within reach of a cell, itself left out. */
  *#near(cell: Cell): Generator<Cell> {
    if (this.#radius === 0) return;
    for (let row = cell.row - REACH; row <= cell.row + REACH; row++)
      for (let column = cell.column - REACH; column <= cell.column + REACH; column++) {
        const other = this.#cellAt(column, row);
        if (other && other !== cell && distance(cell, other) < this.#radius) yield other;
      }
  }

  #centreOf(cell: Cell): Cell {
    if (cell.centre) return cell.centre;
    let centre = cell;
    let nearest = Infinity;
    for (const other of this.#near(cell)) {
      if (!outweighs(other, cell) || this.#centreOf(other) !== other) continue;
      const far = distance(cell, other);
      if (far < nearest || (far === nearest && other.start < centre.start)) {
        nearest = far;
        centre = other;
      }
    }
    cell.centre = centre;
    return centre;
  }

  #clusterAt(centre: Cell): Cluster {
    if (centre.cluster) return centre.cluster;
    const cells = [centre];
    for (const other of this.#near(centre)) if (this.#centreOf(other) === centre) cells.push(other);
    let [count, east, south] = [0, 0, 0];
    for (const cell of cells) {
      count += cell.count;
      east += cell.count * eastward(centre.x, cell.x);
      south += cell.count * (cell.y - centre.y);
    }
    const x = centre.x + east / count;
    centre.cluster = {
      key: this.#zoom * 2 ** 32 + centre.start,
      x: x < 0 ? x + 1 : x > 1 ? x - 1 : x,
      y: centre.y + south / count,
      count,
      first: this.#points.first(centre),
    };
    this.runs.set(centre.cluster, cells);
    return centre.cluster;
  }
}

/** How far east b is of a, the short way round the world: between -0.5 and 0.5. */
function eastward(a: number, b: number): number {
  const along = b - a;
  return along > 0.5 ? along - 1 : along < -0.5 ? along + 1 : along;
}

function distance(one: Cell, other: Cell): number {
  const east = eastward(one.x, other.x);
  const south = other.y - one.y;
  return Math.sqrt(east * east + south * south);
}

/**
 * Which of two squares is a centre first. Weights count by their order of magnitude and are then shuffled: were
 * they compared to the last group, a slope of ever denser squares would have to be climbed to answer for its foot.
 */
function outweighs(one: Cell, other: Cell): boolean {
  const weight = Math.clz32(other.count) - Math.clz32(one.count);
  if (weight !== 0) return weight > 0;
  const order = shuffled(one) - shuffled(other);
  return order === 0 ? one.start < other.start : order > 0;
}

/** A number of 32 bits that looks random and is always the same for one square. */
function shuffled({column, row}: Cell): number {
  let hash = Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The parts of one world that a range of x covers, whatever copy of the world it lies in. */
function spans(west: number, east: number): [number, number][] {
  if (east - west >= 1) return [[0, 1]];
  const start = west - Math.floor(west);
  const end = start + (east - west);
  return end < 1
    ? [[start, end]]
    : [
        [start, 1],
        [0, end - 1],
      ];
}

function inside({x, y}: Cluster, {west, north, east, south}: Bounds): boolean {
  return y >= north && y <= south && x + Math.ceil(west - x) <= east;
}
