import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {json, translated} from './source.js';

const CONTEXT = {'@context': 'https://www.w3.org/ns/activitystreams'};
const OUTBOX = 'https://events.example/@parish/outbox';
const soup = (more: object = {}) => ({
  type: 'Event',
  id: 'https://events.example/soup',
  name: 'Soup',
  startTime: '2026-12-03T18:00:00-08:00',
  ...more,
});

describe('ActivityStreams', () => {
  test('an event inside what created it', async () => {
    const {gatherings, left, dropped} = await translated(
      'activitystreams',
      json({
        ...CONTEXT,
        type: 'Create',
        actor: 'https://events.example/@parish',
        object: soup({
          content: '<p>Bring a <a href="https://x.example">bowl</a>.</p>',
          endTime: '2026-12-03T19:30:00-08:00',
          timezone: 'America/Los_Angeles',
          location: {
            type: 'Place',
            name: 'Hall',
            latitude: '39.53',
            longitude: '-119.81',
            address: {
              type: 'PostalAddress',
              streetAddress: '1 Elm St',
              addressLocality: 'Reno',
              addressCountry: 'US',
            },
          },
          attributedTo: {type: 'Group', name: 'Parish'},
          maximumAttendeeCapacity: 20,
          remainingAttendeeCapacity: 8,
          participantCount: 30,
          inLanguage: 'en',
          url: [
            {type: 'Link', mediaType: 'application/activity+json', href: 'https://events.example/soup.json'},
            {type: 'Link', mediaType: 'text/html', href: 'https://events.example/soup.html'},
          ],
          attachment: [
            {type: 'Link', href: 'https://x.example'},
            {type: 'Document', mediaType: 'image/jpeg', url: '/soup.jpg'},
          ],
          updated: '2026-10-20T08:00:00Z',
        }),
      }),
    );

    assert.deepEqual(gatherings, [
      {
        id: 'https://events.example/soup',
        name: 'Soup',
        description: 'Bring a bowl.',
        start: '2026-12-03T18:00-08:00',
        end: '2026-12-03T19:30-08:00',
        timeZone: 'America/Los_Angeles',
        capacity: 20,
        taken: 12,
        place: {name: 'Hall', address: '1 Elm St, Reno, US', lat: 39.53, lon: -119.81},
        host: {name: 'Parish'},
        language: 'en',
        url: 'https://events.example/soup.html',
        image: 'https://feed.example/soup.jpg',
        updated: '2026-10-20T08:00Z',
      },
    ]);
    assert.deepEqual([left, dropped], [[], []]);
  });

  test('a collection: events are listed, and all else is told', async () => {
    const {gatherings, left, next} = await translated(
      'activitystreams',
      json(
        {
          ...CONTEXT,
          type: 'OrderedCollectionPage',
          next: `${OUTBOX}?page=2`,
          orderedItems: [
            {type: 'Create', object: soup()},
            {type: 'Announce', object: 'https://other.example/event'},
            {type: 'Create', object: {type: 'Note', content: 'Hello'}},
            {type: 'Follow', object: 'https://other.example/@x'},
            'https://events.example/2',
            soup({id: 'https://events.example/2', name: 'Song'}),
          ],
        },
        OUTBOX,
      ),
    );

    assert.deepEqual(
      gatherings.map(({name}) => name),
      ['Soup', 'Song'],
    );
    assert.deepEqual(
      left.map(({path, code}) => [path, code]),
      [
        ['/orderedItems/1/object', 'by-reference'],
        ['/orderedItems/2', 'no-event'],
        ['/orderedItems/3', 'no-event'],
        ['/orderedItems/4', 'by-reference'],
      ],
    );
    assert.equal(next, `${OUTBOX}?page=2`);
  });

  test('a collection without items leads to its first page, and one with a first page inside is read', async () => {
    const empty = await translated(
      'activitystreams',
      json({...CONTEXT, type: 'OrderedCollection', totalItems: 3, first: `${OUTBOX}?page=1`}, OUTBOX),
    );
    const inside = await translated(
      'activitystreams',
      json(
        {
          ...CONTEXT,
          type: 'Collection',
          first: {type: 'CollectionPage', items: [soup()], next: `${OUTBOX}?page=2`},
        },
        OUTBOX,
      ),
    );

    assert.equal(empty.next, `${OUTBOX}?page=1`);
    assert.deepEqual([inside.gatherings.length, inside.next], [1, `${OUTBOX}?page=2`]);
  });

  test('a place may be no more than a name, or a list, or online', async () => {
    const {gatherings} = await translated(
      'activitystreams',
      json({
        ...CONTEXT,
        type: 'Collection',
        items: [
          soup({id: '1', location: 'Parish hall'}),
          soup({
            id: '2',
            location: [
              {type: 'VirtualLocation', url: 'https://meet.example/a'},
              {type: 'Place', name: 'Hall'},
            ],
          }),
          soup({
            id: '3',
            location: {type: 'Place', name: 'Hall', address: '1 Elm St'},
            onlineAddress: 'https://meet.example/b',
          }),
          soup({id: '4', location: null}),
        ],
      }),
    );

    assert.deepEqual(
      gatherings.map(({place}) => place),
      [
        {name: 'Parish hall'},
        {name: 'Hall', online: 'https://meet.example/a'},
        {name: 'Hall', address: '1 Elm St', online: 'https://meet.example/b'},
        undefined,
      ],
    );
  });

  test('more people than places may have said that they come', async () => {
    const {gatherings} = await translated(
      'activitystreams',
      json({
        ...CONTEXT,
        type: 'Collection',
        items: [
          soup({id: '1', maximumAttendeeCapacity: 25, participantCount: 49}),
          soup({id: '2', maximumAttendeeCapacity: 0, participantCount: 3}),
          soup({id: '3', maximumAttendeeCapacity: 5, remainingAttendeeCapacity: 9}),
        ],
      }),
    );

    assert.deepEqual(
      gatherings.map(({capacity, taken}) => [capacity, taken]),
      [
        [25, 49],
        [undefined, 3],
        [5, undefined],
      ],
    );
  });

  test('cancelled ones say so; a name may be told by language', async () => {
    const {gatherings} = await translated(
      'activitystreams',
      json({...CONTEXT, ...soup({name: undefined, nameMap: {de: 'Suppe'}, status: 'CANCELLED'})}),
    );

    assert.deepEqual([gatherings[0]?.name, gatherings[0]?.status], ['Suppe', 'cancelled']);
  });

  test('groups and organisations become groups, a person does not', async () => {
    const {groups, left} = await translated(
      'activitystreams',
      json({
        ...CONTEXT,
        type: 'Collection',
        items: [
          {
            type: 'Group',
            id: 'https://events.example/@choir',
            preferredUsername: 'choir',
            summary: '<p>We sing.</p>',
          },
          {type: 'Person', id: 'https://events.example/@ana', name: 'Ana'},
        ],
      }),
    );

    assert.deepEqual(groups, [
      {
        id: 'https://events.example/@choir',
        name: 'choir',
        kind: 'group',
        description: 'We sing.',
        url: 'https://events.example/@choir',
      },
    ]);
    assert.deepEqual(left, [{path: '/items/1', code: 'no-event'}]);
  });
});
