// A map that is told to read what never ends: it shows the rest meanwhile, and names each in the end.
import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, test} from 'node:test';

import type {Browser, Page as Tab} from 'playwright-core';

import {LIMITS} from '../../src/protocol/limits.js';
import {openBrowser} from './browser.js';
import {Site} from './site.js';
import {documentOf, FLOOD, Strangers} from './strangers.js';

/** Holds the page's patience with one document back, so that a busy machine never runs out of it, until it is told. */
const PATIENCE = `
  const real = setTimeout;
  const held = [];
  globalThis.setTimeout = (run, ms, ...more) =>
    ms > ${LIMITS.readMs - 2_000} ? (held.push(run), 0) : real(run, ms, ...more);
  globalThis.losePatience = () => held.splice(0).forEach((run) => run());
`;

describe('a map and what never ends', () => {
  let site: Site;
  let browser: Browser;
  let strangers: Strangers;
  let tab: Tab;

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
  });

  beforeEach(async () => {
    strangers = await new Strangers().open();
  });

  afterEach(async () => {
    await tab.close();
    await strangers.close();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  /** Comes to a page whose own document is at `endpoint`, with others beside it. */
  const come = async (endpoint: string, others: readonly string[] = [], more = ''): Promise<void> => {
    tab = await browser.newPage();
    await tab.addInitScript(PATIENCE);
    await tab.goto(
      site.page({
        body:
          `<ctg-network-map endpoint="${endpoint}" view="list" sources="${others.join(' ')}" ${more}></ctg-network-map>` +
          '<script type="module" src="/w/network-map.js"></script>',
      }),
    );
  };
  const losePatience = (): Promise<void> => tab.evaluate('losePatience()');
  const group = (name: string) => tab.locator('tbody th', {hasText: `Group of the ${name}`});
  const source = (sentence: string) => tab.locator('.sources li', {hasText: sentence});
  /** Waits until nobody waits for what never ends. */
  const letGo = async (): Promise<void> => {
    for (const response of strangers.endless) await new Promise((done) => response.on('close', done));
  };

  test('shows the other groups while one site trickles, and says of each what became of it', async () => {
    const bad = ['flood', 'announced', 'bomb', 'trickle', 'silence'].map((name) => strangers.url(name));
    const oven = site.file('ctg.json', JSON.stringify(documentOf('oven', [])));
    await come(oven, [...bad, strangers.url('mill')]);

    await group('oven').waitFor();
    await group('mill').waitFor();
    await tab.getByRole('button', {name: '2 of 7 sites', exact: true}).click();
    await source('What 127.0.0.1').nth(2).waitFor();
    assert.equal(await source('Being read.').count(), 2);
    assert.equal(await source('is too large').count(), 3);
    assert.equal(strangers.endless.size, 2);

    await losePatience();

    await source('took too long to answer').nth(1).waitFor();
    assert.equal(await source('Being read.').count(), 0);
    assert.equal(await group('mill').count(), 1);
    await letGo();
    // What is on its way when the map has had enough is in the buffers of both ends.
    assert.ok(strangers.poured < FLOOD / 4, `${strangers.poured} bytes were taken`);
  });

  test('shows what the others say where its own site trickles', async () => {
    await come(strangers.url('trickle'), [strangers.url('mill'), strangers.url('farm')]);

    await group('mill').waitFor();
    await group('farm').waitFor();
    assert.equal(strangers.endless.size, 1);

    await losePatience();
    await tab.getByRole('button', {name: '2 of 3 sites', exact: true}).click();
    await source('took too long to answer').waitFor();
    await letGo();
  });

  test('follows what the others name while its own site trickles', async () => {
    await come(strangers.url('trickle'), [strangers.url('mill')], 'follow="1"');

    await group('mill').waitFor();
    await group('farm').waitFor();
    assert.equal(strangers.endless.size, 1);
  });

  test('is never blank where all that it has trickles: it says so, and asks again on a press', async () => {
    await come(strangers.url('trickle'));
    const loading = tab.locator('[part=loading]', {hasText: /\w/});
    await loading.waitFor();

    await losePatience();

    await tab.locator('[part=failed] [role=heading]').waitFor();
    await letGo();
    const asked = tab.waitForRequest(strangers.url('trickle'));
    await tab.getByRole('button', {name: 'Try again'}).click();
    await asked;
    await loading.waitFor();
  });
});
