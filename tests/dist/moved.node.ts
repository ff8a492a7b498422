// Pages that move, copy and throw away our element, while it reads and while it sends.
import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, test} from 'node:test';

import type {Browser, BrowserContext, Page as Tab} from 'playwright-core';

import {openBrowser} from './browser.js';
import {Endpoint} from './endpoint.js';
import {Site} from './site.js';
import {errorsOf, listShown, signUp, snippet, tag} from './visit.js';

const ELEMENT = 'ctg-gathering-signup';
const element = (endpoint: string) =>
  `<${ELEMENT} endpoint="${endpoint}"><a href="/gatherings">See our gatherings</a></${ELEMENT}>`;

describe('a page that', () => {
  let site: Site;
  let browser: Browser;
  let endpoint: Endpoint;
  let device: BrowserContext;
  let tab: Tab;
  let errors: string[];

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
  });

  beforeEach(async () => {
    endpoint = await new Endpoint().open();
  });

  afterEach(async () => {
    assert.deepEqual(errors, []);
    await device.close();
    await endpoint.close();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  const open = async (body: string) => {
    device = await browser.newContext();
    tab = await device.newPage();
    errors = errorsOf(tab);
    await tab.goto(site.page({body: `<aside></aside><main>${body}</main>${tag()}`}));
  };
  const move = () =>
    tab.evaluate((name) => document.querySelector('aside')!.append(document.querySelector(name)!), ELEMENT);
  const remove = () => tab.evaluate((name) => document.querySelector(name)!.remove(), ELEMENT);

  test('moves the element while it reads gets one reading and its list (row 67)', async () => {
    const release = endpoint.hold();
    const asked = endpoint.next('GET');
    await open(element(endpoint.url));
    await asked;

    await move();
    release();
    await listShown(tab);

    assert.deepEqual([endpoint.reads, endpoint.aborted], [1, 0]);
    assert.equal(await tab.locator(`aside ${ELEMENT}`).count(), 1);
  });

  test('takes the element away while it reads ends the reading (row 68)', async () => {
    endpoint.hold();
    const asked = endpoint.next('GET');
    await open(element(endpoint.url));
    await asked;

    await remove();
    await endpoint.gaveUp;

    assert.equal(endpoint.aborted, 1);
  });

  test('puts the element back later gets its list', async () => {
    const release = endpoint.hold();
    const asked = endpoint.next('GET');
    await open(element(endpoint.url));
    await asked;
    await tab.evaluate((name) => {
      const kept = document.querySelector(name)!;
      kept.remove();
      Object.assign(globalThis, {kept});
    }, ELEMENT);
    await endpoint.gaveUp;
    release();

    await tab.evaluate(() => document.body.append((globalThis as unknown as {kept: Element}).kept));

    await listShown(tab);
  });

  test('moves the element keeps the form and what was typed, and sends it', async () => {
    await open(element(endpoint.url));
    await listShown(tab);
    await tab.locator('[data-id="supper"] button').click();
    await tab.locator('#name').fill('Ana Ruiz');
    await tab.locator('#email').fill('ana@example.org');

    await move();

    assert.equal(await tab.locator('#name').inputValue(), 'Ana Ruiz');
    await tab.locator('[part~="form"] button[type="submit"]').click();
    await tab.getByText("You're in, ").waitFor();
    assert.equal(endpoint.posts.length, 1);
  });

  for (const [what, act] of [
    ['takes the element away', remove],
    ['moves the element', move],
  ] as const)
    test(`${what} while it sends loses nothing, and the next visit knows (row 68)`, async () => {
      const told = () => tab.getByText("You're in", {exact: false}).first().waitFor();
      await open(element(endpoint.url));
      await listShown(tab);
      await tab.locator('[data-id="supper"] button').click();
      await tab.locator('#name').fill('Ana Ruiz');
      await tab.locator('#email').fill('ana@example.org');
      const release = endpoint.hold();
      const sent = endpoint.next('POST');
      await tab.locator('[part~="form"] button[type="submit"]').click();
      await sent;

      await act();
      release();
      if (act === move) await told();
      // Delivered where nobody looks: the device knows it before the tab may go.
      else await tab.waitForFunction(kept);
      await tab.reload();
      await told();

      assert.equal(endpoint.posts.length, 1);
    });

  test('copies the element and its twin gets two more that work, by a clone and by markup (row 70)', async () => {
    await open(element(endpoint.url) + snippet(endpoint.url));
    await listShown(tab);
    await tab.locator(ELEMENT).nth(1).locator('[part~="item"]').first().waitFor();

    await tab.evaluate((name) => {
      const main = document.querySelector('main')!;
      const twin = document.querySelector('div[data-ctg]')!;
      main.append(document.querySelector(name)!.cloneNode(true), twin.cloneNode(true));
      document.querySelector('aside')!.innerHTML = twin.outerHTML;
    }, ELEMENT);
    await tab.locator(ELEMENT).nth(4).locator('[part~="item"]').first().waitFor();

    assert.equal(await tab.locator(ELEMENT).count(), 5);
    assert.equal(endpoint.reads, 1);
    await signUp(tab, 'walk', 4);
    await signUp(tab, 'soup', 0);
    assert.equal(endpoint.posts.length, 2);
  });

  test('sets properties before the file is there has them taken over (row 70)', async () => {
    await open(
      `<${ELEMENT}></${ELEMENT}><script>
        Object.assign(document.querySelector('${ELEMENT}'), {endpoint: '${endpoint.url}', limit: 2, headingLevel: 5});
      </script>`,
    );
    await listShown(tab);

    assert.equal(await tab.locator('[part~="item"]').count(), 2);
    assert.ok((await tab.locator('[aria-level="5"]').count()) > 0);
  });
});

/** Whether the browser keeps a delivered sign-up, looked for as a page of the same origin can. */
function kept(): Promise<boolean> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('ctg');
    opening.onsuccess = () => {
      const database = opening.result;
      const [store = ''] = Array.from(database.objectStoreNames);
      const keys = database.transaction(store).objectStore(store).getAllKeys();
      keys.onsuccess = () => {
        database.close();
        resolve(keys.result.some((key) => String(key).startsWith('mine:')));
      };
    };
  });
}
