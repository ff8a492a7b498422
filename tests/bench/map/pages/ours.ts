/** Our map, as a site writes it; a network that is too large for a file is handed over as one that the page has read. */
import type {SourceDocument} from '../../../../src/network/network.js';
import {groupsOf} from '../shapes.js';
import {file, given, place, show, VIEW} from './given.js';

show(async () => {
  await customElements.whenDefined('ctg-network-map');
  const map: HTMLElement & {documents?: readonly SourceDocument[]} =
    document.createElement('ctg-network-map');
  map.setAttribute('center', `${VIEW.lat},${VIEW.lon}`);
  map.setAttribute('zoom', String(VIEW.zoom));
  map.setAttribute('view', place.dataset['view'] ?? 'map');
  const loaded = new Promise((resolve) => map.addEventListener('ctg-load', resolve));
  if (file === undefined) {
    const groups = await given((network) => groupsOf(network) as SourceDocument['groups']);
    map.documents = [{url: location.href, readAt: Date.now(), groups}];
  } else map.setAttribute('endpoint', file);
  place.append(map);
  await loaded;
});
