/** So many points are one leaf of the tree, or up to twice as many. */
const LEAF = 8;

/**
 * Cells meet as wholes where the sum of their radii is less than the root of this share of their distance:
 * 0.8 of it.
 */
const OPENING = 0.64;

/**
 * From about this distance on the push falls with its square, which keeps what is tied loosely from drifting
 * off.
 */
const FAR = 6;
const SHRINK = 1 / (FAR * FAR);

/** What the meeting of two cells costs, in meetings of two points. */
const CELL_COST = 6;

/** What it costs to put a point in its place in a tree of one level, in meetings of two points. */
const LEVEL_COST = 3;

/** How hard points push each other apart. Work is in meetings of two points. */
export interface Repulsion {
  /** By point: the push along x and along y, once it is done. */
  readonly pushX: Float64Array;
  readonly pushY: Float64Array;
  /** Whether the pushes are those of the points that it was last started with. */
  readonly done: () => boolean;
  /** Starts anew with the points where they are now; returns how much work that was. */
  readonly start: (x: Float64Array, y: Float64Array) => number;
  /** Goes on for so much work, or a meeting of two leaves more; returns how much it was. */
  readonly walk: (most: number) => number;
}

/**
 * Pushes points of these masses away from each other: each by the sum over all others of their mass / (r √(1
 * + r² / FAR²)), where r is the distance.
 *
 * Near ones are summed one by one, far ones by the cell of a tree, as Barnes & Hut (1986) do. Here cells meet
 * cells rather than points, and what one does to the other is kept as a value and a slope at its centre
 * (Greengard & Rokhlin, 1987; Dehnen, 2002), so that a walk takes O(n). The tree halves the points along the
 * longer side of their box, which takes O(n log n) and asks nothing of how they lie.
 */
export function repulsionOf(masses: Float64Array): Repulsion {
  const size = masses.length;
  const row = (length: number): Float64Array => new Float64Array(length);
  const [pushX, pushY] = [row(size), row(size)];
  // Points in the order of the tree, and what they have in that order.
  const order = Uint32Array.from(masses, (_, i) => i);
  const [xs, ys, weights, fieldX, fieldY] = [row(size), row(size), row(size), row(size), row(size)];
  // The halves of cell c are 2c and 2c + 1; cells from `leaves` on have points instead.
  let leaves = 1;
  while (leaves * LEAF < size) leaves *= 2;
  const cells = 2 * leaves;
  const [starts, ends] = [new Uint32Array(cells), new Uint32Array(cells)];
  const [cellX, cellY, cellMass, radius] = [row(cells), row(cells), row(cells), row(cells)];
  const [valueX, valueY] = [row(cells), row(cells)];
  const [slopeXX, slopeXY, slopeYY] = [row(cells), row(cells), row(cells)];
  // Pairs of cells that have yet to meet.
  const pairs: number[] = [];

  const done = (): boolean => pairs.length === 0;

  function start(x: Float64Array, y: Float64Array): number {
    fieldX.fill(0);
    fieldY.fill(0);
    build(1, 0, size, x, y);
    pairs.push(1, 1);
    return size * LEVEL_COST * (32 - Math.clz32(leaves));
  }

  function walk(most: number): number {
    let work = 0;
    while (pairs.length > 0 && work < most) {
      work++;
      const b = pairs.pop()!;
      const a = pairs.pop()!;
      if (a === b && a < leaves) pairs.push(2 * a, 2 * a, 2 * a + 1, 2 * a + 1, 2 * a, 2 * a + 1);
      else if (meetAsWholes(a, b)) work += CELL_COST;
      else if (a < leaves && (b >= leaves || radius[a]! >= radius[b]!)) pairs.push(2 * a, b, 2 * a + 1, b);
      else if (b < leaves) pairs.push(a, 2 * b, a, 2 * b + 1);
      else work += meet(a, b);
    }
    if (done()) hand(1);
    return work;
  }

  function build(cell: number, from: number, to: number, x: Float64Array, y: Float64Array): void {
    let [west, east, north, south] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let i = from; i < to; i++) {
      const px = x[order[i]!]!;
      const py = y[order[i]!]!;
      if (px < west) west = px;
      if (px > east) east = px;
      if (py < north) north = py;
      if (py > south) south = py;
    }
    let [mass, sumX, sumY] = [0, 0, 0];
    if (cell >= leaves) {
      starts[cell] = from;
      ends[cell] = to;
      for (let i = from; i < to; i++) {
        const point = order[i]!;
        const weight = (weights[i] = masses[point]!);
        mass += weight;
        sumX += weight * (xs[i] = x[point]!);
        sumY += weight * (ys[i] = y[point]!);
      }
    } else {
      const middle = (from + to) >>> 1;
      halve(order, from, middle, to, east - west > south - north ? x : y);
      for (let half = 2 * cell; half <= 2 * cell + 1; half++) {
        if (half % 2 === 0) build(half, from, middle, x, y);
        else build(half, middle, to, x, y);
        const weight = cellMass[half]!;
        mass += weight;
        sumX += weight * cellX[half]!;
        sumY += weight * cellY[half]!;
      }
    }
    const middleX = sumX / mass;
    const middleY = sumY / mass;
    const wide = Math.max(east - middleX, middleX - west);
    const high = Math.max(south - middleY, middleY - north);
    cellMass[cell] = mass;
    cellX[cell] = middleX;
    cellY[cell] = middleY;
    radius[cell] = Math.sqrt(wide * wide + high * high);
    valueX[cell] = valueY[cell] = 0;
    slopeXX[cell] = slopeXY[cell] = slopeYY[cell] = 0;
  }

  /** Lets two cells push each other as wholes, if they are far enough apart for that. */
  function meetAsWholes(a: number, b: number): boolean {
    const dx = cellX[a]! - cellX[b]!;
    const dy = cellY[a]! - cellY[b]!;
    const square = dx * dx + dy * dy;
    const reach = radius[a]! + radius[b]!;
    if (reach * reach >= OPENING * square) return false;
    const far = 1 + SHRINK * square;
    const push = 1 / (square * Math.sqrt(far));
    // The slope is push · 1 - bend · d dᵀ; the bend is minus twice the derivative of the push by the squared distance.
    const bend = push * (2 / square + SHRINK / far);
    give(a, cellMass[b]!, dx, dy, push, bend);
    give(b, cellMass[a]!, -dx, -dy, push, bend);
    return true;
  }

  function give(cell: number, mass: number, dx: number, dy: number, push: number, bend: number): void {
    valueX[cell]! += mass * push * dx;
    valueY[cell]! += mass * push * dy;
    slopeXX[cell]! += mass * (push - bend * dx * dx);
    slopeXY[cell]! -= mass * bend * dx * dy;
    slopeYY[cell]! += mass * (push - bend * dy * dy);
  }

  /** Lets all points of two leaves, or of one, push each other; returns how much work that was. */
  function meet(a: number, b: number): number {
    for (let i = starts[a]!; i < ends[a]!; i++) meetRow(i, a === b ? i + 1 : starts[b]!, ends[b]!);
    return (ends[a]! - starts[a]!) * (ends[b]! - starts[b]!);
  }

  function meetRow(i: number, from: number, to: number): void {
    const x = xs[i]!;
    const y = ys[i]!;
    const mass = weights[i]!;
    let sumX = 0;
    let sumY = 0;
    for (let j = from; j < to; j++) {
      let dx = x - xs[j]!;
      const dy = y - ys[j]!;
      let square = dx * dx + dy * dy;
      if (square < 1e-12) {
        // On one spot: which way they go does not matter, as long as it is not the same one.
        dx = 1e-6;
        square = 1e-12;
      }
      const inverse = 1 / (square * Math.sqrt(1 + SHRINK * square));
      dx *= inverse;
      const up = dy * inverse;
      sumX += weights[j]! * dx;
      sumY += weights[j]! * up;
      fieldX[j]! -= mass * dx;
      fieldY[j]! -= mass * up;
    }
    fieldX[i]! += sumX;
    fieldY[i]! += sumY;
  }

  /** Hands what a cell was given down to its points. */
  function hand(cell: number): void {
    const vx = valueX[cell]!;
    const vy = valueY[cell]!;
    const xx = slopeXX[cell]!;
    const xy = slopeXY[cell]!;
    const yy = slopeYY[cell]!;
    if (cell >= leaves) {
      for (let i = starts[cell]!; i < ends[cell]!; i++) {
        const dx = xs[i]! - cellX[cell]!;
        const dy = ys[i]! - cellY[cell]!;
        const point = order[i]!;
        pushX[point] = fieldX[i]! + vx + xx * dx + xy * dy;
        pushY[point] = fieldY[i]! + vy + xy * dx + yy * dy;
      }
      return;
    }
    for (let half = 2 * cell; half <= 2 * cell + 1; half++) {
      const dx = cellX[half]! - cellX[cell]!;
      const dy = cellY[half]! - cellY[cell]!;
      valueX[half]! += vx + xx * dx + xy * dy;
      valueY[half]! += vy + xy * dx + yy * dy;
      slopeXX[half]! += xx;
      slopeXY[half]! += xy;
      slopeYY[half]! += yy;
      hand(half);
    }
  }

  return {pushX, pushY, start, walk, done};
}

/** Puts the points with the lower values before `middle`: quickselect (Hoare, 1961), on average O(n). */
function halve(order: Uint32Array, from: number, middle: number, to: number, values: Float64Array): void {
  let low = from;
  let high = to - 1;
  while (low < high) {
    const pivot = values[order[(low + high) >>> 1]!]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[order[i]!]! < pivot) i++;
      while (values[order[j]!]! > pivot) j--;
      if (i > j) break;
      const swapped = order[i]!;
      order[i++] = order[j]!;
      order[j--] = swapped;
    }
    if (middle <= j) high = j;
    else if (middle >= i) low = i;
    else return;
  }
}
