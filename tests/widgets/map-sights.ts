/** Everything a visitor may come to see of a map, each with the shortest way there, in whatever language. */
import {html, type TemplateResult} from 'lit';

import type {Localizer} from '../../src/i18n/localizer.js';
import type {SourceDocument} from '../../src/network/network.js';
import {json} from '../testing/parish.js';
import {FULL, HOSTILE, many, REGION, said} from '../testing/region.js';
import {MapVisit, until} from './network-map.harness.js';

type Say = Localizer['t'];
type Go = (visit: MapVisit, say: Say) => Promise<unknown>;

/** One thing to see: what it is called in a test, where one starts, and the steps to it. */
export interface MapSight {
  readonly what: string;
  /** What the page has read itself, if not the usual region. */
  readonly documents?: readonly SourceDocument[];
  /** The view that is shown first, if not the map. */
  readonly view?: string;
  /** The page, if it is not a widget with documents. */
  readonly page?: TemplateResult;
  /** What one does there, up to where there is something to read. */
  readonly go?: Go;
}

/** The page of a sight, at its beginning. `end` of the visit must be called. */
export async function arriveForMap({documents = REGION, view = 'map', page}: MapSight): Promise<MapVisit> {
  const visit = new MapVisit();
  await visit.arrive(page ?? html`<ctg-network-map view=${view} .documents=${documents}></ctg-network-map>`);
  return visit;
}

/** A sentence, up to its first slot: what engines make of the marks around it when text is read differs. */
const begin = (sentence: string): string => sentence.split('\u2068')[0]!.trim();

const isThere: Go = (visit) => visit.isReady();
/** Presses the group of that name in the list, or the picture's mark through its widget. */
const select =
  (name: string): Go =>
  async (visit, say) => {
    await visit.isReady();
    const {groups} = visit.map.atlas!.network;
    visit.map.select(groups.find((group) => group.name === name)!.index);
    await visit.reads(say('card.close'));
  };
const open =
  (button: Parameters<Say>[0], shown: string): Go =>
  async (visit, say) => {
    await visit.isReady();
    await visit.press(say(button));
    await until(() => {
      if (!visit.root.querySelector(shown)) throw new Error(`"${button}" opened nothing`);
    });
  };

/** Answers of three sites: one up to date, one old, one that is not there. */
export function answerSites(real: typeof fetch): typeof fetch {
  const site = (name: string, updated: string): Response =>
    json({
      ctg: '1',
      publisher: {id: `https://${name}.example/`, name: `The ${name}`},
      updated,
      groups: [{id: `https://${name}.example/`, name, place: {label: 'Reno', lat: 39.5, lon: -119.8}}],
      links: [
        {rel: 'join', href: `https://${name}.example/groups`},
        ...[
          'https://attic.example/ctg.json',
          'https://down.example/ctg.json',
          'http://10.0.0.1/ctg.json',
        ].map((href) => ({rel: 'peer', href})),
      ],
    });
  return (input, init) => {
    const {url} = new Request(input);
    if (url.startsWith('https://oven.example/'))
      return Promise.resolve(site('oven', new Date().toISOString()));
    if (url.startsWith('https://attic.example/'))
      return Promise.resolve(site('attic', '2020-01-01T00:00:00Z'));
    return url.includes('.example/') ? Promise.reject(new TypeError('down')) : real(input, init);
  };
}

const SOURCES = html`<ctg-network-map
  view="list"
  endpoint="https://oven.example/ctg.json"
  sources="https://attic.example/ctg.json https://down.example/ctg.json ftp://odd.example/ctg.json"
></ctg-network-map>`;

/** One line for each. */
export const MAP_SIGHTS: readonly MapSight[] = [
  ...['map', 'graph', 'list'].flatMap((view): MapSight[] => [
    {what: `the ${view}`, view, go: isThere},
    {what: `a group, its ties and who declines one, beside the ${view}`, view, go: select('Valley Choir')},
    {
      what: `a search that nothing fits, in the ${view}`,
      view,
      go: async (visit, say) => {
        await visit.isReady();
        await visit.search('nothing is called so');
        await visit.reads(say('map.noMatch'));
      },
    },
  ]),
  {what: 'all that can be said of a group', documents: FULL, go: select('Open Pantry')},
  {what: 'a person of whom others speak', documents: FULL, view: 'list', go: select('Group 1')},
  {what: 'a group without a tie or a place', view: 'list', go: select('Night Radio')},
  {
    what: 'groups at one place',
    go: async (visit, say) => {
      await visit.isReady();
      visit.map.offer([0, 1]);
      await visit.reads(say('card.together', {n: 2}));
    },
  },
  {what: 'what there is to choose by', documents: FULL, go: open('map.filters', '.more [role=group]')},
  {
    what: 'what was chosen',
    view: 'list',
    documents: FULL,
    go: async (visit, say) => {
      await open('map.filters', '.more [role=group]')(visit, say);
      visit.root.querySelector<HTMLElement>('.more .chip')!.click();
      await visit.reads(begin(say('map.showAll', {n: 22})));
    },
  },
  {what: 'what can be saved', go: open('export.open', '.button.quiet[part=button]')},
  {
    what: 'where the groups come from',
    page: SOURCES,
    go: async (visit, say) => {
      await visit.isReady();
      await visit.reads(say('sources.read', {read: 2, n: 4}));
      await visit.press(say('sources.read', {read: 2, n: 4}));
      await visit.reads('The oven');
    },
  },
  {what: 'many flowers', documents: many(400), go: isThere},
  {what: 'connections of many', documents: many(400), view: 'graph', go: isThere},
  {what: 'a list of many', documents: many(400), view: 'list', go: isThere},
  {
    what: 'names and words that are not to be believed',
    documents: HOSTILE,
    go: select('<img src=x onerror=alert(1)>'),
  },
  {what: 'a list of such names', documents: HOSTILE, view: 'list', go: isThere},
  {
    what: 'groups of which none has a place',
    documents: [said('https://air.example/ctg.json', {id: 'https://air.example/', name: 'On the air'})],
    go: (visit, say) => visit.reads(say('map.nowhere')),
  },
  {
    what: 'that nobody has joined',
    documents: [said('https://a.example/ctg.json')],
    go: (visit, say) => visit.reads(say('map.none')),
  },
  {
    what: 'loading',
    page: html`<ctg-network-map endpoint="mock:slow"></ctg-network-map>`,
    go: (visit, say) => visit.reads(say('map.loading')),
  },
  {
    what: 'nothing at all',
    page: html`<ctg-network-map endpoint="mock:down"></ctg-network-map>`,
    go: (visit, say) => visit.reads(say('load.failed')),
  },
  {
    what: 'a tag without an address',
    page: html`<ctg-network-map></ctg-network-map>`,
    go: (visit, say) => visit.reads(say('load.notSetUp')),
  },
];
