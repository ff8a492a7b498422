import type {MapHost} from './map-host.js';

/** Shows all groups again. Whoever pressed a button for it, which is gone then, goes on where one looks for others. */
export function showAll(host: MapHost): void {
  host.choose({});
  host.changed('.search');
}
