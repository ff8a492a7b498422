// Cards and the month in whole pages, with the built files: what they cost a page before and while they are used.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import type {Browser, BrowserContext, Page as Tab} from 'playwright-core';

import {openBrowser} from './browser.js';
import {Site} from './site.js';
import {errorsOf, tag} from './visit.js';

/** Watches layout shifts and long tasks from the very start. */
const WATCH = `
  globalThis.shifts = [];
  globalThis.tasks = [];
  new PerformanceObserver((list) => {
    for (const {value, sources, hadRecentInput} of list.getEntries())
      if (!hadRecentInput) globalThis.shifts.push(value.toFixed(4) + ' ' + sources.map(({node}) => node?.nodeName).join());
  }).observe({type: 'layout-shift', buffered: true});
  new PerformanceObserver((list) => {
    for (const {duration} of list.getEntries()) globalThis.tasks.push(Math.round(duration));
  }).observe({type: 'longtask', buffered: true});
`;

/** Shifts are reported with the frame after the one in which they happened. */
const REST =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))';

const SERIES = {id: 'weekly', label: 'Every week'};

/** Some weeks of a parish from tomorrow on, `count` gatherings in all. */
function documentOf(count: number): string {
  return JSON.stringify({
    ctg: '1',
    publisher: {name: 'St Paul’s'},
    gatherings: Array.from({length: count}, (_, i) => ({
      id: `g${i}`,
      name: `Gathering ${i}`,
      start: `${new Date(Date.now() + (i + 1) * 43_200_000).toISOString().slice(0, 19)}Z`,
      capacity: 20,
      taken: i % 20,
      needs: [i % 2 ? 'housing' : 'local-food'],
      language: i % 3 ? 'en' : 'es',
      ...(i % 5 === 0 && {series: SERIES}),
    })),
  });
}

describe('a page with cards or a month', () => {
  let site: Site;
  let browser: Browser;
  let context: BrowserContext;
  let tab: Tab;

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  const open = async (layout: string, options: {width?: number; count?: number; touch?: boolean} = {}) => {
    const {width = 768, count = 14, touch = false} = options;
    context = await browser.newContext({viewport: {width, height: 900}, hasTouch: touch});
    tab = await context.newPage();
    const errors = errorsOf(tab);
    await tab.addInitScript(WATCH);
    const data = site.file(`town-${count}.json`, documentOf(count));
    const snippet = `<div data-ctg="gathering-signup" data-endpoint="${data}" data-layout="${layout}" style="min-height:120em"><a href="/g">See our gatherings</a></div>`;
    await tab.goto(site.page({body: `<h1>St Paul’s</h1>${snippet}<footer>12 Mill Street</footer>${tag()}`}));
    return errors;
  };

  const shown = (what: string) => tab.locator(`ctg-gathering-signup ${what}`).first().waitFor();

  for (const width of [320, 768, 1280])
    for (const [layout, what] of [
      ['cards', '.cards'],
      ['calendar', '.days'],
    ] as const)
      test(`does not move while the ${layout} load, ${width} pixels wide`, async () => {
        const errors = await open(layout, {width});
        await shown(what);
        await tab.evaluate(REST);

        assert.deepEqual(await tab.evaluate('globalThis.shifts'), []);
        assert.deepEqual(errors, []);
        await context.close();
      });

  test('asks for the layout together with the document, and for nothing more', async () => {
    await open('calendar');
    await shown('.days');

    const [entry, layout, ...more] = site.ours.filter((path) => !/page-\w+\.js$/.test(path));
    assert.equal(entry, '/w/gathering-signup.js');
    assert.match(layout ?? '', /^\/w\/chunks\/browse-/);
    assert.deepEqual(more, []);
    await context.close();
  });

  test('shows the plain list where the layout cannot be had', async () => {
    context = await browser.newContext();
    tab = await context.newPage();
    await tab.route(/chunks\/browse-/, (route) => route.abort());
    const data = site.file('plain.json', documentOf(14));
    await tab.goto(
      site.page({
        body: `<div data-ctg="gathering-signup" data-endpoint="${data}" data-layout="cards"></div>${tag()}`,
      }),
    );

    await shown('[part~="item"]');
    assert.equal(await tab.locator('ctg-gathering-signup [part~="item"]').count(), 14);
    await context.close();
  });

  test('is used with the keyboard alone: into the month, through it, and into a gathering', async () => {
    await open('calendar');
    await shown('.days');
    const focused = () =>
      tab.evaluate(() => {
        const {activeElement} = document.querySelector('ctg-gathering-signup')!.shadowRoot!;
        return `${activeElement?.localName} ${(activeElement?.textContent ?? '').replace(/\s+/g, ' ').trim()}`;
      });
    const month = () => tab.locator('ctg-gathering-signup caption').textContent();

    for (let i = 0; i < 20 && !(await focused()).startsWith('td'); i++) await tab.keyboard.press('Tab');
    assert.match(await focused(), /^td/);
    const first = await month();
    await tab.keyboard.press('PageDown');
    assert.notEqual(await month(), first);
    await tab.keyboard.press('PageUp');
    assert.equal(await month(), first);
    await tab.keyboard.press('Enter');
    if (!(await tab.locator('ctg-gathering-signup [part~="opened"]').count()))
      await tab.keyboard.press('Enter');

    await shown('[part~="opened"]');
    await context.close();
  });

  test('is turned by a real finger, and scrolled by one', async () => {
    await open('calendar', {width: 400, touch: true});
    await shown('.days');
    const session = await context.newCDPSession(tab);
    const box = (await tab.locator('ctg-gathering-signup .days').boundingBox())!;
    const drag = async (dx: number, dy: number) => {
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', part: number) =>
        session.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: type === 'touchEnd' ? [] : [{x: x + dx * part, y: y + dy * part}],
        });
      await touch('touchStart', 0);
      for (const part of [0.25, 0.5, 0.75, 1]) await touch('touchMove', part);
      await touch('touchEnd', 1);
      await tab.evaluate(REST);
    };
    const month = () => tab.locator('ctg-gathering-signup caption').textContent();
    const first = await month();

    await drag(-140, 10);
    assert.notEqual(await month(), first);
    await drag(140, 10);
    assert.equal(await month(), first);
    await drag(10, -200);
    assert.equal(await month(), first);
    assert.ok((await tab.evaluate(() => scrollY)) > 0);
    await context.close();
  });
});
