// The loader: one tag for every widget of a page, each of which comes when it is wanted and never twice.
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, test} from 'node:test';

import type {Browser, BrowserContext, Page as Tab} from 'playwright-core';

import {openBrowser} from './browser.js';
import {Endpoint} from './endpoint.js';
import {Site} from './site.js';
import {errorsOf, listShown, snippet} from './visit.js';

const LOADER = '<script type="module" src="/w/ctg.js"></script>';
/** More than a screen of what a page may have above its gatherings. */
const FAR = '<div style="height:5000px">Much to read first</div>';
const FILE = '/w/gathering-signup.js';

describe('a page with the loader', () => {
  let site: Site;
  let browser: Browser;
  let device: BrowserContext;
  let tab: Tab;
  let errors: string[];
  let said: string[];

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  afterEach(async () => {
    site.down.clear();
    await device.close();
  });

  const open = async (
    body: string,
    more: {head?: string; hash?: string; prepare?: () => Promise<void>} = {},
  ) => {
    const {head = '', hash = '', prepare} = more;
    device = await browser.newContext({viewport: {width: 800, height: 600}});
    tab = await device.newPage();
    errors = errorsOf(tab);
    said = [];
    tab.on('console', (message) => said.push(message.text()));
    await prepare?.();
    await tab.goto(site.page({head, body}) + hash);
  };
  const fetched = () => site.ours.filter((path) => path === FILE).length;
  const add = (html: string) =>
    tab.evaluate((markup) => document.body.insertAdjacentHTML('beforeend', markup), html);
  /** Everything that was going to happen by itself has happened: observers report once a frame. */
  const atRest = () =>
    tab.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
    );

  test('fetches a widget when its element nears what the visitor sees', async () => {
    await open(FAR + snippet('mock:open') + LOADER);
    await atRest();
    assert.deepEqual(site.ours, ['/w/ctg.js']);

    await tab.evaluate(() => document.querySelector('div[data-ctg]')!.scrollIntoView());
    await listShown(tab);

    assert.deepEqual(site.ours.slice(0, 2), ['/w/ctg.js', FILE]);
    assert.deepEqual(errors, []);
  });

  test('finds the twin on whatever tag somebody wrote it', async () => {
    const names = ['a', 'section', 'p', 'span', 'ul', 'button', 'figure'];
    const twins = names.map(
      (name) => `<${name} data-ctg="gathering-signup" data-endpoint="mock:open">Gatherings</${name}>`,
    );
    await open(twins.join('') + LOADER);

    await tab.locator('ctg-gathering-signup >> nth=6').locator('[part~="item"]').first().waitFor();

    assert.equal(await tab.locator('ctg-gathering-signup').count(), names.length);
  });

  test('fetches one file for any number of elements and twins, also when it is there twice', async () => {
    const element = '<ctg-gathering-signup endpoint="mock:open"></ctg-gathering-signup>';
    await open(
      snippet('mock:open') +
        element +
        LOADER +
        element +
        LOADER +
        '<script type="module" src="/w/ctg.js?ver=2"></script>',
    );

    await tab.locator('ctg-gathering-signup >> nth=2').locator('[part~="item"]').first().waitFor();

    assert.equal(fetched(), 1);
    assert.deepEqual(errors, []);
    assert.deepEqual(said, []);
  });

  test('finds what a single-page site adds later, replaces and takes away again', async () => {
    await open(`<main></main>${LOADER}`);
    await atRest();
    assert.equal(fetched(), 0);

    await tab.evaluate((html) => {
      const main = document.querySelector('main')!;
      main.innerHTML = html;
      main.firstElementChild!.remove();
      main.innerHTML = `<section>${html}</section>`;
    }, snippet('mock:open'));
    await listShown(tab);
    await tab.evaluate(() => document.querySelector('main')!.replaceChildren());
    await add('<ctg-gathering-signup endpoint="mock:full"></ctg-gathering-signup>');
    await listShown(tab);

    assert.equal(fetched(), 1);
    assert.deepEqual(errors, []);
  });

  test('fetches at once what the page hides until it is there', async () => {
    await open(`${FAR}<ctg-gathering-signup endpoint="mock:open"></ctg-gathering-signup>${LOADER}`, {
      head: '<style>:not(:defined) { display: none }</style>',
    });

    await listShown(tab);
  });

  test('fetches at once when the address speaks to a widget, and when it begins to', async () => {
    await open(FAR + snippet('mock:open') + LOADER, {hash: '#ctg-gathering=nobody'});
    await listShown(tab);
    await device.close();

    await open(FAR + snippet('mock:open') + LOADER);
    await atRest();
    assert.equal(fetched(), 0);
    await tab.evaluate(() => (location.hash = '#ctg-gathering=nobody'));

    await listShown(tab);
  });

  test('fetches at once for paper, and when somebody prints', async () => {
    await open(FAR + snippet('mock:open') + LOADER, {prepare: () => tab.emulateMedia({media: 'print'})});
    await listShown(tab);
    await device.close();

    await open(FAR + snippet('mock:open') + LOADER);
    await atRest();
    assert.equal(fetched(), 0);
    await tab.evaluate(() => dispatchEvent(new Event('beforeprint')));

    await listShown(tab);
  });

  test('fetches at once on a device that keeps a sign-up, which may wait to be sent', async () => {
    await open('<p>Another page of the site</p>');
    await tab.evaluate(
      () =>
        new Promise(
          (done) =>
            (indexedDB.open('ctg').onsuccess = (event) =>
              done((event.target as IDBOpenDBRequest).result.close())),
        ),
    );

    await tab.goto(site.page({body: FAR + snippet('mock:open') + LOADER}));

    await listShown(tab);
  });

  test('passes on the version of its own address', async () => {
    await open(snippet('mock:open') + LOADER.replace('.js', '.js?ver=6.7'));
    await listShown(tab);

    assert.deepEqual(
      site.requests.filter((path) => path.startsWith(FILE)),
      [`${FILE}?ver=6.7`],
    );
  });

  test('passes on what its tag says: the endpoint, and what is allowed', async () => {
    const endpoint = await new Endpoint().open();
    await open(
      `<ctg-gathering-signup></ctg-gathering-signup>
       <ctg-gathering-signup endpoint="https://elsewhere.example/ctg.json"></ctg-gathering-signup>
       <script>addEventListener('ctg-error', (event) => console.log('told ' + event.detail.code))</script>
       ${LOADER.replace('src', `data-endpoint="${endpoint.url}" data-allow="${endpoint.origin}" src`)}`,
    );

    await listShown(tab);
    await tab.getByText("We can't get the list right now.").waitFor();
    assert.ok(said.includes('told bad-address'), said.join('\n'));
    await endpoint.close();
  });

  test('row 80: leaves the link where the file is blocked, says so once, and asks again', async () => {
    const blocked = () => tab.waitForResponse((response) => response.url().includes(FILE));
    site.down.add(FILE);
    let first: ReturnType<typeof blocked> | undefined;
    await open(snippet('mock:open') + LOADER, {prepare: async () => void (first = blocked())});
    await first;
    const second = blocked();
    await tab.evaluate(() => dispatchEvent(new Event('online')));
    await second;
    assert.ok(await tab.getByRole('link', {name: 'See our gatherings'}).isVisible());

    site.down.clear();
    await tab.evaluate(() => dispatchEvent(new Event('online')));
    await listShown(tab);

    assert.equal(said.filter((line) => line.startsWith('<ctg-gathering-signup>')).length, 1);
  });
});
