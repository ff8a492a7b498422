// What is said of what no wrong server can show: other pages, other policies, other formats.
import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {diagnose} from '../../../src/endpoint/diagnose.js';
import type {FindingCode} from '../../../src/endpoint/diagnosis/finding.js';
import {policyLine} from '../../../src/endpoint/diagnosis/lines.js';
import type {Observations, PageSeen, Seen, Unanswered} from '../../../src/endpoint/diagnosis/observation.js';
import {understand} from '../../../src/endpoint/diagnosis/understand.js';
import {reportText} from '../../../src/endpoint/diagnosis/report.js';
import type {EndpointSet} from '../../../src/endpoint/resolve.js';
import type {CtgDocument} from '../../../src/protocol/document.js';
import type {LoadFailure} from '../../../src/protocol/outcome.js';
import '../../testing/sections.js';

const ENDPOINT = 'https://api.example/ctg.json';
const NOW = Date.parse('2026-11-01T12:00:00Z');
const SET: EndpointSet = {
  endpoint: ENDPOINT,
  format: 'auto',
  encoding: 'json',
  ack: 'receipt',
  redirects: 'refuse',
};

const seen = (more: Partial<Seen> = {}): Seen => ({
  kind: 'seen',
  method: 'GET',
  url: ENDPOINT,
  final: ENDPOINT,
  hops: [],
  status: 200,
  headers: new Headers({'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*'}),
  bytes: 10,
  ms: 20,
  text: '{"ctg": "1"}',
  utf8: true,
  ...more,
});

const unanswered = (why: Unanswered['why']): Unanswered => ({
  kind: 'unanswered',
  method: 'GET',
  url: ENDPOINT,
  ms: 20,
  why,
  detail: 'E_TEST',
});

const page = (more: Partial<PageSeen>): PageSeen => ({
  url: 'https://stpaul.example/',
  online: true,
  violations: [],
  scripts: ['https://cdn.example/w/gathering-signup.js'],
  ruins: [],
  ...more,
});

const codes = (more: Partial<Observations>): readonly FindingCode[] =>
  diagnose({eyes: 'page', origin: 'https://stpaul.example', now: NOW, set: SET, ...more}).map(
    ({code}) => code,
  );

const blocked = (directive: string, address: string) =>
  codes({page: page({violations: [{directive, blocked: address, policy: "default-src 'self'"}]})});

describe('the diagnosis', () => {
  test('of nothing is nothing', () => {
    assert.deepEqual(codes({read: seen()}), []);
  });

  const UNANSWERED: ReadonlyArray<readonly [Unanswered['why'], FindingCode]> = [
    ['dns', 'dns'],
    ['down', 'down'],
    ['tls', 'tls'],
    ['broken', 'broken-off'],
    ['timeout', 'timeout'],
    ['loop', 'redirect-loop'],
    ['hidden', 'unreachable'],
  ];
  for (const [why, code] of UNANSWERED)
    test(`of no answer (${why}) is ${code}`, () => {
      assert.deepEqual(codes({read: unanswered(why)}), [code]);
    });

  test('of no answer without any connection is that there is none', () => {
    assert.deepEqual(codes({read: unanswered('hidden'), page: page({online: false})}), ['offline']);
  });

  test('of a slow answer is that it is slow', () => {
    assert.deepEqual(codes({read: seen({ms: 4_000})}), ['slow']);
  });

  test('of an answer that a cache has kept for a day is not a wrong clock', () => {
    const headers = (age: string) =>
      new Headers({
        'Content-Type': 'application/json',
        Date: new Date(NOW - 86_400_000).toUTCString(),
        Age: age,
      });

    assert.deepEqual(codes({read: seen({headers: headers('86400')})}), []);
    assert.deepEqual(codes({read: seen({headers: headers('0')})}), ['clock']);
  });

  const FAILURES: ReadonlyArray<readonly [string, string, FindingCode]> = [
    ['not-set-up', '', 'no-endpoint'],
    ['not-set-up', 'format=osbi', 'unknown-format'],
    ['not-set-up', 'encoding=xml', 'bad-setting'],
    ['bad-address', 'ftp://x', 'bad-address'],
    ['bad-address', 'not in data-allow: https://x.example', 'not-allowed'],
    ['mixed-content', 'http://x.example', 'mixed-content'],
    ['two-formats', 'geojson, csv', 'two-formats'],
    ['wrong-format', 'geojson; it looks like csv', 'wrong-format'],
    ['bad-mapping', '/gatherings: no expression', 'mapping-syntax'],
    ['empty-mapping', '/gatherings: nothing there', 'mapping-empty'],
    ['bad-defaults', '/x', 'bad-setting'],
    ['bad-headers', 'Cookie', 'bad-setting'],
    ['answers-error', 'no such field', 'error-under-200'],
  ];
  for (const [code, detail, expected] of FAILURES)
    test(`of ${code} (${detail}) is ${expected}, whether the page or the answer has it`, () => {
      const failure = {code, detail} as LoadFailure;

      assert.deepEqual(codes({setFailure: failure, set: undefined}), [expected]);
      assert.deepEqual(codes({read: seen(), load: {ok: false, failure}}), [expected]);
    });

  test('of an answer from an origin that data-allow does not name is that origin, and what to write', async () => {
    const read = seen({url: 'https://script.google.com/x', final: 'https://script.googleusercontent.com/y'});
    const set = {...SET, endpoint: read.url, allow: ['https://script.google.com']};
    const load = await understand(set, read);
    const found = diagnose({eyes: 'page', origin: 'https://stpaul.example', now: NOW, set, read, load});

    assert.deepEqual(
      found.map(({code}) => code),
      ['not-allowed'],
    );
    assert.match(found[0]?.what ?? '', /does not name https:\/\/script\.googleusercontent\.com,/);
    const both = {...set, allow: [...set.allow, 'https://script.googleusercontent.com']};
    assert.ok((await understand(both, read)).ok);
  });

  test('of relative addresses begins where the answer came from, and of its text at the letters that it names', async () => {
    const read = seen({
      final: 'https://moved.example/a/ctg.json',
      headers: new Headers({'Content-Type': 'application/json; charset=iso-8859-1'}),
      text: JSON.stringify({
        ctg: '1',
        gatherings: [{id: 'a', name: 'Café'}],
        links: [{rel: 'signups', href: 'new'}],
      }),
    });
    const load = await understand(SET, read);

    assert.ok(load.ok);
    assert.equal(load.value.url, 'https://moved.example/a/ctg.json');
    assert.equal(load.value.document.gatherings?.[0]?.name, 'Café');
  });

  test('of what could not be translated says each reason once', () => {
    const left = ['/items/0/x', '/items/7/x', 'line 3'].map((path) => ({path, code: 'date'}));
    const document: CtgDocument = {ctg: '1', gatherings: [{id: 'a', name: 'A'}]};
    const value = {document, dropped: [], url: ENDPOINT, at: NOW, format: 'csv', left};
    const findings = diagnose({
      eyes: 'page',
      origin: 'https://stpaul.example',
      now: NOW,
      set: {...SET, action: 'https://api.example/{gathering}'},
      load: {ok: true, value},
    });

    assert.deepEqual(
      findings.map(({what}) => what),
      [
        'In the answer at /items/0/x and 1 like it: its date cannot be read.',
        'In the answer at line 3: its date cannot be read.',
      ],
    );
  });

  test('of a policy is about us alone', () => {
    assert.deepEqual(blocked('connect-src', ENDPOINT), ['csp-connect']);
    assert.deepEqual(blocked('script-src-elem', 'https://cdn.example/w/chunks/x.js'), ['csp-script']);
    assert.deepEqual(blocked('style-src-attr', 'inline'), ['csp-style']);
    assert.deepEqual(blocked('trusted-types', 'trusted-types-policy'), ['csp-trusted-types']);
    assert.deepEqual(blocked('img-src', 'https://api.example/a.png'), ['csp-other']);
    assert.deepEqual(blocked('connect-src', 'https://tracker.example/'), []);
  });

  test('of a private address depends on where the page is', () => {
    const at = (endpoint: string, origin: string) => codes({set: {...SET, endpoint}, origin});

    for (const endpoint of [
      'http://localhost/a',
      'http://127.0.0.1/a',
      'http://[::1]/a',
      'https://192.168.1.4/a',
      'https://[fd00::1]/a',
      'https://nas.local/a',
    ])
      assert.deepEqual(at(endpoint, 'https://stpaul.example'), ['private-address'], endpoint);
    assert.deepEqual(at('http://localhost:8001/a', 'http://localhost:8000'), []);
    assert.deepEqual(at('http://192.168.1.4/a', 'http://192.168.1.5'), []);
    assert.deepEqual(at('https://10.example/a', 'https://stpaul.example'), []);
  });

  test('adds to the policy that is there, and repeats what it would fall back to', () => {
    const line = (policy: string) => policyLine(policy, 'connect-src', 'https://api.example').text;

    assert.equal(
      line("default-src 'self'; connect-src 'self' https://a.example"),
      "connect-src 'self' https://a.example https://api.example",
    );
    assert.equal(
      line("default-src 'self' https://b.example"),
      "connect-src 'self' https://b.example https://api.example",
    );
    assert.equal(line("default-src 'none'"), 'connect-src https://api.example');
    assert.equal(line("CONNECT-SRC 'none'"), 'CONNECT-SRC https://api.example');
  });

  test('is a text that can be sent, with what is hidden lettered', () => {
    const findings = diagnose({
      eyes: 'page',
      origin: 'https://stpaul.example',
      now: NOW,
      set: SET,
      read: unanswered('hidden'),
    });
    const text = reportText([['Page', 'https://stpaul.example/']], findings);

    assert.match(text, /^Page: https:\/\/stpaul\.example\/\n\n1\. There was no answer from api\.example/);
    assert.match(text, /\n {3}a\) The address is misspelt/);
    assert.match(text, /\n {3}b\) /);
  });
});
