// The two files for hosts that only leave a classic script tag alone: a shim for the loader, and everything in one.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';

import type {Browser, Page as Tab} from 'playwright-core';

import tags from '../../src/tags.json' with {type: 'json'};
import {openBrowser} from './browser.js';
import {Endpoint} from './endpoint.js';
import {Site, type Page} from './site.js';
import {errorsOf, listShown, signUp, snippet} from './visit.js';

const ELEMENT = '<ctg-gathering-signup><a href="/gatherings">See our gatherings</a></ctg-gathering-signup>';

describe('a page with a classic script tag', () => {
  let site: Site;
  let browser: Browser;
  let endpoint: Endpoint;

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
    endpoint = await new Endpoint().open();
  });

  after(async () => {
    await browser.close();
    await site.close();
    await endpoint.close();
  });

  /** Opens such a page, does something there, and gives what went wrong and what else was asked for. */
  const visit = async (page: Page, act: (tab: Tab) => Promise<void>) => {
    const tab = await browser.newPage();
    const errors = errorsOf(tab);
    await tab.goto(site.page(page));
    await act(tab);
    await tab.close();
    assert.deepEqual(errors, []);
  };

  for (const how of ['', 'async', 'defer'])
    test(`gets the loader by its shim, ${how || 'blocking'}, with what the tag says`, async () => {
      const shim = `<script ${how} src="/w/ctg.classic.js?ver=1" data-endpoint="${endpoint.url}"></script>`;

      await visit({head: shim, body: ELEMENT}, listShown);

      assert.deepEqual(site.requests.filter((path) => path.startsWith('/w/')).slice(0, 3), [
        '/w/ctg.classic.js?ver=1',
        '/w/ctg.js?ver=1',
        '/w/gathering-signup.js?ver=1',
      ]);
    });

  test('gets it under a policy that trusts what a script with a nonce brings', async () => {
    await visit(
      {
        body: `${snippet(endpoint.url, '')}<script nonce="abc" src="/w/ctg.classic.js"></script>`,
        headers: {
          'Content-Security-Policy': `default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; style-src 'self'; img-src 'self'; connect-src ${endpoint.origin}`,
        },
      },
      (tab) => signUp(tab, 'supper'),
    );
  });

  test('leaves the link where the loader can’t be had, and asks again with a connection', async () => {
    site.down.add('/w/ctg.js');
    const tab = await browser.newPage();
    const warned = tab.waitForEvent('console', {predicate: (message) => message.type() === 'warning'});
    await tab.goto(site.page({body: snippet('mock:open') + '<script src="/w/ctg.classic.js"></script>'}));
    assert.match((await warned).text(), /^\[ctg\] The loader could not be fetched/);
    assert.ok(await tab.getByRole('link', {name: 'See our gatherings'}).isVisible());

    site.down.clear();
    await tab.evaluate(() => dispatchEvent(new Event('online')));

    await listShown(tab);
    await tab.close();
  });

  for (const how of ['', 'async', 'defer'])
    test(`needs nothing but data with everything in one file, ${how || 'blocking'}, in Spanish`, async () => {
      const all = `<script ${how} src="/w/ctg.all.js?ver=1" data-endpoint="${endpoint.url}"></script>`;

      await visit({head: all, body: `<div lang="es">${ELEMENT}</div>`}, async (tab) => {
        await listShown(tab);
        await tab.locator('[data-id="supper"] button', {hasText: 'Apuntarme'}).click();
        await tab.locator('[part~="form"]').waitFor();
      });

      assert.deepEqual(site.ours, ['/w/ctg.all.js']);
    });

  test('signs somebody up with everything in one file, under one hash that covers it whole', async () => {
    const {'ctg.all.js': hash} = JSON.parse(
      readFileSync(new URL('../../dist/integrity.json', import.meta.url), 'utf8'),
    ) as Record<string, string>;
    const script = `<script src="/w/ctg.all.js" integrity="${hash ?? ''}"></script>`;

    await visit({body: snippet(endpoint.url) + script}, (tab) => signUp(tab, 'walk'));

    assert.equal(endpoint.posts.filter((body) => body.includes('"walk"')).length, 1);
    assert.deepEqual(site.ours, ['/w/ctg.all.js']);
  });

  test('finds every tag in that one file', async () => {
    await visit({body: '<script src="/w/ctg.all.js"></script>'}, async (tab) => {
      const missing = await tab.evaluate(
        (names) => names.filter((name) => !customElements.get(`ctg-${name}`)),
        [...tags, 'site'],
      );
      assert.deepEqual(missing, []);
    });
  });
});
