import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {json, translated} from './source.js';

const SITE = 'https://parish.example/wp-json/tribe/events/v1/events/';
const event = (more: object) => ({
  id: 7,
  status: 'publish',
  title: 'Soup',
  start_date: '2026-12-03 18:00:00',
  utc_start_date: '2026-12-04 02:00:00',
  timezone: 'America/Los_Angeles',
  ...more,
});
const answer = (events: readonly unknown[], more: object = {}) =>
  json({events, rest_url: SITE, ...more}, SITE);

describe('The Events Calendar', () => {
  test('an event as the older interface gives it', async () => {
    const {gatherings, left, dropped} = await translated(
      'events-calendar',
      answer([
        event({
          title: 'Soup &#038; Song: it&#8217;s on',
          description: '<p>Bring a <b>bowl</b>.</p>\n<p>All are welcome.</p>',
          end_date: '2026-12-03 19:30:00',
          utc_end_date: '2026-12-04 03:30:00',
          url: 'https://parish.example/event/soup/',
          image: {url: 'https://parish.example/soup.jpg'},
          venue: {
            venue: 'Hall &amp; Garden',
            address: '1 Elm St',
            city: 'Reno',
            state: 'NV',
            zip: '89501',
            geo_lat: 39.5,
            geo_lng: -119.8,
          },
          organizer: [{organizer: 'Ana &amp; Ben'}],
          modified_utc: '2026-10-20 08:00:00',
        }),
      ]),
    );

    assert.deepEqual(gatherings, [
      {
        id: '7',
        name: 'Soup & Song: it’s on',
        description: 'Bring a bowl.\n\nAll are welcome.',
        start: '2026-12-03T18:00-08:00',
        end: '2026-12-03T19:30-08:00',
        timeZone: 'America/Los_Angeles',
        place: {name: 'Hall & Garden', address: '1 Elm St, Reno, NV, 89501', lat: 39.5, lon: -119.8},
        host: {name: 'Ana & Ben'},
        url: 'https://parish.example/event/soup/',
        image: 'https://parish.example/soup.jpg',
        updated: '2026-10-20T08:00Z',
      },
    ]);
    assert.deepEqual([left, dropped], [[], []]);
  });

  test('an event as the newer interface gives it', async () => {
    const {gatherings} = await translated(
      'events-calendar',
      json([
        {
          id: 7,
          type: 'tribe_events',
          status: 'publish',
          title: {rendered: 'Soup &#038; Song'},
          content: {rendered: '<p>Bring a bowl.</p>', protected: false},
          link: 'https://parish.example/event/soup/',
          start_date: '2026-12-03 18:00:00',
          start_date_utc: '2026-12-03 17:00:00',
          timezone: 'Europe/Berlin',
          venues: [{title: {rendered: 'Hall'}, address: '1 Elm St', city: '', country: ''}],
          organizers: [{title: {rendered: 'Ana'}}],
          modified_gmt: '2026-10-20T08:00:00',
        },
      ]),
    );

    assert.deepEqual(gatherings, [
      {
        id: '7',
        name: 'Soup & Song',
        description: 'Bring a bowl.',
        start: '2026-12-03T18:00+01:00',
        timeZone: 'Europe/Berlin',
        place: {name: 'Hall', address: '1 Elm St'},
        host: {name: 'Ana'},
        url: 'https://parish.example/event/soup/',
        updated: '2026-10-20T08:00Z',
      },
    ]);
  });

  test('a site set to "UTC-8" has an offset, though no zone', async () => {
    const {gatherings, dropped} = await translated('events-calendar', answer([event({timezone: 'UTC-8'})]));

    assert.deepEqual([gatherings[0]?.start, gatherings[0]?.timeZone], ['2026-12-03T18:00-08:00', undefined]);
    assert.deepEqual(dropped, []);
  });

  test('half hours count, and a twin in UTC that was never kept up does not', async () => {
    const {gatherings} = await translated(
      'events-calendar',
      answer([
        event({id: 1, utc_start_date: '2026-12-03 12:30:00', timezone: 'UTC+5.5'}),
        event({id: 2, utc_start_date: '2025-01-01 00:00:00'}),
        event({id: 3, utc_start_date: undefined}),
      ]),
    );

    assert.deepEqual(
      gatherings.map(({start}) => start),
      ['2026-12-03T18:00+05:30', '2026-12-03T18:00', '2026-12-03T18:00'],
    );
  });

  test('empty values come as [] and false, and are nothing', async () => {
    const {gatherings, dropped} = await translated(
      'events-calendar',
      answer([event({venue: [], organizer: [], image: false, description: '', cost: ''})]),
    );

    assert.deepEqual(Object.keys(gatherings[0]!), ['id', 'name', 'start', 'timeZone']);
    assert.deepEqual(dropped, []);
  });

  test('a whole day lasts until its end', async () => {
    const {gatherings} = await translated(
      'events-calendar',
      answer([
        event({
          all_day: true,
          start_date: '2026-12-03 00:00:00',
          utc_start_date: '2026-12-03 08:00:00',
          end_date: '2026-12-04 23:59:59',
          utc_end_date: '2026-12-05 07:59:59',
        }),
      ]),
    );

    assert.deepEqual(
      [gatherings[0]?.start, gatherings[0]?.end],
      ['2026-12-03T00:00-08:00', '2026-12-04T23:59-08:00'],
    );
  });

  test('drafts, private events and those behind a password are not for the page', async () => {
    const {gatherings, left} = await translated(
      'events-calendar',
      answer([
        event({status: 'draft'}),
        event({status: 'private'}),
        event({start_date: 'Password protected', content: {rendered: 'Password protected', protected: true}}),
        'Soup',
      ]),
    );

    assert.deepEqual(gatherings, []);
    assert.deepEqual(
      left.map(({code}) => code),
      ['not-published', 'not-published', 'protected', 'no-event'],
    );
  });

  test('cancelled and postponed ones say so', async () => {
    const {gatherings} = await translated(
      'events-calendar',
      answer([event({id: 1, event_status: 'canceled'}), event({id: 2, event_status: 'postponed'})]),
    );

    assert.deepEqual(
      gatherings.map(({status}) => status),
      ['cancelled', 'postponed'],
    );
  });

  test('the next page stands in the answer, or in its Link header', async () => {
    const inside = await translated(
      'events-calendar',
      answer([event({})], {next_rest_url: `${SITE}?page=2`}),
    );
    const header = await translated('events-calendar', {
      ...json([event({type: 'tribe_events'})], SITE),
      link: '<https://parish.example/a>; rel="prev", <https://parish.example/b?page=3>; rel="next"',
    });

    assert.deepEqual([inside.next, header.next], [`${SITE}?page=2`, 'https://parish.example/b?page=3']);
  });
});
