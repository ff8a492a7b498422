// MapServer, as Debian has it: OGC API Features by name. Points with a date are gatherings and stand in the widget;
// points without one are groups, which no widget shows yet, so here the part that reads them is asked in the page.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';

import {build} from 'esbuild';
import type {Browser} from 'playwright-core';

import {openBrowser} from '../dist/browser.js';
import {Site} from '../dist/site.js';
import {MapServer} from './mapserver.js';

const skip = MapServer.lacks ?? false;

const groups = Array.from({length: 240}, (_, n) => ({
  lon: -120 + n / 100,
  lat: 39.5,
  properties: {id: `g${n}`, name: n === 7 ? null : `Group ${n}`, website: `https://group${n}.example/`},
}));

describe('MapServer', {skip}, () => {
  let map: MapServer;
  let site: Site;
  let browser: Browser;
  before(async () => {
    map = await MapServer.start({groups});
    site = await new Site().open();
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await site.close();
    await map.close();
  });

  it('gives all its groups in several pages, and stays inside the box that was asked for', async () => {
    site.file('read.js', await readerScript());
    const tab = await browser.newPage();
    await tab.goto(site.page({body: '<p>Reading</p>'}));

    const read = (url: string) =>
      tab.evaluate(async (address) => {
        const path = '/read.js';
        const {readGroups} = (await import(path)) as typeof import('./in-page.js');
        return readGroups(address);
      }, url);
    const all = await read(map.items('groups', '&limit=100'));
    const some = await read(map.items('groups', '&limit=20&bbox=-119.5,39,-119,40'));
    await tab.close();

    // The one without a name is dropped, and said to be.
    assert.deepEqual([all.names.length, all.pages, all.dropped], [239, 3, ['/features/7 no-name']]);
    assert.equal(some.names.length, 51);
    assert.ok(some.names.every((name) => Number(name.slice('Group '.length)) >= 50));
    assert.ok(
      map.asked.filter((url) => url.includes('limit=20')).every((url) => url.includes('bbox=')),
      'each page of the same question',
    );
  });
});

/** The part of ours that reads, as a module for a page. */
async function readerScript(): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [new URL('in-page.ts', import.meta.url).pathname],
    bundle: true,
    format: 'esm',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
