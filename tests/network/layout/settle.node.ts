import assert from 'node:assert/strict';
import {test} from 'node:test';

import {settle} from '../../../src/network/layout/settle.js';

/** So many steps of so many milliseconds each, on a clock of its own. */
class FakeWork {
  now = 0;
  ended = false;
  readonly clock = (): number => this.now;
  readonly #count: number;
  readonly #long: number;

  constructor(count: number, long: number) {
    this.#count = count;
    this.#long = long;
  }

  *steps(): Generator<number, number> {
    try {
      for (let i = 0; i < this.#count; i++) {
        this.now += this.#long;
        yield i;
      }
      return this.#count;
    } finally {
      this.ended = true;
    }
  }
}

test('several short steps share a turn, and what there is so far is shown before each pause', async () => {
  const work = new FakeWork(10, 5);
  const shown: number[] = [];
  const pauses: number[] = [];

  const result = await settle(work.steps(), {
    clock: work.clock,
    show: (soFar) => shown.push(soFar),
    pause: async () => void pauses.push(work.now),
  });

  assert.equal(result, 10);
  assert.deepEqual(shown, [2, 5, 8]);
  assert.deepEqual(pauses, [15, 30, 45]);
});

test('the time that a pause takes is not counted', async () => {
  const work = new FakeWork(4, 7);
  let pauses = 0;

  await settle(work.steps(), {
    clock: work.clock,
    pause: async () => {
      pauses++;
      work.now += 1000;
    },
  });

  assert.equal(pauses, 2);
});

test('whoever leaves ends it at the next pause, with nothing', async () => {
  const work = new FakeWork(10, 20);
  const leaving = new AbortController();

  const result = await settle(work.steps(), {
    clock: work.clock,
    pause: async () => leaving.abort(),
    signal: leaving.signal,
  });

  assert.equal(result, undefined);
  assert.equal(work.now, 20);
  assert.equal(work.ended, true);
});

test('nothing is done for one who has left already', async () => {
  const work = new FakeWork(3, 1);

  const result = await settle(work.steps(), {
    clock: work.clock,
    pause: async () => {},
    signal: AbortSignal.abort(),
  });

  assert.equal(result, undefined);
  assert.equal(work.now, 0);
});
