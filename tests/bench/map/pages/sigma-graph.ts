/** sigma with the layout that its makers recommend, for as many rounds as their examples run it. */
import forceAtlas2 from 'graphology-layout-forceatlas2';

import {drawGraph} from './graph.js';
import {show} from './given.js';

const ITERATIONS = 100;

show(() =>
  drawGraph((graph) => {
    forceAtlas2.assign(graph, {iterations: ITERATIONS, settings: forceAtlas2.inferSettings(graph)});
  }),
);
