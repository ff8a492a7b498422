// Pages with a strict Content-Security-Policy, as the README promises: a signup works and nothing is reported.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import type {Browser} from 'playwright-core';

import {startTestEndpoint} from '../../scripts/test-endpoint.mjs';
import {openBrowser} from './browser.js';
import {Site} from './site.js';
import {listShown, snippet, tag, visit, VISITOR} from './visit.js';

const RESERVED = 'class="reserved"';

/** The policy that the README promises to work under, with reports sent to the site itself. */
const strict = (endpoint: string, more = '') =>
  `default-src 'none'; script-src 'self'; style-src 'self'; connect-src ${endpoint}; img-src 'self'; ${more} report-uri /report`;

const TRUSTED = "require-trusted-types-for 'script'; trusted-types lit-html;";

/** The page's own script: says what search engines can read, and every violation until then. */
const WATCHER = `
  const violations = [];
  addEventListener('securitypolicyviolation', ({effectiveDirective, sample}) => violations.push(effectiveDirective + sample));
  const look = () => {
    const script = document.head.querySelector('script[type="application/ld+json"]');
    if (!script) return requestAnimationFrame(look);
    // A violation is told with the task after the one in which it happened.
    requestAnimationFrame(() => setTimeout(() =>
      console.log('events ' + JSON.parse(script.text)['@context'] + ' ' + JSON.stringify(violations))));
  };
  look();
`;

describe('a page with a strict policy', () => {
  let site: Site;
  let browser: Browser;
  let head: string;
  let script: string;

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
    head = `<link rel="stylesheet" href="${site.file('page.css', '.reserved { min-height: 24em }')}">`;
    script = `<script type="module" src="${site.file('visitor.js', VISITOR)}"></script>`;
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  const signUp = async (endpoint: string, policy: string, scripts: string) => {
    const address = site.page({
      head,
      body: snippet(endpoint, RESERVED) + scripts + script,
      headers: {'Content-Security-Policy': policy},
    });
    const seen = await visit(browser, address);
    return {...seen, reports: site.reports};
  };

  test('takes a signup and reports nothing (row 64)', async () => {
    const {end, violations, errors, reports} = await signUp('mock:open', strict("'none'"), tag());

    assert.deepEqual({violations, errors, reports}, {violations: [], errors: [], reports: []});
    assert.equal(end, 'confirmed, delivered');
  });

  test('delivers it to an endpoint on another origin and reports nothing', async () => {
    const {origin, stop} = await startTestEndpoint();
    try {
      const {end, violations, errors, reports} = await signUp(
        `${origin}/church/ctg.json`,
        strict(origin),
        tag(),
      );

      assert.deepEqual({violations, errors, reports}, {violations: [], errors: [], reports: []});
      assert.match(end, /, delivered$/);
    } finally {
      await stop();
    }
  });

  test('enforces Trusted Types with two of our files on it, and takes a signup (row 65)', async () => {
    const policy = strict("'none'", TRUSTED);
    const {end, violations, errors, reports} = await signUp('mock:open', policy, tag() + tag('?ver=2'));

    assert.deepEqual({violations, errors, reports}, {violations: [], errors: [], reports: []});
    assert.equal(end, 'confirmed, delivered');
  });

  for (const [what, scripts] of [
    ['the loader', '<script type="module" src="/w/ctg.js"></script>'],
    ['the classic tag', '<script src="/w/ctg.classic.js"></script>'],
    ['everything in one file', '<script src="/w/ctg.all.js"></script>'],
  ] as const)
    test(`takes a signup and reports nothing with ${what}, Trusted Types enforced (rows 64 and 65)`, async () => {
      const policy = strict("'none'", TRUSTED);
      const {end, violations, errors, reports} = await signUp('mock:open', policy, scripts);

      assert.deepEqual({violations, errors, reports}, {violations: [], errors: [], reports: []});
      assert.equal(end, 'confirmed, delivered');
    });

  for (const [kind, more] of [
    ['a strict policy', ''],
    ['Trusted Types', TRUSTED],
  ] as const)
    test(`is read by search engines under ${kind}, and reports nothing`, async () => {
      const tab = await browser.newPage();
      const told = tab.waitForEvent('console', (message) => message.text().startsWith('events '));
      const watcher = `<script type="module" src="${site.file('watcher.js', WATCHER)}"></script>`;
      await tab.goto(
        site.page({
          head,
          body: watcher + snippet('mock:open', RESERVED) + tag(),
          headers: {'Content-Security-Policy': strict("'none'", more)},
        }),
      );

      assert.equal((await told).text(), 'events https://schema.org/ []');
      assert.deepEqual(site.reports, []);
      await tab.close();
    });

  test('notices a violation, so that the silence above means something', {timeout: 30_000}, async () => {
    // On load: before that, nobody on the page listens yet.
    const evil = "addEventListener('load', () => { try { eval('1') } catch {} })";
    const bad = `<script type="module" src="${site.file('bad.js', evil)}"></script>`;
    const report = site.nextReport();
    const {violations} = await signUp('mock:open', strict("'none'"), tag() + bad);

    assert.equal(violations.length, 1);
    assert.match(await report, /script-src/);
  });

  test('keeps its link where it does not allow our policy (row 65)', async () => {
    const tab = await browser.newPage();
    const policy = strict("'none'", "require-trusted-types-for 'script'; trusted-types other;");
    const failed = tab.waitForEvent('pageerror');
    await tab.goto(
      site.page({
        head,
        body: snippet('mock:open', RESERVED) + tag(),
        headers: {'Content-Security-Policy': policy},
      }),
    );

    assert.match((await failed).message, /trusted-types lit-html/);
    assert.ok(await tab.getByRole('link', {name: 'See our gatherings'}).isVisible());
    await tab.close();
  });

  test('only names policies and enforces none: the list is shown all the same', async () => {
    const tab = await browser.newPage();
    await tab.goto(
      site.page({
        head,
        body: snippet('mock:open', RESERVED) + tag(),
        headers: {'Content-Security-Policy': strict("'none'", 'trusted-types other;')},
      }),
    );

    await listShown(tab);
    await tab.close();
  });
});
