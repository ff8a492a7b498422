import type {Graph} from './graph.js';
import {repulsionOf} from './repulsion.js';

/** From about this length on a tie pulls with its square rather than its length, so that few stay long. */
const LONG = 2;

/**
 * How much of the way to where its forces are in balance a node goes in a tick, and how much of its speed it
 * keeps.
 */
const STEP = 0.6;
const KEPT = 0.6;

/** How far a node of mass 1 may go in the first tick, and in the last. */
const FIRST = 1;
const LAST = 0.05;

/**
 * Moves the nodes of a graph to where pull and push are in balance, in so many ticks, each O(ties + nodes log
 * nodes). Stops whenever at least `slice` of work is done, and says how much was; the work is in meetings of
 * two nodes.
 *
 * The model is that of springs and electrical forces (Eades, 1984; Fruchterman & Reingold, 1991), as Walshaw
 * (2003) and Hu (2005) use it on several levels. Each node goes by its own stiffness, the sum of those of its
 * ties, so that one step length suits hubs and leaves alike, and keeps part of its speed; how far it may go
 * shrinks with the ticks.
 */
export function* relax(
  {size, starts, others, weights, masses}: Graph,
  x: Float64Array,
  y: Float64Array,
  ticks: number,
  slice: number,
): Generator<number, void> {
  const repulsion = repulsionOf(masses);
  const speedX = new Float64Array(size);
  const speedY = new Float64Array(size);
  const {pushX, pushY} = repulsion;
  let work = 0;
  for (let tick = 0; tick < ticks; tick++) {
    if (work > slice / 2) {
      yield work;
      work = 0;
    }
    work += repulsion.start(x, y);
    while (!repulsion.done()) {
      if (work >= slice) {
        yield work;
        work = 0;
      }
      work += repulsion.walk(slice - work);
    }
    const cool = FIRST + ((LAST - FIRST) * tick) / ticks;
    for (let i = 0; i < size; i++) {
      const [px, py, mass] = [x[i]!, y[i]!, masses[i]!];
      let pullX = mass * pushX[i]!;
      let pullY = mass * pushY[i]!;
      let stiffness = 0;
      for (let k = starts[i]!; k < starts[i + 1]!; k++) {
        const dx = x[others[k]!]! - px;
        const dy = y[others[k]!]! - py;
        const stretch = Math.sqrt(dx * dx + dy * dy) / LONG;
        const pull = weights[k]! * (1 + stretch);
        pullX += pull * dx;
        pullY += pull * dy;
        stiffness += pull + weights[k]! * stretch;
      }
      const vx = speedX[i]! * KEPT + (pullX * STEP) / stiffness;
      const vy = speedY[i]! * KEPT + (pullY * STEP) / stiffness;
      const limit = (cool * Math.sqrt(mass)) / Math.sqrt(vx * vx + vy * vy);
      speedX[i] = limit < 1 ? vx * limit : vx;
      speedY[i] = limit < 1 ? vy * limit : vy;
    }
    for (let i = 0; i < size; i++) {
      x[i]! += speedX[i]!;
      y[i]! += speedY[i]!;
    }
    work += others.length + size;
  }
  yield work;
}
