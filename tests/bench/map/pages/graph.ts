import Graph from 'graphology';
import Sigma from 'sigma';

import {nodesOf} from '../shapes.js';
import {given, place} from './given.js';

/** Draws the network by sigma after `arrange` has had a chance to move the nodes from where they are on a map. */
export async function drawGraph(arrange: (graph: Graph) => void): Promise<void> {
  const {nodes, edges} = await given(nodesOf);
  const graph = new Graph({type: 'undirected', multi: true, allowSelfLoops: false});
  for (const [index, {name, x, y}] of nodes.entries()) graph.addNode(index, {label: name, x, y, size: 4});
  for (let tie = 0; tie < edges.length; tie += 2) graph.addEdge(edges[tie], edges[tie + 1], {size: 1});
  arrange(graph);
  // The first picture is drawn while it is made.
  new Sigma(graph, place);
}
