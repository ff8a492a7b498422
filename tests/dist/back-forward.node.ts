// Browsers keep a page that was left, and show it again when the visitor goes back. A page with the widget must be
// one that they can keep, and must go on where it stopped.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import type {Browser, CDPSession, Page as Tab} from 'playwright-core';

import {openBrowser} from './browser.js';
import {Endpoint} from './endpoint.js';
import {Site} from './site.js';
import {listShown, signUp, snippet, tag} from './visit.js';

/** A script of the page's own: what it listens to, and how it came back. */
const WITNESS = `<script>
  const listen = EventTarget.prototype.addEventListener;
  window.heard = [];
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    window.heard.push(type);
    return listen.call(this, type, ...rest);
  };
  listen.call(window, 'pageshow', (event) => (window.shown = event.persisted ? 'kept' : 'new'));
</script>`;

describe('a page that was left and is shown again', () => {
  let site: Site;
  let browser: Browser;
  let endpoint: Endpoint;

  before(async () => {
    site = await new Site().open();
    // The library turns this off, because a page that comes back is news to it.
    browser = await openBrowser([], ['--disable-back-forward-cache']);
    endpoint = await new Endpoint().open();
  });

  after(async () => {
    await browser.close();
    await site.close();
    await endpoint.close();
  });

  /** Opens the page, or one with another body, and the one that the visitor goes on to. */
  const open = async (
    body = `${snippet(endpoint.url)}${tag()}`,
  ): Promise<{
    tab: Tab;
    there: () => Promise<void>;
    back: () => Promise<void>;
    why: string[];
  }> => {
    const elsewhere = site.page({body: '<p>Elsewhere</p>'});
    const address = site.page({
      head: WITNESS,
      body: `${body}<a id="on" href="${elsewhere}">On</a>`,
    });
    const tab = await (await browser.newContext()).newPage();
    const why = await reasons(await tab.context().newCDPSession(tab));
    await tab.goto(address);
    return {
      tab,
      why,
      there: async () => {
        await tab.locator('#on').click();
        await tab.getByText('Elsewhere').waitFor();
      },
      back: async () => {
        await tab.evaluate(() => history.back());
        await tab.locator('#on').waitFor();
      },
    };
  };
  const shown = (tab: Tab) => tab.evaluate(() => (window as unknown as {shown: string}).shown);

  /** The small Chromium that a package carries keeps no page at all, ours or another; what it says then is no verdict. */
  const keepsNone = async (): Promise<string | false> => {
    const {tab, there, back, why} = await open('<p>Nothing of ours</p>');
    await there();
    await back();
    await tab.context().close();
    return why.includes('BackForwardCacheDisabledForDelegate') && 'this browser keeps no page at all';
  };

  test('is the same page after a sign-up was delivered', async (context) => {
    const reason = await keepsNone();
    if (reason) return context.skip(reason);
    const {tab, there, back, why} = await open();
    await listShown(tab);
    await signUp(tab, 'supper');

    await there();
    await back();

    assert.deepEqual([await shown(tab), why], ['kept', []]);
    await tab.locator('ctg-gathering-signup').getByText("You're in, ").waitFor();
    await tab.context().close();
  });

  test('is the same page while a sign-up was on its way, which is sent after coming back', async (context) => {
    const reason = await keepsNone();
    if (reason) return context.skip(reason);
    const {tab, there, back, why} = await open();
    await listShown(tab);
    const earlier = endpoint.posts.length;
    const locks = () => tab.evaluate(() => navigator.locks.query());
    const release = endpoint.hold();
    const sent = endpoint.next('POST');
    await tab.locator('[data-id="soup"] button').click();
    await tab.locator('#name').fill('Ana Ruiz');
    await tab.locator('#email').fill('ana@example.org');
    await tab.locator('[part~="form"] button[type="submit"]').click();
    await sent;
    const before = await locks();

    await there();
    const meanwhile = await locks();
    release();
    await back();
    await tab.locator('ctg-gathering-signup').getByText("You're in, ").waitFor();

    assert.deepEqual([await shown(tab), why], ['kept', []]);
    assert.equal(before.held?.length, 1);
    assert.deepEqual(meanwhile, {held: [], pending: []}, 'nobody waits for a page that sleeps');
    assert.equal(
      new Set(endpoint.posts.slice(earlier).map((body) => (JSON.parse(body) as {id: string}).id)).size,
      1,
    );
    await tab.context().close();
  });

  test('listens to no event that keeps browsers from keeping it', async () => {
    const {tab} = await open();
    await listShown(tab);
    await signUp(tab, 'supper');

    const heard = await tab.evaluate(() => (window as unknown as {heard: string[]}).heard);

    assert.ok(heard.includes('pagehide'));
    assert.ok(!heard.includes('unload'));
    await tab.context().close();
  });
});

/** A list that fills with the reasons for which a page was not kept. */
async function reasons(session: CDPSession): Promise<string[]> {
  const why: string[] = [];
  session.on('Page.backForwardCacheNotUsed', ({notRestoredExplanations}) =>
    why.push(...notRestoredExplanations.map(({reason}) => reason)),
  );
  await session.send('Page.enable');
  return why;
}
