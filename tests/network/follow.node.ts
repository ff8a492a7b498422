import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import fc from 'fast-check';

import {follow, FOLLOWING, type Peer, type PeerAnswer} from '../../src/network/follow.js';

/** A web of documents, by address: what each names, and where it redirects to. */
interface Web {
  readonly [url: string]: {
    readonly peers?: readonly string[];
    readonly bytes?: number;
    readonly url?: string;
  };
}

/** Follows from `a` and tells what was asked for, in order, and what came of it. */
async function followed(
  web: Web,
  {
    depth = 1,
    mayFetch = () => true,
    tick = 0,
  }: {depth?: number; mayFetch?: (url: string) => boolean; tick?: number} = {},
): Promise<{asked: string[]; peers: Peer<string>[]; most: number}> {
  const asked: string[] = [];
  const peers: Peer<string>[] = [];
  let [time, under, most] = [0, 0, 0];
  const read = async (url: string): Promise<PeerAnswer<string>> => {
    asked.push(url);
    under += 1;
    most = Math.max(most, under);
    await Promise.resolve();
    under -= 1;
    time += tick;
    const page = web[url];
    if (!page) return {ok: false, code: 'unreachable', bytes: 0};
    return {ok: true, url: page.url ?? url, bytes: page.bytes ?? 100, peers: page.peers ?? [], document: url};
  };
  const start = [{url: 'a', peers: web['a']?.peers ?? []}];
  await follow(start, {depth, mayFetch, read, onPeer: (peer) => peers.push(peer), now: () => time});
  return {asked, peers, most};
}

const many = (count: number): string[] => Array.from({length: count}, (_, index) => `p${index}`);
const webOf = (names: readonly string[], page = {}): Web => ({
  a: {peers: names},
  ...Object.fromEntries(names.map((name) => [name, page])),
});

describe('following peers', () => {
  test('stops at the depth that was asked for, and at two whatever was asked for', async () => {
    const chain: Web = {a: {peers: ['b']}, b: {peers: ['c']}, c: {peers: ['d']}, d: {}};

    assert.deepEqual((await followed(chain, {depth: 0})).asked, []);
    assert.deepEqual((await followed(chain, {depth: 1})).asked, ['b']);
    assert.deepEqual((await followed(chain, {depth: 9})).asked, ['b', 'c']);
    assert.deepEqual((await followed(chain, {depth: 1.5})).asked, ['b']);
    for (const depth of [NaN, -1, -Infinity]) assert.deepEqual((await followed(chain, {depth})).asked, []);
  });

  test('asks each once, where documents name each other and themselves', async () => {
    const web: Web = {a: {peers: ['a', 'b', 'b', 'c']}, b: {peers: ['a', 'c']}, c: {peers: ['b', 'c', 'a']}};

    assert.deepEqual((await followed(web, {depth: 2})).asked, ['b', 'c']);
  });

  test('asks once for an address that is spelled in several ways', async () => {
    const b = 'https://b.example/ctg.json';
    const web: Web = {
      a: {peers: [b, 'https://B.example:443/ctg.json#x', 'https://b.example/ctg.json/', 'https://c.example']},
      [b]: {peers: ['https://c.example/', 'https://B.example/ctg.json']},
      'https://c.example': {},
    };

    assert.deepEqual((await followed(web, {depth: 2})).asked, [b, 'https://c.example']);
  });

  test('counts two addresses of one document once, and says so of the second', async () => {
    const web: Web = {a: {peers: ['b', 'old', 'older']}, b: {}, old: {url: 'b'}, older: {url: 'a'}};

    const {peers} = await followed(web);

    assert.deepEqual(peers, [
      {url: 'b', is: 'read', document: 'b'},
      {url: 'old', is: 'same', as: 'b'},
      {url: 'older', is: 'same', as: 'a'},
    ]);
  });

  test('takes an address with a fragment for the document that it is a part of', async () => {
    const web: Web = {a: {peers: ['a#x', 'b#1', 'b#2', 'b']}, b: {peers: ['b#3', 'a#4']}};

    assert.deepEqual((await followed(web, {depth: 2})).asked, ['b']);
  });

  test('takes nothing from an address that it may not ask, where another leads there', async () => {
    const {peers} = await followed(
      {a: {peers: ['b']}, b: {url: 'inside', peers: ['c']}, c: {}},
      {depth: 2, mayFetch: (url) => url !== 'inside'},
    );

    assert.deepEqual(peers, [{url: 'inside', is: 'refused'}]);
  });

  test('gives each reading no more than what is left, so that all together never pass the limit', async () => {
    const names = many(25);
    const page = fc.integer({min: 0, max: 2_000_000});
    await fc.assert(
      fc.asyncProperty(fc.array(page, {minLength: 25, maxLength: 25}), async (sizes) => {
        let under = 0;
        let taken = 0;
        const peers: Array<Peer<string>['is']> = [];
        await follow([{url: 'a', peers: names}], {
          depth: 1,
          mayFetch: () => true,
          now: () => 0,
          onPeer: ({is}) => peers.push(is),
          read: async (url, left) => {
            under += left.bytes;
            assert.ok(
              left.bytes > 0 && left.bytes <= FOLLOWING.peerBytes && under + taken <= FOLLOWING.bytes,
            );
            await Promise.resolve();
            under -= left.bytes;
            const size = sizes[names.indexOf(url)]!;
            const bytes = Math.min(size, left.bytes);
            taken += bytes;
            if (size > bytes) return {ok: false, code: 'too-large', bytes};
            return {ok: true, url, bytes, peers: [], document: url};
          },
        });
        assert.ok(taken <= FOLLOWING.bytes);
        assert.equal(peers.length, names.length);
      }),
    );
  });

  test('gives no reading more time than is left', async () => {
    const given: number[] = [];
    let time = 0;
    await follow([{url: 'a', peers: many(20)}], {
      depth: 1,
      mayFetch: () => true,
      now: () => time,
      onPeer: () => undefined,
      read: async (_, left) => {
        given.push(time + left.milliseconds);
        time += 3_000;
        return {ok: false, code: 'unreachable', bytes: 0};
      },
    });

    assert.ok(given.length > 1 && given.every((end) => end <= FOLLOWING.milliseconds), String(given));
  });

  test('never asks a refused address, and names it', async () => {
    const {asked, peers} = await followed(webOf(['https://10.0.0.1/', 'p']), {
      mayFetch: (url) => url === 'p',
    });

    assert.deepEqual(asked, ['p']);
    assert.deepEqual(peers[0], {url: 'https://10.0.0.1/', is: 'refused'});
  });

  test('reads 25 at most, four at once, and names those that were too many', async () => {
    const {asked, peers, most} = await followed(webOf(many(40)));

    assert.deepEqual([asked.length, most], [FOLLOWING.peers, FOLLOWING.atOnce]);
    assert.equal(peers.filter(({is}) => is === 'beyond').length, 15);
  });

  test('stops when all of them together are too large, or take too long', async () => {
    const large = await followed(webOf(many(20), {bytes: 1_000_000}));
    const slow = await followed(webOf(many(20)), {tick: 5_000});

    // Those that are on their way when it is enough still come in.
    assert.ok(large.asked.length < 5 + FOLLOWING.atOnce, String(large.asked.length));
    assert.ok(slow.asked.length < 4 + FOLLOWING.atOnce, String(slow.asked.length));
  });

  test('goes on past one that is down', async () => {
    const {peers} = await followed({a: {peers: ['down', 'b']}, b: {}});

    assert.deepEqual(peers.map(({is}) => is).sort(), ['failed', 'read']);
  });

  test('goes on past one whose reading breaks, at once or later', async () => {
    const peers: Peer<string>[] = [];
    await follow<string>([{url: 'a', peers: ['now', 'later', 'b']}], {
      depth: 1,
      mayFetch: () => true,
      now: () => 0,
      onPeer: (peer) => peers.push(peer),
      read: (url) => {
        if (url === 'now') throw new Error('at once');
        return url === 'later'
          ? Promise.reject(new Error('later'))
          : Promise.resolve({ok: true, url, bytes: 1, peers: [], document: url});
      },
    });

    assert.deepEqual(peers.map(({url, is}) => `${url} ${is}`).sort(), [
      'b read',
      'later failed',
      'now failed',
    ]);
  });

  test('counts all that a reading may have taken before it broke', async () => {
    let allowed = 0;
    await follow<string>([{url: 'a', peers: many(25)}], {
      depth: 1,
      mayFetch: () => true,
      now: () => 0,
      onPeer: () => undefined,
      read: (_, left) => {
        allowed += left.bytes;
        return Promise.reject(new Error('broken'));
      },
    });

    assert.ok(allowed <= FOLLOWING.bytes, String(allowed));
  });

  test('reads what one document names while another never comes', async () => {
    const never = new Promise<undefined>(() => undefined);
    const asked: string[] = [];
    await new Promise<void>((done) => {
      const read = (url: string): Promise<PeerAnswer<string>> => {
        if (asked.push(url) === 3) done();
        return Promise.resolve({ok: true, url, bytes: 1, peers: [], document: url});
      };
      const late = [never, Promise.resolve({url: 'b', peers: ['c', 'a']}), Promise.resolve({url: 'd', peers: ['c', 'e']})]; // prettier-ignore
      const following = {depth: 2, mayFetch: () => true, now: () => 0, onPeer: () => undefined, read};
      void follow<string>([{url: 'a', peers: ['f']}], following, late);
    });

    assert.deepEqual(asked, ['f', 'c', 'e']);
  });

  test('comes to the same whether documents are there at first or come later', async () => {
    const names = many(12);
    const page = fc.record({peers: fc.array(fc.constantFrom('a', ...names), {maxLength: 6})});
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), page), fc.nat(3), async (pages, count) => {
        const own = names.slice(0, count).map((url) => ({url, peers: pages[url]?.peers ?? []}));
        const read = async (isLate: boolean): Promise<readonly string[]> => {
          const [asked, told]: [string[], string[]] = [[], []];
          let [under, most] = [0, 0];
          const following = {
            depth: 2,
            mayFetch: () => true,
            now: () => 0,
            onPeer: (peer: Peer<string>) => void told.push(peer.url),
            read: async (url: string): Promise<PeerAnswer<string>> => {
              asked.push(url);
              most = Math.max(most, ++under);
              await Promise.resolve();
              under -= 1;
              return {ok: true, url, bytes: 1, peers: pages[url]?.peers ?? [], document: url};
            },
          };
          const start = own.map(({url, peers}) => ({url, peers: isLate ? [] : peers}));
          const late = isLate ? own.map((one) => Promise.resolve(one)) : [];
          await follow<string>(start, following, late);
          assert.ok(most <= FOLLOWING.atOnce);
          assert.deepEqual(told.sort(), asked.sort());
          return asked;
        };

        assert.deepEqual(await read(true), await read(false));
      }),
    );
  });

  test('ends within its limits on any web', async () => {
    const names = many(60);
    const web = fc.dictionary(
      fc.constantFrom('a', ...names),
      fc.record({peers: fc.array(fc.constantFrom('a', ...names), {maxLength: 60})}),
      {maxKeys: 60},
    );
    await fc.assert(
      fc.asyncProperty(web, fc.integer({min: 0, max: 3}), async (pages, depth) => {
        const {asked, peers} = await followed(pages, {depth});
        assert.ok(asked.length <= FOLLOWING.peers);
        assert.equal(new Set(asked).size, asked.length);
        assert.equal(new Set(peers.map(({url}) => url)).size, peers.length);
      }),
    );
  });
});
