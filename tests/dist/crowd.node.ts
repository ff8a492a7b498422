// Ten thousand pledges: what a wall of them costs a page, in the browser and on the way to it.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import type {Browser, Page as Tab} from 'playwright-core';

import {openBrowser} from './browser.js';
import {chooseAndBack, Crowd, held, kept, more, STEP, wallShown} from './pledge-crowd.js';
import {Site} from './site.js';

/** How much more a page may hold after ten pages than after the first, in bytes: the words and cards of 180 pledges. */
const MORE = 1_000_000;
/** The same once the first is shown again: their words, which are not asked for twice. */
const WORDS = 500_000;

describe('a wall of ten thousand pledges', () => {
  let site: Site;
  let browser: Browser;
  let crowd: Crowd;

  before(async () => {
    crowd = await new Crowd().open();
    site = await new Site().open();
    browser = await openBrowser();
  });

  after(async () => {
    await browser.close();
    await site.close();
    await crowd.close();
  });

  const open = async (document: string): Promise<Tab> => {
    crowd.asked.length = 0;
    const tab = await browser.newPage();
    await tab.goto(site.page({body: crowd.wall(document)}));
    await wallShown(tab);
    return tab;
  };
  const entries = (tab: Tab): Promise<number> => tab.locator('[part~="entry"]').count();

  test('has its first page with the document, one page after each request, and builds what comes after it without touching what is there', async () => {
    const tab = await open('ctg.json');
    assert.deepEqual(crowd.asked, ['/ctg.json']);
    await tab.evaluate(() => {
      const list = document
        .querySelector('ctg-values-pledge')!
        .shadowRoot!.querySelector('[part~="wall"] ul')!;
      const built = {added: 0, removed: 0, first: [...list.children]};
      Object.assign(window, {built, list});
      new MutationObserver((changes) => {
        for (const {addedNodes, removedNodes} of changes) {
          built.added += [...addedNodes].filter((node) => node instanceof Element).length;
          built.removed += [...removedNodes].filter((node) => node instanceof Element).length;
        }
      }).observe(list, {childList: true, subtree: true});
    });

    for (let page = 2; page <= 10; page += 1) await more(tab);

    const {added, removed, kept} = await tab.evaluate(() => {
      const {built, list} = window as unknown as {
        built: {added: number; removed: number; first: Element[]};
        list: Element;
      };
      return {...built, kept: built.first.every((entry, index) => list.children[index] === entry)};
    });
    assert.deepEqual({added, removed, kept}, {added: 9 * STEP, removed: 0, kept: true});
    const pages = Array.from({length: 9}, (_, index) => `/pledges?page=${index + 2}`);
    assert.deepEqual(crowd.asked, ['/ctg.json', ...pages]);
    await tab.close();
  });

  test('holds little more than the words of ten pages after ten pages', async () => {
    const tab = await open('ctg.json');
    const first = await held(tab);

    for (let page = 2; page <= 10; page += 1) await more(tab);

    const last = await held(tab);
    assert.ok(last - first < MORE, `${last - first} bytes more after ten pages`);
    await tab.close();
  });

  test('lets go of what ten pages drew once the first is shown again, and keeps their words alone', async () => {
    const tab = await open('ctg.json');
    // What is made at the first choice, and stays, is there before anything is counted.
    await chooseAndBack(tab, 'love');
    const first = {...(await kept(tab)), bytes: await held(tab)};
    const once: (typeof first)[] = [];

    for (let round = 0; round < 2; round += 1) {
      for (let page = 2; page <= 10; page += 1) await more(tab);
      await chooseAndBack(tab, 'love');
      once.push({...(await kept(tab)), bytes: await held(tab)});
    }

    const [, last] = once;
    assert.equal(last!.nodes, first.nodes);
    assert.equal(last!.listeners, once[0]!.listeners);
    assert.ok(last!.bytes - first.bytes < WORDS, `${last!.bytes - first.bytes} bytes more`);
    await tab.close();
  });

  test('is shown in steps where a file has all of them', async () => {
    const tab = await open('static.json');

    await more(tab);

    assert.equal(await entries(tab), 2 * STEP);
    assert.deepEqual(crowd.asked, ['/static.json']);
    await tab.close();
  });
});
