import {assert} from 'chai';
import fc from 'fast-check';

import {after, allowance, begun, hurried} from '../../src/outbox/verdict.js';
import type {Entry} from '../../src/outbox/entry.js';
import type {Outcome} from '../../src/protocol/outcome.js';
import {entryOf, FULL, NO_RECEIPT, SERVER, TIMEOUT, UNREACHABLE} from './rig.js';

const half = () => 0.5;
const HOUR = 3_600_000;
type Failed = Exclude<Outcome, {kind: 'confirmed'}>;

describe('What an outcome means for an entry', () => {
  it('asks less and less often, and writes the next time down before it sends', () => {
    const first = entryOf('a');

    const started = begun(first, first.createdAt, half);

    assert.equal(started.attempts, 1);
    assert.equal(started.last, 'sending');
    assert.isAbove(started.nextAt, first.createdAt);
    const third = {...started, attempts: 3};
    assert.isAbove(
      after(third, SERVER as Failed, 0, half).nextAt,
      after(started, SERVER as Failed, 0, half).nextAt,
    );
  });

  it('never asks more than 10 times in the first hour and 24 times a day, whatever chance says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({min: 0, max: 1, noNaN: true}), {minLength: 300, maxLength: 300}),
        (chances) => {
          let i = 0;
          const random = () => chances[i++ % chances.length]!;
          let entry: Entry = entryOf('a');
          let now = entry.createdAt;
          const times: number[] = [];
          while (now < entry.createdAt + 72 * HOUR) {
            times.push(now - entry.createdAt);
            entry = after(begun(entry, now, random), UNREACHABLE as Failed, now, random);
            now = entry.nextAt;
          }
          assert.isAtMost(times.filter((time) => time < HOUR).length, 10);
          for (const day of [0, 1, 2]) {
            assert.isAtMost(times.filter((time) => Math.floor(time / HOUR / 24) === day).length, 24);
          }
          assert.isAtLeast(times.length, 24, 'it still tries');
        },
      ),
      {numRuns: 50},
    );
  });

  const asked: [string, number, number, number][] = [
    ['a minute', 60_000, 60_000, 66_000],
    ['nothing (row 11)', 0, 1_000, HOUR],
    ['a time long past (row 11)', -5_000, 1_000, HOUR],
    ['a year', 365 * 24 * HOUR, 24 * HOUR, 26.4 * HOUR],
  ];
  for (const [what, ms, least, most] of asked) {
    it(`waits at least as long as the endpoint asked for, within a second and a day: ${what}`, () => {
      const entry = after(
        {...entryOf('a'), attempts: 1},
        {kind: 'retry', code: 'slow-down', after: ms},
        0,
        half,
      );

      assert.isAtLeast(entry.nextAt, least);
      assert.isAtMost(entry.nextAt, most);
    });
  }

  it('keeps what the endpoint asked for against a visitor who presses, and forgets our own wait', () => {
    const slow = after(
      {...entryOf('a'), attempts: 1},
      {kind: 'retry', code: 'slow-down', after: 60_000},
      0,
      half,
    );
    const down = after({...entryOf('b'), attempts: 9}, SERVER as Failed, 0, half);

    assert.equal(hurried(slow, 5).nextAt, 60_000);
    assert.equal(hurried(down, 5).nextAt, 5);
  });

  it('asks again twice for a receipt that does not come, then leaves it to the visitor', () => {
    let entry = entryOf('a');

    const states = Array.from({length: 3}, () => (entry = after(entry, NO_RECEIPT as Failed, 0, half)).state);

    assert.deepEqual(states, ['waiting', 'waiting', 'unclear']);
  });

  const once: [string, Failed][] = [
    ['a good answer without a receipt', NO_RECEIPT as Failed],
    ['a time-out', TIMEOUT as Failed],
    ['an answer that was cut off', {kind: 'retry', code: 'cut-off'}],
  ];
  for (const [what, outcome] of once) {
    it(`does not ask an endpoint twice by itself that cannot tell a repetition, after ${what}`, () => {
      assert.equal(after(entryOf('a', {idempotent: false}), outcome, 0, half).state, 'unclear');
    });
  }

  for (const outcome of [UNREACHABLE, SERVER]) {
    it(`does ask such an endpoint again after: ${'code' in outcome ? outcome.code : ''}`, () => {
      assert.equal(after(entryOf('a', {idempotent: false}), outcome as Failed, 0, half).state, 'waiting');
    });
  }

  it('keeps a refused entry with its reason', () => {
    const entry = after(entryOf('a'), FULL as Failed, 0, half);

    assert.equal(entry.state, 'refused');
    assert.deepEqual(entry.problem, {code: 'full'});
  });

  it('gives a clock that was set back no way to stop it for good (row 62)', () => {
    const entry = entryOf('a', {attempts: 10});

    assert.isAtMost(allowance(entry, entry.createdAt - 365 * 24 * HOUR), HOUR);
  });
});
