// A pledge on pages with a strict Content-Security-Policy, also beside gatherings: it is sent and nothing is reported.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import type {Browser} from 'playwright-core';

import {openBrowser} from './browser.js';
import {Endpoint} from './endpoint.js';
import {PLEDGE, PLEDGER, pledgeSnippet, pledgeTag} from './pledging.js';
import {Site} from './site.js';
import {listShown, snippet, tag, visit} from './visit.js';

const RESERVED = 'class="reserved"';
const TRUSTED = "require-trusted-types-for 'script'; trusted-types lit-html;";

describe('a pledge on a page with a strict policy', () => {
  let site: Site;
  let endpoint: Endpoint;
  let browser: Browser;
  let head: string;
  let script: string;

  before(async () => {
    site = await new Site().open();
    endpoint = await new Endpoint().open();
    endpoint.document = {...endpoint.document, pledge: PLEDGE};
    browser = await openBrowser();
    head = `<link rel="stylesheet" href="${site.file('page.css', '.reserved { min-height: 24em }')}">`;
    script = `<script type="module" src="${site.file('pledger.js', PLEDGER)}"></script>`;
  });

  after(async () => {
    await browser.close();
    await endpoint.close();
    await site.close();
  });

  const strict = (more = '') =>
    `default-src 'none'; script-src 'self'; style-src 'self'; connect-src ${endpoint.origin}; img-src 'self'; ${more} report-uri /report`;
  const page = (body: string, policy: string) =>
    site.page({head, body, headers: {'Content-Security-Policy': policy}});

  for (const [what, body, scripts, policy] of [
    ['alone', '', pledgeTag(), ''],
    ['with Trusted Types and its file twice', '', pledgeTag() + pledgeTag('?ver=2'), TRUSTED],
    ['with Trusted Types and the files of both widgets', 'both', tag() + pledgeTag(), TRUSTED],
    ['with Trusted Types and the loader', 'both', '<script type="module" src="/w/ctg.js"></script>', TRUSTED],
    ['with Trusted Types and the classic tag', 'both', '<script src="/w/ctg.classic.js"></script>', TRUSTED],
    [
      'with Trusted Types and everything in one file',
      'both',
      '<script src="/w/ctg.all.js"></script>',
      TRUSTED,
    ],
  ] as const)
    test(`is sent and nothing is reported, ${what} (rows 64 and 65)`, async () => {
      const gatherings = body === 'both' ? snippet(endpoint.url, RESERVED) : '';
      const address = page(
        pledgeSnippet(endpoint.url, RESERVED) + gatherings + scripts + script,
        strict(policy),
      );

      const {end, violations, errors} = await visit(browser, address);

      const {reports} = site;
      assert.deepEqual({violations, errors, reports}, {violations: [], errors: [], reports: []});
      assert.equal(end, 'confirmed, delivered');
    });

  test('leaves the gatherings beside it as they are', async () => {
    const tab = await browser.newPage();
    const body =
      pledgeSnippet(endpoint.url, RESERVED) + snippet(endpoint.url, RESERVED) + pledgeTag() + tag();
    await tab.goto(page(body, strict(TRUSTED)));

    await listShown(tab);

    assert.deepEqual(site.reports, []);
    await tab.close();
  });
});
