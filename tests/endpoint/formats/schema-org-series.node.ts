import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {json, translated} from './source.js';

const CONTEXT = {'@context': 'https://schema.org'};
const soup = (more: object = {}) => ({
  ...CONTEXT,
  '@type': 'Event',
  '@id': 'https://parish.example/soup',
  name: 'Soup',
  startDate: '2026-12-03T18:00:00-08:00',
  ...more,
});

describe('schema.org, what happens again', () => {
  test('a schedule is written out: the first Thursday of the month, but not in January', async () => {
    const {gatherings, left} = await translated(
      'schema-org',
      json(
        soup({
          startDate: undefined,
          eventSchedule: {
            '@type': 'Schedule',
            repeatFrequency: 'P1M',
            byDay: 'https://schema.org/Thursday',
            byMonthWeek: 1,
            startDate: '2026-11-05',
            endDate: '2027-03-31',
            startTime: '18:00:00',
            endTime: '19:30:00',
            exceptDate: ['2027-01-07'],
            scheduleTimezone: 'America/Los_Angeles',
          },
        }),
      ),
    );

    assert.deepEqual(
      gatherings.map(({id, start, end}) => [id.slice(-11), start, end]),
      [
        ['@2026-11-05', '2026-11-05T18:00', '2026-11-05T19:30'],
        ['@2026-12-03', '2026-12-03T18:00', '2026-12-03T19:30'],
        ['@2027-02-04', '2027-02-04T18:00', '2027-02-04T19:30'],
        ['@2027-03-04', '2027-03-04T18:00', '2027-03-04T19:30'],
      ],
    );
    assert.deepEqual(gatherings[0]?.timeZone, 'America/Los_Angeles');
    assert.deepEqual(gatherings[0]?.series, {id: 'https://parish.example/soup', label: 'Soup'});
    assert.deepEqual(left, []);
  });

  test('a schedule in other words: weekly on two days, four times', async () => {
    const {gatherings} = await translated(
      'schema-org',
      json(
        soup({
          startDate: '2026-11-02T09:00',
          eventSchedule: {repeatFrequency: 'Weekly', byDay: ['MO', 'Friday'], repeatCount: 4},
        }),
      ),
    );

    assert.deepEqual(
      gatherings.map(({start}) => start),
      ['2026-11-02T09:00', '2026-11-06T09:00', '2026-11-09T09:00', '2026-11-13T09:00'],
    );
  });

  test('a schedule that says nothing usable is told', async () => {
    const {gatherings, left} = await translated(
      'schema-org',
      json(soup({eventSchedule: {repeatFrequency: 'now and then'}})),
    );

    assert.deepEqual(gatherings, []);
    assert.deepEqual(left, [{path: '/eventSchedule', code: 'rule'}]);
  });

  test('a series lists its parts and not itself', async () => {
    const {gatherings} = await translated(
      'schema-org',
      json({
        ...CONTEXT,
        '@type': 'EventSeries',
        name: 'Soups',
        '@id': '#soups',
        subEvent: [
          {'@type': 'Event', name: 'First', startDate: '2026-12-03T18:00'},
          {'@type': 'Event', name: 'Second', startDate: '2026-12-10T18:00'},
        ],
      }),
    );

    assert.deepEqual(
      gatherings.map(({name, series}) => [name, series]),
      [
        ['First', {id: '#soups', label: 'Soups'}],
        ['Second', {id: '#soups', label: 'Soups'}],
      ],
    );
  });
});
