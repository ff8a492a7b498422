import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {json, translated} from './source.js';

const LIST = 'https://www.googleapis.example/calendar/v3/calendars/parish/events?key=k';
const at = (dateTime: string, timeZone = 'America/Los_Angeles') => ({dateTime, timeZone});
const soup = (more: object = {}) => ({
  kind: 'calendar#event',
  id: 'soup',
  status: 'confirmed',
  summary: 'Soup',
  start: at('2026-12-03T18:00:00-08:00'),
  end: at('2026-12-03T19:30:00-08:00'),
  ...more,
});
const calendar = (items: readonly unknown[], more: object = {}) =>
  json({kind: 'calendar#events', summary: 'Parish', timeZone: 'America/Los_Angeles', items, ...more}, LIST);

describe('Google Calendar', () => {
  test('an event at a time', async () => {
    const {gatherings, document, left, dropped} = await translated(
      'google-calendar',
      calendar([
        soup({
          description: 'Bring a bowl.<br><a href="https://x.example">More</a>',
          location: '1 Elm St, Reno',
          htmlLink: 'https://www.google.example/calendar/event?eid=1',
          hangoutLink: 'https://meet.example/abc',
          organizer: {email: 'a@b.example', displayName: 'Parish'},
          creator: {email: 'ana@b.example'},
          attendees: [{email: 'guest@b.example'}],
          updated: '2026-10-20T08:00:00.123Z',
        }),
      ]),
    );

    assert.deepEqual(gatherings, [
      {
        id: 'soup',
        name: 'Soup',
        description: 'Bring a bowl.\nMore',
        start: '2026-12-03T18:00-08:00',
        end: '2026-12-03T19:30-08:00',
        timeZone: 'America/Los_Angeles',
        status: 'scheduled',
        place: {address: '1 Elm St, Reno', online: 'https://meet.example/abc'},
        host: {name: 'Parish'},
        url: 'https://www.google.example/calendar/event?eid=1',
        updated: '2026-10-20T08:00Z',
      },
    ]);
    assert.deepEqual(document.publisher, {name: 'Parish'});
    assert.deepEqual([left, dropped], [[], []]);
    assert.doesNotMatch(JSON.stringify(document), /@b\.example/);
  });

  test('a day without a time ends on the day before the one that is written', async () => {
    const {gatherings} = await translated(
      'google-calendar',
      calendar([
        soup({start: {date: '2026-12-03'}, end: {date: '2026-12-04'}}),
        soup({id: 'camp', start: {date: '2026-12-31'}, end: {date: '2027-01-02'}}),
      ]),
    );

    assert.deepEqual(
      gatherings.map(({start, end}) => [start, end]),
      [
        ['2026-12-03T00:00', '2026-12-03T23:59'],
        ['2026-12-31T00:00', '2027-01-01T23:59'],
      ],
    );
  });

  test('what recurs is written out on the clock on the wall, in summer and in winter', async () => {
    const {gatherings} = await translated(
      'google-calendar',
      calendar([
        soup({
          start: at('2026-10-01T18:00:00-07:00'),
          end: at('2026-10-01T19:30:00-07:00'),
          recurrence: ['RRULE:FREQ=MONTHLY;BYDAY=1TH', 'EXDATE;TZID=America/Los_Angeles:20270107T180000'],
        }),
      ]),
    );

    assert.equal(gatherings.length, 11);
    assert.deepEqual(
      gatherings.slice(0, 6).map(({id, start, end}) => [id, start, end]),
      [
        ['soup@2026-11-05', '2026-11-05T18:00-08:00', '2026-11-05T19:30-08:00'],
        ['soup@2026-12-03', '2026-12-03T18:00-08:00', '2026-12-03T19:30-08:00'],
        ['soup@2027-02-04', '2027-02-04T18:00-08:00', '2027-02-04T19:30-08:00'],
        ['soup@2027-03-04', '2027-03-04T18:00-08:00', '2027-03-04T19:30-08:00'],
        ['soup@2027-04-01', '2027-04-01T18:00-07:00', '2027-04-01T19:30-07:00'],
        ['soup@2027-05-06', '2027-05-06T18:00-07:00', '2027-05-06T19:30-07:00'],
      ],
    );
    assert.deepEqual(gatherings[0]?.series, {id: 'soup', label: 'Soup'});
  });

  test('one date that was moved, and one that was taken out, replace those of the series', async () => {
    const {gatherings} = await translated(
      'google-calendar',
      calendar([
        soup({
          start: at('2026-11-05T18:00:00-08:00'),
          end: at('2026-11-05T19:00:00-08:00'),
          recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'],
        }),
        soup({
          id: 'soup_20261113T020000Z',
          recurringEventId: 'soup',
          originalStartTime: at('2026-11-13T02:00:00Z'),
          start: at('2026-11-13T17:00:00-08:00'),
          end: at('2026-11-13T18:00:00-08:00'),
          summary: 'Soup on a Friday',
        }),
        {
          id: 'soup_20261120T020000Z',
          status: 'cancelled',
          recurringEventId: 'soup',
          originalStartTime: at('2026-11-20T02:00:00Z'),
        },
      ]),
    );

    assert.deepEqual(
      gatherings.map(({id, name, start, status}) => [id, name, start, status]),
      [
        ['soup@2026-11-05', 'Soup', '2026-11-05T18:00-08:00', 'scheduled'],
        ['soup@2026-11-12', 'Soup on a Friday', '2026-11-13T17:00-08:00', 'scheduled'],
        ['soup@2026-11-19', 'Soup', '2026-11-20T02:00Z', 'cancelled'],
      ],
    );
    assert.deepEqual(new Set(gatherings.map(({series}) => series?.id)), new Set(['soup']));
  });

  test('a date has one id, whether the series is written out here or by the calendar', async () => {
    const here = await translated(
      'google-calendar',
      calendar([soup({recurrence: ['RRULE:FREQ=WEEKLY;COUNT=2']})]),
    );
    const there = await translated(
      'google-calendar',
      calendar([
        soup({
          id: 'soup_20261204T020000Z',
          recurringEventId: 'soup',
          originalStartTime: at('2026-12-03T18:00:00-08:00'),
        }),
      ]),
    );

    assert.equal(there.gatherings[0]?.id, 'soup@2026-12-03');
    assert.equal(here.gatherings[0]?.id, 'soup@2026-12-03');
  });

  test('what was cancelled without a date is counted and not shown', async () => {
    const {gatherings, left} = await translated(
      'google-calendar',
      calendar([{id: 'gone', status: 'cancelled'}]),
    );

    assert.deepEqual(gatherings, []);
    assert.deepEqual(left, [{path: '/items/0', code: 'cancelled'}]);
  });

  test('private entries, working places and birthdays are not for the page', async () => {
    const {gatherings, left} = await translated(
      'google-calendar',
      calendar([
        soup({visibility: 'private'}),
        soup({eventType: 'workingLocation'}),
        soup({eventType: 'birthday'}),
      ]),
    );

    assert.deepEqual(gatherings, []);
    assert.deepEqual(
      left.map(({code}) => code),
      ['private', 'no-event', 'no-event'],
    );
  });

  test('a calendar whose name is an address of its owner gives no name', async () => {
    const {document} = await translated('google-calendar', calendar([soup()], {summary: 'ana@b.example'}));

    assert.equal(document.publisher, undefined);
  });

  test('the next page has the token of this one', async () => {
    const {next} = await translated('google-calendar', calendar([soup()], {nextPageToken: 'a/b='}));
    const same = await translated('google-calendar', {
      ...calendar([soup()], {nextPageToken: 'a/b='}),
      url: next!,
    });

    assert.equal(next, `${LIST}&pageToken=a%2Fb%3D`);
    assert.equal(same.next, undefined);
  });

  test('an error that is no calendar says so', async () => {
    const {left} = await translated('google-calendar', json({error: {code: 403, message: 'no'}}));

    assert.deepEqual(left, [{path: '', code: 'error-inside'}]);
  });
});
