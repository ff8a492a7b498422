// A map by keyboard alone, with the keys of a real browser: a group is found, read, followed, filtered and saved, on
// the picture and in the list, and at no moment is the focus lost or nothing said.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, describe, test} from 'node:test';

import type {Browser} from 'playwright-core';

import type {CtgDocument} from '../../src/protocol/document.js';
import {openBrowser} from './browser.js';
import {groupsAt, MapVisit, type Spot} from './map-visit.js';
import {Site} from './site.js';

const SPOTS: readonly Spot[] = [
  ['Riverside Garden', 39.52, -119.81],
  ['Rail City Bakers', 39.47, -118.78],
  ['Valley Choir', 39.33, -120.18],
  ['Lake School', 40.2, -119.9],
];

/** Four groups, the first of which is tied to the others; two kinds, and one group without a place. */
function region(): CtgDocument {
  const document = groupsAt(...SPOTS);
  const [garden, bakers, choir] = document.groups!;
  garden!.connections = [
    {to: bakers!.id, kind: 'supplies'},
    {to: choir!.id, kind: 'partners'},
  ];
  bakers!.connections = [{to: garden!.id, kind: 'supplied-by'}];
  bakers!.sector = 'business';
  document.groups!.push({id: 'https://radio.example/', name: 'Night Radio', sector: 'business'});
  return document;
}

describe('a map by keyboard alone', () => {
  let site: Site;
  let browser: Browser;
  let visit: MapVisit;

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  afterEach(() => visit.end());

  /** What has the focus, as it is called; fails where that is the page itself, or something that is not to be seen. */
  const focused = async (): Promise<string> => {
    const [name, isSeen] = await visit.on((map) => {
      const at = map.shadowRoot!.activeElement as HTMLElement | null;
      const box = at?.getBoundingClientRect();
      const isSeen = box !== undefined && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
      const text = at?.ariaLabel ?? at?.textContent ?? '';
      return [at ? text.replace(/\s+/g, ' ').trim() : undefined, isSeen] as const;
    });
    assert.ok(name !== undefined, 'nothing of the map has the focus');
    assert.ok(isSeen, `"${name}" is not to be seen`);
    return name;
  };

  const keys = async (...names: readonly string[]): Promise<void> => {
    for (const name of names) {
      await visit.tab.keyboard.press(name);
      await visit.frames(2);
      await focused();
    }
  };

  /** Goes on with Tab, or back, until what begins with these words has the focus. */
  const tabTo = async (words: string, key = 'Tab'): Promise<void> => {
    const way: string[] = [];
    for (let press = 0; press < 60; press++) {
      await visit.tab.keyboard.press(key);
      way.push(
        await visit.on((map) => {
          const at = map.shadowRoot!.activeElement;
          return (at?.ariaLabel ?? at?.textContent ?? '').replace(/\s+/g, ' ').trim();
        }),
      );
      if (way.at(-1)!.startsWith(words)) {
        await focused();
        return;
      }
    }
    throw new Error(`${key} never comes to "${words}": ${way.join(' | ')}`);
  };

  /** Waits until these words have the focus. */
  const isAt = async (words: string): Promise<void> => {
    for (let look = 0; look < 100; look++) {
      await visit.frames(1);
      if ((await focused()) === words) return;
    }
    assert.equal(await focused(), words);
  };

  /** Waits until the card is here and has the focus, which a key before that would only lead elsewhere. */
  const opens = (): Promise<void> => visit.tab.locator('ctg-network-map .detail :focus').first().waitFor();

  /** Waits until this is read out. */
  const hears = (words: string | RegExp): Promise<void> =>
    visit.tab.locator('ctg-network-map .said').getByText(words).waitFor({state: 'attached'});
  const reads = (words: string): Promise<void> =>
    visit.tab.locator('ctg-network-map .detail').getByText(words).first().waitFor();

  /** The mark that the arrow keys are at. */
  const active = (): Promise<string> =>
    visit.on(({shadowRoot}) => {
      const box = shadowRoot!.querySelector('[role=listbox]')!;
      return shadowRoot!.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '';
    });

  /** Saves as a table, and gives what was saved. */
  const save = async (): Promise<string> => {
    await tabTo('Save as a file');
    await keys('Enter');
    await tabTo('As a table');
    const coming = visit.tab.waitForEvent('download');
    await keys('Enter');
    return readFileSync(await (await coming).path(), 'utf8');
  };

  for (const view of ['map', 'list'] as const)
    test(`finds a group, reads its ties, follows one, filters and saves, with the ${view} alone`, async () => {
      visit = await MapVisit.come(browser, site, region(), {attributes: 'data-view="map"'});
      if (view === 'list') {
        await tabTo('List');
        await keys('Enter');
      }
      await tabTo('Find a group');
      await visit.tab.keyboard.type('riverside');
      await hears('1 group');

      if (view === 'map') {
        await tabTo('1 mark on the map');
        await keys('Enter');
      } else {
        await tabTo('Riverside Garden');
        await keys('Enter');
      }
      await isAt('Riverside Garden');
      await reads('Both say so.');

      await tabTo('Rail City Bakers');
      await keys('Enter');
      await isAt('Rail City Bakers');
      await reads('Riverside Garden supplies it. Both say so.');

      // Closed again, the focus is back where the group was chosen.
      await tabTo('Close', 'Shift+Tab');
      await keys('Enter');
      await focused();

      await tabTo('Find a group', 'Shift+Tab');
      await keys('Control+a', 'Delete');
      await hears('5 groups');
      await tabTo('Business');
      await keys(' ');
      await hears('2 groups');

      const table = await save();
      assert.match(table, /Rail City Bakers/);
      assert.match(table, /Night Radio/);
      assert.doesNotMatch(table, /Valley Choir/);
      assert.match(await focused(), /^As a table/);
    });

  test('goes from mark to mark, to the nearest in a direction, nearer and farther, and stays where it is', async () => {
    visit = await MapVisit.come(browser, site, region());
    await tabTo('4 marks on the map');
    await keys('Home');
    for (const [key, name] of [
      ['Alt+ArrowUp', 'Lake School'],
      ['Alt+ArrowDown', 'Riverside Garden'],
      ['Alt+ArrowRight', 'Rail City Bakers'],
      ['Alt+ArrowRight', 'Rail City Bakers'],
      ['Alt+ArrowLeft', 'Riverside Garden'],
      ['Alt+ArrowLeft', 'Valley Choir'],
    ] as const) {
      await keys(key);
      if (key !== 'Alt+ArrowUp') assert.match(await active(), new RegExp(`^${name}`), key);
    }
    const {zoom} = await visit.seen();
    await keys('+');
    await hears(/marks? on the map/);
    assert.ok((await visit.rests()).zoom > zoom + 0.9);
    await keys('-', 'Shift+ArrowLeft', '0');
    await visit.rests();
    assert.match(await focused(), /marks? on the map/);
    await keys('Enter');
    await isAt('Valley Choir');
    await keys('Shift+Tab');
    await focused();
  });

  test('does not lose the focus when its button goes: a card that closes, a place shown, a list asked for', async () => {
    visit = await MapVisit.come(browser, site, region());
    await tabTo('4 marks on the map');
    await keys('Enter');
    await opens();
    await tabTo('Close', 'Shift+Tab').catch(() => tabTo('Close'));
    await keys('Enter');
    await isAt('4 marks on the map');

    await tabTo('see them in the list');
    await keys('Enter');
    await isAt('List');

    await tabTo('Lake School');
    await keys('Enter');
    await opens();
    await tabTo('Close', 'Shift+Tab').catch(() => tabTo('Close'));
    await keys('Enter');
    await isAt('Lake School');

    await keys('Enter');
    await opens();
    await tabTo('Show on the map');
    await keys('Enter');
    await isAt('Map');
  });
});
