// What a hash on the tag covers, and what an import map adds: nobody who can change a file on a foreign host gets it run.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';

import type {Browser, Page as Tab} from 'playwright-core';

import {openBrowser} from './browser.js';
import {Endpoint} from './endpoint.js';
import {Site} from './site.js';
import {listShown, signUp, snippet} from './visit.js';

const dist = (file: string): string => readFileSync(new URL(`../../dist/${file}`, import.meta.url), 'utf8');
const hashes = JSON.parse(dist('integrity.json')) as Record<string, string>;
const chunk = Object.keys(hashes).find((file) => file.startsWith('chunks/signup-')) ?? '';
/** What somebody adds to a file who has got into the host that it comes from. */
const TAMPERED = '\n;globalThis.stolen = true;';

describe('a page that knows the hashes of our files', () => {
  let site: Site;
  let browser: Browser;
  let endpoint: Endpoint;
  let tab: Tab;

  before(async () => {
    browser = await openBrowser();
    endpoint = await new Endpoint().open();
  });

  after(async () => {
    await browser.close();
    await endpoint.close();
  });

  /** Opens it on a host of its own, on which the file `changed` is not ours any more. */
  const open = async (name: string, changed?: string, map = true) => {
    site = await new Site().open();
    if (changed) site.file(`w/${changed}`, dist(changed) + TAMPERED);
    const filled = dist('importmap.json').replaceAll('https://YOUR-SERVER/dist/', `${site.origin}/w/`);
    tab = await browser.newPage();
    await tab.goto(
      site.page({
        head: map ? `<script type="importmap">${filled}</script>` : '',
        body: `${snippet(endpoint.url)}<script type="module" src="/w/${name}" integrity="${hashes[name] ?? ''}"></script>`,
      }),
    );
  };
  const close = async () => {
    assert.equal(await tab.evaluate(() => 'stolen' in globalThis), false);
    await tab.close();
    await site.close();
  };

  test('signs up with the files as they were made', async () => {
    await open('gathering-signup.js');
    await listShown(tab);

    await signUp(tab, 'supper');

    await close();
  });

  test('does not run a tag’s file that was changed, and keeps its link', async () => {
    await open('gathering-signup.js', 'gathering-signup.js', false);
    await tab.waitForLoadState('load');

    assert.ok(await tab.getByRole('link', {name: 'See our gatherings'}).isVisible());
    await close();
  });

  test('does not run a part that was changed, and says that it is not there', async () => {
    await open('gathering-signup.js', chunk);
    await listShown(tab);
    await tab.locator('[data-id="supper"] button').click();

    await tab.getByRole('button', {name: 'Try again'}).waitFor();
    await tab.getByRole('button', {name: 'Try again'}).click();
    await tab.getByRole('button', {name: 'Try again'}).waitFor();
    await close();
  });

  test('does not run a widget that the loader fetched and that was changed, however often it asks', async () => {
    const refused = () =>
      tab.waitForEvent('console', {predicate: (message) => message.text().includes('integrity')});
    await open('ctg.js', 'gathering-signup.js');
    const again = refused();
    await tab.evaluate(() => dispatchEvent(new Event('online')));
    await again;

    assert.ok(await tab.getByRole('link', {name: 'See our gatherings'}).isVisible());
    await close();
  });

  test('signs up with the loader and the files as they were made', async () => {
    await open('ctg.js');
    await listShown(tab);

    await signUp(tab, 'supper');

    await close();
  });

  test('has to have the import map for the parts: the hash on the tag alone does not reach them', async () => {
    await open('gathering-signup.js', chunk, false);
    await listShown(tab);
    await tab.locator('[data-id="supper"] button').click();
    await tab.locator('[part~="form"]').waitFor();

    assert.equal(await tab.evaluate(() => 'stolen' in globalThis), true);
    await tab.close();
    await site.close();
  });
});
