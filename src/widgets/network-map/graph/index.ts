/** The door of the graph: where groups lie by their ties alone. */
import type {MapHost} from '../map-host.js';
import {Graph} from './graph.js';

/** The graph of `host`. */
export const open = (host: MapHost): Graph => new Graph(host);
