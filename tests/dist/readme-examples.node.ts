// The examples of README for any endpoint, taken from there as they stand and pasted into a bare page.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';

import type {Browser, Route} from 'playwright-core';

import {openBrowser} from './browser.js';
import {Site} from './site.js';
import {errorsOf, signUp, tag} from './visit.js';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const PAGE = 'https://parish.example';
/** As a browser writes the address in the example. */
const SCRIPT = 'https://script.google.com/macros/s/%E2%80%A6/exec';
const START = '2099-12-03T18:00:00Z';

/** The first example below a heading. */
const below = (heading: string): string => {
  const [, html] = /```html\n([^]*?)```/.exec(README.slice(README.indexOf(`\n### ${heading}\n`))) ?? [];
  if (html === undefined) throw new Error(`There is no example below "${heading}".`);
  return html;
};

const NATIVE = {
  ctg: '1',
  gatherings: [
    {id: '7', name: 'Soup & songs', start: START, capacity: 20},
    {id: '8', name: 'Walk', start: START, capacity: 20},
  ],
};
const WRITABLE = {...NATIVE, links: [{rel: 'signups', href: '/signups', idempotent: true}]};
const THEIRS = [7, 8].map((id) => ({
  id,
  title: {rendered: id === 7 ? 'Soup &amp; songs' : 'Walk'},
  begins: '2099-12-03 18:00',
  seats: 20,
  venue: {name: 'Parish hall'},
}));
const POSTS = THEIRS.map(({id, title}) => ({
  id,
  title,
  meta: {event_capacity: 20, event_start: '2099-12-03 18:00:00', event_end: '2099-12-03 20:00:00'},
  ctg_taken: 3,
}));

interface Example {
  readonly heading: string;
  readonly read: string;
  readonly answer: unknown;
  readonly write: string;
  /** Whether what was sent is in their names, and what comes back for it. */
  readonly taken: (body: string) => {readonly is: boolean; readonly answer: unknown};
}

const receipt = (body: string) => {
  const {id, name} = JSON.parse(body) as {id: string; name: string};
  return {is: name === 'Ana Ruiz', answer: {id, status: 'confirmed'}};
};

const EXAMPLES: readonly Example[] = [
  {
    heading: 'Any endpoint',
    read: 'https://example.org/wp-json/events',
    answer: {data: {events: THEIRS}},
    write: 'https://example.org/rsvp/7',
    taken: (body) => {
      const {ref, fields, form_id, ...rest} = JSON.parse(body) as Record<string, unknown>;
      return {
        is:
          (fields as {full_name: string}).full_name === 'Ana Ruiz' &&
          form_id === 7 &&
          !('ctg' in rest || 'page' in rest),
        answer: {data: {ref, state: 'ok'}},
      };
    },
  },
  {
    heading: 'A Google spreadsheet',
    read: SCRIPT,
    answer: {...WRITABLE, links: [{rel: 'signups', href: SCRIPT, idempotent: true, encoding: 'form'}]},
    write: SCRIPT,
    taken: (body) => {
      const sent = new URLSearchParams(body);
      return {is: sent.get('name') === 'Ana Ruiz', answer: {id: sent.get('id'), status: 'confirmed'}};
    },
  },
  {
    heading: 'A host with PHP',
    read: `${PAGE}/ctg.php`,
    answer: WRITABLE,
    write: `${PAGE}/signups`,
    taken: receipt,
  },
  {
    heading: 'A file, and a form service',
    read: `${PAGE}/ctg.json`,
    answer: NATIVE,
    write: 'https://formspree.io/f/YOUR-FORM',
    taken: (body) => {
      const sent = new URLSearchParams(body);
      return {
        is: sent.get('Full name') === 'Ana Ruiz' && !sent.has('ctg') && !sent.has('name'),
        answer: {ok: true},
      };
    },
  },
  {
    heading: 'WordPress, by an author whose HTML is filtered',
    read: `${PAGE}/wp-json/wp/v2/events?per_page=100`,
    answer: POSTS,
    write: `${PAGE}/wp-json/ctg/v1/signups`,
    taken: receipt,
  },
];

describe('the examples of README for any endpoint', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const {heading, read, answer, write, taken} of EXAMPLES)
    test(`${heading}: shows the list and signs up`, {timeout: 30_000}, async () => {
      const bodies: string[] = [];
      const context = await browser.newContext();
      const open = {'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*'};
      await context.route('**/*', async (route: Route) => {
        const request = route.request();
        const url = request.url();
        if (request.method() === 'POST' && url === write) {
          bodies.push(request.postData() ?? '');
          return route.fulfill({json: taken(bodies.at(-1)!).answer, headers: open});
        }
        if (request.method() === 'OPTIONS') return route.fulfill({status: 204, headers: open});
        if (url === read) return route.fulfill({json: answer, headers: open});
        if (url === `${PAGE}/`)
          return route.fulfill({
            body: `<!doctype html><html lang="en"><title>A page</title>${below(heading)}${tag()}`,
            contentType: 'text/html; charset=utf-8',
          });
        const {pathname} = new URL(url);
        return pathname.startsWith('/w/')
          ? route.fulfill({response: await route.fetch({url: site.origin + pathname})})
          : route.fulfill({status: 404});
      });
      const tab = await context.newPage();
      const errors = errorsOf(tab);
      try {
        await tab.goto(`${PAGE}/`);
        await tab.locator('ctg-gathering-signup').getByText('Soup & songs').first().waitFor();
        await signUp(tab, '7');

        assert.equal(bodies.length, 1);
        assert.ok(taken(bodies[0]!).is, bodies[0]);
        assert.deepEqual(
          errors.filter((error) => !error.includes('404')),
          [],
        );
      } finally {
        await context.close();
      }
    });
});
