/**
 * Nodes and ties as rows of numbers: the ties of node `i` are those from `starts[i]` up to, and without,
 * `starts[i + 1]`.
 */
export interface Graph {
  readonly size: number;
  readonly starts: Uint32Array;
  /** By tie: the node at its other end. Each tie is there twice, once from each end. */
  readonly others: Uint32Array;
  /** By tie: how strongly it pulls. */
  readonly weights: Float64Array;
  /** By node: how strongly it pushes. */
  readonly masses: Float64Array;
}

/** A part of a graph that is connected in itself. */
export interface Part {
  /** Made anew each time that it is asked for: of thousands of small ones it would take too long at once. */
  readonly graph: Graph;
  /** By node of the part: its number in the whole. */
  readonly nodes: Uint32Array;
}

/**
 * The connected parts of a graph, largest first, and the nodes that have no tie. What is no tie between two
 * nodes is left out, and a tie given twice counts once. O(nodes + ties), but for the sorting of the parts.
 */
export function partsOf(size: number, ends: Uint32Array): {parts: Part[]; alone: number[]} {
  const {starts, others} = rowsOf(size, ends);
  const parts: Part[] = [];
  const alone: number[] = [];
  // Breadth first; by node its rank in that order, and `size` before it was met.
  const order = new Uint32Array(size);
  const rank = new Uint32Array(size).fill(size);
  const bounds = [0];
  let found = 0;
  for (let seed = 0; seed < size; seed++) {
    if (rank[seed] !== size) continue;
    rank[seed] = found;
    order[found] = seed;
    for (let next = found++; next < found; next++)
      for (let k = starts[order[next]!]!; k < starts[order[next]! + 1]!; k++) {
        const other = others[k]!;
        if (rank[other] !== size) continue;
        rank[other] = found;
        order[found++] = other;
      }
    bounds.push(found);
  }
  const weights = new Float64Array(others.length);
  const masses = new Float64Array(size);
  const whole = contract({size, starts, others, weights, masses}, rank, size);
  for (const [i, to] of bounds.entries()) {
    const from = bounds[i - 1] ?? 0;
    if (to - from === 1) alone.push(order[from]!);
    if (to - from > 1)
      parts.push({
        get graph() {
          return partOf(whole, from, to);
        },
        nodes: order.subarray(from, to),
      });
  }
  parts.sort((one, other) => other.nodes.length - one.nodes.length);
  return {parts, alone};
}

/** The part whose nodes stand in one run. */
function partOf(whole: Graph, from: number, to: number): Graph {
  const first = whole.starts[from]!;
  const starts = whole.starts.subarray(from, to + 1).map((start) => start - first);
  const others = whole.others.subarray(first, whole.starts[to]).map((other) => other - from);
  const weights = new Float64Array(others.length).fill(1);
  const masses = Float64Array.from({length: to - from}, (_, i) => massOf(starts[i + 1]! - starts[i]!));
  return {size: to - from, starts, others, weights, masses};
}

/** What a node of so many ties pushes with: the more it is tied to, the more room it needs about it. */
const massOf = (ties: number): number => Math.sqrt(1 + ties);

function rowsOf(size: number, ends: Uint32Array): Pick<Graph, 'starts' | 'others'> {
  const from = new Uint32Array(2 * ends.length);
  const to = new Uint32Array(2 * ends.length);
  let count = 0;
  for (let k = 0; k + 1 < ends.length; k += 2) {
    const [one, other] = [ends[k]!, ends[k + 1]!];
    if (one === other || one >= size || other >= size) continue;
    from[count] = to[count + 1] = one;
    to[count] = from[count + 1] = other;
    count += 2;
  }
  const {first, members} = membersOf(from.subarray(0, count), size);
  return {starts: first, others: members.map((k) => to[k]!)};
}

/**
 * The graph in which the nodes of one parent are one node, and their ties to those of another are one tie.
 * O(nodes + ties).
 */
export function contract(graph: Graph, parents: Uint32Array, size: number): Graph {
  const {starts, others, weights} = graph;
  const {first, members} = membersOf(parents, size);
  const masses = new Float64Array(size);
  const rows = new Uint32Array(size + 1);
  const ends = new Uint32Array(others.length);
  const sums = new Float64Array(others.length);
  const slots = new Uint32Array(size).fill(0xffffffff);
  let end = 0;
  for (let node = 0; node < size; node++) {
    const start = end;
    for (let m = first[node]!; m < first[node + 1]!; m++) {
      const member = members[m]!;
      masses[node]! += graph.masses[member]!;
      for (let k = starts[member]!; k < starts[member + 1]!; k++) {
        const other = parents[others[k]!]!;
        if (other === node) continue;
        const slot = slots[other]!;
        if (slot >= start && slot < end) sums[slot]! += weights[k]!;
        else {
          slots[other] = end;
          ends[end] = other;
          sums[end++] = weights[k]!;
        }
      }
    }
    rows[node + 1] = end;
  }
  return {size, starts: rows, others: ends.slice(0, end), weights: sums.slice(0, end), masses};
}

/**
 * Who has which parent: the members of parent `i` are those from `first[i]` up to, and without, `first[i +
 * 1]`. O(nodes).
 */
export function membersOf(parents: Uint32Array, size: number): {first: Uint32Array; members: Uint32Array} {
  const first = new Uint32Array(size + 1);
  const members = new Uint32Array(parents.length);
  for (const parent of parents) first[parent]!++;
  for (let i = 1; i <= size; i++) first[i]! += first[i - 1]!;
  for (let i = parents.length - 1; i >= 0; i--) members[--first[parents[i]!]!] = i;
  return {first, members};
}
