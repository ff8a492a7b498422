/** Everything a visitor may come to see of a map, each with the shortest way there, in whatever language. */
import {html, type TemplateResult} from 'lit';

import type {Localizer} from '../../src/i18n/localizer.js';
import type {SourceDocument} from '../../src/network/network.js';
import type {CircleOptions} from '../testing/circle.js';
import {FULL, HOSTILE, many, REGION, said} from '../testing/region.js';
import {SightVisit} from './sight-visit.js';

type Say = Localizer['t'];
/** The steps to a sight. */
export type Go = (visit: SightVisit, say: Say) => Promise<unknown>;

/** One thing to see: what it is called in a test, where one starts, and the steps to it. */
export interface MapSight {
  readonly what: string;
  /** What the page has read itself, if not the usual region. */
  readonly documents?: readonly SourceDocument[];
  /** The view that is shown first, if not the map. */
  readonly view?: string;
  /** The endpoint that takes groups, where one is on the page; what the page has read itself is then nothing. */
  readonly circle?: CircleOptions;
  /** The page, if it is not a widget with documents. */
  readonly page?: TemplateResult;
  /** What differs before anybody comes to it. */
  readonly before?: (visit: SightVisit) => void;
  /** What one does there, up to where there is something to read. */
  readonly go?: Go;
}

/** The page of a sight, at its beginning. The visit must be left. */
export async function arriveForMap(sight: MapSight): Promise<SightVisit> {
  const {documents = REGION, view = 'map', circle, page, before} = sight;
  const visit = new SightVisit(circle);
  before?.(visit);
  const own = circle
    ? html`<ctg-network-map view=${view} endpoint=${visit.circle.url}></ctg-network-map>`
    : html`<ctg-network-map view=${view} .documents=${documents}></ctg-network-map>`;
  await visit.arrive(page ?? own);
  return visit;
}

/** What is to be seen is there at once. */
export const isThere: Go = (visit) => visit.isReady();
/** Presses the group of that name in the list, or the picture's mark through its widget. */
const select =
  (name: string): Go =>
  async (visit, say) => {
    await visit.isReady();
    const {groups} = visit.map.atlas!.network;
    visit.map.select(groups.find((group) => group.name === name)!.index);
    await visit.says(say('card.close'));
  };
const open =
  (button: Parameters<Say>[0], shown: string): Go =>
  async (visit, say) => {
    await visit.isReady();
    await visit.press(say(button));
    await visit.has(shown);
  };

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
        await visit.says(say('map.noMatch'));
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
      await visit.says(say('card.together', {n: 2}));
    },
  },
  {what: 'what there is to choose by', documents: FULL, go: open('map.filters', '.more [role=group]')},
  {
    what: 'what was chosen',
    view: 'list',
    documents: FULL,
    go: async (visit, say) => {
      await open('map.filters', '.more [role=group]')(visit, say);
      await visit.mark('.more .chip');
      await visit.says(say('map.showAll', {n: 22}));
    },
  },
  {what: 'what can be saved', go: open('export.open', '.button.quiet[part=button]')},
  {
    what: 'where the groups come from',
    page: SOURCES,
    go: async (visit, say) => {
      await visit.isReady();
      await visit.says(say('sources.read', {read: 2, n: 4}));
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
    go: (visit, say) => visit.says(say('map.nowhere')),
  },
  {
    what: 'that nobody has joined',
    documents: [said('https://a.example/ctg.json')],
    go: (visit, say) => visit.says(say('map.none')),
  },
  {
    what: 'loading',
    page: html`<ctg-network-map endpoint="mock:slow"></ctg-network-map>`,
    go: (visit, say) => visit.says(say('map.loading')),
  },
  {
    what: 'nothing at all',
    page: html`<ctg-network-map endpoint="mock:down"></ctg-network-map>`,
    go: (visit, say) => visit.says(say('load.failed')),
  },
  {
    what: 'a tag without an address',
    page: html`<ctg-network-map></ctg-network-map>`,
    go: (visit, say) => visit.says(say('load.notSetUp')),
  },
];
