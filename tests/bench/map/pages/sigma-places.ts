/** sigma with every group where it is on a map, and every tie: a layout costs it nothing. */
import {drawGraph} from './graph.js';
import {show} from './given.js';

show(() => drawGraph(() => undefined));
