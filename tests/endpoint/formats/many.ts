/** Large sources: as many entries as a document may hold, each with what such an entry has in life. */
import type {Source} from '../../../src/endpoint/formats/format.js';
import {json, text} from './source.js';

const two = (number: number) => String(number).padStart(2, '0');
const day = (index: number) => `2027-${two((index % 12) + 1)}-${two((index % 28) + 1)}`;
const words = 'Bring a bowl and whoever you like. We eat, we sing, and we wash up together afterwards. ';
const of = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({length: count}, (_, index) => make(index));

/** A source of `count` entries for each format. */
export const MANY: Readonly<Record<string, (count: number) => Source>> = {
  geojson: (count) => json({type: 'FeatureCollection', features: of(count, feature)}),
  'ogc-features': (count) =>
    json({type: 'FeatureCollection', numberReturned: count, links: [], features: of(count, feature)}),
  'schema-org': (count) =>
    json({
      '@context': 'https://schema.org',
      '@graph': of(count, (index) => ({
        '@type': 'Event',
        '@id': `https://parish.example/${index}`,
        name: `Soup ${index}`,
        description: `<p>${words}</p>`,
        startDate: `${day(index)}T18:00:00-08:00`,
        endDate: `${day(index)}T19:30:00-08:00`,
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
        },
        organizer: {'@type': 'Organization', name: 'Parish', url: 'https://parish.example/'},
      })),
    }),
  'events-calendar': (count) =>
    json({
      rest_url: 'https://parish.example/',
      events: of(count, (index) => ({
        id: index,
        status: 'publish',
        title: `Soup &amp; Song ${index}`,
        description: `<p>${words}</p>`,
        slug: `soup-${index}`,
        url: `https://parish.example/event/soup-${index}/`,
        start_date: `${day(index)} 18:00:00`,
        utc_start_date: `${day(index)} 17:00:00`,
        end_date: `${day(index)} 19:30:00`,
        utc_end_date: `${day(index)} 18:30:00`,
        timezone: 'Europe/Berlin',
        image: false,
        categories: [],
        tags: [],
        venue: {
          id: 3,
          venue: 'Hall',
          address: '1 Elm St',
          city: 'Reno',
          state: 'NV',
          zip: '89501',
          country: 'United States',
        },
        organizer: [{id: 4, organizer: 'Ana', url: 'https://parish.example/organizer/ana/'}],
      })),
    }),
  'google-calendar': (count) =>
    json({
      kind: 'calendar#events',
      timeZone: 'America/Los_Angeles',
      items: of(count, (index) => ({
        kind: 'calendar#event',
        etag: '"3402034102000000"',
        id: `id${index}`,
        status: 'confirmed',
        htmlLink: `https://www.google.example/calendar/event?eid=${index}`,
        created: '2026-10-20T08:00:00.000Z',
        updated: '2026-10-20T08:00:00.000Z',
        summary: `Soup ${index}`,
        description: words,
        location: 'Parish hall, 1 Elm St, Reno, NV 89501',
        creator: {email: 'a@b.example'},
        organizer: {email: 'a@b.example', displayName: 'Parish', self: true},
        start: {dateTime: `${day(index)}T18:00:00-08:00`, timeZone: 'America/Los_Angeles'},
        end: {dateTime: `${day(index)}T19:30:00-08:00`, timeZone: 'America/Los_Angeles'},
        iCalUID: `id${index}@google.example`,
        sequence: 0,
        eventType: 'default',
      })),
    }),
  activitystreams: (count) =>
    json({
      '@context': 'https://www.w3.org/ns/activitystreams',
      type: 'OrderedCollection',
      orderedItems: of(count, (index) => ({
        type: 'Create',
        id: `https://events.example/${index}/activity`,
        actor: 'https://events.example/@parish',
        to: ['https://www.w3.org/ns/activitystreams#Public'],
        published: '2026-10-20T08:00:00Z',
        object: {
          type: 'Event',
          id: `https://events.example/${index}`,
          name: `Soup ${index}`,
          content: `<p>${words}</p>`,
          startTime: `${day(index)}T18:00:00Z`,
          endTime: `${day(index)}T19:30:00Z`,
          url: `https://events.example/${index}`,
          location: {
            type: 'Place',
            name: 'Hall',
            latitude: 39.5,
            longitude: -119.8,
            address: '1 Elm St, Reno',
          },
          attributedTo: 'https://events.example/@parish',
        },
      })),
    }),
  csv: (count) =>
    text(
      `id,name,start,end,place,address,description\n${of(count, (index) => `${index},Soup ${index},${day(index)} 18:00,${day(index)} 19:30,Hall,"1 Elm St, Reno","${words}"\n`).join('')}`,
    ),
};

function feature(index: number) {
  return {
    type: 'Feature',
    id: index,
    geometry: {type: 'Point', coordinates: [-119.8 + index / 100_000, 39.5]},
    properties: {
      NAME: `Garden ${index}`,
      WEB_URL: `https://garden-${index}.example/`,
      ADDRESS: `${index} Elm St`,
      DESCRIPTION: words,
      TYPE: 'garden',
      XCOORD: 392113.52,
    },
  };
}
