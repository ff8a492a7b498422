// The endpoint is stopped, the tab is killed, and the sign-up arrives once when both are back: with the real
// endpoint on its database, and two tabs that want to send.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import type {Browser} from 'playwright-core';

import {startEndpoint, type Endpoint} from '../../demo/endpoint/endpoint.js';
import type {CtgDocument} from '../../src/protocol/document.js';
import {dataFolder, planned, siteOf} from '../demo/endpoint/rig.js';
import {kill, openBrowser} from './browser.js';
import {Site} from './site.js';
import {listShown, snippet, tag} from './visit.js';

describe('an endpoint that is down', () => {
  let site: Site;
  let browser: Browser;
  let folder: Awaited<ReturnType<typeof dataFolder>>;
  let endpoint: Endpoint;

  const start = (port: number) =>
    startEndpoint({
      port,
      data: folder.data,
      databaseUrl: undefined,
      sites: [siteOf(planned('supper'), planned('walk'))],
      say: () => {},
    });
  const takenAt = async (): Promise<number | undefined> => {
    const document = (await (await fetch(`${endpoint.origin}/parish/ctg.json`)).json()) as CtgDocument;
    return document.gatherings?.find(({id}) => id === 'supper')?.taken;
  };

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
    folder = await dataFolder();
    endpoint = await start(0);
  });

  after(async () => {
    await browser.close();
    await site.close();
    await endpoint.close();
    folder.forget();
  });

  test('gets a sign-up once when it is back, though the tab was killed and two are open', async () => {
    const address = site.page({body: snippet(`${endpoint.origin}/parish/ctg.json`) + tag()});
    const device = await browser.newContext();
    const tab = await device.newPage();
    await tab.goto(address);
    await listShown(tab);
    await tab.locator('[data-id="supper"] button').click();
    await tab.locator('#name').fill('Ana Ruiz');
    await tab.locator('#email').fill('ana@example.org');

    const port = Number(new URL(endpoint.origin).port);
    await endpoint.close();
    await tab.locator('[part~="form"] button[type="submit"]').click();
    await tab.getByText('Not sent yet, but saved').waitFor();
    await kill(tab);
    endpoint = await start(port);
    const tabs = [await device.newPage(), await device.newPage()];
    await Promise.all(tabs.map((each) => each.goto(address)));
    await Promise.all(tabs.map((each) => each.locator('.chip', {hasText: "You're in."}).waitFor()));

    assert.equal(await takenAt(), 1);
    await device.close();
  });
});
