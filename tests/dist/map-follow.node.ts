// A map that reads what its documents name, from servers that mean well and from others.
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, test} from 'node:test';

import type {Browser, Page as Tab} from 'playwright-core';

import {openBrowser} from './browser.js';
import {Site} from './site.js';
import {documentOf, FLOOD, Strangers} from './strangers.js';

describe('a map that follows', () => {
  let site: Site;
  let browser: Browser;
  let strangers: Strangers;
  let tab: Tab;

  before(async () => {
    site = await new Site().open();
    strangers = await new Strangers().open();
    const rules = ['inside.internal', 'site.example'].map((name) => `MAP ${name} 127.0.0.1`).join(', ');
    browser = await openBrowser([`--host-resolver-rules=${rules}`]);
  });

  afterEach(() => tab.close());

  after(async () => {
    await browser.close();
    await strangers.close();
    await site.close();
  });

  /** Comes to a page whose document names `peers`, and reads where its groups come from, one line for each. */
  const visit = async (
    peers: readonly string[],
    sums: string,
    {host = '127.0.0.1', more = ''} = {},
  ): Promise<string[]> => {
    strangers.asked.length = 0;
    const data = site.file('ctg.json', JSON.stringify(documentOf('oven', peers)));
    tab = await browser.newPage();
    const page = site.page({
      body:
        `<ctg-network-map endpoint="${data}" follow="1" view="list"></ctg-network-map>` +
        `<script type="module" src="/w/network-map.js" ${more}></script>`,
    });
    await tab.goto(page.replace('127.0.0.1', host));
    await tab.getByRole('button', {name: sums, exact: true}).click();
    await tab.locator('.sources li').first().waitFor();
    // One that is on its way comes or is given up.
    await tab.locator('.sources li', {hasText: 'Being read.'}).first().waitFor({state: 'detached'});
    return tab.locator('.sources li').allInnerTexts();
  };
  const groups = (): Promise<string[]> => tab.locator('tbody th').allInnerTexts();

  test('reads documents that name each other once each, beside those that never end or lead astray', async () => {
    const bad = ['flood', 'trickle', 'astray'].map((name) => strangers.url(name));

    const said = await visit([strangers.url('mill'), strangers.url('farm'), ...bad], '3 of 6 sites');

    const told = (sentence: RegExp): number => said.filter((each) => sentence.test(each)).length;
    assert.deepEqual((await groups()).map((name) => name.trim()).sort(), [
      'Group of the farm',
      'Group of the mill',
      'Group of the oven',
    ]);
    assert.equal(told(/is too large/), 1);
    assert.equal(told(/took too long to answer/), 1);
    assert.equal(told(/leads to an address that another website may not send this page to/), 1);
    assert.equal(told(/Named by 127\.0\.0\.1/), 5);
    for (const name of ['mill', 'farm'])
      assert.equal(strangers.asked.filter((path) => path.endsWith(`/${name}.json`)).length, 1, name);
    // What is on its way when the map has had enough is in the buffers of both ends.
    assert.ok(strangers.poured < FLOOD / 4, `${strangers.poured} bytes were taken`);
  });

  test('on a page that everybody can see, asks nothing of the device or the house it is looked at from', async () => {
    const inside = [
      strangers.url('mill'),
      strangers.url('farm', 'localhost'),
      strangers.url('secret', '[::1]'),
      strangers.url('secret', 'inside.internal'),
      'https://192.168.1.1/ctg.json',
      'https://0x7f000001/ctg.json',
      'https://[::ffff:7f00:1]/ctg.json',
      'https://localhost./ctg.json',
    ];

    const said = await visit(inside, '1 of 1 site', {host: 'site.example'});

    assert.deepEqual(strangers.asked, []);
    assert.equal(said.filter((each) => each.includes('Not asked. Another website')).length, inside.length);
  });

  test('asks no site that the page does not allow', async () => {
    const said = await visit([strangers.url('mill')], '1 of 1 site', {
      more: `data-allow="${site.origin}"`,
    });

    assert.deepEqual(strangers.asked, []);
    assert.equal(said.filter((each) => /This page may not read 127\.0\.0\.1/.test(each)).length, 1);
  });
});
