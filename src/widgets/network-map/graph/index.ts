/** The door of the graph: where groups lie by their ties alone. */
import type {SceneHost} from '../map-host.js';
import {Graph} from './graph.js';

/** The graph of `host`. */
export const open = (host: SceneHost): Graph => new Graph(host);
