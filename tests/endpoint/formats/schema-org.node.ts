import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {json, text, translated} from './source.js';

const CONTEXT = {'@context': 'https://schema.org'};
const soup = (more: object = {}) => ({
  ...CONTEXT,
  '@type': 'Event',
  '@id': 'https://parish.example/soup',
  name: 'Soup',
  startDate: '2026-12-03T18:00:00-08:00',
  ...more,
});

describe('schema.org', () => {
  test('an event with a place, a host, and seats', async () => {
    const {gatherings, left, dropped} = await translated(
      'schema-org',
      json(
        soup({
          name: 'Soup &amp; Song',
          description: '<p>Bring a bowl.</p>',
          endDate: '2026-12-03T19:30:00-08:00',
          eventStatus: 'https://schema.org/EventScheduled',
          location: {
            '@type': 'Place',
            name: 'Hall',
            address: {
              '@type': 'PostalAddress',
              streetAddress: '1 Elm St',
              addressLocality: 'Reno',
              addressRegion: 'NV',
            },
            geo: {'@type': 'GeoCoordinates', latitude: '39.53', longitude: '-119.81'},
          },
          organizer: {'@type': 'Organization', name: 'Parish'},
          maximumAttendeeCapacity: 20,
          remainingAttendeeCapacity: 8,
          inLanguage: 'en',
          url: '/soup',
          image: [{'@type': 'ImageObject', url: 'soup.jpg'}],
        }),
      ),
    );

    assert.deepEqual(gatherings, [
      {
        id: 'https://parish.example/soup',
        name: 'Soup & Song',
        description: 'Bring a bowl.',
        start: '2026-12-03T18:00-08:00',
        end: '2026-12-03T19:30-08:00',
        status: 'scheduled',
        capacity: 20,
        taken: 12,
        place: {name: 'Hall', address: '1 Elm St, Reno, NV', lat: 39.53, lon: -119.81},
        host: {name: 'Parish'},
        language: 'en',
        url: 'https://feed.example/soup',
        image: 'https://feed.example/data/soup.jpg',
      },
    ]);
    assert.deepEqual([left, dropped], [[], []]);
  });

  test('types in a list, as whole addresses, in a graph, in an ItemList, in an array', async () => {
    const {gatherings, groups} = await translated(
      'schema-org',
      json([
        {...CONTEXT, '@type': ['Thing', 'https://schema.org/MusicEvent'], name: 'A', startDate: '2026-12-03'},
        {
          ...CONTEXT,
          '@graph': [
            {'@type': 'schema:Event', name: 'B', startDate: '2026-12-04'},
            {'@type': 'WebPage', name: 'x'},
          ],
        },
        {
          ...CONTEXT,
          '@type': 'ItemList',
          itemListElement: [
            {'@type': 'ListItem', item: {'@type': 'Festival', name: 'C', startDate: '2026-12-05'}},
          ],
        },
        {...CONTEXT, '@type': 'Church', name: 'D', url: 'https://d.example'},
      ]),
    );

    assert.deepEqual(
      gatherings.map(({name, start, end}) => [name, start, end]),
      [
        ['A', '2026-12-03T00:00', '2026-12-03T23:59'],
        ['B', '2026-12-04T00:00', '2026-12-04T23:59'],
        ['C', '2026-12-05T00:00', '2026-12-05T23:59'],
      ],
    );
    assert.deepEqual(groups, [
      {id: 'https://d.example/', name: 'D', kind: 'organisation', url: 'https://d.example/'},
    ]);
  });

  test('what stands elsewhere in the graph is found by its id', async () => {
    const {gatherings, groups} = await translated(
      'schema-org',
      json({
        ...CONTEXT,
        '@graph': [
          {
            '@type': 'Event',
            name: 'Soup',
            startDate: '2026-12-03T18:00',
            location: {'@id': '#hall'},
            organizer: {'@id': '#us'},
          },
          {'@type': 'Place', '@id': '#hall', name: 'Hall', address: '1 Elm St, Reno'},
          {'@type': 'Organization', '@id': '#us', name: 'Parish'},
        ],
      }),
    );

    assert.deepEqual(gatherings[0]?.place, {name: 'Hall', address: '1 Elm St, Reno'});
    assert.deepEqual(gatherings[0]?.host, {name: 'Parish'});
    assert.deepEqual(groups[0]?.id, 'https://feed.example/data/events.json#us');
  });

  test('a last day is the last day, and not the one before', async () => {
    const {gatherings} = await translated(
      'schema-org',
      json(soup({startDate: '2026-12-03', endDate: '2026-12-05'})),
    );

    assert.deepEqual([gatherings[0]?.start, gatherings[0]?.end], ['2026-12-03T00:00', '2026-12-05T23:59']);
  });

  test('cancelled, postponed and sold out', async () => {
    const {gatherings} = await translated(
      'schema-org',
      json([
        soup({'@id': '1', eventStatus: 'https://schema.org/EventCancelled'}),
        soup({'@id': '2', eventStatus: 'EventPostponed'}),
        soup({'@id': '3', eventStatus: {'@id': 'http://schema.org/EventMovedOnline'}}),
        soup({'@id': '4', offers: [{availability: 'https://schema.org/SoldOut'}]}),
        soup({'@id': '5', offers: [{availability: 'SoldOut'}, {availability: 'InStock'}]}),
      ]),
    );

    assert.deepEqual(
      gatherings.map(({status}) => status),
      ['cancelled', 'postponed', 'scheduled', 'full', undefined],
    );
  });

  test('places in every form: a text, an address, online, both', async () => {
    const {gatherings} = await translated(
      'schema-org',
      json([
        soup({'@id': '1', location: 'Parish hall'}),
        soup({'@id': '2', location: {'@type': 'PostalAddress', streetAddress: '1 Elm St'}}),
        soup({'@id': '3', location: {'@type': 'VirtualLocation', url: 'https://meet.example/a'}}),
        soup({
          '@id': '4',
          location: [
            {'@type': 'VirtualLocation', url: 'https://meet.example/a'},
            {'@type': 'Place', name: 'Hall', geo: {latitude: 119.8, longitude: 39.5}},
          ],
        }),
      ]),
    );

    assert.deepEqual(
      gatherings.map(({place}) => place),
      [
        {name: 'Parish hall'},
        {address: '1 Elm St'},
        {online: 'https://meet.example/a'},
        {name: 'Hall', online: 'https://meet.example/a'},
      ],
    );
  });

  test('a position that is none is told', async () => {
    const {left} = await translated(
      'schema-org',
      json(soup({location: {'@type': 'Place', geo: {latitude: -119.8, longitude: 39.5}}})),
    );

    assert.deepEqual(left, [{path: '', code: 'latitude-first'}]);
  });

  test('an organisation with its ties; people are left out', async () => {
    const {groups} = await translated(
      'schema-org',
      json({
        ...CONTEXT,
        '@type': 'NGO',
        '@id': 'https://garden.example/',
        name: 'Garden',
        email: 'mailto:hello@garden.example',
        address: {streetAddress: '1 Elm St', addressLocality: 'Reno'},
        location: {'@type': 'Place', geo: {latitude: 39.5, longitude: -119.8}},
        memberOf: {'@type': 'Organization', url: 'https://network.example/'},
        member: [{'@type': 'Person', name: 'Ana', url: 'https://ana.example'}, {'@type': 'Organization'}],
        founder: {'@type': 'Person', name: 'Ben'},
      }),
    );

    assert.deepEqual(groups, [
      {
        id: 'https://garden.example/',
        name: 'Garden',
        kind: 'organisation',
        place: {label: '1 Elm St, Reno', lat: 39.5, lon: -119.8},
        contact: {email: 'hello@garden.example'},
        connections: [{to: 'https://network.example/', kind: 'member-of'}],
      },
    ]);
  });

  test('a page of the web is read by its scripts, also where one of them is broken', async () => {
    const {gatherings} = await translated(
      'schema-org',
      text(
        `<!doctype html><script type="application/ld+json">{broken</script>
         <script type="application/ld+json">${JSON.stringify(soup())}</script>`,
        'text/html',
      ),
    );

    assert.deepEqual(
      gatherings.map(({name}) => name),
      ['Soup'],
    );
  });

  test('things that contain each other end', async () => {
    const deep: Record<string, unknown> = soup({'@type': 'EventSeries'});
    deep['subEvent'] = [deep];

    const {gatherings} = await translated('schema-org', {...json({}), json: deep});

    assert.deepEqual(gatherings, []);
  });
});
