import assert from 'node:assert/strict';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, afterEach, before, describe, test} from 'node:test';

import {type Fault, type Faults, type FaultOptions, startFaults} from './faults.js';

const id = '2f1f7f0e-4e0a-4b3e-9a53-6f1f0c3a8a11';
let endpoint: Server;
let target = '';
let taken = 0;
let faults: Faults | undefined;

/** The proxy with every post broken in one way. */
async function breaking(kind: Fault, options: Partial<FaultOptions> = {}): Promise<string> {
  faults = await startFaults({target, share: 1, kinds: [kind], slowest: 20, ...options});
  return `${faults.origin}/signups`;
}

const post = (url: string, init: RequestInit = {}) =>
  fetch(url, {
    method: 'POST',
    body: JSON.stringify({id}),
    headers: {'Content-Type': 'application/json'},
    ...init,
  });

before(async () => {
  endpoint = createServer((request, response) => {
    if (request.method === 'POST') taken++;
    request.resume();
    response.writeHead(request.method === 'OPTIONS' ? 204 : 200, {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'Retry-After',
      'Content-Type': 'application/json',
    });
    response.end(
      request.method === 'OPTIONS'
        ? undefined
        : JSON.stringify({id, status: 'confirmed', links: [`${target}/signups`]}),
    );
  });
  await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
  target = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}`;
});
after(() => {
  endpoint.closeAllConnections();
  endpoint.close();
});
afterEach(async () => {
  await faults?.close();
  taken = 0;
});

const refusals: [Fault, number, number][] = [
  ['error-before', 500, 0],
  ['error-after', 500, 1],
  ['unavailable', 503, 0],
  ['slow-down', 429, 0],
];

describe('The faulty network', () => {
  for (const [kind, status, commits] of refusals) {
    test(`${kind}: answers ${status}, and the endpoint has taken it ${commits} times`, async () => {
      const answer = await post(await breaking(kind));

      assert.equal(answer.status, status);
      assert.equal(answer.headers.get('Access-Control-Allow-Origin'), '*');
      assert.equal(taken, commits);
      if (kind === 'slow-down') {
        assert.equal(answer.headers.get('Retry-After'), '1');
        assert.match(answer.headers.get('Access-Control-Expose-Headers') ?? '', /Retry-After/);
        assert.equal(((await answer.json()) as {retryAfter: number}).retryAfter, 1);
      }
    });
  }

  for (const [kind, commits] of [
    ['drop-before', 0],
    ['drop-after', 1],
  ] as const) {
    test(`${kind}: the connection breaks, and the endpoint has taken it ${commits} times`, async () => {
      await assert.rejects(post(await breaking(kind)), TypeError);

      assert.equal(taken, commits);
    });
  }

  test('truncate: a good status, and half of the body', async () => {
    const answer = await post(await breaking('truncate'));

    assert.equal(answer.status, 200);
    await assert.rejects(answer.text());
    assert.equal(taken, 1);
  });

  test('hang: no answer for longer than anybody waits', async () => {
    const url = await breaking('hang');

    await assert.rejects(post(url, {signal: AbortSignal.timeout(100)}), {name: 'TimeoutError'});
  });

  test('html: a page under 200, and the endpoint knows nothing', async () => {
    const answer = await post(await breaking('html'));

    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('Content-Type') ?? '', /html/);
    assert.equal(taken, 0);
  });

  test('slow: the whole answer, late', async () => {
    const answer = await post(await breaking('slow'));

    assert.equal(((await answer.json()) as {id: string}).id, id);
  });

  test('leaves reads and preflights alone, and turns links in documents to itself', async () => {
    const url = await breaking('drop-before');

    const preflight = await fetch(url, {method: 'OPTIONS'});
    const document = (await (await fetch(url)).json()) as {links: string[]};

    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get('Access-Control-Allow-Origin'), '*');
    assert.deepEqual(document.links, [url]);
  });

  test('counts attempts, and what was taken, by id', async () => {
    const url = await breaking('error-after');
    await post(url);
    await post(url);
    faults!.break(0);
    await post(url);

    const statistics = await (await fetch(new URL('/__faults', url))).json();

    assert.deepEqual(statistics, faults!.statistics());
    assert.deepEqual(faults!.statistics().attempts, {[id]: 3});
    assert.deepEqual(faults!.statistics().taken, {[id]: 3});
    assert.equal(faults!.statistics().kinds['error-after'], 2);
  });

  test('breaks the same attempts again for the same seed', async () => {
    const seen: number[][] = [];
    for (const seed of [7, 7, 8]) {
      const url = await breaking('unavailable', {share: 0.5, seed});
      const statuses: number[] = [];
      for (let i = 0; i < 30; i++) statuses.push((await post(url)).status);
      seen.push(statuses);
      await faults!.close();
    }

    assert.deepEqual(seen[0], seen[1]);
    assert.notDeepEqual(seen[0], seen[2]);
  });
});
