// What endpoints get wrong, in a real browser: the page shows what is good, and the doctor says what is not.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import type {Browser} from 'playwright-core';

import type {FindingCode} from '../../src/endpoint/diagnosis/finding.js';
import {RightServer} from '../command/right-server.js';
import {openBrowser} from './browser.js';
import {Site} from './site.js';
import {snippet, tag} from './visit.js';
import {DEBUG, visitWard} from './ward.js';

/** One endpoint, and what is to be seen on the page. */
interface Bad {
  readonly name: string;
  /** More on the widget. */
  readonly attributes?: string;
  readonly answer: (server: RightServer) => void;
  /** What a visitor reads. */
  readonly shows: string;
  /** How many gatherings are listed, where any are. */
  readonly listed?: number;
  readonly finds: readonly FindingCode[];
  /** What the panel says of it. */
  readonly says?: RegExp;
}

const START = '2099-12-03T18:00:00Z';
const EVENTS = {data: [{key: 'a', title: 'Supper', begins: START}]};
const FEATURES = {
  type: 'FeatureCollection',
  features: [{type: 'Feature', properties: {name: 'Supper', start: START}, geometry: null}],
};
/** What a visitor is told where nobody can be shown anything. */
const BROKEN = 'Whoever looks after this website has to fix something.';
const mapping = (said: object): string =>
  `data-mapping='${JSON.stringify({items: 'data', gathering: {id: 'key', name: 'title', start: 'begins'}, ...said})}'`;
const says =
  (body: unknown, type = 'application/json') =>
  (server: RightServer): void => {
    server.read = (_request, response) => server.say(response, 200, body, {'Content-Type': type});
  };
const pad = (n: number): string => String(n).padStart(2, '0');

const BAD: readonly Bad[] = [
  {
    name: 'a format forced on data of another kind',
    attributes: 'data-format="geojson"',
    answer: says(EVENTS),
    shows: BROKEN,
    finds: ['wrong-format'],
    says: /not in the format that was named: geojson; it looks like none that we know/,
  },
  {
    name: 'a format forced on another format',
    attributes: 'data-format="csv"',
    answer: says(FEATURES),
    shows: BROKEN,
    finds: ['wrong-format'],
    says: /csv; it looks like geojson/,
  },
  {
    name: 'two formats that match',
    answer: says({
      ...FEATURES,
      '@context': 'https://schema.org/',
      '@type': 'Event',
      name: 'Supper',
      startDate: START,
    }),
    shows: BROKEN,
    finds: ['two-formats'],
    says: /more than one format \(geojson, schema-org\)/,
  },
  {
    name: 'a mapping with a slip in it',
    attributes: mapping({gathering: {id: 'key', name: 'title[?'}}),
    answer: says(EVENTS),
    shows: BROKEN,
    finds: ['mapping-syntax'],
    says: /\/gathering\/name/,
  },
  {
    name: 'a mapping that is no JSON',
    attributes: `data-mapping='{"gathering": {id: key}}'`,
    answer: says(EVENTS),
    shows: BROKEN,
    finds: ['mapping-syntax'],
    says: /no JSON/,
  },
  {
    name: 'a mapping that finds no list',
    attributes: mapping({items: 'dota'}),
    answer: says(EVENTS),
    shows: BROKEN,
    finds: ['mapping-empty'],
    says: /an object with data\): \/items: finds no list of gatherings/,
  },
  {
    name: 'a mapping that finds no name in any entry',
    attributes: mapping({gathering: {id: 'key', name: 'titel'}}),
    answer: says(EVENTS),
    shows: BROKEN,
    finds: ['mapping-empty'],
    says: /\/gathering\/name: finds nothing in any of 1 entries/,
  },
  {
    name: 'pages that lead back to the first',
    attributes: mapping({next: 'next'}),
    answer: (server) => {
      server.read = (request, response) =>
        server.say(response, 200, {
          data: [{...EVENTS.data[0], key: request.url, title: `Supper ${request.url}`}],
          next: request.url === '/ctg.json' ? '/ctg.json?page=2' : '/ctg.json',
        });
    },
    shows: 'Supper /ctg.json?page=2',
    listed: 2,
    finds: ['read-only', 'untranslated'],
    says: /page 3: it is a page that was read before/,
  },
  {
    name: 'errors under a good status, as GraphQL answers',
    attributes: mapping({}),
    answer: says({errors: [{message: 'Cannot query field "evnts"'}], data: null}),
    shows: BROKEN,
    finds: ['error-under-200'],
    says: /nothing in it but an error: Cannot query field "evnts"/,
  },
  {
    name: 'errors under a good status, where our own document should be',
    answer: says({errors: [{title: 'no such table'}]}),
    shows: BROKEN,
    finds: ['error-under-200'],
    says: /no such table/,
  },
  {
    name: 'nothing under a good status',
    answer: says(''),
    shows: BROKEN,
    finds: ['not-json'],
    says: /The answer is empty/,
  },
  {
    name: 'nothing under 204',
    answer: (server) => {
      server.read = (_request, response) => server.say(response, 204, '');
    },
    shows: BROKEN,
    finds: ['not-json'],
    says: /The answer is empty/,
  },
  {
    name: 'Latin-1',
    attributes: mapping({}),
    answer: says(
      Buffer.from(JSON.stringify({data: [{...EVENTS.data[0], title: 'Café at St Paul'}]}), 'latin1'),
    ),
    shows: 'Caf\ufffd at St Paul',
    finds: ['not-utf8', 'read-only'],
    says: /write the text as UTF-8/,
  },
  {
    name: 'a calendar of 10,000 events',
    attributes: mapping({}),
    answer: says({
      data: Array.from({length: 10_000}, (_, n) => ({
        key: n,
        title: `Supper ${n}`,
        begins: `2099-${pad(1 + (n % 12))}-${pad(1 + (n % 28))}T18:00:00Z`,
      })),
    }),
    shows: 'Supper 0',
    finds: ['read-only'],
    says: /10000 gatherings; 0 left out/,
  },
  {
    name: 'a calendar of more than we read',
    attributes: mapping({}),
    answer: says({
      data: Array.from({length: 10_500}, (_, n) => ({key: n, title: `Supper ${n}`, begins: START})),
    }),
    shows: 'Supper 0',
    finds: ['read-only', 'too-many'],
    says: /gatherings is longer than is read/,
  },
  {
    name: 'a rule of dates without an end',
    answer: says({
      kind: 'calendar#events',
      items: [
        {
          kind: 'calendar#event',
          id: 'daily',
          summary: 'Morning prayer',
          start: {dateTime: '2026-01-05T07:00:00Z', timeZone: 'UTC'},
          end: {dateTime: '2026-01-05T07:30:00Z', timeZone: 'UTC'},
          recurrence: ['RRULE:FREQ=DAILY'],
        },
      ],
    }),
    shows: 'Morning prayer',
    finds: ['read-only', 'untranslated'],
    says: /repeats so often that only the next 60 dates are shown.*60 gatherings; 0 left out/s,
  },
  {
    name: 'a rule of dates that comes every second',
    answer: says({
      kind: 'calendar#events',
      items: [
        {
          kind: 'calendar#event',
          id: 'secondly',
          summary: 'Tick',
          start: {dateTime: '2026-01-05T07:00:00Z', timeZone: 'UTC'},
          recurrence: ['RRULE:FREQ=SECONDLY'],
        },
        {
          kind: 'calendar#event',
          id: 'once',
          summary: 'Supper',
          start: {dateTime: START, timeZone: 'UTC'},
        },
      ],
    }),
    shows: 'Supper',
    finds: ['read-only', 'untranslated'],
    says: /happens more often than is written out/,
  },
  {
    name: 'a table with formulas in it',
    answer: says(
      `name,start,place\n"=HYPERLINK(""https://evil.example"")",${START},Hall\nSupper,${START},=A1\n`,
      'text/csv',
    ),
    shows: 'Supper',
    listed: 2,
    finds: ['read-only', 'untranslated'],
    says: /a formula instead of its result/,
  },
];

describe('an endpoint that is wrong, on a page', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const {name, attributes = '', answer, shows, listed, finds, says: said} of BAD)
    test(name, {timeout: 60_000}, async () => {
      const server = await new RightServer().open();
      try {
        answer(server);
        const body = snippet(server.url, `${DEBUG} ${attributes}`) + tag();
        await visitWard(browser, site, {body}, '', async (ward) => {
          assert.deepEqual(await ward.found(), [...finds].sort());
          if (said) assert.match((await ward.panel().textContent()) ?? '', said);

          const widget = ward.tab.locator('ctg-gathering-signup');
          const shown = widget.locator('[part="root"]');
          await shown.getByText(shows).first().waitFor();
          if (listed !== undefined) assert.equal(await widget.locator('[part~="item"]').count(), listed);
          // What is wrong with an endpoint is no fault of the page's: nothing is thrown into it.
          assert.deepEqual(ward.errors, []);
        });
      } finally {
        await server.close();
      }
    });
});
