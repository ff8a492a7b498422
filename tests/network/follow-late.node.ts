import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {follow, FOLLOWING, type Peer, type PeerAnswer, type Start} from '../../src/network/follow.js';

describe('following peers of documents that are long in coming', () => {
  test('counts the time from the beginning, also where the first document is long in coming', async () => {
    const given: number[] = [];
    let time = 1_000;
    const late = Promise.resolve({url: 'a', peers: Array.from({length: 20}, (_, at) => `p${at}`)}).then(
      (one) => {
        time += 9_000;
        return one;
      },
    );
    const following = {
      depth: 1,
      mayFetch: () => true,
      now: () => time,
      onPeer: () => undefined,
      read: async (_: string, left: {milliseconds: number}): Promise<PeerAnswer<string>> => {
        given.push(time + left.milliseconds);
        time += 3_000;
        return {ok: false, code: 'unreachable', bytes: 0};
      },
    };
    await follow<string>([{url: 'a', peers: []}], following, [late]);

    const ends = 1_000 + FOLLOWING.milliseconds;
    assert.ok(given.length > 1 && given.every((end) => end <= ends), String(given));
  });

  test('says of a peer that a document of the page was moved to that it is the same', async () => {
    for (const isFirst of [true, false]) {
      let come = (start: Start): void => void start;
      const moved = new Promise<Start>((resolve) => (come = resolve));
      const peers: Peer<string>[] = [];
      const read = async (url: string): Promise<PeerAnswer<string>> => {
        const answer = {ok: true, url: 'https://b.example/', bytes: 1, peers: [], document: url} as const;
        if (isFirst) return answer;
        come({url: 'https://b.example/', peers: []});
        await moved;
        // The page's own document is known by then.
        await Promise.resolve();
        return answer;
      };
      const onPeer = (peer: Peer<string>): void => {
        peers.push(peer);
        if (isFirst) come({url: 'https://b.example/', peers: []});
      };
      const own = [
        {url: 'a', peers: ['https://B.example/#x']},
        {url: 'old', peers: []},
      ];
      await follow<string>(own, {depth: 1, mayFetch: () => true, now: () => 0, onPeer, read}, [moved]);

      // Under the address that it was told of before.
      const url = isFirst ? 'https://b.example/' : 'https://B.example/';
      assert.deepEqual(peers.at(-1), {url, is: 'same', as: 'https://b.example/'});
    }
  });
});
