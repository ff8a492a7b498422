/** Networks as graphology holds them, which sigma draws and ForceAtlas2 arranges. */
import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';

import type {Nodes} from '../shapes.js';

/** How many rounds the examples of its makers run. */
const ITERATIONS = 100;

/** A graph with each node where it is on a map. */
export function graphOf({nodes, edges}: Nodes): Graph {
  const graph = new Graph({type: 'undirected', multi: true, allowSelfLoops: false});
  for (const [index, {name, x, y}] of nodes.entries()) graph.addNode(index, {label: name, x, y, size: 4});
  for (let tie = 0; tie < edges.length; tie += 2) graph.addEdge(edges[tie], edges[tie + 1], {size: 1});
  return graph;
}

/** Moves the nodes to where their ties pull them, with the settings that it infers itself. */
export function arrange(graph: Graph): void {
  forceAtlas2.assign(graph, {iterations: ITERATIONS, settings: forceAtlas2.inferSettings(graph)});
}
