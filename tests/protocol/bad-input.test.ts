/** What is out there: hostile, broken or merely odd. Good entries are shown, bad ones counted, nothing throws. */
import {assert} from 'chai';
import {safeUrl} from '../../src/base/safe-url.js';
import {DocumentSchema} from '../../src/protocol/document.js';
import {type Dropped, entriesLost, readDocument, type Reading} from '../../src/protocol/read.js';
import {standingOf} from '../../src/protocol/standing.js';
import {quickest} from './quickest.js';
import '../testing/sections.js';

const STRINGS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '${alert(1)}',
  '{{7*7}}',
  "'; DROP TABLE signups; --",
  '=HYPERLINK("http://evil.example")',
  '\u202eevil\u202c',
  'a\u0000b',
  'Z̷̢͗a̷͎̿l̷̰̊g̷o̷',
  '👨‍👩‍👧‍👦',
  '\ud800 half',
  'null',
  'undefined',
  'NaN',
  'true',
  '../../etc/passwd',
  '%00%0a',
  'BEGIN:VCALENDAR\r\nEND:VCALENDAR',
  'x'.repeat(100_000),
  'الصفحات',
  '／／evil',
  '\\x3cscript>',
  'toString',
  '__proto__',
];
const URLS = [
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u0000javascript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml,<svg onload=alert(1)>',
  'vbscript:msgbox(1)',
  'blob:https://a.example/1',
  'file:///etc/passwd',
  'filesystem:https://a.example/x',
  'about:blank',
  'view-source:https://a.example',
  'ws://a.example',
  'ftp://a.example',
  'intent://x#Intent;end',
  'https://',
  'http://[::1',
];
const DATES = [
  '2026-02-31T18:00Z',
  '2026-13-01T00:00Z',
  '0000-00-00T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '+275760-09-13T00:00:00Z',
  '2026-12-03',
  '12/03/2026 6pm',
  'Thursday',
  '2026-12-03T25:00Z',
  '2026-12-03T18:00:00+99:00',
  '',
  1764813600,
  -1,
  NaN,
  {date: '2026-12-03'},
  ['2026-12-03T18:00Z'],
  true,
];
const WRONG: readonly unknown[] = [
  7,
  -1,
  0.5,
  true,
  [],
  {},
  [[]],
  {a: 1},
  'x',
  '7',
  1e309,
  null,
  [null],
  {__proto__: null},
];

function read(json: unknown): Reading {
  const result = readDocument(json);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

const paths = (dropped: readonly Dropped[]): string[] => dropped.map(({path}) => path);
const GOOD = {id: 'good', name: 'A good one', start: '2026-12-03T18:00:00-08:00'};

/** What must hold of everything that was read: the strict side takes it, and it can be judged. */
function isSound({document}: Reading): void {
  assert.deepEqual(DocumentSchema.safeParse(document).error?.issues ?? [], []);
  for (const gathering of document.gatherings ?? []) assert.isString(standingOf(gathering, 0).state);
}

describe('rows 27 to 45: what an endpoint may say', () => {
  for (const text of STRINGS) {
    it(`is a name like any other: ${JSON.stringify(text).slice(0, 40)}`, () => {
      const reading = read({
        ctg: '1',
        publisher: {name: text},
        gatherings: [{id: 'a', name: text, host: {name: text}, agenda: [{title: text}]}, GOOD],
      });

      isSound(reading);
      assert.equal(reading.document.gatherings?.[0]?.name, text.slice(0, 200));
      assert.equal(reading.document.publisher?.name, text.slice(0, 200));
      assert.isEmpty(reading.dropped);
    });
  }

  for (const url of URLS) {
    it(`row 28: is no link: ${JSON.stringify(url).slice(0, 40)}`, () => {
      const reading = read({
        ctg: '1',
        links: [{rel: 'signups', href: url}],
        gatherings: [
          {
            ...GOOD,
            url,
            image: url,
            place: {name: 'Hall', online: url},
            consents: [{id: 'a', text: 'A', url}],
          },
        ],
      });

      isSound(reading);
      assert.deepEqual<unknown>(reading.document.gatherings, [
        {...GOOD, place: {name: 'Hall'}, consents: [{id: 'a', text: 'A'}]},
      ]);
      assert.deepEqual<unknown>(reading.document.links, []);
      assert.includeMembers(paths(reading.dropped), [
        '/links/0/href',
        '/links/0',
        '/gatherings/0/url',
        '/gatherings/0/place/online',
      ]);
      assert.isUndefined(safeUrl(url));
    });
  }

  for (const date of DATES) {
    it(`row 35: is a gathering whose date is to be confirmed: ${JSON.stringify(date)}`, () => {
      const reading = read({
        ctg: '1',
        updated: date,
        gatherings: [{...GOOD, start: date, end: date, opens: date}],
      });

      isSound(reading);
      assert.deepEqual<unknown>(reading.document.gatherings, [{id: 'good', name: 'A good one'}]);
      assert.equal(entriesLost(reading.dropped), 0);
      if (date !== '')
        assert.includeMembers(paths(reading.dropped), [
          '/updated',
          '/gatherings/0/start',
          '/gatherings/0/end',
        ]);
    });
  }

  for (const wrong of WRONG) {
    it(`row 21: leaves the good ones when others are ${JSON.stringify(wrong)}`, () => {
      const keys = [
        'start',
        'end',
        'timeZone',
        'status',
        'capacity',
        'taken',
        'waitlist',
        'place',
        'contact',
        'host',
        'needs',
        'language',
        'series',
        'agenda',
        'questions',
        'consents',
        'url',
        'updated',
      ];
      const odd = {id: 'odd', name: 'Odd', ...Object.fromEntries(keys.map((key) => [key, wrong]))};
      const reading = read({
        ctg: '1',
        publisher: wrong,
        updated: wrong,
        links: wrong,
        gatherings: [wrong, {id: wrong, name: wrong}, odd, GOOD],
      });

      isSound(reading);
      assert.deepEqual(
        reading.document.gatherings?.slice(-2).map(({id}) => id),
        ['odd', 'good'],
      );
      assert.include(paths(reading.dropped), '/gatherings/0');
    });
  }

  it('rows 32 and 33: is never a place at 0, 0 that nobody named', () => {
    const places = [
      {lat: '39.5', lon: '-119.8'},
      {lat: '39,5', lon: 0},
      {lat: null, lon: null},
      {lat: 1e309, lon: NaN},
      {lat: -119.8, lon: 39.5},
    ];
    const reading = read({
      ctg: '1',
      gatherings: places.map((place, index) => ({id: `${index}`, name: 'A', place})),
    });

    isSound(reading);
    assert.isTrue(reading.document.gatherings?.every(({place}) => place?.lat === undefined));
  });

  it('row 39: is never a negative or a broken number of places', () => {
    const numbers = [-1, 0.5, 1e308, NaN, Infinity, '20', [20], {n: 20}, true];
    const reading = read({
      ctg: '1',
      gatherings: numbers.map((capacity, index) => ({id: `${index}`, name: 'A', capacity, taken: 1})),
    });

    isSound(reading);
    assert.isTrue(reading.document.gatherings?.every((each) => standingOf(each, 0).left === undefined));
    assert.lengthOf(reading.dropped, numbers.length);
  });

  it('row 31: is no style: a colour nobody asked for is left out', () => {
    const reading = read({
      ctg: '1',
      theme: 'red;background:url(x)',
      style: {x: 1},
      gatherings: [{...GOOD, style: 'x', color: 'expression(1)'}],
    });
    assert.deepEqual<unknown>(reading.document, {ctg: '1', gatherings: [GOOD]});
  });

  it('row 45: is read in well under 200 ms when it fills all ten thousand lines', () => {
    const many = Array.from({length: 10_000}, (_, index) => ({
      ...GOOD,
      id: `${index}`,
      description: 'x'.repeat(300),
    }));

    assert.lengthOf(read({ctg: '1', gatherings: many}).document.gatherings ?? [], 10_000);
    assert.isBelow(
      quickest(() => read({ctg: '1', gatherings: many})),
      200,
    );
  });
});
