// A map on pages with a strict Content-Security-Policy: what it draws needs no more than the page allows.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import type {Browser} from 'playwright-core';

import type {CtgDocument} from '../../src/protocol/document.js';
import {openBrowser} from './browser.js';
import {Endpoint} from './endpoint.js';
import {Site} from './site.js';
import {errorsOf, listShown, snippet, tag} from './visit.js';

const RESERVED = 'class="reserved"';
const TRUSTED = "require-trusted-types-for 'script'; trusted-types lit-html;";
const mapTag = (query = '') => `<script type="module" src="/w/network-map.js${query}"></script>`;

/** A document with one group in it. */
const one = (name: string, lat: number): CtgDocument => ({
  ctg: '1',
  publisher: {name},
  groups: [{id: `https://${name}.example/`, name, place: {lat, lon: -119.8, precision: 'exact'}}],
});

describe('a map on a page with a strict policy', () => {
  let site: Site;
  let endpoint: Endpoint;
  let browser: Browser;
  let withoutGl: Browser;
  let head: string;

  before(async () => {
    site = await new Site().open();
    endpoint = await new Endpoint().open();
    endpoint.document = {...endpoint.document, ...one('river', 39.5)};
    site.file('lake.json', JSON.stringify(one('lake', 39.1)));
    site.file('hill.json', JSON.stringify(one('hill', 40.2)));
    site.down.add('/down.json');
    browser = await openBrowser();
    withoutGl = await openBrowser(['--disable-3d-apis']);
    head = `<link rel="stylesheet" href="${site.file('page.css', '.reserved { min-height: 40em }')}">`;
  });

  after(async () => {
    await browser.close();
    await withoutGl.close();
    await endpoint.close();
    await site.close();
  });

  for (const [what, script, policy, beside, gl] of [
    ['alone', mapTag(), '', false, true],
    ['with its file twice, once with a version in its address', mapTag('?ver=1') + mapTag(), '', false, true],
    ['without WebGL', mapTag(), '', false, false],
    ['with Trusted Types and a signup beside it', mapTag() + tag(), TRUSTED, true, true],
  ] as const)
    test(`shows the groups of three documents, and nothing is reported, ${what}`, async () => {
      const map = `<div data-ctg="network-map" data-endpoint="${endpoint.url}" data-sources="lake.json hill.json down.json" ${RESERVED}><a href="/groups">Our network</a></div>`;
      const address = site.page({
        head,
        body: map + (beside ? snippet(endpoint.url, RESERVED) : '') + script,
        headers: {
          'Content-Security-Policy': `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ${endpoint.origin}; img-src 'self'; ${policy} report-uri /report`,
        },
      });
      const tab = await (gl ? browser : withoutGl).newPage();
      const errors = errorsOf(tab);
      const hosts = new Set<string>();
      tab.on('request', (request) => hosts.add(new URL(request.url()).origin));

      await tab.goto(address);
      await tab.locator('ctg-network-map canvas').first().waitFor();
      const widget = tab.locator('ctg-network-map');
      // The one that is down is counted.
      await widget.getByText('3 groups from 3 of 4 sites.').waitFor();
      await widget.getByRole('button', {name: 'List'}).click();
      for (const name of ['river', 'lake', 'hill']) await widget.getByText(name).first().waitFor();
      if (beside) await listShown(tab);

      assert.equal(await widget.count(), 1);
      assert.deepEqual([...hosts].sort(), [endpoint.origin, site.origin].sort());
      assert.deepEqual(site.reports, []);
      // That one does not come is said by the browser itself.
      assert.deepEqual(
        errors.filter((error) => !error.includes('503')),
        [],
      );
      await tab.close();
    });
});
