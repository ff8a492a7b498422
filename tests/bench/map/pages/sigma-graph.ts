/** sigma with the layout that its makers recommend. */
import Sigma from 'sigma';

import {nodesOf} from '../shapes.js';
import {given, place, show} from './given.js';
import {arrange, graphOf} from './graphs.js';

show(async () => {
  const graph = graphOf(await given(nodesOf));
  arrange(graph);
  new Sigma(graph, place);
});
