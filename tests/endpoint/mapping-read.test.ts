import {assert} from 'chai';
import fc from 'fast-check';

import {GatheringSchema} from '../../src/protocol/gathering.js';
import {MappingSchema} from '../../src/protocol/mapping.js';
import {parse} from '../../src/protocol/parse.js';
import {readDocument} from '../../src/protocol/read.js';
import {fitting} from '../protocol/arbitraries.js';
import {readerOf} from './reading.js';
import '../testing/sections.js';

type Thing = Record<string, unknown>;

const source = (json: unknown, url = 'https://a.example/events') => ({text: '', json, type: '', url});

/** What a mapping makes of one gathering of theirs. */
async function one(fields: object, theirs: object, more: object = {}): Promise<Thing> {
  const translate = await readerOf({gathering: {id: 'id', name: 'name', ...fields}, ...more});
  const {document} = translate(source([{id: 1, name: 'A', ...theirs}]), 1);
  return (document as {gatherings: Thing[]}).gatherings[0]!;
}

describe('a field in the words of a mapping', () => {
  const table: readonly [what: string, fields: object, theirs: object, made: object, more?: object][] = [
    ['a number for an id', {}, {}, {id: '1'}],
    ['a number in a text', {capacity: 'n'}, {n: ' 20 '}, {capacity: 20}],
    [
      'a place on the map in texts',
      {place: {lat: 'y', lon: 'x'}},
      {x: '-119.8', y: '39.5'},
      {place: {lat: 39.5, lon: -119.8}},
    ],
    ['a yes as a one', {waitlist: 'w'}, {w: 1}, {waitlist: true}],
    ['a no as a word', {waitlist: 'w'}, {w: 'No'}, {waitlist: false}],
    [
      'their words',
      {status: 's'},
      {s: 'CANCELED'},
      {status: 'cancelled'},
      {words: {status: {canceled: 'cancelled'}}},
    ],
    [
      'a thing where a word was to be, though it throws when it is made a text',
      {status: 's'},
      {s: {toString: 1}},
      {status: {toString: 1}},
      {words: {status: {canceled: 'cancelled'}}},
    ],
    [
      'a last day',
      {end: 'e', closes: 'c'},
      {e: '2026-12-04', c: '3.12.2026'},
      {end: '2026-12-04T23:59', closes: '2026-12-03T23:59'},
    ],
    [
      'a last day in their notation',
      {end: 'e'},
      {e: '04/12/2026'},
      {end: '2026-12-04T23:59:00'},
      {dates: 'DD/MM/YYYY'},
    ],
    ['an end at midnight', {end: 'e'}, {e: '2026-12-04T00:00'}, {end: '2026-12-04T00:00'}],
    ['our words in capitals', {status: 's'}, {s: 'POSTPONED'}, {status: 'postponed'}],
    ['one need without a list', {needs: 'n'}, {n: 'food'}, {needs: ['food']}],
    [
      'HTML, where it is said to be',
      {description: 'd'},
      {d: '<p>Bread &amp; soup</p>'},
      {description: 'Bread & soup'},
      {decode: ['description']},
    ],
    ['HTML, where it is not', {description: 'd'}, {d: '<b>&amp;'}, {description: '<b>&amp;'}],
    ['a path inside', {host: {name: 'by.first'}}, {by: {first: 'Ruth'}}, {host: {name: 'Ruth'}}],
    ['nothing inside', {host: {name: 'by.first'}}, {by: null}, {host: undefined}],
    ['a thing as it is', {host: 'by'}, {by: {name: 'Ruth', secret: 1}}, {host: {name: 'Ruth'}}],
    [
      'a list of things',
      {agenda: {each: 'parts', title: 't', minutes: 'm'}},
      {parts: [{t: 'Hi', m: '5'}]},
      {agenda: [{title: 'Hi', minutes: 5}]},
    ],
    ['an expression', {name: "join(' ', [name, x])"}, {x: 'B'}, {name: 'A B'}],
    [
      'an expression that does not fit this one',
      {description: "join(' ', [name, x])"},
      {x: 3},
      {description: undefined},
    ],
    ['a date with a blank', {start: 's'}, {s: '2026-12-03 18:00:00'}, {start: '2026-12-03T18:00'}],
    [
      'a date in a notation',
      {start: 's'},
      {s: '03.12.2026 18:05'},
      {start: '2026-12-03T18:05:00'},
      {dates: 'DD.MM.YYYY HH:mm'},
    ],
    [
      'a date of one field',
      {start: 's', end: 'e'},
      {s: '12/3/2026 6:05 p.m.', e: '2026-12-03T19:00'},
      {start: '2026-12-03T18:05:00', end: '2026-12-03T19:00'},
      {dates: {start: 'M/D/YYYY h:mm A'}},
    ],
    [
      'midnight by twelve',
      {start: 's'},
      {s: '12/3/2026 12:00 AM'},
      {start: '2026-12-03T00:00:00'},
      {dates: 'M/D/YYYY h:mm A'},
    ],
    ['seconds', {start: 's'}, {s: '1796234400'}, {start: '2026-12-02T18:00:00Z'}, {dates: 'unix'}],
    ['milliseconds', {start: 's'}, {s: 1796234400000}, {start: '2026-12-02T18:00:00Z'}, {dates: 'unix-ms'}],
    [
      'a zone by name',
      {start: 's'},
      {s: '2026-12-03T18:00'},
      {start: '2026-12-03T18:00', timeZone: 'America/Los_Angeles'},
      {zone: 'America/Los_Angeles'},
    ],
    [
      'a zone where each says it',
      {start: 's'},
      {s: '2026-12-03T18:00', where: {tz: 'Europe/Berlin'}},
      {timeZone: 'Europe/Berlin'},
      {zone: 'where.tz'},
    ],
    [
      'an instant from a wall clock',
      {updated: 'u'},
      {u: '2026-12-03 18:00'},
      {updated: '2026-12-04T02:00:00.000Z'},
      {zone: 'America/Los_Angeles'},
    ],
    ['a key of every object', {description: 'constructor.name'}, {}, {description: undefined}],
  ];
  for (const [what, fields, theirs, made, more] of table) {
    it(`is read: ${what}`, async () => {
      const read = await one(fields, theirs, more);
      for (const [key, value] of Object.entries(made)) assert.deepEqual(read[key], value, key);
    });
  }

  it('never is a prototype, whatever the endpoint says', async () => {
    const theirs = JSON.parse(
      '{"place": {"__proto__": {"polluted": 1}, "name": "Hall"}, "__proto__": {"x": 1}}',
    ) as object;
    const read = await one({place: 'place'}, theirs);

    assert.deepEqual(read['place'], {name: 'Hall'});
    assert.isUndefined(({} as {polluted?: number}).polluted);
  });
});

describe('the page after one', () => {
  const FIELDS = {gathering: {id: 'id', name: 'name'}, items: 'data'};
  const data = [{id: 1, name: 'A'}];
  const table: readonly [string, unknown, object, string, string | undefined][] = [
    ['an address', 'links.next', {data, links: {next: '/events?p=2'}}, '', 'https://a.example/events?p=2'],
    ['no address', 'links.next', {data, links: {next: null}}, '', undefined],
    [
      'a number of pages',
      {page: 'page', pages: 'meta.pages'},
      {data, meta: {pages: '3'}},
      '?x=1',
      'https://a.example/events?x=1&page=2',
    ],
    ['the last page', {page: 'page', pages: 'meta.pages'}, {data, meta: {pages: 3}}, '?page=3', undefined],
    ['pages from nothing', {page: 'page', from: 0, pages: 'n'}, {data, n: 2}, '?page=1', undefined],
    [
      'steps',
      {page: 'offset', from: 0, step: 50, pages: 'n'},
      {data, n: 2},
      '',
      'https://a.example/events?offset=50',
    ],
    ['pages until one is empty', {page: 'page'}, {data}, '?page=7', 'https://a.example/events?page=8'],
    ['an empty one', {page: 'page'}, {data: []}, '?page=8', undefined],
    [
      'a word of theirs',
      {page: 'cursor', token: 'after'},
      {data, after: 'a b'},
      '?cursor=x',
      'https://a.example/events?cursor=a+b',
    ],
    ['no word any more', {page: 'cursor', token: 'after'}, {data, after: null}, '?cursor=x', undefined],
  ];
  for (const [what, next, json, query, expected] of table) {
    it(`is found by ${what}`, async () => {
      const translate = await readerOf({...FIELDS, next});
      assert.equal(translate(source(json, `https://a.example/events${query}`), 2).next, expected);
    });
  }
});

describe('a mapping and its way back', () => {
  const KEYS = Object.keys(GatheringSchema._zod.def.shape);
  const gatherings = fc.uniqueArray(fitting(GatheringSchema) as fc.Arbitrary<Thing & {id: string}>, {
    selector: ({id}) => id,
    maxLength: 4,
  });
  const read = (document: unknown): unknown => {
    const reading = readDocument(document);
    return reading.ok ? reading.value : reading.failure;
  };

  it('reads a document of ours as it is, when each field is where it is', async () => {
    const translate = await readerOf({
      items: 'gatherings',
      gathering: Object.fromEntries(KEYS.map((key) => [key, key])),
      dates: {},
    });
    fc.assert(
      fc.property(gatherings, (list) => {
        const document = {ctg: '1', gatherings: JSON.parse(JSON.stringify(list)) as unknown};
        const native = read(document) as {document: object};
        const mapped = read(translate(source(document), 1).document) as {document: object};
        assert.deepEqual(normal(mapped.document), normal(native.document));
      }),
      {numRuns: 60},
    );
  });

  it('finds every field again under another name', async () => {
    const translate = await readerOf({
      items: 'a.b',
      gathering: Object.fromEntries(KEYS.map((key) => [key, `x.${key}_y`])),
    });
    fc.assert(
      fc.property(gatherings, (list) => {
        const plain = JSON.parse(JSON.stringify(list)) as Thing[];
        const renamed = plain.map((each) => ({
          x: Object.fromEntries(Object.entries(each).map(([key, value]) => [`${key}_y`, value])),
        }));
        const native = read({ctg: '1', gatherings: plain}) as {document: object};
        const mapped = read(translate(source({a: {b: renamed}}), 1).document) as {document: object};
        assert.deepEqual(normal(mapped.document), normal(native.document));
      }),
      {numRuns: 60},
    );
  });

  /** A moment may be written in fewer letters; what it says is the same. */
  function normal(value: unknown): unknown {
    return JSON.parse(JSON.stringify(value), (_, each: unknown) =>
      typeof each === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(each)
        ? each.replace(/[.]\d+/, '').replace(/^(.{16}):00/, '$1')
        : each,
    );
  }
});

describe('the published schema of a mapping', () => {
  const good = {id: 'id', name: 'name'};
  const table: readonly [string, unknown, boolean][] = [
    ['the smallest', {gathering: good}, true],
    [
      'a whole one',
      {
        items: {gathering: 'a', group: 'b'},
        gathering: {...good, place: {name: 'p'}, agenda: {each: 'a', title: 't'}},
        group: good,
        next: {page: 'p', from: 0, pages: 'n'},
        decode: ['name'],
        zone: 'UTC',
        dates: {start: 'unix'},
        words: {status: {x: 'full'}},
        signup: {rename: {name: 'n'}, set: {x: 'adults'}, add: {form: 7}, drop: ['ctg']},
        receipt: {id: 'ref', words: {ok: 'confirmed'}},
      },
      true,
    ],
    ['everything but what is renamed', {gathering: good, signup: {drop: 'rest'}}, true],
    [
      'how pledges and groups are written',
      {gathering: good, pledging: {rename: {name: 'n'}}, joining: {drop: 'rest'}},
      true,
    ],
    ['a step of nobody for a pledge', {gathering: good, pledging: {renmae: {}}}, false],
    ['a place that is none for a group', {joining: {rename: {name: 3}}}, false],
    ['a key of nobody', {gathering: good, itmes: 'a'}, false],
    ['a gathering without a name', {gathering: {id: 'id'}}, false],
    ['a number for a path', {gathering: {...good, start: 3}}, false],
    ['steps of nothing', {gathering: good, next: {page: 'p', step: 0}}, false],
    ['a step of nobody', {gathering: good, signup: {renmae: {}}}, false],
    ['a place that is none', {gathering: good, signup: {rename: {name: 3}}}, false],
    ['a receipt of nobody', {gathering: good, receipt: {ref: 'x'}}, false],
  ];
  for (const [what, mapping, fits] of table) {
    it(`agrees with what reads it: ${what}`, async () => {
      const reads = await readerOf(mapping).then(
        () => true,
        () => false,
      );
      assert.equal(parse(MappingSchema, mapping).ok, fits);
      assert.equal(reads, fits);
    });
  }
});
