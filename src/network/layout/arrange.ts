import {clustersOf, type Clusters} from './coarsen.js';
import {contract, membersOf, type Graph} from './graph.js';
import {relax} from './relax.js';

/** A drawing of a graph so far. */
export interface Draft {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** By node: which of these is its position for now. Several nodes may share one. */
  readonly at: Uint32Array;
  /** How much work was done since the draft before. */
  readonly work: number;
}

/** How many ticks a level gets. Small ones cost next to nothing, and what goes wrong there stays wrong. */
const ticksOf = (size: number, level: number): number => (size < 100 ? 160 : level === 0 ? 50 : 60);

/**
 * The least mean length of ties: among few nodes nothing else pushes, and pairs would look cramped beside the
 * rest.
 */
const TIE = 2.5;

/** So few nodes start as one cluster: pairs of pairs would often stay twisted. */
const FEW = 20;

/** How far apart the nodes of a cluster start, in radii of a disc of its mass. */
const SPREAD = 1.5;

/**
 * The cosine and sine of the golden angle: turning by it puts any number of points evenly on a disc (Vogel,
 * 1979).
 */
const TURN_X = -0.7373688780783197;
const TURN_Y = 0.6754902942615238;

/**
 * Draws a connected graph of two nodes or more: draws it as clusters of clusters first, down to a single one,
 * then takes these apart level by level (Walshaw, 2003; Hu, 2005). Masses and weights of a cluster are the
 * sums of those in it, so that the balance on each level is that of the one below with the clusters held
 * together, and no length has to be rescaled. O(ties + nodes log nodes), in drafts at most about `slice` of
 * work apart. Ties are as long as `TIE` on average, or longer where there are many nodes.
 */
export function* arrange(graph: Graph, random: () => number, slice: number): Generator<Draft, void> {
  const levels = [graph];
  const parents: Uint32Array[] = [];
  let x = new Float64Array(1);
  let y = new Float64Array(1);
  let at = new Uint32Array(graph.size);
  for (let level = graph; level.size > 1; level = levels.at(-1)!) {
    const clusters = level.size > FEW ? clustersOf(level, random) : oneOf(level);
    parents.push(clusters.parents);
    levels.push(contract(level, clusters.parents, clusters.count));
    yield {x, y, at, work: (level.size + level.others.length) * 10};
  }
  let turnX = random() * 2 - 1;
  let turnY = Math.sqrt(1 - turnX * turnX);
  for (let level = levels.length - 2; level >= 0; level--) {
    const {size} = levels[level]!;
    const {masses} = levels[level + 1]!;
    const {first, members} = membersOf(parents[level]!, masses.length);
    const [childX, childY] = [new Float64Array(size), new Float64Array(size)];
    for (let cluster = 0; cluster < masses.length; cluster++) {
      const start = first[cluster]!;
      const count = first[cluster + 1]! - start;
      for (let i = 0; i < count; i++) {
        const radius = SPREAD * Math.sqrt((masses[cluster]! * i) / count);
        childX[members[start + i]!] = x[cluster]! + radius * turnX;
        childY[members[start + i]!] = y[cluster]! + radius * turnY;
        [turnX, turnY] = [turnX * TURN_X - turnY * TURN_Y, turnX * TURN_Y + turnY * TURN_X];
      }
    }
    [x, y] = [childX, childY];
    at = Uint32Array.from({length: graph.size}, (_, node) => node);
    for (let i = 0; i < level; i++)
      for (let node = 0; node < at.length; node++) at[node] = parents[i]![at[node]!]!;
    for (const work of relax(levels[level]!, x, y, ticksOf(size, level), slice)) yield {x, y, at, work};
    straighten(x, y);
  }
  const scale = Math.max(1, TIE / meanTie(graph, x, y));
  for (let i = 0; i < x.length; i++) {
    x[i]! *= scale;
    y[i]! *= scale;
  }
  yield {x, y, at, work: graph.size + graph.others.length};
}

const oneOf = ({size}: Graph): Clusters => ({parents: new Uint32Array(size), count: 1});

function meanTie({size, starts, others}: Graph, x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < size; i++)
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const dx = x[others[k]!]! - x[i]!;
      const dy = y[others[k]!]! - y[i]!;
      sum += Math.sqrt(dx * dx + dy * dy);
    }
  return sum / others.length;
}

/** Turns points about their middle so that they are wider than high: names are, and most screens. */
function straighten(x: Float64Array, y: Float64Array): void {
  let [meanX, meanY] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    meanX += x[i]! / x.length;
    meanY += y[i]! / x.length;
  }
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [x[i]! - meanX, y[i]! - meanY];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  // The axis along which they spread most is the first eigenvector of their covariances.
  const half = (xx - yy) / 2;
  const axisX = half + Math.sqrt(half * half + xy * xy);
  const length = Math.sqrt(axisX * axisX + xy * xy);
  const [cos, sin] = length > 0 ? [axisX / length, xy / length] : half < 0 ? [0, 1] : [1, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [x[i]! - meanX, y[i]! - meanY];
    x[i] = dx * cos + dy * sin;
    y[i] = dy * cos - dx * sin;
  }
}
