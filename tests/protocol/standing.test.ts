import {assert} from 'chai';
import fc from 'fast-check';
import type {Gathering} from '../../src/protocol/gathering.js';
import {standingOf, type Standing} from '../../src/protocol/standing.js';

const NOW = Date.parse('2026-12-01T12:00:00Z');
const SOON = '2026-12-03T18:00:00-08:00';
const BASE: Gathering = {
  id: 'a',
  name: 'A',
  start: SOON,
  end: '2026-12-03T19:30:00-08:00',
  timeZone: 'America/Los_Angeles',
};

const stand = (change: object, now = NOW): Standing => standingOf({...BASE, ...change}, now);

describe('how a gathering stands', () => {
  const table: readonly [string, object, Partial<Standing>][] = [
    ['it is open while there are places', {capacity: 20, taken: 12}, {state: 'open', left: 8}],
    ['it is open when nobody counts places', {}, {state: 'open', short: 0}],
    ['it is full when the last place is taken', {capacity: 20, taken: 20}, {state: 'full', left: 0}],
    ['it is full when its host says so', {capacity: 20, taken: 12, status: 'full'}, {state: 'full', left: 0}],
    [
      'row 39: more taken than there are is full, never "−3 left"',
      {capacity: 20, taken: 23},
      {state: 'full', left: 0},
    ],
    ['two more people and it takes place', {minimum: 5, taken: 3}, {state: 'open', short: 2}],
    ['it takes place', {minimum: 5, taken: 9}, {short: 0}],
    [
      'one may wait where the host keeps a list',
      {capacity: 2, taken: 2, waitlist: true},
      {state: 'full', waitlist: true},
    ],
    [
      'nobody waits for what is over',
      {waitlist: true, start: '2026-11-01T18:00Z', end: '2026-11-01T19:00Z'},
      {state: 'past', waitlist: false},
    ],
    ['it is cancelled', {status: 'cancelled', capacity: 2, taken: 2}, {state: 'cancelled'}],
    [
      'cancelled and over is over',
      {status: 'cancelled', start: '2026-11-01T18:00Z', end: null},
      {state: 'past'},
    ],
    [
      'postponed, its old date says nothing',
      {status: 'postponed', start: '2026-11-01T18:00Z', end: null},
      {state: 'postponed'},
    ],
    ['its host closed it', {status: 'closed'}, {state: 'closed'}],
    ['its time to sign up is over', {closes: '2026-12-01T03:00-08:00'}, {state: 'closed'}],
    ['its time to sign up has not come', {opens: '2026-12-02T00:00-08:00'}, {state: 'notYet'}],
    ['it is closed rather than full', {status: 'closed', capacity: 2, taken: 2}, {state: 'closed'}],
    ['without a date it is open', {start: undefined, end: undefined}, {state: 'open'}],
    [
      'row 35: with a date that is none it is open',
      {start: '2026-02-31T10:00Z', end: 'later'},
      {state: 'open'},
    ],
  ];
  for (const [what, change, expected] of table) {
    it(what, () => {
      const standing = stand(change);
      assert.deepEqual({...standing, ...expected}, standing);
    });
  }

  for (const change of [
    {capacity: -3, taken: 1},
    {capacity: 2.5, taken: 1},
    {capacity: 1e308, taken: 1},
    {capacity: 20},
    {taken: 3},
    {capacity: 20, taken: -1},
  ]) {
    it(`row 39: places are unknown with ${JSON.stringify(change)}`, () => {
      const standing = stand(change);
      assert.isUndefined(standing.left);
      assert.equal(standing.state, 'open');
    });
  }

  it('is under way, and closed, between start and end; open to the end where the host says so', () => {
    const during = Date.parse(SOON) + 60_000;
    assert.equal(stand({}, during).state, 'closed');
    assert.equal(stand({closes: '2026-12-03T19:00:00-08:00'}, during).state, 'open');
  });

  it('is over at its end, or three hours after a start without end', () => {
    assert.equal(stand({}, Date.parse('2026-12-03T19:29:59-08:00')).state, 'closed');
    assert.equal(stand({}, Date.parse('2026-12-03T19:30:00-08:00')).state, 'past');
    assert.equal(stand({end: undefined}, Date.parse(SOON) + 3 * 3_600_000 - 1).state, 'closed');
    assert.equal(stand({end: undefined}, Date.parse(SOON) + 3 * 3_600_000).state, 'past');
  });

  it('does not believe an end before the start', () => {
    const standing = stand({end: '2026-12-03T17:00:00-08:00'});
    assert.isUndefined(standing.end);
    assert.equal(standing.state, 'open');
  });

  it('without zone or offset is over only when it is over everywhere on earth', () => {
    const floating = {start: '2026-12-03T18:00', end: '2026-12-03T19:00', timeZone: undefined};
    assert.notEqual(stand(floating, Date.parse('2026-12-04T06:59Z')).state, 'past');
    assert.equal(stand(floating, Date.parse('2026-12-04T07:00Z')).state, 'past');
  });
});

describe('any gathering', () => {
  const numbers = fc.oneof(fc.integer({min: -5, max: 30}), fc.double(), fc.constant(undefined));

  it('has places between none and all, and never asks for fewer than no people', () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (capacity, taken, minimum) => {
        const {left, short, state} = stand({capacity, taken, minimum});

        if (left !== undefined) assert.isTrue(Number.isInteger(left) && left >= 0 && left <= capacity!);
        assert.isTrue(Number.isInteger(short) && short >= 0);
        assert.equal(state === 'full', left === 0);
      }),
    );
  });

  it('never comes back once it is over', () => {
    fc.assert(
      fc.property(fc.integer({min: -1e9, max: 1e9}), fc.nat(1e9), (shift, later) => {
        if (stand({}, NOW + shift).state === 'past')
          assert.equal(stand({}, NOW + shift + later).state, 'past');
      }),
    );
  });
});
