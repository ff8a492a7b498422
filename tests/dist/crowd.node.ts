// Ten thousand pledges: what a wall of them costs a page, in the browser and on the way to it.
import assert from 'node:assert/strict';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, test} from 'node:test';

import type {Browser, CDPSession, Page as Tab} from 'playwright-core';

import {openBrowser} from './browser.js';
import {Site} from './site.js';

/** How many pledges there are, and how many come at a time. */
const CROWD = 10_000;
const STEP = 20;
/** How much more a page may hold after ten pages than after the first, in bytes: the words and cards of 180 pledges. */
const MORE = 1_000_000;

const VALUES = ['love', 'integrity', 'courage', 'service', 'respect'];

const pledge = (index: number) => ({
  id: `p${index}`,
  name: `Person ${index}`,
  kind: index % 10 === 9 ? 'organisation' : 'person',
  place: 'Reno',
  values: [VALUES[index % 5], VALUES[(index + 2) % 5]],
  wording: `Words of person ${index}, who says how they try to live by this every day of the week.`,
  at: new Date(Date.now() - index * 3_600_000).toISOString(),
});

describe('a wall of ten thousand pledges', () => {
  let site: Site;
  let browser: Browser;
  let endpoint: Server;
  let origin: string;
  /** What was asked of the endpoint: path and query, in order. */
  const asked: string[] = [];
  const recent = Array.from({length: CROWD}, (_, index) => pledge(index));

  before(async () => {
    endpoint = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://endpoint');
      asked.push(url.pathname + url.search);
      const values = VALUES.map((id) => ({id, label: id, definition: `What ${id} means`}));
      const counts = {people: 9_000, organisations: 1_000, byValue: {love: 4_000}};
      const page = Number(url.searchParams.get('page') ?? 0);
      const body =
        page > 0
          ? {
              ctg: '1',
              pledge: {shown: {all: CROWD}, recent: recent.slice((page - 1) * STEP, page * STEP)},
              links: [{rel: 'older', href: `pledges?page=${page + 1}`}],
            }
          : url.pathname === '/static.json'
            ? {ctg: '1', pledge: {values, counts, recent}}
            : {
                ctg: '1',
                pledge: {values, counts},
                links: [{rel: 'wall', href: 'pledges?page={page}'}],
              };
      response
        .writeHead(200, {'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*'})
        .end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${String((endpoint.address() as AddressInfo).port)}`;
    site = await new Site().open();
    browser = await openBrowser();
  });

  after(async () => {
    await browser.close();
    await site.close();
    endpoint.closeAllConnections();
    await new Promise((resolve) => endpoint.close(resolve));
  });

  const open = async (document: string): Promise<Tab> => {
    asked.length = 0;
    const tab = await browser.newPage();
    const element = `<ctg-values-pledge view="wall" endpoint="${origin}/${document}"></ctg-values-pledge>`;
    await tab.goto(site.page({body: `${element}<script type="module" src="/w/values-pledge.js"></script>`}));
    await tab
      .locator('[part~="entry"]')
      .nth(STEP - 1)
      .waitFor();
    return tab;
  };
  const entries = (tab: Tab): Promise<number> => tab.locator('[part~="entry"]').count();
  /** Presses the button in the page itself: whoever looks for it from outside would keep the page busy longer than it is. */
  const more = (tab: Tab): Promise<void> =>
    tab.evaluate(async (step) => {
      const root = document.querySelector('ctg-values-pledge')!.shadowRoot!;
      const shown = root.querySelector('[part~="wall"] ul')!.children;
      const goal = shown.length + step;
      root.querySelector<HTMLButtonElement>('[part~="wall"] > button')!.click();
      while (shown.length < goal) await new Promise((resolve) => requestAnimationFrame(resolve));
    }, STEP);
  const held = async (session: CDPSession): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    const {usedSize} = await session.send('Runtime.getHeapUsage');
    return usedSize;
  };

  test('has its first page after one request for it, and builds what comes after it without touching what is there', async () => {
    const tab = await open('ctg.json');
    assert.deepEqual(asked, ['/ctg.json', '/pledges?page=1']);
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
    assert.equal(asked.length, 2 + 9);
    await tab.close();
  });

  test('holds little more than the words of ten pages after ten pages', async () => {
    const tab = await open('ctg.json');
    const session = await tab.context().newCDPSession(tab);
    const first = await held(session);

    for (let page = 2; page <= 10; page += 1) await more(tab);

    const last = await held(session);
    assert.ok(last - first < MORE, `${last - first} bytes more after ten pages`);
    await tab.close();
  });

  test('is shown in steps where a file has all of them', async () => {
    const tab = await open('static.json');

    await more(tab);

    assert.equal(await entries(tab), 2 * STEP);
    assert.deepEqual(asked, ['/static.json']);
    await tab.close();
  });
});
