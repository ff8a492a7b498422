// The command against the reference endpoint, which does what the documents promise.
import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
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

  for (const [site, sections] of [
    ['business', /^document {3}ctg 1: \d+ gatherings, [3-9]\d groups, 0 left out$/m],
    ['nonprofit', /^document {3}ctg 1: \d+ gatherings, a pledge of 5 values, 0 left out$/m],
  ] as const)
    test(`says what else stands in the document of the ${site}`, async () => {
      const there = url.replace('/church/', `/${site}/`);
      const {groups, pledge} = (await (await fetch(there)).json()) as CtgDocument;

      const {out} = await ctg(['check', there]);
      const {document} = JSON.parse((await ctg(['check', there, '--json'])).out) as {
        document: {groups: number; pledge: boolean};
      };

      assert.match(out, sections);
      assert.deepEqual([document.groups, document.pledge], [groups?.length ?? 0, pledge !== undefined]);
    });

  test('says which group of a document can not be used', async () => {
    const groups = [
      {id: 'https://garden.example/', name: 'Garden', contact: {email: 'half@'}},
      {id: 'https://choir.example/'},
    ];
    const server = createServer((_, answer) =>
      answer
        .writeHead(200, {'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*'})
        .end(JSON.stringify({ctg: '1', groups})),
    ).listen(0);
    await once(server, 'listening');

    const {out} = await ctg(['check', `http://localhost:${(server.address() as AddressInfo).port}/ctg.json`]);
    server.close();

    assert.match(out, /^document {3}ctg 1: 0 gatherings, 1 group, \d left out$/m);
    assert.match(out, /\/groups\/0\/contact\/email/);
    assert.match(out, /\/groups\/1/);
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
