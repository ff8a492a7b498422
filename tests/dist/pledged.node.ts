// A pledge from end to end: a page on one origin, the real endpoint on another, a host who reads, and a visitor who
// takes it back. Once on the embedded database, and once on a server where the machine has one.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import type {Browser, BrowserContext, Page as Tab} from 'playwright-core';

import {pledging} from '../demo/endpoint/pledge-rig.js';
import {type Home, home, Rig} from '../demo/endpoint/rig.js';
import {Server} from '../demo/endpoint/server.js';
import {Sheet} from '../demo/endpoint/desk.js';
import {kill, openBrowser} from './browser.js';
import {pledgeSnippet, pledgeTag} from './pledging.js';
import {Site} from './site.js';

const server = await Server.start();
after(async () => {
  if (typeof server !== 'string') await server.stop();
});

for (const [where, place] of [
  ['on the embedded database', () => home()],
  ['on a PostgreSQL server', () => home(server as Server)],
] as const)
  describe(
    `a pledge, ${where}`,
    {skip: where.includes('server') && typeof server === 'string' && server},
    () => {
      let site: Site;
      let browser: Browser;
      let base: Home;
      let rig: Rig;

      const start = (port = 0) => Rig.start(pledging(), {port}, base);

      before(async () => {
        site = await new Site().open();
        browser = await openBrowser();
        base = {...(await place()), forget: () => undefined};
        rig = await start();
      });

      after(async () => {
        await browser.close();
        await site.close();
        await rig.close();
      });

      /** A page of the site with this view of the widget, opened on this device. */
      const open = async (device: BrowserContext, view = 'form'): Promise<Tab> => {
        const tab = await device.newPage();
        const endpoint = `${rig.origin}/parish/ctg.json`;
        const widget = pledgeSnippet(endpoint, 'style="min-height:24em"', `data-view="${view}"`);
        await tab.goto(site.page({body: widget + pledgeTag()}));
        return tab;
      };
      /** What a passer-by, with a device that knows nothing, reads in this view once it is there. */
      const seen = async (view: 'counter' | 'wall'): Promise<string> => {
        const device = await browser.newContext();
        const tab = await open(device, view);
        const card = tab.locator(`[part~="${view}"]`);
        await card.waitFor();
        // What people say comes after how many have said it.
        if (view === 'wall')
          await card
            .locator('[part~="entry"]')
            .or(card.getByText(/Be the first/))
            .first()
            .waitFor();
        const text = (await card.innerText()).replace(/\s+/g, ' ');
        await device.close();
        return text;
      };
      const fillIn = async (tab: Tab, email: string): Promise<void> => {
        await tab.locator('input[name="values"]').first().check();
        await tab.getByLabel('My full name').check();
        await tab.locator('[name="name"]').fill('Ana Ruiz');
        await tab.locator('[name="email"]').fill(email);
      };
      const press = (tab: Tab, name: string): Promise<void> => tab.getByRole('button', {name}).last().click();

      test('is counted at once, shown when a host has read it, and gone when it is taken back', async () => {
        const device = await browser.newContext();
        const tab = await open(device);
        const before = await seen('counter');
        await fillIn(tab, 'ana@example.org');

        await tab.locator('[part~="form"] button[type="submit"]').click();
        await tab.getByText('Thank you, Ana').waitFor();
        const counted = await seen('counter');
        const unread = await seen('wall');
        await (await Sheet.open(rig, '/pledges')).press('show');
        const read = await seen('wall');
        // Another day, on the same device: it remembers the pledge, and nothing else does.
        await tab.close();
        const again = await open(device);
        await press(again, 'Take my pledge back');
        await again.getByText('Your name and your words will be deleted').waitFor();
        await press(again, 'Take my pledge back');
        await again.getByText('Done. Your pledge is taken back').waitFor();

        assert.match(before, /\b0 people|Be the first/);
        assert.match(counted, /\b1 person\b/);
        assert.doesNotMatch(unread, /Ana Ruiz/);
        assert.match(read, /Ana Ruiz/);
        assert.equal(await seen('counter'), before);
        assert.doesNotMatch(await seen('wall'), /Ana Ruiz/);
        await device.close();
      });

      test('arrives once when the endpoint is back, though the tab was killed and two are open', async () => {
        const device = await browser.newContext();
        const tab = await open(device);
        await fillIn(tab, 'ben@example.org');
        const port = Number(new URL(rig.origin).port);
        await rig.close();

        await tab.locator('[part~="form"] button[type="submit"]').click();
        await tab.getByText('Your pledge is saved on this device').waitFor();
        await kill(tab);
        rig = await start(port);
        const tabs = await Promise.all([open(device), open(device)]);
        // Not where it says what one will see once it is counted.
        await Promise.all(
          tabs.map((each) =>
            each
              .getByText(/^Thank you[,.]/)
              .first()
              .waitFor(),
          ),
        );

        assert.match(await seen('counter'), /\b1 person\b/);
        await device.close();
      });

      test('counts one person once, and tells nobody that it knew the address', async () => {
        const words: string[] = [];
        for (const email of [
          'cleo.rivera@example.org',
          'Cleo.Rivera@EXAMPLE.org',
          'dora.stein@example.org',
        ]) {
          const device = await browser.newContext();
          const tab = await open(device);
          await fillIn(tab, email);
          await tab.locator('[part~="form"] button[type="submit"]').click();
          await tab.getByText('Thank you, Ana').waitFor();
          words.push((await tab.locator('[part~="opened"]').innerText()).replace(/\s+/g, ' '));
          await device.close();
          if (words.length === 2) assert.match(await seen('counter'), /\b2 people\b/);
        }

        assert.match(await seen('counter'), /\b3 people\b/);
        // Whoever pledges again is told what somebody new is told who comes next.
        assert.equal(words[1], words[2]);
      });
    },
  );
