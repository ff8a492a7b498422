// The doctor under a widget, in a real browser: when it comes, what it says, and how it is read.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, describe, test} from 'node:test';

import type {Browser, Page as Tab} from 'playwright-core';

import {RightServer} from '../command/right-server.js';
import {openBrowser} from './browser.js';
import {Site, type Page} from './site.js';
import {listShown, snippet, tag} from './visit.js';
import {DEBUG, visitWard, Ward} from './ward.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the doctor of a page', () => {
  let site: Site;
  let browser: Browser;
  let server: RightServer;
  let tab: Tab;
  let ward: Ward;

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  const visit = (page: Page, hash: string, act: (errors: readonly string[]) => Promise<void>) =>
    visitWard(browser, site, page, hash, (entered) => {
      ward = entered;
      tab = entered.tab;
      return act(entered.errors);
    });

  const withServer = async (make: (right: RightServer) => unknown, act: () => Promise<void>) => {
    server = await new RightServer().open();
    try {
      make(server);
      await act();
    } finally {
      await server.close();
    }
  };

  const panel = (n = 0) => ward.panel(n);
  const found = (n = 0) => ward.found(n);

  test('comes only when asked for, and costs nothing else', async () => {
    await visit({body: snippet('mock:open') + tag()}, '', async () => {
      await listShown(tab);

      assert.equal(await panel().count(), 0);
      assert.deepEqual(
        site.ours.filter((path) => path.includes('doctor')),
        [],
      );
    });
  });

  test('finds nothing wrong with what is right, and says what it saw', async () => {
    await withServer(
      () => undefined,
      () =>
        visit({body: snippet(server.url, DEBUG) + tag()}, '', async (errors) => {
          assert.deepEqual(await found(), []);
          const text = (await panel().textContent()) ?? '';

          assert.match(text, /works, and nothing was found/);
          assert.match(text, /Answer\s*200, application\/json, \d+ bytes, \d+ ms/);
          assert.match(text, /2 gatherings; 0 left out/);
          assert.ok(text.includes(`GET ${server.url}: 200`));
          assert.deepEqual(errors, []);
          assert.deepEqual(server.rows, []);
        }),
    );
  });

  test('names a server that is not there, with what it may be, since browsers hide it', async () => {
    const gone = await new RightServer().open();
    const {url} = gone;
    await gone.close();

    await visit({body: snippet(url, DEBUG) + tag()}, '', async () => {
      assert.deepEqual(await found(), ['unreachable']);
      assert.ok((await panel().locator('.causes li').count()) >= 4);
    });
  });

  test('gives the line for a policy that forbids the endpoint', async () => {
    await withServer(
      () => undefined,
      async () => {
        const policy = "default-src 'self'; connect-src 'self'";
        const headers = {'Content-Security-Policy': policy};
        await visit({body: snippet(server.url, DEBUG) + tag(), headers}, '', async () => {
          assert.deepEqual(await found(), ['csp-connect']);
          assert.equal(
            await panel().locator('pre').first().textContent(),
            `connect-src 'self' ${server.origin}`,
          );
        });
      },
    );
  });

  test('gives the rule for a height that the policy forbids, though that was before it came', async () => {
    const headers = {'Content-Security-Policy': "default-src 'self'"};
    const body = `${snippet('mock:open', 'style="min-height:24em" data-debug')}${tag()}`;
    await visit({body, headers}, '', async () => {
      assert.deepEqual(await found(), ['csp-style']);
    });
  });

  test('runs under a strict policy with Trusted Types, and reports nothing', async () => {
    await withServer(
      () => undefined,
      async () => {
        const policy = `default-src 'none'; script-src 'self'; style-src 'self'; connect-src ${server.origin}; img-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html; report-uri /report`;
        const headers = {'Content-Security-Policy': policy};
        await visit({body: snippet(server.url, DEBUG) + tag(), headers}, '', async (errors) => {
          assert.deepEqual(await found(), []);
          await panel().getByRole('button', {name: 'Look again'}).click();
          assert.deepEqual(await found(), []);
          assert.deepEqual({errors, reports: site.reports}, {errors: [], reports: []});
        });
      },
    );
  });

  test('names an endpoint that the page’s script tag does not allow', async () => {
    const script =
      '<script type="module" src="/w/gathering-signup.js" data-allow="https://api.example"></script>';
    await visit({body: snippet('https://other.example/ctg.json', DEBUG) + script}, '', async () => {
      assert.deepEqual(await found(), ['not-allowed']);
    });
  });

  test('stands under each widget of the page, and under those that come later', async () => {
    await visit(
      {body: snippet('mock:open', '') + snippet('mock:full', '') + tag()},
      '#ctg-debug',
      async () => {
        await found(0);
        await found(1);
        await tab.evaluate(() => {
          const late = document.createElement('ctg-gathering-signup');
          late.setAttribute('endpoint', 'mock:open');
          document.body.append(late);
        });
        await found(2);

        assert.equal(await panel().count(), 1);
        assert.equal(await tab.locator('.doctor').count(), 3);
      },
    );
  });

  test('looks again when the widget is pointed elsewhere', async () => {
    await visit({body: snippet('mock:open', DEBUG) + tag()}, '', async () => {
      assert.deepEqual(await found(), []);
      await tab
        .locator('ctg-gathering-signup')
        .evaluate((widget) => widget.setAttribute('endpoint', 'ftp://x'));

      await panel().locator('[data-code="bad-address"]').waitFor();
    });
  });

  test('copies its findings as text, for an e-mail', async () => {
    await withServer(
      (right) => (right.cors = {}),
      async () => {
        const context = await browser.newContext({permissions: ['clipboard-read', 'clipboard-write']});
        tab = await context.newPage();
        ward = new Ward(tab);
        await tab.goto(site.page({body: snippet(server.url, DEBUG) + tag()}));
        await found();
        await panel().getByRole('button', {name: 'Copy as text'}).click();
        await panel().getByText('Copied.').waitFor();

        const text = await tab.evaluate(() => navigator.clipboard.readText());
        assert.match(text, new RegExp(`^Page: ${site.origin}`));
        assert.match(text, /1\. .*Access-Control-Allow-Origin.*\[no-cors, for whoever runs the endpoint\]/);
        assert.match(text, /Apache: \.htaccess:\n {5}Header always set Access-Control-Allow-Origin "\*"/);
        await context.close();
      },
    );
  });

  test('gives the text to copy by hand where the page may not copy', async () => {
    await visit(
      {body: snippet('mock:open', DEBUG) + tag(), headers: {'Permissions-Policy': 'clipboard-write=()'}},
      '',
      async () => {
        await found();
        await panel().getByRole('button', {name: 'Copy as text'}).click();

        assert.match(await panel().getByRole('textbox').inputValue(), /^Page: /);
      },
    );
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`can be read by everybody, ${colorScheme}, 320 pixels wide`, async () => {
      await withServer(
        (right) => {
          right.gatherings[0]!['start'] = 'soon';
          right.leave = (_request, response) => right.say(response, 405, '');
          right.links[1]!['href'] = 'https://elsewhere.example/{token}';
        },
        async () => {
          const context = await browser.newContext({viewport: {width: 320, height: 800}, bypassCSP: true});
          tab = await context.newPage();
          ward = new Ward(tab);
          const head = `<style>html{color-scheme:${colorScheme}}body{background:${colorScheme === 'dark' ? '#111' : '#fff'}}</style>`;
          await tab.goto(
            site.page({
              head,
              body: `<main><h1>St Paul’s</h1><h2>Gatherings</h2>${snippet(server.url, DEBUG)}</main>${tag()}`,
            }),
          );
          assert.deepEqual(await found(), ['manage-refused', 'preflight', 'wrong-value']);

          await tab.evaluate(AXE);
          const violations = await tab.evaluate(async () => {
            const {axe} = globalThis as unknown as {
              axe: {
                run(root: Element): Promise<{violations: Array<{id: string; nodes: Array<{html: string}>}>}>;
              };
            };
            const result = await axe.run(document.documentElement);
            return result.violations.map(({id, nodes}) => [id, ...nodes.map(({html}) => html)]);
          });
          assert.deepEqual(violations, []);
          const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(wide <= 320, `${wide} pixels`);
          await context.close();
        },
      );
    });
});
