import type {Graph} from './graph.js';

/**
 * Which nodes to draw as one at first: by node the number of its cluster, and how many clusters there are; at most
 * half as many as nodes where the graph is connected. O(nodes + ties).
 *
 * Each node is paired with the neighbour that it will lie nearest to, which is heavy-edge matching (Karypis & Kumar,
 * 1998) with the masses taken into account. Where all neighbours are taken it joins the nearest of their clusters,
 * as planets join a sun (Hachul & Jünger, 2005): matching alone would take one leaf off a star at a time.
 */
export function clustersOf(graph: Graph, random: () => number): {parents: Uint32Array; count: number} {
  const {size, starts, others, weights, masses} = graph;
  const parents = new Uint32Array(size).fill(size);
  const held = new Float64Array(size);
  let count = 0;
  for (const node of visitsOf(graph, random)) {
    if (parents[node] !== size) continue;
    let free = -1;
    let taken = -1;
    let [near, nearTaken] = [0, 0];
    for (let k = starts[node]!; k < starts[node + 1]!; k++) {
      const other = others[k]!;
      const parent = parents[other]!;
      if (parent === size) {
        const pull = weights[k]! / masses[other]!;
        if (pull > near) [free, near] = [other, pull];
      } else {
        const pull = weights[k]! / held[parent]!;
        if (pull > nearTaken) [taken, nearTaken] = [parent, pull];
      }
    }
    if (free >= 0) {
      held[count] = masses[node]! + masses[free]!;
      parents[node] = parents[free] = count++;
    } else if (taken >= 0) {
      held[taken]! += masses[node]!;
      parents[node] = taken;
    } else {
      held[count] = masses[node]!;
      parents[node] = count++;
    }
  }
  return {parents, count};
}

/** All nodes in random order, those with few ties first, since they have the least choice. O(nodes). */
function visitsOf({size, starts}: Graph, random: () => number): Uint32Array {
  const order = Uint32Array.from({length: size}, (_, i) => i);
  for (let i = size - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  const ties = order.map((node) => starts[node + 1]! - starts[node]!);
  const few = order.filter((_, i) => ties[i]! < 3);
  const many = order.filter((_, i) => ties[i]! >= 3);
  order.set(few);
  order.set(many, few.length);
  return order;
}
