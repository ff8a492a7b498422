import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Problem} from '../../../src/protocol/problem.js';
import type {Managed} from '../../../src/protocol/receipt.js';
import {VERSION} from '../../../demo/endpoint/settings.js';
import {planned, Rig, signup, siteOf} from './rig.js';

const site = siteOf(planned('open', {capacity: 1000}));

let rig: Rig;
let folder: string;
let ahead = 0;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ctg-dist-test-'));
  const dist = join(folder, 'dist');
  mkdirSync(dist);
  writeFileSync(join(folder, 'secret.js'), 'secret');
  writeFileSync(join(dist, 'widget.js'), 'export const widget = 1;\n'.repeat(100));
  symlinkSync(join(folder, 'secret.js'), join(dist, 'way-out.js'));
  rig = await Rig.start(site, {dist, limit: 60, trustProxy: true, now: () => Date.now() + ahead});
});
after(async () => {
  await rig.close();
  rmSync(folder, {recursive: true});
});

let senders = 0;
/** A post from an address that nobody wrote from before, so that limits of other tests do not count. */
function post(body: string, headers: Record<string, string>): Promise<Response> {
  senders += 1;
  return fetch(`${rig.origin}/parish/gatherings/open/signups`, {
    method: 'POST',
    body,
    headers: {'X-Forwarded-For': `10.0.0.${senders}`, ...headers},
  });
}

describe('what is sent', () => {
  it('is read up to 64 kB, also when nobody says how long it is', async () => {
    const long = JSON.stringify({...signup('open'), note: 'x'.repeat(64_000)});
    const stream = new Blob([long]).stream();

    const told = await post(long, {'Content-Type': 'application/json'});
    const untold = await fetch(`${rig.origin}/parish/gatherings/open/signups`, {
      method: 'POST',
      body: stream,
      headers: {'Content-Type': 'application/json'},
      duplex: 'half',
    } as RequestInit);

    assert.deepEqual([told.status, untold.status], [413, 413]);
    assert.equal(told.headers.get('content-type'), 'application/problem+json; charset=utf-8');
  });

  it('is JSON or a form, and nothing else', async () => {
    const body = JSON.stringify(signup('open'));

    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/xml']) {
      assert.equal((await post(body, {'Content-Type': type})).status, 415, type);
    }
    assert.equal((await post(body, {'Content-Type': 'application/json;charset=UTF-8'})).status, 201);
    assert.equal((await post('{"ctg":', {'Content-Type': 'application/json'})).status, 400);
  });

  it('may be anything at all without breaking the endpoint', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const odd = [
      'null',
      '[]',
      '"x"',
      '0',
      '{}',
      deep,
      '{"__proto__":{"adults":1}}',
      JSON.stringify({...signup('open'), adults: 1e308}),
      JSON.stringify({...signup('open'), extra: 1}),
      JSON.stringify({...signup('open'), name: '\u0000'}),
    ];

    for (const body of odd) {
      const response = await post(body, {'Content-Type': 'application/json'});
      const problem = (await response.json()) as Problem;
      assert.equal(response.status, 422, body.slice(0, 60));
      assert.equal(problem.code, 'invalid');
    }
  });

  it('keeps names of any script and length as they were typed', async () => {
    const name = `\u202eزينب 👩‍👩‍👧 ${'e\u0301'.repeat(50)} O’Brien; drop table signups --`;
    const {body} = await rig.signUp(signup('open', {name}));

    assert.equal((await rig.ask<Managed>('GET', body.manage!)).body.signup.name, name);
  });

  it('may hold characters that no database keeps, which are shown as unknown ones', async () => {
    const {status, body} = await rig.signUp(signup('open', {name: 'a\u0000b', note: 'half \ud83d a pair'}));

    assert.equal(status, 201);
    const {signup: kept} = (await rig.ask<Managed>('GET', body.manage!)).body;
    assert.deepEqual([kept.name, kept.note], ['a\ufffdb', 'half \ufffd a pair']);
    assert.equal((await rig.ask('GET', 'signups/%00')).status, 404);
  });

  it('does not reach the database as anything but text', async () => {
    const response = await fetch(`${rig.origin}/parish'%20or%20'1'='1/ctg.json`);

    assert.equal(response.status, 404);
  });
});

describe('who writes too often', () => {
  it('is told to wait, for how long, and in a way another website can read', async () => {
    const headers = {'Content-Type': 'application/json', 'X-Forwarded-For': '192.0.2.7'};
    const answers = [];
    for (let index = 0; index < 70; index += 1) answers.push(await post('{}', headers));

    const refused = answers.filter(({status}) => status === 429);
    const problem = (await refused[0]!.json()) as Problem;

    assert.ok(refused.length >= 5 && refused.length <= 10, `${refused.length} refused`);
    assert.equal(problem.code, 'slow-down');
    assert.equal(refused[0]!.headers.get('retry-after'), String(problem.retryAfter));
    assert.match(refused[0]!.headers.get('access-control-expose-headers') ?? '', /Retry-After/);
    ahead += 61_000;
    assert.equal((await post('{}', headers)).status, 422, 'a minute later it is heard again');
  });
});

describe('other websites', () => {
  it('may read and write, and need to ask only once in two hours', async () => {
    const response = await fetch(`${rig.origin}/parish/signups/x`, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://church.example',
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': 'content-type,idempotency-key',
      },
    });

    assert.equal(response.status, 204);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.match(response.headers.get('access-control-allow-methods') ?? '', /PUT/);
    assert.match(
      (response.headers.get('access-control-allow-headers') ?? '').toLowerCase(),
      /idempotency-key/,
    );
    assert.equal(response.headers.get('access-control-max-age'), '7200');
  });

  it('are named in every answer, refusals included', async () => {
    for (const path of ['ctg.json', 'nowhere', 'signups/nobody']) {
      const response = await fetch(`${rig.origin}/parish/${path}`, {headers: {Origin: 'null'}});
      assert.equal(response.headers.get('access-control-allow-origin'), '*', path);
    }
  });

  it('can read what the endpoint is, from the schemas it checks with', async () => {
    const {body} = await rig.ask<{
      paths: Record<string, unknown>;
      components: {schemas: Record<string, {properties: object}>};
    }>('GET', 'openapi.json');

    assert.ok('/gatherings/{gathering}/signups' in body.paths);
    assert.ok('consents' in body.components.schemas['Signup']!.properties);
  });

  it('are told there of every refusal, that of half a message among them', async () => {
    const {body} = await rig.ask<{
      paths: Record<string, Record<string, {responses: Record<string, unknown>}>>;
    }>('GET', 'openapi.json');
    const receipt = (await rig.signUp(signup('open'))).body;
    for (const [method, path, url] of [
      ['post', '/gatherings/{gathering}/signups', `${rig.origin}/parish/gatherings/open/signups`],
      ['put', '/signups/{token}', receipt.manage!],
      ['post', '/signups/{token}', receipt.manage!],
    ] as const) {
      const {status} = await fetch(url, {
        method: method.toUpperCase(),
        headers: {'Content-Type': 'application/json'},
        body: '{"ctg": "1", "na',
      });
      assert.equal(status, 400);
      assert.ok(body.paths[path]?.[method]?.responses[status], `${method} ${path} ${status}`);
    }
  });
});

describe('tokens', () => {
  it('are 192 random bits and belong to their site alone', async () => {
    const tokens = new Set<string>();
    for (let index = 0; index < 20; index += 1) tokens.add((await rig.signUp(signup('open'))).body.token!);

    assert.equal(tokens.size, 20);
    for (const token of tokens) assert.match(token, /^[\w-]{32}$/);
    for (const token of ['nobody', "' or 1=1 --", '%00', '..%2f..']) {
      for (const method of ['GET', 'DELETE']) {
        assert.equal((await rig.ask<Problem>(method, `signups/${encodeURIComponent(token)}`)).status, 404);
      }
    }
  });
});

describe('the files of the widgets', () => {
  it('are served for good under their version, to every website', async () => {
    const response = await fetch(`${rig.origin}/dist/${VERSION}/widget.js`, {
      headers: {'Accept-Encoding': 'br'},
    });

    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.match(response.headers.get('cache-control') ?? '', /immutable/);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.equal(response.headers.get('content-encoding'), 'br');
    assert.match(await response.text(), /^export const widget = 1;/);
    assert.equal((await fetch(`${rig.origin}/dist/0.0.0/widget.js`)).status, 404);
    assert.equal((await fetch(`${rig.origin}/dist/widget.js`)).headers.get('cache-control'), 'no-cache');
  });

  it('are all that is served: no path leads out of their folder', async () => {
    const paths = [
      '../secret.js',
      '..%2fsecret.js',
      '%2e%2e/secret.js',
      '..%5csecret.js',
      '%252e%252e%252fsecret.js',
      'way-out.js',
      'x/../../secret.js',
      '.hidden.js',
      'widget.js%00.css',
      `${VERSION}/../../secret.js`,
      '%ff',
      '',
    ];

    for (const path of paths) assert.equal(await rawStatus(`/dist/${path}`), 404, path);
  });
});

/** The status of a path sent as it is written: `fetch` would tidy it up first. */
function rawStatus(path: string): Promise<number> {
  const {hostname, port} = new URL(rig.origin);
  return new Promise((resolve, reject) => {
    request({hostname, port, path}, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .once('error', reject)
      .end();
  });
}
