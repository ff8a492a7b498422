// What pasting a pledge into a page costs that page and its visitors, alone and beside gatherings.
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, test} from 'node:test';

import type {Browser, BrowserContext, Page as Tab} from 'playwright-core';

import {openBrowser} from './browser.js';
import {Endpoint} from './endpoint.js';
import {PLEDGE, pledgeSnippet, pledgeTag, valuesShown} from './pledging.js';
import {REST, WATCH} from './shifts.js';
import {Site} from './site.js';
import {errorsOf, listShown, snippet, tag} from './visit.js';

const ABOVE = '<h1>Riverside Garden</h1><p>We meet every month, and you are welcome.</p>';
const BELOW = '<footer><p>3 River Walk, Reno</p></footer>';

describe('a page with a pasted pledge', () => {
  let site: Site;
  let endpoint: Endpoint;
  let browser: Browser;
  let context: BrowserContext;
  let tab: Tab;
  let foreign: string[];
  let errors: string[];

  before(async () => {
    site = await new Site().open();
    endpoint = await new Endpoint().open();
    endpoint.document = {...endpoint.document, pledge: PLEDGE};
    browser = await openBrowser();
  });

  afterEach(() => context.close());

  after(async () => {
    await browser.close();
    await endpoint.close();
    await site.close();
  });

  const open = async (body: string, {width = 768, script = true} = {}) => {
    context = await browser.newContext({viewport: {width, height: 900}, javaScriptEnabled: script});
    tab = await context.newPage();
    foreign = [];
    tab.on('request', (request) => {
      const {origin} = new URL(request.url());
      if (origin !== site.origin && origin !== endpoint.origin) foreign.push(request.url());
    });
    errors = errorsOf(tab);
    if (script) await tab.addInitScript(WATCH);
    await tab.goto(site.page({body}));
  };
  const entries = () => site.requests.filter((path) => /^\/w\/[\w.-]+\.js/.test(path));

  test('asks for one script before the values are there, and for no other host', async () => {
    await open(pledgeSnippet(endpoint.url) + pledgeTag());
    await valuesShown(tab);

    const first = (await tab.evaluate('globalThis.before')) as string[];
    assert.deepEqual(
      first.filter((path) => path.startsWith('/w/')),
      ['/w/values-pledge.js'],
    );
    assert.deepEqual(foreign, []);
    assert.deepEqual(errors, []);
  });

  test('keeps nothing on the device while somebody chooses', async () => {
    await open(pledgeSnippet(endpoint.url) + pledgeTag());
    await valuesShown(tab);
    await tab.getByRole('checkbox', {name: /^Love/}).check();
    await tab.locator('[part~="form"] [name="name"]').waitFor();

    const kept = await tab.evaluate(async () => ({
      databases: (await indexedDB.databases()).map(({name}) => name),
      local: localStorage.length,
      cookies: document.cookie,
    }));

    assert.deepEqual(kept, {databases: [], local: 0, cookies: ''});
  });

  test('opens the form when a version was added to the address, and loads the entry once', async () => {
    await open(pledgeSnippet(endpoint.url) + pledgeTag('?ver=1'));
    await valuesShown(tab);
    await tab.getByRole('checkbox', {name: /^Love/}).check();
    await tab.locator('[part~="form"] [name="name"]').waitFor();

    assert.deepEqual(entries(), ['/w/values-pledge.js?ver=1']);
    assert.deepEqual(errors, []);
  });

  test('works with the tag twice, in two versions of its address', async () => {
    await open(pledgeSnippet(endpoint.url) + pledgeTag() + pledgeTag('?ver=2'));
    await valuesShown(tab);
    await tab.getByRole('checkbox', {name: /^Love/}).check();
    await tab.locator('[part~="form"] [name="name"]').waitFor();

    assert.equal(await tab.locator('ctg-values-pledge').count(), 1);
    assert.deepEqual(errors, []);
  });

  for (const [what, scripts, files] of [
    ['the file of each', tag() + pledgeTag(), ['/w/gathering-signup.js', '/w/values-pledge.js']],
    [
      'the loader',
      '<script type="module" src="/w/ctg.js"></script>',
      ['/w/ctg.js', '/w/gathering-signup.js', '/w/values-pledge.js'],
    ],
    [
      'the classic tag',
      '<script src="/w/ctg.classic.js?ver=1"></script>',
      [
        '/w/ctg.classic.js?ver=1',
        '/w/ctg.js?ver=1',
        '/w/gathering-signup.js?ver=1',
        '/w/values-pledge.js?ver=1',
      ],
    ],
    ['everything in one file', '<script src="/w/ctg.all.js"></script>', ['/w/ctg.all.js']],
  ] as const)
    test(`shows gatherings beside it by ${what}, reading the document once for each`, async () => {
      const reads = endpoint.reads;
      await open(snippet(endpoint.url, '') + pledgeSnippet(endpoint.url, '') + scripts);
      await listShown(tab);
      await valuesShown(tab);

      assert.deepEqual(entries().sort(), [...files].sort());
      assert.ok(endpoint.reads - reads <= 2);
      assert.deepEqual(foreign, []);
      assert.deepEqual(errors, []);
    });

  for (const [view, shown, heights] of [
    ['form', '[part~="value"]', {320: 90, 768: 70, 1280: 60}],
    ['counter', '[part~="counter"]', {320: 12, 768: 12, 1280: 12}],
    ['wall', '[part~="entry"]', {320: 60, 768: 50, 1280: 50}],
  ] as const)
    for (const [width, height] of Object.entries(heights))
      test(`does not move while the ${view} loads where its height is reserved, ${width} pixels wide`, async () => {
        const reserve = `style="min-height:${height}em"`;
        const body = ABOVE + pledgeSnippet('mock:open', reserve, `data-view="${view}"`) + BELOW + pledgeTag();
        await open(body, {width: Number(width)});
        await tab.locator(`ctg-values-pledge ${shown}`).first().waitFor();
        await tab.evaluate(REST);

        assert.deepEqual(await tab.evaluate('globalThis.shifts'), []);
      });

  test('does not move when the values come so late that the visitor was told to wait', async () => {
    const data = site.file('late.json', JSON.stringify(endpoint.document));
    const answer = site.hold(data);
    await open(ABOVE + pledgeSnippet(data, 'style="min-height:70em"') + BELOW + pledgeTag());
    await tab.locator('ctg-values-pledge [part~="loading"]').waitFor();
    await tab.evaluate(REST);
    answer();
    await valuesShown(tab);
    await tab.evaluate(REST);

    assert.deepEqual(await tab.evaluate('globalThis.shifts'), []);
  });

  test('leads to its link without JavaScript (row 83)', async () => {
    await open(pledgeSnippet(endpoint.url) + pledgeTag(), {script: false});

    assert.ok(await tab.getByRole('link', {name: 'Pledge with us'}).isVisible());
  });
});
