// Draws a coast with fewer points, and chooses them by what they will weigh: the cheapest way round is looked for
// among all that stay near the true one. Dropping the smallest triangles first (Visvalingam) and then rounding takes
// half as many bytes again for the same picture, because it does not know that one step is dearer than another.

/** @typedef {readonly [x: number, y: number]} Point */

/** Up to here a step is one character, and counted by itself; larger ones are counted in classes. */
const SMALL = 28;
/** How many points at most are left out between two that stay. */
const FARTHEST = 32;
/** Rounds of choosing and weighing again what was chosen; a fifth changes nothing. */
const ROUNDS = 4;

/** Twice the area, signed: positive where the ring runs clockwise on a screen. */
export function doubleArea(ring) {
  let sum = 0;
  let [px, py] = ring.at(-1);
  for (const [x, y] of ring) {
    sum += px * y - x * py;
    [px, py] = [x, y];
  }
  return sum;
}

/** The class of a step, and how many steps are in it. */
function classOf(step) {
  const size = Math.abs(step);
  if (size <= SMALL) return {name: step, of: 1};
  const octave = Math.floor(Math.log2(size / SMALL) * 2);
  return {name: Math.sign(step) * (SMALL + 1 + octave), of: SMALL * 2 ** (octave / 2) * (Math.SQRT2 - 1)};
}

/** Bits that a step takes, learnt from the lines as they are now. */
function weigh(lines, axis) {
  const counts = new Map();
  let total = 0;
  for (const line of lines)
    for (let index = 1; index < line.length; index++) {
      const {name} = classOf(line[index][axis] - line[index - 1][axis]);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      total++;
    }
  const share = (name) => (counts.get(name) ?? 0) + 0.2;
  const known = new Map();
  return (step) => {
    if (!known.has(step)) {
      const {name, of} = classOf(step);
      // A class between its neighbours, since what was chosen once should not alone be cheap ever after.
      const smooth = (6 * share(name) + share(name - 1) + share(name + 1)) / 8;
      known.set(step, Math.log2((total * of) / smooth));
    }
    return known.get(step);
  };
}

/** Before anything is learnt: short steps are cheap, and what needs a second character is not. */
const guess = (step) => 2 + Math.log2(1 + Math.abs(step) * 1.5) + (Math.abs(step) > SMALL ? 4 : 0);

/**
 * The whole numbers round a point that may stand for it, if it may be moved at all. What lies on the edge of the world
 * stays on it.
 */
function choices([x, y], size, moves) {
  if (!moves || x <= 0 || y <= 0 || x >= size || y >= size) return [[Math.round(x), Math.round(y)]];
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return [
    [left, top],
    [left + 1, top],
    [left, top + 1],
    [left + 1, top + 1],
  ];
}

/**
 * The cheapest line of whole numbers along `line`, in bits of `cost` and in what it is off: for each point the
 * square of its distance, times the way it stands for, times `care` there.
 */
function cheapest(line, cost, {size, care, moves}) {
  const last = line.length - 1;
  const long = line.map(([x, y], at) =>
    at < last ? Math.hypot(line[at + 1][0] - x, line[at + 1][1] - y) : 0,
  );
  const weights = line.map((point, at) => care(point) * (((long[at - 1] ?? 0) + long[at]) / 2));
  const nodes = line.map((point, at) =>
    choices(point, size, moves && at > 0 && at < last).map(([x, y]) => ({
      x,
      y,
      sum: Infinity,
      from: undefined,
    })),
  );
  nodes[0][0].sum = 0;
  for (let to = 1; to <= last; to++)
    for (const node of nodes[to]) {
      const shift = care(line[to]) * ((line[to][0] - node.x) ** 2 + (line[to][1] - node.y) ** 2);
      for (let at = to - 1; at >= Math.max(0, to - FARTHEST); at--)
        for (const before of nodes[at]) {
          const [dx, dy] = [node.x - before.x, node.y - before.y];
          let sum = before.sum + shift + cost[0](dx) + cost[1](dy);
          const square = dx * dx + dy * dy || 1;
          for (let left = at + 1; left < to && sum < node.sum; left++) {
            const [px, py] = [line[left][0] - before.x, line[left][1] - before.y];
            const along = Math.max(0, Math.min(1, (px * dx + py * dy) / square));
            const off = (px - along * dx) ** 2 + (py - along * dy) ** 2;
            // Far off is seen sooner than often off by little.
            sum += weights[left] * off * (1 + off / 6);
          }
          if (sum < node.sum) [node.sum, node.from] = [sum, before];
        }
    }
  const way = [];
  for (let node = nodes[last][0]; node; node = node.from) way.unshift([node.x, node.y]);
  return way;
}

/** Without points that are twice there or in the middle of a straight line. */
function straighten(line) {
  const kept = [];
  for (const point of line) {
    const [before, mid] = kept.slice(-2);
    const turns = (a, b, c) => (b[0] - a[0]) * (c[1] - a[1]) !== (c[0] - a[0]) * (b[1] - a[1]);
    if (mid && !turns(before, mid, point)) kept.pop();
    const end = kept.at(-1);
    if (end?.[0] !== point[0] || end?.[1] !== point[1]) kept.push(point);
  }
  return kept;
}

/** The ring begun at its corner that is farthest out, which no line would leave out, and closed there. */
function closed(ring) {
  const middle = [0, 1].map((axis) => ring.reduce((sum, point) => sum + point[axis], 0) / ring.length);
  const far = ring.map(([x, y]) => Math.hypot(x - middle[0], y - middle[1]));
  const first = far.indexOf(Math.max(...far));
  return [...ring.slice(first), ...ring.slice(0, first + 1)];
}

/**
 * Rings and lines in fewer points, all of them whole numbers.
 *
 * @param {{rings: readonly Point[][], lines: readonly Point[][]}} shapes in units of which the world has `size`
 * @param {{size: number, care: (point: Point) => number, moves: boolean, smallest: number}} options `care`: bits that
 *   a square unit of error is worth, by the place; `moves`: points may be rounded to their other side, which takes
 *   sixteen times as long and a tenth less; `smallest`: rings of fewer square units are left out
 * @returns {{rings: Point[][], lines: Point[][]}} rings without their last point, which is the first
 */
export function simplify({rings, lines}, {smallest, ...how}) {
  const large = (ring) => ring.length > 2 && Math.abs(doubleArea(ring)) >= 2 * smallest;
  const whole = [...rings.filter(large).map(closed), ...lines.filter((line) => line.length > 1)];
  const isRing = whole.map((_, at) => at < whole.length - lines.length);
  let cost = [guess, guess];
  let made = [];
  for (let round = 0; round < ROUNDS; round++) {
    made = whole.map((line) => straighten(cheapest(line, cost, how)));
    cost = [weigh(made, 0), weigh(made, 1)];
  }
  return {
    rings: made
      .filter((_, at) => isRing[at])
      .map((line) => line.slice(0, -1))
      .filter(large),
    lines: made.filter((line, at) => !isRing[at] && line.length > 1),
  };
}
