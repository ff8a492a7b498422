// What pasting the snippet into a page costs that page and its visitors, before anybody presses anything.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import type {Browser, BrowserContext, Page as Tab} from 'playwright-core';

import {openBrowser} from './browser.js';
import {REST, WATCH} from './shifts.js';
import {Site} from './site.js';
import {errorsOf, listShown, snippet, tag} from './visit.js';

const ABOVE = '<h1>St Paul’s</h1><p>We meet every month, and you are welcome.</p>';
const BELOW = '<footer><p>12 Mill Street, Reno</p></footer>';

describe('a page with the pasted snippet', () => {
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

  const open = async (body: string, width = 768) => {
    context = await browser.newContext({viewport: {width, height: 900}});
    tab = await context.newPage();
    const foreign: string[] = [];
    tab.on('request', (request) => {
      if (new URL(request.url()).origin !== site.origin) foreign.push(request.url());
    });
    const errors = errorsOf(tab);
    await tab.addInitScript(WATCH);
    await tab.goto(site.page({body}));
    return {foreign, errors};
  };

  test('asks for one script before the list is there, and for no other host', async () => {
    const data = site.file('ctg.json', documentOf(['Connections Gathering', 'Soup and stories']));
    const {foreign, errors} = await open(snippet(data) + tag());
    await listShown(tab);

    const before = (await tab.evaluate('globalThis.before')) as string[];
    assert.deepEqual(
      before.filter((path) => path.startsWith('/w/')),
      ['/w/gathering-signup.js'],
    );
    assert.ok(before.length <= 3, `the page's icon, our script and the data, not ${before.join()}`);
    assert.deepEqual(foreign, []);
    assert.deepEqual(errors, []);
    await context.close();
  });

  test('keeps nothing on the device: no database, no storage, no cookie', async () => {
    await open(snippet('mock:open') + tag());
    await listShown(tab);
    await tab
      .getByRole('button', {name: /^Sign up/})
      .first()
      .click();
    await tab.locator('[part~="form"]').waitFor();

    const kept = await tab.evaluate(async () => ({
      databases: (await indexedDB.databases()).map(({name}) => name),
      local: localStorage.length,
      session: sessionStorage.length,
      caches: await caches.keys(),
      cookies: document.cookie,
    }));

    assert.deepEqual(kept, {databases: [], local: 0, session: 0, caches: [], cookies: ''});
    assert.deepEqual(await context.cookies(), []);
    await context.close();
  });

  test('opens the form when a version was added to the address, and loads the entry once', async () => {
    const {errors} = await open(snippet('mock:open') + tag('?ver=1'));
    await listShown(tab);
    await tab
      .getByRole('button', {name: /^Sign up/})
      .first()
      .click();
    await tab.locator('[part~="form"]').waitFor();

    const entries = site.requests.filter((path) => path.startsWith('/w/gathering-signup.js'));
    assert.deepEqual(entries, ['/w/gathering-signup.js?ver=1']);
    assert.deepEqual(errors, []);
    await context.close();
  });

  test('works with the tag twice, in two versions of its address', async () => {
    const {errors} = await open(snippet('mock:open') + tag() + tag('?ver=2'));
    await listShown(tab);
    await tab
      .getByRole('button', {name: /^Sign up/})
      .first()
      .click();

    await tab.locator('[part~="form"]').waitFor();
    assert.deepEqual(errors, []);
    assert.equal(await tab.locator('ctg-gathering-signup').count(), 1);
    await context.close();
  });

  const shiftsAt = async (width: number, reserve: string) => {
    await open(ABOVE + snippet('mock:open', reserve) + BELOW + tag(), width);
    await listShown(tab);
    await tab.evaluate(REST);
    const shifts = (await tab.evaluate('globalThis.shifts')) as string[];
    await context.close();
    return shifts;
  };

  for (const [width, height] of [
    [320, '70em'],
    [768, '46em'],
    [1280, '46em'],
  ] as const)
    test(`does not move while it loads where the height is reserved, ${width} pixels wide`, async () => {
      assert.deepEqual(await shiftsAt(width, `style="min-height:${height}"`), []);
    });

  test('does not move when the list comes so late that the visitor was told to wait', async () => {
    const data = site.file('late.json', documentOf(['Connections Gathering', 'Soup and stories']));
    const answer = site.hold(data);
    await open(ABOVE + snippet(data, 'style="min-height:46em"') + BELOW + tag());
    await tab.locator('ctg-gathering-signup [part~="loading"]').waitFor();
    await tab.evaluate(REST);
    answer();
    await listShown(tab);
    await tab.evaluate(REST);

    assert.deepEqual(await tab.evaluate('globalThis.shifts'), []);
    await context.close();
  });

  test('moves only what stands below, and little, when more comes than was reserved for', async () => {
    const shifts = await shiftsAt(768, 'style="min-height:24em"');

    assert.equal(shifts.length, 1);
    assert.match(shifts[0] ?? '', / FOOTER\.$/);
    assert.ok(Number.parseFloat(shifts[0] ?? '') < 0.02, shifts[0]);
  });

  test('leads to its link without JavaScript (row 83)', async () => {
    const quiet = await browser.newContext({javaScriptEnabled: false});
    const page = await quiet.newPage();
    await page.goto(site.page({body: snippet('mock:open') + tag()}));

    assert.ok(await page.getByRole('link', {name: 'See our gatherings'}).isVisible());
    await quiet.close();
  });
});

/** A document of a site without any server, which is any file on any host. */
function documentOf(names: readonly string[]): string {
  const start = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z');
  return JSON.stringify({
    ctg: '1',
    publisher: {id: 'https://stpaul.example/', name: 'St Paul’s'},
    gatherings: names.map((name, index) => ({id: `g${index}`, name, start: start(30 + index)})),
  });
}
