// The demo's pages for a pledge and a network, as somebody sees them who opens them: whole, narrow, at night, and on another host.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';

import type {Browser, Page as Tab} from 'playwright-core';

import {scriptFrom} from '../../demo/bundle.js';
import {fillSource} from '../../demo/extend/source.js';
import {regionDocument} from '../../demo/region.js';
import {startTestEndpoint} from '../../scripts/test-endpoint.mjs';
import {faultsOf} from '../systems/page-faults.js';
import {openBrowser} from './browser.js';
import {Site} from './site.js';
import {errorsOf} from './visit.js';

const PAGES = new URL('../../demo/pages/', import.meta.url);
/** Each page, and what of a widget has to be there before it is looked at. */
const SEEN = {
  'nonprofit/index.html': 'ctg-values-pledge [part~="counter"]',
  'nonprofit/pledge.html': 'ctg-values-pledge [part~="value"]',
  'nonprofit/wall.html': 'ctg-values-pledge [part~="entry"]',
  'business/index.html': 'ctg-values-pledge [part~="badge"]',
  'business/network.html': 'ctg-network-map canvas',
  'business/many.html': 'ctg-network-map canvas',
  'business/wall.html': 'ctg-network-map dialog[open] .ask',
  'extend.html': 'sunflower-pledge .sunflower',
};
const LOOKS = {
  'in the light': {colorScheme: 'light', viewport: {width: 1280, height: 900}},
  'in the dark, 320 pixels wide': {colorScheme: 'dark', viewport: {width: 320, height: 640}},
} as const;

describe('the pages of the demo about a pledge and a network', () => {
  let site: Site;
  let endpoint: Awaited<ReturnType<typeof startTestEndpoint>>;
  let browser: Browser;

  before(async () => {
    site = await new Site().open();
    endpoint = await startTestEndpoint();
    for (const path of readdirSync(PAGES, {recursive: true}).map(String))
      if (/\.(?:html|css|svg|geojson)$/.test(path))
        site.file(
          path,
          fillSource(readFileSync(new URL(path, PAGES), 'utf8'))
            .replaceAll('%ENDPOINT%/dist/', `${site.origin}/w/`)
            .replaceAll('%ENDPOINT%', endpoint.origin)
            .replaceAll('%ELSEWHERE%', site.origin),
        );
    for (const name of ['tahoe', 'capital', 'desert'])
      site.file(`network/${name}.json`, JSON.stringify(regionDocument(name, Date.now())));
    site.file('many.js', await scriptFrom('many/many.ts'));
    site.file('extend.js', await scriptFrom('extend/sunflower-pledge.ts'));
    browser = await openBrowser();
  });

  after(async () => {
    await browser.close();
    await endpoint.stop();
    await site.close();
  });

  const open = async (path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Tab> => {
    const tab = await browser.newPage(options);
    await tab.goto(`${site.origin}/${path}`);
    return tab;
  };

  for (const [path, shown] of Object.entries(SEEN))
    for (const [look, options] of Object.entries(LOOKS))
      test(`${path} is found without fault by axe ${look}, and fits`, async () => {
        const tab = await open(path, options);
        // One that comes by the loader comes when it is near; its place is gone where it came at once.
        await tab
          .locator('[data-ctg], ctg-values-pledge, sunflower-pledge')
          .evaluateAll(([first]) => first?.scrollIntoView());
        await tab.locator(shown).first().waitFor();

        assert.deepEqual(await faultsOf(tab), []);
        await tab.close();
      });

  test('say on another host whose a badge is, and confirm none that nobody gave', async () => {
    const tab = await open('copied.html');

    await tab.getByText('This badge belongs to localhost').waitFor();
    await tab.getByText("We can't confirm this promise right now.").waitFor();
    await tab.close();
  });

  test('have a widget that a developer made their own, from its petals to its question', async () => {
    const tab = await open('extend.html');
    const errors = errorsOf(tab);
    const widget = tab.locator('sunflower-pledge');

    await widget.locator('.sunflower g path').first().click();
    assert.ok(await widget.getByRole('checkbox', {name: /^Love/}).isChecked());
    await widget.locator('[name="name"]').fill('Ana Ruiz');
    await widget.locator('[name="email"]').fill('ana@example.org');
    for (const box of await widget.locator('input[type=checkbox]:not([name=values])').all())
      await box.check();
    await widget.locator('button[type=submit]').click();
    await widget.getByText('Please say how you heard of the garden.').waitFor();
    await widget.getByLabel('How did you hear of the garden?').fill('From a friend');
    await widget.locator('button[type=submit]').click();

    await tab.getByText('“From a friend”, with pledge').waitFor();
    assert.deepEqual(errors, []);
    await tab.close();
  });
});
