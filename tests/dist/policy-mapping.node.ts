// Pages with a strict policy that read and write another JSON by a mapping: a signup works and nothing is reported.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import type {Browser} from 'playwright-core';

import {RightServer, type Posted} from '../command/right-server.js';
import {openBrowser} from './browser.js';
import {Site} from './site.js';
import {tag, visit, VISITOR} from './visit.js';

const TRUSTED = "require-trusted-types-for 'script'; trusted-types lit-html;";
/** An expression in it, so that the library for expressions runs under the policy too. */
const MAPPING = {
  items: 'data[?seats > `0`]',
  gathering: {id: 'key', name: "join(' ', [title, 'for all'])", start: 'begins', capacity: 'seats'},
  decode: ['name'],
  signup: {
    rename: {id: 'meta.ref', name: 'fields.full_name', email: 'fields.mail'},
    set: {people: 'adults + children'},
    drop: 'rest',
  },
  receipt: {id: 'data.ref', status: 'data.state', words: {ok: 'confirmed'}},
};
const JSON_TEXT = JSON.stringify(MAPPING);
const ATTRIBUTE = JSON_TEXT.replaceAll('&', '&amp;').replaceAll('>', '&gt;').replaceAll("'", '&#39;');

/** An endpoint with words of its own. */
const foreign = (server: RightServer): void => {
  server.read = (_request, response) =>
    server.say(response, 200, {
      data: [
        {key: 'a', title: 'Soup &amp; songs', begins: '2099-12-03T18:00:00Z', seats: 20},
        {key: 'b', title: 'Walk', begins: '2099-12-10T18:00:00Z', seats: 8},
        {key: 'c', title: 'Without seats', begins: '2099-12-03T18:00:00Z', seats: 0},
      ],
    });
  server.parse = (_request, body): Posted => {
    const {meta, fields, people} = JSON.parse(body) as {
      meta: {ref: string};
      fields: {full_name: string};
      people: number;
    };
    return {id: meta.ref, name: fields.full_name, adults: people};
  };
  server.receipt = ({id}) => ({data: {ref: id, state: 'OK'}});
};

describe('a page with a strict policy and a mapping', () => {
  let site: Site;
  let browser: Browser;
  let head: string;

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
    head = `<link rel="stylesheet" href="${site.file('page.css', '.reserved { min-height: 24em }')}">`;
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  const FORMS: ReadonlyArray<readonly [string, (said: string) => string]> = [
    [
      'in a script inside the tag',
      (said) =>
        `<ctg-gathering-signup ${said.replaceAll('data-', '')}><script type="application/json" data-ctg="mapping">${JSON_TEXT}</script><a href="/gatherings">See our gatherings</a></ctg-gathering-signup>`,
    ],
    [
      'in an attribute of the div',
      (said) =>
        `<div data-ctg="gathering-signup" ${said} data-mapping='${ATTRIBUTE}'><a href="/gatherings">See our gatherings</a></div>`,
    ],
  ];
  const POLICIES: ReadonlyArray<readonly [string, string]> = [
    ['a strict policy', ''],
    ['Trusted Types', TRUSTED],
  ];
  for (const [what, form] of FORMS)
    for (const [kind, more] of POLICIES)
      test(`${what} reads, writes and reports nothing under ${kind}`, async () => {
        const server = await new RightServer().open();
        try {
          foreign(server);
          const policy = `default-src 'none'; script-src 'self'; style-src 'self'; connect-src ${server.origin}; img-src 'self'; ${more} report-uri /report`;
          const said = `class="reserved" data-endpoint="${server.url}" data-action="${server.origin}/rsvp/{gathering}"`;
          const visitor = `<script type="module" src="${site.file('visitor.js', VISITOR)}"></script>`;
          const address = site.page({
            head,
            body: form(said) + tag() + visitor,
            headers: {'Content-Security-Policy': policy},
          });

          const {end, violations, errors} = await visit(browser, address);

          assert.deepEqual(
            {violations, errors, reports: site.reports},
            {violations: [], errors: [], reports: []},
          );
          assert.equal(end, 'confirmed, delivered');
          assert.deepEqual(
            server.rows.map(({signup}) => [signup.name, signup.adults]),
            [['Ana Ruiz', 1]],
          );
        } finally {
          await server.close();
        }
      });
});
