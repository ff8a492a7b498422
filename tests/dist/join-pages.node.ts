// The endpoint's own pages about groups, as somebody sees them who opens them without a script, wide and narrow.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import type {Browser, Page as Tab} from 'playwright-core';

import {regionGroups} from '../../demo/endpoint/seed/network.js';
import {group, join, networked} from '../demo/endpoint/group-rig.js';
import {Rig} from '../demo/endpoint/rig.js';
import {faultsOf} from '../systems/page-faults.js';
import {openBrowser} from './browser.js';

const LOOKS = {
  'in the light': {colorScheme: 'light', viewport: {width: 1280, height: 900}},
  'in the dark, 320 pixels wide': {colorScheme: 'dark', viewport: {width: 320, height: 640}},
} as const;

describe('the endpoint’s pages about groups', () => {
  let rig: Rig;
  let browser: Browser;
  let own: string;

  before(async () => {
    const consents = [{id: 'map', text: 'It may be shown.', version: '1', required: true}];
    rig = await Rig.start({...networked({consents}), groups: regionGroups});
    const {body} = await join(
      rig,
      group({
        name: 'Neighbourhoodgardenerswithoutasinglespaceintheirname',
        description: 'We dig. '.repeat(60),
        url: `https://long.example/${'a'.repeat(150)}`,
        offers: ['A kitchen', 'Two vans'],
        contact: {email: 'hello@long.example'},
        consents: [{id: 'map', version: '1', at: new Date().toISOString()}],
      }),
    );
    own = body.manage ?? '';
    browser = await openBrowser();
  });

  after(async () => {
    await browser.close();
    await rig.close();
  });

  for (const [look, options] of Object.entries(LOOKS)) {
    const open = async (url: string): Promise<Tab> => {
      const tab = await browser.newPage(options);
      await tab.goto(url);
      return tab;
    };

    test(`can be used by everybody: the form, ${look}`, async () => {
      const tab = await open(`${rig.origin}/parish/join`);

      assert.deepEqual(await faultsOf(tab), []);
      await tab.close();
    });

    test(`can be used by everybody: the form with what is missing, ${look}`, async () => {
      const tab = await open(`${rig.origin}/parish/join`);
      await tab.getByLabel('Degrees north').fill('north');
      await tab.getByRole('button', {name: 'Add it'}).click();
      await tab.getByText('Please check').first().waitFor();

      assert.deepEqual(await faultsOf(tab), []);
      await tab.close();
    });

    test(`can be used by everybody: the private page, ${look}`, async () => {
      const tab = await open(own);

      assert.match(await tab.locator('body').innerText(), /has arrived/);
      assert.deepEqual(await faultsOf(tab), []);
      await tab.close();
    });

    test(`can be used by everybody: the host’s page, ${look}`, async () => {
      const tab = await open(`${rig.host}/groups`);

      assert.match(await tab.locator('body').innerText(), /You decide: 1[^]*On the map: \d\d groups/);
      assert.deepEqual(await faultsOf(tab), []);
      await tab.close();
    });
  }
});
