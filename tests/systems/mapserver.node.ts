// MapServer, as Debian has it: OGC API Features by name. Points with a date are gatherings and stand in the widget;
// points without one are groups, which no widget shows yet, so here the part that reads them is asked in the page.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';

import {build} from 'esbuild';
import type {Browser} from 'playwright-core';

import {openBrowser} from '../dist/browser.js';
import {Site} from '../dist/site.js';
import {listShown, tag} from '../dist/visit.js';
import {type Feature, MapServer} from './mapserver.js';
import {attribute} from './pasted.js';

const skip = MapServer.lacks ?? false;

const year = new Date().getFullYear() + 1;
// In UTC: its driver drops an offset and puts a Z in its place.
const supper: Feature = {
  lon: -119.81,
  lat: 39.53,
  properties: {id: 'supper', name: 'Supper & <b>stories</b>', start: `${year}-03-04T02:00:00Z`, capacity: 20},
};
const walk: Feature = {
  ...supper,
  properties: {id: 'walk', name: 'Evening walk', start: `${year}-04-01T01:00:00Z`},
};
const groups = Array.from({length: 240}, (_, n) => ({
  lon: -120 + n / 100,
  lat: 39.5,
  properties: {id: `g${n}`, name: n === 7 ? null : `Group ${n}`, website: `https://group${n}.example/`},
}));

describe('MapServer', {skip}, () => {
  let map: MapServer;
  let shut: MapServer;
  let site: Site;
  let browser: Browser;
  before(async () => {
    map = await MapServer.start({gatherings: [supper, walk], groups});
    shut = await MapServer.start({gatherings: [supper]}, false);
    site = await new Site().open();
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await site.close();
    await map.close();
    await shut.close();
  });

  const pasted = (
    endpoint: string,
  ) => `<div data-ctg="gathering-signup" data-endpoint="${endpoint.replaceAll('&', '&amp;')}" data-format="ogc-features"
  ${attribute('data-defaults', {timeZone: 'America/Los_Angeles'})} style="min-height:24em">
  <a href="/gatherings">See our gatherings</a>
</div>`;

  it('shows its points with a date as gatherings', async () => {
    const body = pasted(map.items('gatherings'));
    console.log(`Pasted:\n${body}`);
    const tab = await browser.newPage();

    await tab.goto(site.page({body: body + tag()}));
    await listShown(tab);
    const widget = tab.locator('ctg-gathering-signup');

    assert.match(await widget.locator('[data-id="supper"]').innerText(), /Supper & stories[^]*6:00/);
    assert.ok(await widget.getByText('Evening walk').isVisible());
    await tab.close();
  });

  it('says that it can not be reached where its web server lets no other site read, and keeps the link', async () => {
    const tab = await browser.newPage();
    await tab.goto(site.page({body: pasted(shut.items('gatherings')) + tag()}));

    await tab.locator('ctg-gathering-signup [part~="failed"]').waitFor();
    assert.ok(await tab.getByRole('link', {name: 'See our gatherings'}).isVisible());
    await tab.close();
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
