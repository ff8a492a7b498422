/** The page with very many groups: makes them while the page stays alive, then hands them to the map. */
import type {SourceDocument} from '../../src/network/network.js';
import {manyGroups} from './groups.js';

const SIZE = 100_000;
/** How long groups are made without a pause, in milliseconds. */
const TURN = 10;

const place = document.querySelector('#many')!;
const told = place.querySelector('p')!;

const making = manyGroups(SIZE);
let since = performance.now();
for (;;) {
  const {done, value} = making.next();
  if (done) {
    const map = document.createElement('ctg-network-map');
    const documents: readonly SourceDocument[] = [
      {
        url: new URL('generated', location.href).href,
        publisher: {name: 'Generated in this page'},
        readAt: Date.now(),
        groups: value,
      },
    ];
    place.replaceChildren(Object.assign(map, {documents}));
    break;
  }
  if (performance.now() - since < TURN) continue;
  told.textContent = `Making groups: ${value.toLocaleString('en')} of ${SIZE.toLocaleString('en')}`;
  await new Promise((later) => setTimeout(later));
  since = performance.now();
}
