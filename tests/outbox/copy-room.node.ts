import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import {COPYING, isTooOld, type Kept, makeRoom} from '../../src/outbox/copy-room.js';

const NOW = Date.UTC(2026, 10, 26);
const DAY = 86_400_000;

const copies = fc.uniqueArray(
  fc.record({
    key: fc.string({maxLength: 3}),
    at: fc.integer({min: NOW - 120 * DAY, max: NOW}),
    bytes: fc.integer({min: 0, max: 2_200_000}),
  }),
  {selector: ({key}) => key, maxLength: 60},
);
const copy = fc.record({
  key: fc.string({maxLength: 3}),
  at: fc.constant(NOW),
  bytes: fc.integer({min: 0, max: 2_200_000}),
});

const sum = (kept: readonly Kept[]): number => kept.reduce((all, {bytes}) => all + bytes, 0);

describe('Room for copies', () => {
  it('never holds more than the limits say, however many come', () => {
    fc.assert(
      fc.property(copies, copy, (old, one) => {
        const kept = makeRoom(old, one, NOW);

        assert.ok(kept.length <= COPYING.most);
        assert.ok(sum(kept) <= COPYING.allBytes);
        assert.ok(kept.every(({bytes, at}) => bytes <= COPYING.bytes && !isTooOld(at, NOW)));
        assert.equal(new Set(kept.map(({key}) => key)).size, kept.length);
      }),
    );
  });

  it('always has room for what was read just now, unless that is too large by itself', () => {
    fc.assert(
      fc.property(copies, copy, (old, one) => {
        assert.equal(makeRoom(old, one, NOW).includes(one), one.bytes <= COPYING.bytes);
      }),
    );
  });

  it('keeps everything else while there is room', () => {
    fc.assert(
      fc.property(copies, copy, (old, one) => {
        const all = [...old.filter(({key}) => key !== one.key), one];
        fc.pre(all.length <= COPYING.most && sum(all) <= COPYING.allBytes);
        const good = all.filter(({bytes, at}) => bytes <= COPYING.bytes && !isTooOld(at, NOW));

        assert.equal(makeRoom(old, one, NOW).length, good.length);
      }),
    );
  });

  it('takes for too old what was read more than 90 days ago, or by a clock that was wrong', () => {
    assert.equal(isTooOld(NOW - 90 * DAY, NOW), false);
    assert.equal(isTooOld(NOW - 90 * DAY - 1, NOW), true);
    assert.equal(isTooOld(NOW + 2 * DAY, NOW), true);
    assert.equal(isTooOld(NaN, NOW), true);
  });
});
