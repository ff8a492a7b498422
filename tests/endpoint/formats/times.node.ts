import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import fc from 'fast-check';

import {endOf, readTime, stampOf, zoneOf} from '../../../src/endpoint/formats/times.js';
import {momentParts} from '../../../src/protocol/moment-text.js';

const CASES: readonly (readonly [written: unknown, moment: string | undefined])[] = [
  ['2026-12-03T18:00:00-08:00', '2026-12-03T18:00-08:00'],
  ['2026-12-03T18:00:05.123456Z', '2026-12-03T18:00:05Z'],
  ['2026-12-03 18:00:00', '2026-12-03T18:00'],
  ['2026-12-03T18:00-0800', '2026-12-03T18:00-08:00'],
  ['2026-12-03T18:00+05', '2026-12-03T18:00+05:00'],
  ['2026-12-03T18:00:00 UTC', '2026-12-03T18:00Z'],
  ['20261203T180000Z', '2026-12-03T18:00Z'],
  ['20261203', '2026-12-03T00:00'],
  ['3.12.2026', '2026-12-03T00:00'],
  ['03.12.2026 18.30 Uhr', '2026-12-03T18:30'],
  // Seconds since 1970 name an instant and no zone; so do milliseconds.
  [1_796_349_600, '2026-12-04T02:00Z'],
  [1_796_349_600_000, '2026-12-04T02:00Z'],
  ['1796349600', '2026-12-04T02:00Z'],
  [202_612_031_800, undefined],
  ['202612031800', undefined],
  ['20261203180', undefined],
  // Nothing is guessed.
  ['3/12/2026', undefined],
  ['12-03-2026', undefined],
  ['Thursday', undefined],
  ['2026-02-29', undefined],
  ['2026-12-03T24:00', undefined],
  ['0000-00-00 00:00:00', undefined],
  ['9999-12-31', undefined],
  [0, undefined],
  [NaN, undefined],
  [1e300, undefined],
  [-1_796_349_600, undefined],
  ['', undefined],
  [null, undefined],
  [{date: '2026-12-03'}, undefined],
];

describe('dates and times as systems write them', () => {
  for (const [written, moment] of CASES)
    test(`${JSON.stringify(written)} is ${moment ?? 'none'}`, () => {
      assert.equal(readTime(written)?.moment, moment);
    });

  test('what is read is what the document takes', () => {
    const number = (max: number, width: number) =>
      fc.nat(max).map((value) => String(value).padStart(width, '0'));
    const parts = fc.tuple(
      number(3_100, 4),
      number(14, 2),
      number(33, 2),
      number(25, 2),
      number(61, 2),
      number(61, 2),
      fc.constantFrom('', 'Z', '+05:30', '-16:00', '+00:60'),
    );
    fc.assert(
      fc.property(parts, ([year, month, day, hour, minute, second, offset]) => {
        const text = `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
        const found = readTime(text);

        assert.equal(found !== undefined, momentParts(text) !== undefined, text);
        if (found) assert.deepEqual(momentParts(found.moment), momentParts(text));
      }),
      {numRuns: 5_000},
    );
  });

  test('a last day may be the one before the day that is written', () => {
    assert.equal(endOf(readTime('2027-01-01'), true), '2026-12-31T23:59');
    assert.equal(endOf(readTime('2027-01-01'), false), '2027-01-01T23:59');
    assert.equal(endOf(readTime('2027-01-01T10:00'), true), '2027-01-01T10:00');
  });

  test('only an instant is a stamp', () => {
    assert.equal(stampOf('2026-12-03 18:00'), undefined);
    assert.equal(stampOf('2026-12-03T18:00+01:00'), '2026-12-03T18:00+01:00');
  });

  test('an offset is no zone', () => {
    assert.deepEqual(['America/Los_Angeles', 'UTC', 'Etc/GMT+8'].map(zoneOf), [
      'America/Los_Angeles',
      'UTC',
      'Etc/GMT+8',
    ]);
    assert.deepEqual(['UTC+2', 'UTC-8', '+02:00', 'PST', '', 7].map(zoneOf), Array.from({length: 6}));
  });
});
