// What pasting a map into a page moves on it while it loads: nothing, however wide the page is and however late data come.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import type {Browser} from 'playwright-core';

import type {CtgDocument} from '../../src/protocol/document.js';
import {networkOf} from '../bench/map/crowd.js';
import {groupsOf} from '../bench/map/shapes.js';
import {openBrowser} from './browser.js';
import {groupsAt} from './map-visit.js';
import {REST, WATCH} from './shifts.js';
import {Site} from './site.js';

const ABOVE = '<h1>St Paul’s</h1><p>We work with our neighbours.</p>';
const BELOW = '<footer><p>12 Mill Street, Reno</p></footer>';
const FEW = groupsAt(['Riverside Garden', 39.52, -119.81], ['Valley Choir', 39.33, -120.18]);
const MANY: CtgDocument = {
  ctg: '1',
  publisher: {name: 'Bench'},
  groups: groupsOf(networkOf(2_000)) as CtgDocument['groups'],
};

describe('a page with a pasted map', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const width of [320, 768, 1280])
    for (const [what, document, isLate] of [
      ['few groups', FEW, false],
      ['few groups that come late', FEW, true],
      ['many groups that come late', MANY, true],
    ] as const)
      test(`does not move while it loads ${what}, ${width} pixels wide`, async () => {
        const data = site.file('groups.json', JSON.stringify(document));
        const answer = isLate ? site.hold(data) : undefined;
        const context = await browser.newContext({viewport: {width, height: 900}});
        const tab = await context.newPage();
        await tab.addInitScript(WATCH);
        await tab.goto(
          site.page({
            body: `${ABOVE}<div data-ctg="network-map" data-endpoint="${data}" style="min-height:56em"><a href="/groups">Our network</a></div>${BELOW}<script type="module" src="/w/network-map.js"></script>`,
          }),
        );
        if (answer) {
          await tab.locator('ctg-network-map [part~="loading"]').waitFor();
          await tab.evaluate(REST);
          answer();
        }
        await tab.locator('ctg-network-map [role=option]').first().waitFor({state: 'attached'});
        await tab.evaluate(REST);

        assert.deepEqual(await tab.evaluate('globalThis.shifts'), []);
        const {height} = (await tab.locator('ctg-network-map').boundingBox())!;
        const tall = height / 16;
        assert.ok(tall <= 56, `it is ${tall}em high`);
        await context.close();
      });
});
