/** What a visitor of a map comes to see after a press: near them, on a big screen, adding a group. */
import {setViewport} from '@web/test-runner-commands';
import {html} from 'lit';

import type {Localizer} from '../../src/i18n/localizer.js';
import {LateTimers} from '../testing/late-timers.js';
import {said} from '../testing/region.js';
import type {Go, MapSight} from './map-sights.js';

type Say = Localizer['t'];

/** Presses the button of that name, and waits for what it opens. */
const opened =
  (button: Parameters<Say>[0], selector: string, then?: Go): Go =>
  async (visit, say) => {
    await visit.isReady();
    await visit.press(say(button));
    await visit.has(selector);
    await then?.(visit, say);
  };
const nearTown =
  (town: string, selector: string): Go =>
  async (visit, say) => {
    await visit.type('.near input', town);
    await visit.press(say('near.show'));
    await visit.has(selector);
  };
/** Asks the browser for a place, until it says `key`. */
const asked = (key: Parameters<Say>[0]): Go =>
  opened('near', '.more.near button', async (visit, say) => {
    await visit.press(say('near.ask'));
    await visit.says(say(key));
  });
const next =
  (count: number): Go =>
  async (visit, say) => {
    for (let at = 0; at < count; at++) await visit.press(say('present.on'));
  };
/** Gives the window this size, where the engine can be told: WebKit's driver can't, and shows it as wide as it is. */
const resize = (to: {width: number; height: number}): Promise<unknown> =>
  setViewport(to).catch(() => undefined);
const failing = (code: number): GeolocationPositionError => ({code}) as GeolocationPositionError;

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
      await visit.type('.near input', 'Nowhere');
      await visit.press(say('near.show'));
      await visit.reads('Nowhere');
    }),
  },
  {
    what: 'the wait for a browser that does not say where one is',
    before: (visit) => visit.answerWhere(undefined),
    go: asked('near.asking'),
  },
  {
    what: 'a browser that may not say where one is',
    view: 'list',
    before: (visit) => visit.answerWhere(failing(1)),
    go: asked('near.refused'),
  },
  {
    what: 'a browser that took too long',
    before: (visit) => visit.answerWhere(failing(3)),
    go: asked('near.late'),
  },
  {
    what: 'what is near somebody',
    before: (visit) =>
      visit.answerWhere({latitude: 39.5, longitude: -119.8, accuracy: 900} as GeolocationCoordinates),
    go: asked('near.other'),
  },
  {
    what: 'that no group says where it is',
    view: 'list',
    documents: [said('https://air.example/ctg.json', {id: 'https://air.example/', name: 'On the air'})],
    before: (visit) =>
      visit.answerWhere({latitude: 39.5, longitude: -119.8, accuracy: 900} as GeolocationCoordinates),
    go: asked('near.none'),
  },
  {what: 'the first question on a big screen', go: opened('present.open', 'dialog[open] .ask')},
  {what: 'the third question on a big screen', go: opened('present.open', 'dialog[open] .ask', next(2))},
  {what: 'who is tied to whom, on a big screen', go: opened('present.open', 'dialog[open] .ask', next(7))},
  {what: 'who knows the most, on a big screen', go: opened('present.open', 'dialog[open] .ask', next(8))},
  {what: 'who is not tied yet, on a big screen', go: opened('present.open', 'dialog[open] .ask', next(9))},
  {
    what: 'the first question on a phone',
    go: async (visit, say) => {
      const {innerWidth: width, innerHeight: height} = window;
      visit.afterwards(() => resize({width, height}));
      await resize({width: 390, height: 844});
      await opened('present.open', 'dialog[open] .ask')(visit, say);
    },
  },
  {
    what: 'a big screen that goes on by itself',
    go: opened('present.open', 'dialog[open] .ask', async (visit, say) => {
      await visit.press(say('present.turn'));
      await visit.says(say('present.stop'));
    }),
  },
  {
    what: 'a big screen with nothing that fits',
    go: async (visit, say) => {
      await visit.isReady();
      await visit.search('nothing is called so');
      await visit.press(say('present.open'));
      await visit.has('dialog[open]');
    },
  },
  {
    what: 'that a link to what is shown is copied',
    before: (visit) => visit.allowCopying(true),
    go: async (visit, say) => {
      await visit.isReady();
      await visit.press(say('map.link.copy'));
      await visit.says(say('map.link.copied'));
    },
  },
  {
    what: 'a link to be copied by hand',
    before: (visit) => visit.allowCopying(false),
    go: opened('map.link.copy', '.by-hand input'),
  },
  {
    what: 'a mark that the keyboard is at',
    go: async (visit) => {
      await visit.isReady();
      const picture = visit.root.querySelector<HTMLElement>('[role=listbox]')!;
      picture.focus();
      picture.dispatchEvent(
        new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true, cancelable: true}),
      );
      await visit.has('[role=listbox][aria-activedescendant]');
    },
  },
  {
    what: 'a hint how to come closer with a wheel',
    go: async (visit, say) => {
      await visit.isReady();
      // It goes by itself after a while, and is to be looked at for longer.
      const timers = new LateTimers();
      visit.afterwards(() => timers.release());
      const picture = visit.root.querySelector('[role=listbox]')!;
      picture.dispatchEvent(new WheelEvent('wheel', {deltaY: 9, bubbles: true, cancelable: true}));
      await visit.says(say('pick.wheel'));
    },
  },
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
      await visit.send();
      await visit.has('[part~=errors]');
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
      await visit.says(sums);
      await visit.press(sums);
      await visit.says(say('source.private'));
    },
  },
];
