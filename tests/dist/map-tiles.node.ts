// Streets under a map: nobody is asked for them before a visitor, or the site, has said so.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import {createRequire} from 'node:module';
import type {AddressInfo} from 'node:net';
import {after, before, beforeEach, describe, test} from 'node:test';

import type {Browser, Page as Tab} from 'playwright-core';

import {openBrowser} from './browser.js';
import {groupsAt} from './map-visit.js';
import {Site} from './site.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Draws numbered tiles, for whoever says where they come from, and writes down for whom. */
class TileServer {
  readonly asked: string[] = [];
  isDown = false;
  /** Lets everybody wait until they give up. */
  isSlow = false;
  onAsked: () => void = () => undefined;
  /** Told of each tile that somebody no longer waits for. */
  onGivenUp: (address: string) => void = () => undefined;
  readonly #server: Server = createServer(({url, headers}, response) => {
    this.asked.push(url!);
    this.onAsked();
    if (this.isSlow) {
      response.on('close', () => this.onGivenUp(url!));
      return;
    }
    const name = /^\/(\d+\/\d+\/\d+)\.svg$/.exec(url!)?.[1];
    if (this.isDown || !name || !headers.referer) {
      response.writeHead(403, {'Access-Control-Allow-Origin': '*'}).end();
      return;
    }
    response.writeHead(200, {'Content-Type': 'image/svg+xml', 'Access-Control-Allow-Origin': '*'});
    response.end(
      `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" fill="#f2d38a" stroke="#a33"/><text x="128" y="128" font-size="30" text-anchor="middle">${name}</text></svg>`,
    );
  });

  async open(): Promise<this> {
    await new Promise<void>((open) => this.#server.listen(0, '127.0.0.1', open));
    return this;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get template(): string {
    return `http://${this.host}/{z}/{x}/{y}.svg`;
  }

  close(): Promise<unknown> {
    return new Promise((closed) => this.#server.close(closed));
  }
}

describe('streets under a map', () => {
  let site: Site;
  let tiles: TileServer;
  let browser: Browser;

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
  });

  beforeEach(async () => {
    tiles = await new TileServer().open();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  async function come(attributes: string, script = ''): Promise<Tab> {
    const data = site.file(
      'groups.json',
      JSON.stringify(groupsAt(['Here', 39.5, -119.8], ['Fiji', -17, 179.9], ['Samoa', -14, -171])),
    );
    const tab = await browser.newPage();
    await tab.addInitScript('globalThis.__name = (named) => named');
    await tab.goto(
      site.page({
        body: `<div data-ctg="network-map" data-endpoint="${data}" ${attributes} style="min-height:40em"></div><script type="module" src="/w/network-map.js" ${script}></script>`,
        headers: {
          'Content-Security-Policy': `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src http://${tiles.host}; report-uri /report`,
        },
      }),
    );
    await tab.locator('ctg-network-map [role=option]').first().waitFor({state: 'attached'});
    return tab;
  }

  /** How much of the picture has the colour of a tile, once there is any, or none. */
  const covered = (tab: Tab, isCovered: boolean): Promise<unknown> =>
    tab.waitForFunction((wanted) => {
      const canvas = document.querySelector('ctg-network-map')!.shadowRoot!.querySelector('canvas')!;
      const {data} = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let at = 0; at < data.length; at += 4)
        if (data[at] === 0xf2 && data[at + 1] === 0xd3 && data[at + 2] === 0x8a) count++;
      return wanted ? count > data.length / 8 : count === 0;
    }, isCovered);

  test('are asked for with the press that names their host, by keyboard too, and can be hidden', async () => {
    const tab = await come(`data-tiles="${tiles.template}"`);
    await tab.getByText(`Show streets? Your browser will then contact ${tiles.host}.`).waitFor();
    await covered(tab, false);
    assert.deepEqual(tiles.asked, []);
    await tab.evaluate(AXE);
    const faults = await tab.evaluate(async () => {
      const {axe} = globalThis as unknown as {
        axe: {run(root: Element): Promise<{violations: Array<{id: string; nodes: unknown[]}>}>};
      };
      const {violations} = await axe.run(document.querySelector('ctg-network-map')!);
      return violations.map(({id, nodes}) => [id, JSON.stringify(nodes)]);
    });
    assert.deepEqual(faults, []);

    await tab.getByRole('button', {name: 'Show streets'}).focus();
    await tab.keyboard.press('Enter');
    // The colours are read off the canvas: one with a picture of a stranger on it would not let that be done.
    await covered(tab, true);
    assert.ok(tiles.asked.length > 0 && tiles.asked.length <= 40, `${tiles.asked.length}`);

    const hide = tab.getByRole('button', {name: 'Hide streets'});
    assert.ok(await hide.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button));
    await tab.keyboard.press('Enter');
    await covered(tab, false);
    assert.equal(await tab.evaluate(() => localStorage.length + document.cookie.length), 0);
    await tab.close();
    await tiles.close();
  });

  test('need no press where the site has consent, and are never in the graph', async () => {
    const tab = await come(
      `data-tiles="${tiles.template}" data-tiles-consent data-tiles-credit="© Somebody"`,
    );
    await covered(tab, true);
    await tab.getByText('© Somebody').waitFor({state: 'attached'});

    await tab.getByRole('button', {name: 'Connections'}).click();
    await covered(tab, false);
    await tab.close();
    await tiles.close();
  });

  test('are given up where nobody looks any more', async () => {
    tiles.isSlow = true;
    const givenUp = new Promise<string>((resolve) => (tiles.onGivenUp = resolve));
    const asked = new Promise<void>((resolve) => (tiles.onAsked = resolve));
    const tab = await come(`data-tiles="${tiles.template}" data-tiles-consent`);
    await asked;
    await tab.getByRole('button', {name: 'Closer'}).click();
    await tab.getByRole('button', {name: 'Closer'}).click();

    assert.ok(tiles.asked.includes(await givenUp));
    await tab.close();
    await tiles.close();
  });

  test('leave the outline where they do not come', async () => {
    tiles.isDown = true;
    const tab = await come(`data-tiles="${tiles.template}" data-tiles-consent`);
    await tab.getByRole('button', {name: 'Hide streets'}).waitFor();
    await covered(tab, false);
    await tab.close();
    await tiles.close();
  });

  test('are not offered from where the script tag does not allow', async () => {
    const tab = await come(
      `data-tiles="${tiles.template}" data-tiles-consent`,
      `data-allow="${site.origin}"`,
    );
    await tab.waitForFunction(() =>
      document.querySelector('ctg-network-map')!.shadowRoot!.querySelector('.zoom'),
    );
    await covered(tab, false);
    assert.equal(await tab.locator('ctg-network-map .streets').count(), 0);
    assert.deepEqual(tiles.asked, []);
    await tab.close();
    await tiles.close();
  });
});
