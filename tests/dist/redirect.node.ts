// Where a site leads its visitors once they have signed up.
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, test} from 'node:test';

import type {Browser, Page as Tab} from 'playwright-core';

import {openBrowser} from './browser.js';
import {Site} from './site.js';
import {tag} from './visit.js';

describe('a page that names where to go afterwards', () => {
  let site: Site;
  let browser: Browser;
  let tab: Tab;
  /** The part that goes there, which is fetched after the event. */
  let fetched: Promise<unknown>;

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
    site.file('thanks.html', '<!doctype html><title>Thank you</title>');
  });

  afterEach(() => tab.close());

  after(async () => {
    await browser.close();
    await site.close();
  });

  /** Signs up at an example, and waits until what came of it can be read. */
  const signUp = async (redirect: string, example = 'open', script = tag()): Promise<void> => {
    tab = await browser.newPage();
    await tab.clock.install();
    fetched = tab.waitForResponse(/\/chunks\/redirect-/);
    const body = `<ctg-gathering-signup endpoint="mock:${example}" layout="single" redirect="${redirect}"></ctg-gathering-signup>`;
    await tab.addInitScript(
      "addEventListener('ctg-signup', ({detail}) => (globalThis.heard = [detail.status, document.title]))",
    );
    await tab.goto(site.page({body: body + script}));
    await tab.locator('[part~="opened"] > button').click();
    const form = tab.locator('[part~="form"]');
    await form.locator('#name').fill('Ana Ruiz');
    await form.locator('#email').fill('ana@example.com');
    for (const select of await form.locator('select').all()) await select.selectOption({index: 1});
    for (const box of await form.locator('input[type="checkbox"]').all()) await box.check();
    await form.locator('[type="submit"]').click();
    await tab.waitForFunction('globalThis.heard');
  };
  /** Lets so much time pass that everybody has read the confirmation. */
  const rest = async (): Promise<void> => {
    await fetched;
    await tab.evaluate('Promise.resolve()');
    await tab.clock.runFor(10_000);
  };

  test('leads there once places are confirmed, after the event and time to read', async () => {
    await signUp('/thanks.html');
    assert.deepEqual(await tab.evaluate('globalThis.heard'), ['confirmed', 'A site']);
    await tab.getByText("You're in, Ana.").waitFor();

    await rest();

    await tab.waitForURL(/\/thanks\.html$/);
    assert.equal(await tab.title(), 'Thank you');
  });

  for (const [example, what] of [
    ['pending', 'who waits for the host'],
    ['email', 'who has to look into their mail'],
  ] as const)
    test(`stays for ${what}`, async () => {
      await signUp('/thanks.html', example);
      const here = tab.url();

      await rest();

      assert.equal(tab.url(), here);
    });

  for (const address of ['javascript:alert(1)', 'data:text/html,x', 'https://a:b@other.example/', '//'])
    test(`never goes to ${address}`, async () => {
      await signUp(address);
      const here = tab.url();

      await rest();

      assert.equal(tab.url(), here);
    });

  test('never goes where the page does not allow it', async () => {
    await signUp('https://elsewhere.example/', 'open', tag().replace('></', ' data-allow="mock:"></'));
    const here = tab.url();

    await rest();

    assert.equal(tab.url(), here);
  });

  test('stays with who begins to do something with the confirmation', async () => {
    await signUp('/thanks.html');
    await fetched;
    const here = tab.url();

    await tab.getByText('Add to my calendar').click();
    await tab.getByText('Google Calendar').waitFor();
    await rest();

    assert.equal(tab.url(), here);
  });

  test('stays with who goes on to another field of the page', async () => {
    await signUp('/thanks.html');
    await fetched;
    const here = tab.url();

    await tab.evaluate(
      "document.body.append(Object.assign(document.createElement('input'), {id: 'search'}))",
    );
    await tab.locator('#search').press('a');
    await rest();

    assert.equal(tab.url(), here);
  });
});
