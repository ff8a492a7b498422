/** What a visitor of a map sees of where its groups and its streets come from. */
import {html, type TemplateResult} from 'lit';

// Compiled before anybody waits for them.
import '../../src/widgets/network-map/source-list/index.js';
import {beginKeeping, endKeeping} from '../../src/context/copies.js';
import {client} from '../../src/context/page.js';
import {Client} from '../../src/endpoint/client.js';
import {at} from '../testing/map-sites.js';
import {REGION, said} from '../testing/region.js';
import {kept} from './map-copies.js';
import type {Go, MapSight} from './map-sights.js';
import {ANY} from './sight-visit.js';

const page = (...names: readonly string[]): TemplateResult =>
  html`<ctg-network-map
    view="list"
    endpoint=${at('oven')}
    sources=${names.map(at).join(' ')}
  ></ctg-network-map>`;

/** Opens what is said of the sites, of which so many were read. */
const opened =
  (read: number, n: number): Go =>
  async (visit, say) => {
    await visit.isReady();
    const sums = say('sources.read', {read, n});
    await visit.says(sums);
    await visit.press(sums);
    await visit.has('.sources li');
  };

/** The same, and the tick for copies. */
const ticked =
  (before?: () => () => void): Go =>
  async (visit, say) => {
    await opened(2, 2)(visit, say);
    if (before) visit.afterwards(before());
    visit.afterwards(endKeeping);
    await visit.mark('.keeping input');
  };

/** Has the device delete nothing. */
function hold(): () => void {
  const {deleteDatabase} = IDBFactory.prototype;
  IDBFactory.prototype.deleteDatabase = () =>
    Object.defineProperty({} as IDBOpenDBRequest, 'onerror', {
      set: (told: () => void) => {
        queueMicrotask(told);
      },
    });
  return () => (IDBFactory.prototype.deleteDatabase = deleteDatabase);
}

/** Has the device take nothing. */
function fill(): () => void {
  const {transaction} = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  return () => (IDBDatabase.prototype.transaction = transaction);
}

/** One line for each. */
export const MAP_SOURCE_SIGHTS: readonly MapSight[] = [
  {
    what: 'that copies of the sites are kept',
    page: page('attic'),
    go: async (visit, say) => {
      await ticked()(visit, say);
      await kept(2);
    },
  },
  {
    what: 'that no copies can be kept',
    page: page('attic'),
    go: async (visit, say) => {
      await ticked(fill)(visit, say);
      await visit.says(say('source.keep.failed'));
    },
  },
  {
    what: 'that copies can’t be deleted',
    page: page('attic'),
    go: async (visit, say) => {
      await ticked()(visit, say);
      await kept(2);
      visit.afterwards(fill());
      visit.afterwards(hold());
      await visit.mark('.keeping input');
      await visit.says(say('source.keep.stays'));
    },
  },
  {
    what: 'what a site said when it could be reached',
    page: page('attic'),
    before: (visit) => visit.afterwards(endKeeping),
    go: async (visit, say) => {
      await visit.isReady();
      await visit.says(say('sources.read', {read: 2, n: 2}));
      await beginKeeping(
        visit.map.sourceList.flatMap(({set, loaded}) => (set && loaded ? [{set, loaded}] : [])),
      );
      // Another visit, to a page that has nothing in its memory.
      const fresh = new Client();
      client.load = (...asked) => fresh.load(...asked);
      visit.afterwards(() => Reflect.deleteProperty(client, 'load'));
      const {fetch} = globalThis;
      globalThis.fetch = (input, init) =>
        fetch(new Request(input).url.startsWith(at('attic')) ? at('down') : input, init);
      visit.afterwards(() => (globalThis.fetch = fetch));
      await visit.stage.show(html``);
      await visit.arrive(page('attic'));
      await opened(1, 2)(visit, say);
      await visit.has('.keeping input:checked');
      await visit.says(say('source.copy', {host: ANY, n: 1, date: ANY}));
    },
  },
  {
    what: 'all that may be wrong with a site',
    page: page('faulty', 'shut', 'gone', 'huge', 'garbled', 'slow'),
    go: async (visit, say) => {
      await opened(2, 7)(visit, say);
      await visit.says(say('source.less.entries', {n: 1}));
    },
  },
  {
    what: 'more sites than are listed at once',
    page: page(...Array.from({length: 101}, (_, n) => `far${n}`)),
    go: async (visit, say) => {
      await opened(1, 102)(visit, say);
      await visit.says(say('source.more', {n: 2}));
    },
  },
  {
    what: 'what the page itself has read',
    view: 'list',
    documents: [...REGION, said('https://a.example/ctg.json')],
    go: opened(4, 4),
  },
  {
    what: 'the question whether streets are shown',
    page: html`<ctg-network-map
      tiles="https://tiles.example/{z}/{x}/{y}.png"
      .documents=${REGION}
    ></ctg-network-map>`,
    go: async (visit, say) => {
      await visit.isReady();
      await visit.says(say('streets.ask', {host: 'tiles.example'}));
    },
  },
  {
    what: 'streets, and who made them',
    page: html`<ctg-network-map
      tiles="/demo/pages/flower.svg?{z}/{x}/{y}"
      tiles-credit="Reno"
      tiles-consent
      .documents=${REGION}
    ></ctg-network-map>`,
    go: async (visit, say) => {
      await visit.isReady();
      await visit.says(say('streets.hide'));
    },
  },
];
