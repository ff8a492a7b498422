// How the command is used, and what it writes for people and for programs.
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';

import {RightServer} from './right-server.js';
import {ctg} from './terminal.js';

const ESCAPE = '\u001b[';

describe('the command ctg', () => {
  let server: RightServer;
  let folder: string;

  before(async () => {
    server = await new RightServer().open();
    folder = mkdtempSync(join(tmpdir(), 'ctg-command-'));
  });

  after(async () => {
    await server.close();
    rmSync(folder, {recursive: true});
  });

  const file = (content: string): string => {
    const name = join(folder, 'ctg.json');
    writeFileSync(name, content);
    return name;
  };

  const MISUSED: ReadonlyArray<readonly [string, readonly string[], RegExp]> = [
    ['no address', ['check'], /missing required argument 'url'/],
    ['an address that is none', ['check', 'example.org'], /starts with https:/],
    ['a file as an address', ['check', 'file:///etc/passwd'], /starts with https:/],
    ['an unknown option', ['check', 'https://a.example', '--wirte'], /Did you mean --write/],
    ['writing without a gathering', ['check', 'https://a.example', '--write'], /--write needs --gathering/],
    ['a gathering without writing', ['check', 'https://a.example', '--gathering', 'x'], /for --write/],
    ['an origin that is none', ['check', 'https://a.example', '--origin', 'here'], /starts with https:/],
    ['no time at all', ['check', 'https://a.example', '--timeout', '0'], /number of seconds/],
    ['two addresses', ['check', 'https://a.example', 'https://b.example'], /too many arguments/],
    ['an unknown command', ['chekc'], /unknown command/],
    ['an unknown family', ['validate', '-', '--as', 'nothing'], /Allowed choices are document/],
    ['a file that is not there', ['validate', '/nowhere/at.json'], /cannot be read/],
  ];
  for (const [what, args, error] of MISUSED)
    test(`ends with 2 for ${what}`, async () => {
      const ran = await ctg(args);

      assert.equal(ran.code, 2);
      assert.match(ran.error, error);
      assert.equal(ran.out, '');
    });

  test('ends with 0 for help and version', async () => {
    assert.equal((await ctg(['--help'])).code, 0);
    assert.match((await ctg(['check', '--help'])).out, /--gathering <id>/);
    assert.deepEqual(await ctg(['--version']), {code: 0, out: '0.0.0\n', error: ''});
  });

  test('writes a table that says what was asked and what came', async () => {
    const {out, code} = await ctg(['check', server.url]);

    assert.equal(code, 0);
    assert.match(out, /^endpoint {3}http/m);
    assert.match(out, /^reading {4}200, application\/json, \d+ bytes, \d+ ms$/m);
    assert.match(out, /^document {3}ctg 1: 2 gatherings, 0 left out$/m);
    assert.match(out, /^leave {6}PUT http.*: given$/m);
    assert.match(out, /^writing {4}http.*: not tried/m);
  });

  test('uses colours on a terminal only, and there not with NO_COLOR', async () => {
    const said = async (isTerminal: boolean, environment = {}) =>
      (await ctg(['check', server.url], {isTerminal, environment})).out;

    assert.ok((await said(true)).includes(ESCAPE));
    assert.ok(!(await said(false)).includes(ESCAPE));
    assert.ok(!(await said(true, {NO_COLOR: '1'})).includes(ESCAPE));
  });

  test('warns that an address of one’s own machine, or on http, serves no visitor', async () => {
    const {out} = await ctg(['check', server.url, '--origin', 'https://stpaul.example', '--json']);
    const {findings} = JSON.parse(out) as {findings: Array<{code: string}>};

    assert.deepEqual(
      findings.map(({code}) => code),
      ['private-address'],
    );
  });

  test('says that a page on https may not ask on http, and looks at the endpoint all the same', async () => {
    // Nobody is there, which is found by asking.
    const url = 'http://ctg-check.invalid/ctg.json';
    const {out, code} = await ctg(['check', url, '--json']);
    const {findings} = JSON.parse(out) as {findings: Array<{code: string}>};

    assert.equal(code, 1);
    assert.deepEqual(
      findings.map((one) => one.code),
      ['mixed-content', 'dns'],
    );
  });

  test('says that a server is down', async () => {
    const gone = await new RightServer().open();
    const {url} = gone;
    await gone.close();

    const {out, code} = await ctg(['check', url]);

    assert.equal(code, 1);
    assert.match(out, /✗ down/);
  });

  test('takes a valid document from a file and from a pipe', async () => {
    const text = JSON.stringify(server.document());

    assert.equal((await ctg(['validate', file(text)])).code, 0);
    const piped = await ctg(['validate', '-'], {input: () => Promise.resolve(`\ufeff${text}`)});
    assert.deepEqual(piped, {code: 0, out: '- is a valid document.\n', error: ''});
  });

  const INVALID: ReadonlyArray<readonly [string, string, RegExp]> = [
    ['no JSON', '{"ctg": "1",}', /line 1, column 13.*take the comma before it away/],
    ['another version', '{"ctg": "9"}', /"9"/],
    ['something else', '{"events": []}', /an object with events/],
    [
      'a wrong date',
      '{"ctg": "1", "gatherings": [{"id": "a", "name": "A", "start": "today"}]}',
      /\/gatherings\/\*\/start is "today", and should be a date/,
    ],
    [
      'an unknown name',
      '{"ctg": "1", "gatherings": [{"id": "a", "name": "A", "begin": "x"}]}',
      /\/gatherings\/0 has "begin", which the format does not know/,
    ],
    ['brackets without end', '['.repeat(200), /64 levels/],
  ];
  for (const [what, content, said] of INVALID)
    test(`names ${what}`, async () => {
      const {code, out} = await ctg(['validate', file(content)]);

      assert.equal(code, 1);
      assert.match(out, said);
    });

  test('holds a mapping against its schema, however a pledge or a group is written', async () => {
    const gathering = {id: 'id', name: 'title'};
    const holds = async (mapping: unknown) =>
      (await ctg(['validate', file(JSON.stringify(mapping)), '--as', 'mapping'])).code;

    assert.equal(await holds({gathering, pledging: {drop: ['ctg']}, joining: {add: {form: 7}}}), 0);
    assert.equal(await holds({gathering, pledging: {dorp: ['ctg']}}), 1);
  });

  test('holds other messages against their schemas, for programs too', async () => {
    const args = ['validate', file('{"id": "a", "status": "maybe"}'), '--as', 'receipt', '--json'];
    const {code, out} = await ctg(args);
    const {valid, findings} = JSON.parse(out) as {valid: boolean; findings: Array<{what: string}>};

    assert.equal(code, 1);
    assert.equal(valid, false);
    assert.match(findings[0]!.what, /^\/status is not what it can be/);
  });
});
