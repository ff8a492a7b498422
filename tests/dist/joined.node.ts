// A group from end to end: a page on one origin, the real endpoint on another, a host who reads, and the map that
// shows it. Once on the embedded database, and once on a server where the machine has one.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import type {Browser, BrowserContext, Page as Tab} from 'playwright-core';

import {groupsOf, networked} from '../demo/endpoint/group-rig.js';
import {type Home, home, Rig} from '../demo/endpoint/rig.js';
import {Server} from '../demo/endpoint/server.js';
import {Sheet} from '../demo/endpoint/desk.js';
import {kill, openBrowser} from './browser.js';
import {Site} from './site.js';

const CONSENT = {id: 'map', text: 'It may be shown on the map.', version: '1', required: true};
const server = await Server.start();
after(async () => {
  if (typeof server !== 'string') await server.stop();
});

for (const [where, place] of [
  ['on the embedded database', () => home()],
  ['on a PostgreSQL server', () => home(server as Server)],
] as const)
  describe(
    `a group that joins, ${where}`,
    {skip: where.includes('server') && typeof server === 'string' && server},
    () => {
      let site: Site;
      let browser: Browser;
      let base: Home;
      let rig: Rig;

      const start = (port = 0) => Rig.start(networked({consents: [CONSENT]}), {port}, base);

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

      /** A page of the site with the map, opened on this device. */
      const open = async (device: BrowserContext): Promise<Tab> => {
        const tab = await device.newPage();
        const widget = `<div data-ctg="network-map" data-endpoint="${rig.origin}/parish/ctg.json" data-view="list" style="min-height:40em"></div>`;
        await tab.goto(site.page({body: `${widget}<script type="module" src="/w/network-map.js"></script>`}));
        return tab;
      };
      const fillIn = async (tab: Tab, name: string): Promise<void> => {
        await tab.getByRole('button', {name: 'Add your group'}).click();
        await tab.getByLabel('Name', {exact: true}).fill(name);
        await tab.locator('input[name="label"]').fill('Reno');
        await tab.getByLabel('Degrees north').fill('39.52967');
        await tab.getByLabel('Degrees east').fill('-119.81345');
        await tab.getByLabel('I may speak for this group.').check();
        await tab.getByLabel(CONSENT.text).check();
      };
      const send = (tab: Tab): Promise<void> => tab.locator('[part~="form"] button[type="submit"]').click();
      const named = async (name: string) => (await groupsOf(rig)).filter((group) => group.name === name);

      test('is on the map when its host has read it, and off it when it is taken back', async () => {
        const device = await browser.newContext();
        const tab = await open(device);
        await fillIn(tab, 'River Beds');

        await send(tab);
        await tab.getByText('The people of A parish look at it first').waitFor();
        const unread = await named('River Beds');
        await (await Sheet.open(rig, '/groups')).press('show');
        await tab.close();
        // Another day, on the same device: it knows the group, and the map selects it.
        const again = await open(device);
        await again.locator('tbody th', {hasText: 'River Beds'}).waitFor();
        await again.getByRole('button', {name: 'Add your group'}).click();
        await again.getByText('It is on the map.').waitFor();
        await again.locator('[part~="detail"] [role="heading"]', {hasText: 'River Beds'}).waitFor();
        const [shown, ...more] = await named('River Beds');
        await again.getByRole('button', {name: 'Take it off the map'}).click();
        await again.getByText('What it says is deleted').waitFor();
        await again.getByRole('button', {name: 'Take it off the map'}).click();
        await again.getByText('Done. Your group is off the map').waitFor();

        assert.deepEqual(unread, []);
        assert.deepEqual(more, []);
        assert.deepEqual(shown?.place, {label: 'Reno', lat: 39.53, lon: -119.81, precision: 'town'});
        assert.deepEqual(await named('River Beds'), []);
        await device.close();
      });

      test('arrives once when the endpoint is back, though the tab was killed and two are open', async () => {
        const device = await browser.newContext();
        const tab = await open(device);
        await fillIn(tab, 'Night Radio');
        const port = Number(new URL(rig.origin).port);
        await rig.close();

        await send(tab);
        await tab.getByText('Your group is saved on this device').waitFor();
        await kill(tab);
        rig = await start(port);
        const tabs = await Promise.all([open(device), open(device)]);
        // One that opens when it was delivered already has nothing to thank for.
        await Promise.any(
          tabs.map((each) =>
            each
              .getByText(/^Thank you\./)
              .first()
              .waitFor(),
          ),
        );
        const sheet = await Sheet.open(rig, '/groups');

        // One button for each group that waits, and no other waits here.
        assert.match(sheet.text, /Night Radio/);
        assert.equal(sheet.body.split('name="do" value="show"').length - 1, 1);
        await device.close();
      });
    },
  );
