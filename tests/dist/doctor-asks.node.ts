// The doctor asks what the page itself asked: its headers, its mapping and encoding, and where it was led.
import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, test} from 'node:test';

import type {Browser} from 'playwright-core';

import {RightServer} from '../command/right-server.js';
import {openBrowser} from './browser.js';
import {Site} from './site.js';
import {snippet, tag} from './visit.js';
import {DEBUG, visitWard, type Ward} from './ward.js';

const PARISH = `data-headers='{"X-Parish": "stpaul"}'`;
const LEAVE = {
  'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
  'Access-Control-Allow-Headers': 'Content-Type, X-Parish',
};

describe('the doctor asks as the page does', () => {
  let site: Site;
  let browser: Browser;
  let server: RightServer;
  /** What the server was asked, as `METHOD /path parish`. */
  let asked: string[];

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
  });
  beforeEach(async () => {
    server = await new RightServer().open();
    asked = [];
    const {read} = server;
    server.read = (request, response, body) => {
      const {method, url, headers} = request;
      asked.push(`${method} ${url} ${headers['x-parish'] ?? '-'}`);
      return read(request, response, body);
    };
  });
  afterEach(() => server.close());
  after(async () => {
    await browser.close();
    await site.close();
  });

  const visit = (attributes: string, act: (ward: Ward) => Promise<void>, script = tag(), url = server.url) =>
    visitWard(browser, site, {body: snippet(url, `${DEBUG} ${attributes}`) + script}, '', act);

  test('with its headers, which the endpoint wants', async () => {
    const {read} = server;
    server.read = (request, response, body) =>
      request.headers['x-parish'] === 'stpaul' || request.url !== '/ctg.json'
        ? read(request, response, body)
        : server.say(response, 401, {title: 'Who are you?'});
    server.leave = (_request, response) => server.say(response, 204, '', LEAVE);

    await visit(PARISH, async (ward) => {
      assert.deepEqual(await ward.found(), []);
      assert.deepEqual(
        [...new Set(asked)],
        ['GET /ctg.json stpaul', 'GET /gatherings/ctg-debug/signups stpaul'],
      );
    });
    await visit('', async (ward) => assert.deepEqual(await ward.found(), ['refused']));
  });

  test('and says that browsers do not let its headers through, and for which line they would', async () => {
    await visit(PARISH, async (ward) => {
      assert.deepEqual(await ward.found(), ['preflight-read']);
      const text = (await ward.panel().textContent()) ?? '';
      assert.match(text, /leave before they send X-Parish/);
      assert.ok(text.includes('Access-Control-Allow-Headers "Content-Type, X-Parish"'));
    });
  });

  test('and not at all where its headers can not be sent', async () => {
    await visit(`data-headers='{"Cookie": "a=1"}'`, async (ward) => {
      assert.deepEqual(await ward.found(), ['bad-setting']);
      assert.match((await ward.panel().textContent()) ?? '', /\/Cookie: is a header that no browser sends/);
      assert.deepEqual(asked, []);
    });
  });

  test('with its encoding: who posts a form needs no leave', async () => {
    server.leave = (_request, response) => server.say(response, 405, '');

    await visit('data-encoding="form"', async (ward) => assert.deepEqual(await ward.found(), []));
    await visit('', async (ward) => assert.deepEqual(await ward.found(), ['preflight']));
  });

  test('with its mapping, for which the same answer is a list', async () => {
    server.read = (_request, response) =>
      server.say(response, 200, {data: [{key: 'a', title: 'Supper', begins: '2099-12-03T18:00:00Z'}]});
    const mapping = `data-mapping='{"items": "data", "gathering": {"id": "key", "name": "title", "start": "begins"}}'`;

    await visit(mapping, async (ward) => {
      assert.deepEqual(await ward.found(), ['read-only']);
      assert.match((await ward.panel().textContent()) ?? '', /Format\s*mapping/);
    });
    await visit('', async (ward) => assert.deepEqual(await ward.found(), ['not-a-document']));
  });

  test('where it was led: what is relative begins there, and data-allow holds there too', async () => {
    const other = server.origin.replace('127.0.0.1', 'localhost');
    const {read} = server;
    server.read = (request, response, body) =>
      request.url === '/ctg.json'
        ? server.say(response, 302, '', {Location: `${other}/there/ctg.json`})
        : read(request, response, body);

    await visit('', async (ward) => {
      assert.deepEqual(await ward.found(), []);
      const text = (await ward.panel().textContent()) ?? '';
      assert.ok(text.includes(`Sign-ups go to${other}/gatherings/GATHERING/signups (json)`), text);
    });
    const script = `<script type="module" src="/w/gathering-signup.js" data-allow="${server.origin}"></script>`;
    await visit(
      '',
      async (ward) => {
        assert.deepEqual(await ward.found(), ['not-allowed']);
        assert.ok(((await ward.panel().textContent()) ?? '').includes(`data-allow="… ${other}"`));
      },
      script,
    );
  });

  test('and reads letters as the page does, by the character set that an answer names', async () => {
    server.gatherings[1]!['name'] = 'Café';
    server.read = (_request, response) =>
      server.say(response, 200, Buffer.from(JSON.stringify(server.document()).replace('’', "'"), 'latin1'), {
        'Content-Type': 'application/json; charset=iso-8859-1',
      });

    await visit('', async (ward) => {
      assert.deepEqual(await ward.found(), []);
      assert.ok(await ward.tab.getByText('Café').first().isVisible());
    });
  });
});
