// Every wrong endpoint is named rightly: nothing missed, nothing invented.
import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import type {Finding} from '../../src/endpoint/diagnosis/finding.js';
import {RightServer} from './right-server.js';
import {ctg} from './terminal.js';
import {WRONG_TO_READ} from './wrong-servers.js';
import {WRONG_TO_WRITE} from './wrong-writers.js';

const WRITE = ['--write', '--gathering', 'test'];

/** Opens the server, checks it, and gives the codes that were found, with the findings themselves. */
async function findingsAt(make: (server: RightServer) => unknown, more: readonly string[]) {
  const server = await new RightServer().open();
  try {
    make(server);
    const {code, out, error} = await ctg(['check', server.url, '--json', ...more]);
    assert.equal(error, '');
    const {findings, left} = JSON.parse(out) as {findings: readonly Finding[]; left: readonly string[]};
    return {code, findings, codes: findings.map((one) => one.code).sort(), left, server};
  } finally {
    await server.close();
  }
}

describe('ctg check', () => {
  test('finds nothing wrong with an endpoint that is right, and leaves nothing behind', async () => {
    const {code, codes, left, server} = await findingsAt(() => undefined, WRITE);

    assert.deepEqual({code, codes, left}, {code: 0, codes: [], left: []});
    assert.ok(server.rows.length > 0, 'it did write');
    assert.deepEqual(
      server.rows.filter(({cancelled}) => !cancelled),
      [],
    );
  });

  test('writes nothing unless told to', async () => {
    const {server} = await findingsAt(() => undefined, []);

    assert.deepEqual(server.rows, []);
  });

  for (const {name, codes: expected, write, timeout, make} of [...WRONG_TO_READ, ...WRONG_TO_WRITE])
    test(`names ${name}`, async () => {
      const more = [...(write ? WRITE : []), ...(timeout ? ['--timeout', String(timeout)] : [])];
      const {code, codes, findings} = await findingsAt(make, more);

      assert.deepEqual(codes, [...expected].sort());
      assert.equal(code, findings.some(({level}) => level === 'breaks') ? 1 : 0);
      for (const {what, lines} of findings) {
        assert.match(what, /^[A-Z<"/h0-9].*[.]$/s, 'one whole sentence');
        for (const {where, text} of lines) assert.ok(where && text);
      }
    });
});
