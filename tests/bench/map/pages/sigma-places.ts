/** sigma with every group where it is on a map, and every tie: a layout costs it nothing. */
import Sigma from 'sigma';

import {nodesOf} from '../shapes.js';
import {given, place, show} from './given.js';
import {graphOf} from './graphs.js';

show(async () => {
  // The first picture is drawn while it is made.
  new Sigma(graphOf(await given(nodesOf)), place);
});
