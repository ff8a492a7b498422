/** What a visitor of a map comes to see after a press: near them, on a big screen, adding a group. */
import {html} from 'lit';

import type {Localizer} from '../../src/i18n/localizer.js';
import type {MapSight} from './map-sights.js';
import {type MapVisit, until} from './network-map.harness.js';

type Say = Localizer['t'];
type Go = NonNullable<MapSight['go']>;

/** Waits until something matches. */
const has = (visit: MapVisit, selector: string): Promise<true> =>
  until(() => {
    if (!visit.root.querySelector(selector)) throw new Error(`There is no ${selector}: ${visit.text}`);
  });
/** Presses the button of that name, and waits for what it opens. */
const opened =
  (button: Parameters<Say>[0], selector: string, then?: Go): Go =>
  async (visit, say) => {
    await visit.isReady();
    await visit.press(say(button));
    await has(visit, selector);
    await then?.(visit, say);
  };
const type = (visit: MapVisit, selector: string, words: string): void => {
  const field = visit.root.querySelector<HTMLInputElement>(selector)!;
  field.value = words;
  field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
};
const nearTown =
  (town: string, selector: string): Go =>
  async (visit, say) => {
    type(visit, '.near input', town);
    await visit.press(say('near.show'));
    await has(visit, selector);
  };
const next =
  (count: number): Go =>
  async (visit, say) => {
    for (let at = 0; at < count; at++) await visit.press(say('present.on'));
  };

/** One line for each. */
export const MAP_LATER_SIGHTS: readonly MapSight[] = [
  {what: 'the question where one is', go: opened('near', '.near input')},
  {
    what: 'what is near a town',
    go: opened('near', '.near input', nearTown('Reno', '.detail [role=heading]')),
  },
  {
    what: 'a list of what is near a town',
    view: 'list',
    go: opened('near', '.near input', nearTown('Reno', 'tbody tr td:nth-child(6), .away-cell, .near')),
  },
  {
    what: 'a town that nobody is in',
    go: opened('near', '.near input', async (visit, say) => {
      type(visit, '.near input', 'Nowhere');
      await visit.press(say('near.show'));
      await visit.reads('Nowhere');
    }),
  },
  {what: 'the first question on a big screen', go: opened('present.open', 'dialog[open] .ask')},
  {what: 'the third question on a big screen', go: opened('present.open', 'dialog[open] .ask', next(2))},
  {what: 'a link to what is shown', go: opened('map.link.copy', '.copied, .foot input')},
  {what: 'that a list is no picture', view: 'list', go: opened('export.open', '.export, [part=button]')},
  {
    what: 'a form for one’s own group, where none are taken',
    view: 'list',
    go: opened('join.open', '[part~=form]'),
  },
  {
    what: 'a form for one’s own group with what is missing',
    page: html`<ctg-network-map view="list" endpoint="https://oven.example/ctg.json"></ctg-network-map>`,
    go: opened('join.open', '[part~=form]', async (visit) => {
      visit.root.querySelector<HTMLElement>('[part~=form] [type=submit]')!.click();
      await has(visit, '[part~=errors]');
    }),
  },
  {
    what: 'who was named by whom, and not asked',
    page: html`<ctg-network-map
      view="list"
      follow="1"
      endpoint="https://oven.example/ctg.json"
    ></ctg-network-map>`,
    go: async (visit, say) => {
      await visit.isReady();
      const sums = say('sources.read', {read: 2, n: 3});
      await visit.reads(sums);
      await visit.press(sums);
      await visit.reads(say('source.private'));
    },
  },
];
