// The built command, as `npx ctg-widgets` finds and runs it.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {accessSync, constants, readFileSync} from 'node:fs';
import {text} from 'node:stream/consumers';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {RightServer} from '../command/right-server.js';

const ROOT = new URL('../../', import.meta.url);
const {bin, version} = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as {
  bin: Record<string, string>;
  version: string;
};

const ctg = async (args: readonly string[], input = '') => {
  const child = spawn(fileURLToPath(new URL(bin['ctg']!, ROOT)), args, {stdio: 'pipe'});
  const ended = new Promise<number | null>((resolve, reject) =>
    child.once('close', resolve).once('error', reject),
  );
  child.stdin.end(input);
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return {code: await ended, out, error};
};

test('the package has one program, so that npx runs it by the package’s name', () => {
  assert.deepEqual(Object.keys(bin), ['ctg']);
  accessSync(new URL(bin['ctg']!, ROOT), constants.X_OK);
});

test('it says its version, without a package beside it', async () => {
  assert.deepEqual(await ctg(['--version']), {code: 0, out: `${version}\n`, error: ''});
});

test('it checks an endpoint by writing, without colours in a pipe', async () => {
  const server = await new RightServer().open();
  try {
    const {code, out, error} = await ctg(['check', server.url, '--write', '--gathering', 'test']);

    assert.match(out, /It works, and nothing was found\.\n$/);
    assert.doesNotMatch(out, /\u001b/);
    assert.deepEqual({code, error}, {code: 0, error: ''});
  } finally {
    await server.close();
  }
});

test('it validates what is piped in', async () => {
  const {code, out} = await ctg(['validate', '-'], '{"ctg": "1",\n');

  assert.equal(code, 1);
  assert.match(out, /cut off/);
});

test('it ends with 2 when it is used wrongly', async () => {
  assert.equal((await ctg(['check'])).code, 2);
});

test('the description of an endpoint is published, and names no site', () => {
  const {openapi, servers} = JSON.parse(readFileSync(new URL('dist/openapi.json', ROOT), 'utf8')) as {
    openapi: string;
    servers: Array<{url: string}>;
  };

  assert.equal(openapi, '3.1.0');
  assert.deepEqual(servers, [{url: 'https://YOUR-ENDPOINT/SITE'}]);
});
