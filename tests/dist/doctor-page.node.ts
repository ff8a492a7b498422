// What the doctor says of the page itself: where it is, and what a builder left of the tag.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import type {Browser, Page as Tab} from 'playwright-core';

import {openBrowser} from './browser.js';
import {Site, type Page} from './site.js';
import {snippet, tag} from './visit.js';
import {DEBUG, visitWard, Ward} from './ward.js';

describe('the doctor of a page that is wrong itself', () => {
  let site: Site;
  let browser: Browser;
  let tab: Tab;
  let ward: Ward;

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  const visit = (page: Page, hash: string, act: () => Promise<void>) =>
    visitWard(browser, site, page, hash, (entered) => {
      ward = entered;
      tab = entered.tab;
      return act();
    });

  const panel = (n = 0) => ward.panel(n);
  const found = (n = 0) => ward.found(n);

  test('names an endpoint on http for a page on https', async () => {
    const context = await browser.newContext();
    tab = await context.newPage();
    ward = new Ward(tab);
    const page = `<!doctype html><html lang="en"><title>St Paul’s</title>${snippet('http://api.example/ctg.json', DEBUG)}${tag()}`;
    await context.route('https://stpaul.example/**', async (route) => {
      const {pathname} = new URL(route.request().url());
      if (pathname === '/') await route.fulfill({body: page, contentType: 'text/html; charset=utf-8'});
      else await route.fulfill({response: await route.fetch({url: site.origin + pathname})});
    });
    await tab.goto('https://stpaul.example/');

    assert.deepEqual(await found(), ['mixed-content']);
    assert.match((await panel().locator('pre').textContent()) ?? '', /https:\/\/api\.example/);
    await context.close();
  });

  test('names an address that serves nobody but the webmaster', async () => {
    const context = await browser.newContext();
    tab = await context.newPage();
    ward = new Ward(tab);
    const page = `<!doctype html><html lang="en"><title>St Paul’s</title>${snippet('http://localhost:1/ctg.json', DEBUG)}${tag()}`;
    await context.route('http://stpaul.example/**', async (route) => {
      const {pathname} = new URL(route.request().url());
      if (pathname === '/') await route.fulfill({body: page, contentType: 'text/html; charset=utf-8'});
      else await route.fulfill({response: await route.fetch({url: site.origin + pathname})});
    });
    await tab.goto('http://stpaul.example/');

    assert.ok((await found()).includes('private-address'));
    await context.close();
  });

  const RUINS: ReadonlyArray<readonly [string, string, readonly string[]]> = [
    ['the whole tag', '<a href="/gatherings">See our gatherings</a>', ['builder']],
    [
      'the endpoint',
      '<div data-ctg="gathering-signup"><a href="/gatherings">Ours</a></div>',
      ['no-endpoint'],
    ],
    [
      'the script around a mapping',
      `${snippet('mock:open', '')}<p>{“name”: “title.rendered”, “start”: “meta.event_start”}</p>`,
      ['builder'],
    ],
    ['the quotes', '<ctg-gathering-signup endpoint="mock:open”"></ctg-gathering-signup>', ['builder']],
  ];
  for (const [what, body, expected] of RUINS)
    test(`sees that a builder took away ${what}`, async () => {
      await visit({body: body + tag()}, '#ctg-debug', async () => {
        assert.deepEqual(
          (await found()).filter((code) => code !== 'unreachable' && code !== 'bad-address'),
          expected,
        );
      });
    });

  test('does not take the JSON of a page about JSON for a mapping', async () => {
    const body = `<pre>{"name": "title.rendered"}</pre>${snippet('mock:open', '')}`;
    await visit({body: body + tag()}, '#ctg-debug', async () => {
      assert.deepEqual(await found(), []);
    });
  });

  test('names the tag that is there twice', async () => {
    await visit({body: snippet('mock:open', DEBUG) + tag() + tag('?ver=2')}, '', async () => {
      assert.deepEqual(await found(), ['two-scripts']);
    });
  });
});
