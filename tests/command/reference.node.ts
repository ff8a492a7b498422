// The command against the reference endpoint, which does what the documents promise.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import {startTestEndpoint} from '../../scripts/test-endpoint.mjs';
import type {CtgDocument} from '../../src/protocol/document.js';
import {standingOf} from '../../src/protocol/standing.js';
import {ctg} from './terminal.js';

describe('ctg check on the reference endpoint', () => {
  let url: string;
  let stop: () => Promise<void>;

  before(async () => {
    const endpoint = await startTestEndpoint();
    url = `${endpoint.origin}/church/ctg.json`;
    stop = endpoint.stop;
  });

  after(() => stop());

  const read = async () => (await (await fetch(url)).json()) as CtgDocument;

  test('finds nothing wrong by reading', async () => {
    const {code, out} = await ctg(['check', url]);

    assert.match(out, /It works, and nothing was found\./);
    assert.equal(code, 0);
  });

  test('finds nothing wrong by writing, and leaves the gathering as it was', async () => {
    const {gatherings = []} = await read();
    const open = gatherings.filter((one) => standingOf(one, Date.now()).state === 'open');
    assert.ok(open.length > 0);

    for (const {id, taken} of open) {
      const {code, out} = await ctg(['check', url, '--write', '--gathering', id, '--json']);
      const {findings, left} = JSON.parse(out) as {findings: unknown; left: unknown};

      assert.deepEqual({code, findings, left}, {code: 0, findings: [], left: []}, id);
      const after = (await read()).gatherings?.find((one) => one.id === id);
      assert.equal(after?.taken, taken, id);
    }
  });

  test('is told which gatherings there are when it asks for one that is not', async () => {
    const {code, error} = await ctg(['check', url, '--write', '--gathering', 'nowhere']);

    assert.equal(code, 2);
    assert.match(error, /There is no gathering "nowhere"\. There are: \w/);
  });
});
