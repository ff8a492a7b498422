/** Our map, as a site writes it; a network that is too large for a file is handed over as one that the page has read. */
import type {SourceDocument} from '../../../../src/network/network.js';
import {groupsOf} from '../shapes.js';
import {file, given, place, show, VIEW} from './given.js';

type Map = HTMLElement & {documents?: readonly SourceDocument[]; atlas?: unknown};

/** Milliseconds between two looks at whether it is there. */
const LOOK = 50;

const map: Map = document.createElement('ctg-network-map');

/** Of very many groups a sketch is drawn until it is known which of them are one, and who is tied to whom. */
async function woven(): Promise<void> {
  while (!map.atlas) await new Promise((later) => setTimeout(later, LOOK));
}

show(async () => {
  await customElements.whenDefined('ctg-network-map');
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
}, woven);
