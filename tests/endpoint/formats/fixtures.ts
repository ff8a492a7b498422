/** One small source of each format, and of what is none, written for these tests. */
import type {Source} from '../../../src/endpoint/formats/format.js';
import {json, text} from './source.js';

/** Sources by the name of their format; after a space, which kind of it. */
export const FIXTURES: Readonly<Record<string, Source>> = {
  geojson: json({
    type: 'FeatureCollection',
    features: [
      {type: 'Feature', geometry: {type: 'Point', coordinates: [-119.8, 39.5]}, properties: {name: 'Garden'}},
    ],
  }),
  'geojson alone': json({
    type: 'Feature',
    geometry: null,
    properties: {name: 'Choir', start: '2026-12-03T18:00Z'},
  }),
  'ogc-features': json({
    type: 'FeatureCollection',
    numberReturned: 1,
    links: [],
    features: [{type: 'Feature', id: 1, geometry: null, properties: {name: 'Garden'}}],
  }),
  'schema-org': json({
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: 'Soup',
    startDate: '2026-12-03T18:00:00-08:00',
  }),
  'schema-org graph': json({
    '@context': {'@vocab': 'https://schema.org/'},
    '@graph': [{'@type': 'Organization', '@id': '#us', name: 'Parish'}],
  }),
  'schema-org list': json([
    {
      '@context': 'http://schema.org/',
      '@type': ['Thing', 'MusicEvent'],
      name: 'Choir',
      startDate: '2026-12-03',
    },
  ]),
  'schema-org expanded': json([
    {'@type': ['http://schema.org/Event'], 'http://schema.org/name': [{'@value': 'Soup'}]},
  ]),
  'schema-org page': text(
    '<!doctype html><script type="application/ld+json">{"@context":"https://schema.org","@type":"Event","name":"Soup","startDate":"2026-12-03"}</script>',
    'text/html',
  ),
  'events-calendar': json({
    events: [
      {
        id: 5,
        global_id: 'parish.example?id=5',
        status: 'publish',
        title: 'Soup &#038; Song',
        start_date: '2026-12-03 18:00:00',
        utc_start_date: '2026-12-04 02:00:00',
        timezone: 'America/Los_Angeles',
      },
    ],
    rest_url: 'https://parish.example/wp-json/tribe/events/v1/events/',
    total: 1,
    total_pages: 1,
  }),
  'events-calendar posts': json([
    {
      id: 5,
      type: 'tribe_events',
      status: 'publish',
      title: {rendered: 'Soup'},
      start_date: '2026-12-03 18:00:00',
      start_date_utc: '2026-12-04 02:00:00',
    },
  ]),
  'google-calendar': json({
    kind: 'calendar#events',
    summary: 'Parish',
    timeZone: 'America/Los_Angeles',
    items: [{id: 'soup', summary: 'Soup', start: {dateTime: '2026-12-03T18:00:00-08:00'}}],
  }),
  activitystreams: json({
    '@context': 'https://www.w3.org/ns/activitystreams',
    type: 'Event',
    id: 'https://events.example/1',
    name: 'Soup',
    startTime: '2026-12-03T18:00:00-08:00',
  }),
  'activitystreams outbox': json({
    '@context': ['https://www.w3.org/ns/activitystreams', {sc: 'http://schema.org#'}],
    type: 'OrderedCollection',
    orderedItems: [
      {
        type: 'Create',
        object: {type: 'Event', id: 'https://events.example/1', name: 'Soup', startTime: '2026-12-03T18:00Z'},
      },
    ],
  }),
  csv: text('name,start\nSoup,2026-12-03 18:00\n'),
  'csv by its first line': text('\ufeffTitel;Datum\r\nSuppe;03.12.2026\r\n', 'application/octet-stream'),
};

/** What has the shape of no format. */
export const OTHERS: Readonly<Record<string, Source>> = {
  'a native document': json({
    ctg: '1',
    gatherings: [{id: '1', name: 'Soup', start: '2026-12-03T18:00-08:00'}],
  }),
  'a native document with features': json({ctg: '1', type: 'FeatureCollection', features: []}),
  'a native document with a context': json({ctg: '1', '@context': 'https://schema.org', '@type': 'Event'}),
  'a map that is still being made': json({status: 'Processing'}),
  'collections of a map server': json({links: [], collections: []}),
  'an error': json({errors: [{message: 'no such group'}]}),
  'a list of things with titles': json([{id: 1, title: 'Soup', start_datetime: 1_784_397_600}]),
  'events of another system': json({events: [{id: 1, name: 'Soup'}], next: null}),
  'pages of an API': json({data: [{id: 1, type: 'Event'}], links: {next: null}}),
  'a page of the web': text('<!doctype html><title>name, start</title>', 'text/html'),
  'broken JSON': text('{"name": "Soup", "start', 'application/json'),
  words: text('Our next gathering is on Thursday.', 'text/plain'),
  null: json(null),
  'a number': json(7),
  nothing: text('', ''),
};
