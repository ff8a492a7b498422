// What is needed when plans change comes late, and may not come at all: then whoever wants to change something is told
// so, and loses nothing.
import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, test} from 'node:test';

import type {Browser, BrowserContext, Page as Tab} from 'playwright-core';

import {planned, Rig, siteOf} from '../demo/endpoint/rig.js';
import {openBrowser} from './browser.js';
import {Site} from './site.js';
import {asksAgain, signUp, snippet, tag} from './visit.js';

/** What is said where a connection is there and the part is not. */
const WAIT = 'Look at your connection, or try again in a few minutes.';

describe('a sign-up whose plans change, while that part can’t be fetched', () => {
  let site: Site;
  let rig: Rig;
  let browser: Browser;
  let device: BrowserContext;
  let address: string;
  let again: boolean;

  before(async () => {
    site = await new Site().open();
    rig = await Rig.start(siteOf(planned('supper'), planned('walk')));
    browser = await openBrowser();
    again = await asksAgain(browser, site);
    address = site.page({body: snippet(`${rig.origin}/parish/ctg.json`) + tag()});
  });

  after(async () => {
    await browser.close();
    await rig.close();
    await site.close();
  });

  beforeEach(async () => {
    device = await browser.newContext();
    site.down.add(site.chunk(/^manage-/));
  });

  afterEach(async () => {
    site.down.clear();
    await device.close();
  });

  /** Somebody who has signed up, and whose confirmation is before them. */
  const guest = async (): Promise<Tab> => {
    const tab = await device.newPage();
    await tab.goto(address);
    await signUp(tab, 'supper');
    return tab;
  };
  const press = (tab: Tab, name: string) => tab.getByRole('button', {name, exact: true}).click();
  /** Once more: in the page where the browser asks again, in a new one where it can not. */
  const tryAgain = async (tab: Tab, name: string): Promise<void> => {
    if (again) return press(tab, 'Try again');
    await press(tab, 'Try again');
    await tab.getByText(WAIT).waitFor();
    await tab.reload();
    await tab.getByRole('button', {name: /^Show my sign-up/}).click();
    await press(tab, name);
  };

  for (const [what, name, question] of [
    ['change it', 'Change', 'Nothing changes until you press the button.'],
    ['give the places up', 'Give up my place', 'Give up your place?'],
  ] as const)
    test(`says so in plain words to who wants to ${what}, keeps what there is, and does it when it can`, async () => {
      const tab = await guest();
      const {taken = 0} = await rig.gathering('supper');

      await press(tab, name);
      await tab.getByText(WAIT).waitFor();

      assert.ok(await tab.getByRole('heading', {name: "You're in, Ana."}).isVisible());
      assert.ok(await tab.getByRole('button', {name: 'Try again', exact: true}).isVisible());
      assert.equal((await rig.gathering('supper')).taken, taken);
      site.down.clear();
      await tryAgain(tab, name);
      await tab.getByText(question).waitFor();
      if (name === 'Change') return;
      await press(tab, name);
      await tab.getByText('Done. Your place is free for others.').waitFor();
      assert.equal((await rig.gathering('supper')).taken, taken - 1);
    });

  test('says so to who opens a private link, and shows the list', async () => {
    const tab = await device.newPage();

    await tab.goto(`${address}#ctg-signup-1=abc`);
    await tab.getByText(WAIT).waitFor();

    assert.equal(await tab.locator('[part~="item"]').count(), 2);
  });
});
