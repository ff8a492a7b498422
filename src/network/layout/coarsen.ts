import type {Graph} from './graph.js';

/** Which nodes are drawn as one at first. */
export interface Clusters {
  /** By node: the number of its cluster. */
  readonly parents: Uint32Array;
  /** How many there are. */
  readonly count: number;
}

/**
 * Joins nodes that will lie near each other in clusters, at most half as many as nodes. The graph has to be
 * connected and of two nodes or more. O(nodes + ties).
 *
 * Each node is paired with the neighbour that it will lie nearest to, which is heavy-edge matching (Karypis &
 * Kumar, 1998) with the masses taken into account. Where all neighbours are taken it joins the nearest of
 * their clusters, as planets join a sun (Hachul & Jünger, 2005): matching alone would take one leaf off a
 * star at a time.
 */
export function clustersOf(graph: Graph, random: () => number): Clusters {
  const {size, starts, others, weights, masses} = graph;
  const parents = new Uint32Array(size).fill(size);
  const held = new Float64Array(size);
  let count = 0;
  for (const node of visitsOf(graph, random)) {
    if (parents[node] !== size) continue;
    let nearest = node;
    let most = 0;
    let free = false;
    for (let k = starts[node]!; k < starts[node + 1]!; k++) {
      const other = others[k]!;
      const isFree = parents[other] === size;
      const pull = weights[k]! / (isFree ? masses[other]! : held[parents[other]!]!);
      if (isFree === free ? pull <= most : free) continue;
      nearest = other;
      most = pull;
      free = isFree;
    }
    if (free) {
      held[count] = masses[nearest]!;
      parents[nearest] = count++;
    }
    parents[node] = parents[nearest]!;
    held[parents[node]!]! += masses[node]!;
  }
  return {parents, count};
}

/** All nodes in random order, those with few ties first, since they have the least choice. O(nodes). */
function visitsOf({size, starts}: Graph, random: () => number): number[] {
  const order = Uint32Array.from({length: size}, (_, i) => i);
  for (let i = size - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  const hasMany = (node: number): boolean => starts[node + 1]! - starts[node]! > 2;
  return [...order.filter((node) => !hasMany(node)), ...order.filter(hasMany)];
}
