// The whole of a sign-up on a page over plain http, as many small sites have it: no secure context, so no Web Locks
// and no `randomUUID`.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import type {Browser, Page as Tab} from 'playwright-core';

import {startEndpoint, type Endpoint} from '../../demo/endpoint/endpoint.js';
import type {CtgDocument} from '../../src/protocol/document.js';
import {dataFolder, planned, siteOf} from '../demo/endpoint/rig.js';
import {type Faults, startFaults} from '../testing/faults.js';
import {openBrowser} from './browser.js';
import {Site} from './site.js';
import {errorsOf, listShown, signUp, snippet, tag} from './visit.js';

/** Leads to this machine without the browser knowing: `localhost` would be a secure context. */
const HOST = 'parish.test';

describe('a page over plain http', () => {
  let site: Site;
  let browser: Browser;
  let folder: Awaited<ReturnType<typeof dataFolder>>;
  let endpoint: Endpoint;
  let faults: Faults;
  let address: string;

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser([`--host-resolver-rules=MAP ${HOST} 127.0.0.1`]);
    folder = await dataFolder();
    endpoint = await startEndpoint({
      port: 0,
      data: folder.data,
      databaseUrl: undefined,
      sites: [siteOf(planned('supper'), planned('walk'), planned('soup'))],
      say: () => {},
    });
    faults = await startFaults({target: endpoint.origin, kinds: ['unavailable'], share: 0});
    const page = site.page({body: snippet(`${faults.origin}/parish/ctg.json`) + tag()});
    address = page.replace('127.0.0.1', HOST);
  });

  after(async () => {
    await browser.close();
    await site.close();
    await faults.close();
    await endpoint.close();
    folder.forget();
  });

  const takenBy = async (id: string): Promise<number | undefined> => {
    const {gatherings} = (await (await fetch(`${endpoint.origin}/parish/ctg.json`)).json()) as CtgDocument;
    return gatherings?.find((gathering) => gathering.id === id)?.taken;
  };

  test('signs up, remembers it after reloading, and gives the places up', async () => {
    const tab = await (await browser.newContext()).newPage();
    const errors = errorsOf(tab);
    await tab.goto(address);
    const secure = await tab.evaluate(() => [isSecureContext, 'locks' in navigator, 'randomUUID' in crypto]);
    await listShown(tab);

    await signUp(tab, 'supper');
    const booked = await takenBy('supper');
    await tab.reload();
    await tab.locator('[data-id="supper"] .chip', {hasText: "You're in."}).waitFor();
    await tab
      .locator('[data-id="supper"] [part~="title"] button, [data-id="supper"] .act button')
      .first()
      .click();
    await tab.getByRole('button', {name: 'Give up my place'}).click();
    await tab.getByText('Give up your place?').waitFor();
    await tab.getByRole('button', {name: 'Give up my place'}).last().click();
    await tab.getByText('Done. Your place is free for others.').waitFor();

    assert.deepEqual(secure, [false, false, false]);
    assert.equal(booked, 1);
    assert.equal(await takenBy('supper'), 0);
    assert.deepEqual(errors, []);
    await tab.context().close();
  });

  test('sends each sign-up once, though two tabs want to send both at the same time', async () => {
    faults.break(1);
    const device = await browser.newContext();
    const tabs = [await device.newPage(), await device.newPage()];
    await Promise.all(tabs.map((tab) => tab.goto(address)));
    for (const [at, id] of ['walk', 'soup'].entries()) await leave(tabs[at]!, id);

    faults.break(0);
    await Promise.all(tabs.map((tab) => tab.evaluate(() => dispatchEvent(new Event('online')))));
    await Promise.all(tabs.map((tab) => tab.getByText("You're in, ").waitFor()));

    const {taken} = faults.statistics();
    assert.deepEqual(Object.values(taken), [1, 1, 1], 'and one of the test before');
    assert.deepEqual([await takenBy('walk'), await takenBy('soup')], [1, 1]);
    await device.close();
  });
});

/** Signs up while the endpoint takes nothing, and reads that it is saved. */
async function leave(tab: Tab, id: string): Promise<void> {
  await tab.locator(`[data-id="${id}"] button`).click();
  await tab.locator('#name').fill('Ana Ruiz');
  await tab.locator('#email').fill('ana@example.org');
  await tab.locator('[part~="form"] button[type="submit"]').click();
  await tab.getByText('Not sent yet, but saved').waitFor();
}
