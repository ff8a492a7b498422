import {assert} from 'chai';

import {structuredData, type Listed} from '../../src/files/structured-data.js';
import type {Gathering} from '../../src/protocol/gathering.js';
import {standingOf} from '../../src/protocol/standing.js';

const NOW = Date.parse('2026-11-25T12:00:00Z');

function listed(more: Partial<Gathering> = {}): Listed {
  const gathering: Gathering = {
    id: 'supper',
    name: 'Supper for neighbours',
    start: '2026-12-03T18:00:00-08:00',
    end: '2026-12-03T19:30:00-08:00',
    timeZone: 'America/Los_Angeles',
    capacity: 20,
    taken: 12,
    language: 'en',
    place: {name: 'Parish hall', address: '12 Mill Street, Reno'},
    ...more,
  };
  return {
    gathering,
    standing: standingOf(gathering, NOW),
    url: 'https://stpaul.example/g#ctg-gathering=supper',
  };
}

interface Graph {
  '@context': string;
  '@graph': Array<Record<string, unknown>>;
}
const graphOf = (text: string): Graph => JSON.parse(text) as Graph;
const eventOf = (more: Partial<Gathering> = {}): Record<string, unknown> =>
  graphOf(structuredData([listed(more)]))['@graph'][0]!;

describe('What search engines read', () => {
  it('is an event with its time as the publisher’s clock shows it, its place and its seats', () => {
    const graph = graphOf(
      structuredData([listed()], {
        name: 'St Paul’s',
        url: 'https://stpaul.example/',
        phone: '+1 775 555 0142',
      }),
    );

    assert.equal(graph['@context'], 'https://schema.org/');
    assert.deepEqual(graph['@graph'], [
      {
        '@type': 'Event',
        identifier: 'supper',
        name: 'Supper for neighbours',
        startDate: '2026-12-03T18:00:00-08:00',
        endDate: '2026-12-03T19:30:00-08:00',
        eventStatus: 'https://schema.org/EventScheduled',
        eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
        location: [{'@type': 'Place', name: 'Parish hall', address: '12 Mill Street, Reno'}],
        maximumAttendeeCapacity: 20,
        remainingAttendeeCapacity: 8,
        inLanguage: 'en',
        url: 'https://stpaul.example/g#ctg-gathering=supper',
        organizer: {
          '@type': 'Organization',
          name: 'St Paul’s',
          url: 'https://stpaul.example/',
          telephone: '+1 775 555 0142',
        },
      },
    ]);
  });

  for (const [status, said] of [
    ['cancelled', 'EventCancelled'],
    ['postponed', 'EventPostponed'],
    ['closed', 'EventScheduled'],
  ] as const)
    it(`says ${said} of a gathering that is ${status}`, () => {
      assert.equal(eventOf({status})['eventStatus'], `https://schema.org/${said}`);
    });

  it('keeps a home’s address for those who have a place', () => {
    const text = structuredData([
      listed({place: {name: 'At Ruth’s', address: '48 Juniper Court', revealed: 'confirmed'}}),
    ]);

    assert.notInclude(text, 'Juniper');
    assert.include(text, 'At Ruth’s');
  });

  it('leads to the page and not into the room where it is online', () => {
    const event = eventOf({place: {online: 'https://rooms.example/secret'}});

    assert.deepEqual(event['location'], [
      {'@type': 'VirtualLocation', url: 'https://stpaul.example/g#ctg-gathering=supper'},
    ]);
    assert.equal(event['eventAttendanceMode'], 'https://schema.org/OnlineEventAttendanceMode');
    assert.notInclude(JSON.stringify(event), 'rooms.example');
  });

  it('writes the time without an offset where nobody knows it', () => {
    const {startDate} = eventOf({start: '2026-12-03T18:00', end: '', timeZone: 'Nowhere/Else'});

    assert.equal(startDate, '2026-12-03T18:00:00');
  });

  for (const words of ['</script><script>alert(1)</script>', '<!--<script>', '\u2028', ']]>', '&lt;'])
    it(`can’t be ended by ${JSON.stringify(words)} in a name`, () => {
      const text = structuredData([listed({name: words})]);

      assert.notMatch(text, /[<>&\u2028\u2029]/);
      assert.equal(graphOf(text)['@graph'][0]!['name'], words);
    });

  it('names no address that could run', () => {
    const event = eventOf({url: 'javascript:alert(1)', image: 'data:text/html,x'});

    assert.equal(event['url'], 'https://stpaul.example/g#ctg-gathering=supper');
    assert.notProperty(event, 'image');
  });

  it('names a hundred at most, and none without a date', () => {
    const many = Array.from({length: 10_000}, (_, i) => listed({id: `g${i}`}));
    const undated = {...listed({start: 'some day'})};

    assert.lengthOf(graphOf(structuredData([undated, ...many]))['@graph'], 100);
    assert.equal(structuredData([undated]), '');
    assert.equal(structuredData([]), '');
  });
});
