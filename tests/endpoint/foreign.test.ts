import {assert} from 'chai';

import {Client} from '../../src/endpoint/client.js';
import {as, fetchOf, json, text} from './answers.js';
import {failure, good, names, read, SET} from './reading.js';
import '../testing/sections.js';

const MAPPING = {
  items: 'data.events',
  gathering: {id: 'key', name: 'title.rendered', start: 'begins', capacity: 'seats'},
};
const EVENTS = {
  data: {events: [{key: 7, title: {rendered: 'Supper'}, begins: '2026-12-03 18:00', seats: '20'}]},
};

describe('reading other JSON by a mapping', () => {
  it('finds gatherings where the mapping says, with numbers and dates as ours are written', async () => {
    const {result} = await read({mapping: JSON.stringify(MAPPING)}, json(EVENTS));

    const {document, format} = good(result);
    assert.deepEqual<unknown>(document.gatherings, [
      {id: '7', name: 'Supper', start: '2026-12-03T18:00', capacity: 20},
    ]);
    assert.equal(format, 'mapping');
  });

  it('takes a mapping as an object too', async () => {
    assert.equal(names((await read({mapping: MAPPING}, json(EVENTS))).result), 'Supper');
  });

  const wrong: readonly [string, unknown, string][] = [
    ['text that is no JSON', '{"items":', 'bad-mapping /: no JSON'],
    ['a list', '[]', 'bad-mapping /: should be an object'],
    ['a key that is not known', {...MAPPING, itmes: '@'}, 'bad-mapping /itmes: is not known here'],
    [
      'a field that we do not have',
      {...MAPPING, gathering: {...MAPPING.gathering, nmae: 'x'}},
      'bad-mapping /gathering/nmae',
    ],
    [
      'a field of every object',
      {...MAPPING, gathering: {...MAPPING.gathering, constructor: 'x'}},
      'bad-mapping /gathering/constructor',
    ],
    ['a gathering without a name', {gathering: {id: 'key'}}, 'bad-mapping /gathering/name: is needed'],
    ['nothing to read', {items: '@'}, 'bad-mapping /: should say'],
    [
      'an expression that is none',
      {...MAPPING, gathering: {...MAPPING.gathering, start: 'a[?'}},
      'bad-mapping /gathering/start: ',
    ],
    [
      'a path into prototypes',
      {...MAPPING, gathering: {...MAPPING.gathering, host: {name: 'a.__proto__.b'}}},
      'bad-mapping /gathering/host/name: __proto__',
    ],
    ['a notation without a year', {...MAPPING, dates: 'DD.MM.'}, 'bad-mapping /dates: should be iso'],
    ['items that are not there', {...MAPPING, items: 'data.evnts'}, 'empty-mapping /items: finds no list'],
    [
      'names that are not there',
      {...MAPPING, gathering: {id: 'key', name: 'titel'}},
      'empty-mapping /gathering/name: finds nothing in any of 1 entries',
    ],
  ];
  for (const [what, mapping, said] of wrong) {
    it(`says where a mapping is wrong: ${what}`, async () => {
      const {result} = await read({mapping: mapping as string | object}, json(EVENTS));
      assert.include(failure(result), said);
    });
  }

  it('has no gatherings where the list is empty, which is no failure', async () => {
    assert.equal(names((await read({mapping: MAPPING}, json({data: {events: []}}))).result), '');
  });
});

describe('what no format can make anything of', () => {
  const table: readonly [string, () => Response, string][] = [
    ['an empty answer', text(''), 'not-json the answer is empty'],
    ['a page', text('<html>'), 'html'],
    ['JSON of nobody', json({hello: 1}), 'not-a-document'],
    [
      'errors under a good status',
      json({errors: [{message: 'No such group'}], data: null}),
      'answers-error No such group',
    ],
    ['brackets without end', text('['.repeat(200)), 'too-deep'],
  ];
  for (const [what, answer, said] of table) {
    it(`is told apart: ${what}`, async () => assert.include(failure((await read({}, answer)).result), said));
  }

  it('may be a page of the web with linked data in it', async () => {
    const event = {
      '@context': 'https://schema.org',
      '@type': 'Event',
      name: 'Supper',
      startDate: '2026-12-03T18:00:00Z',
    };
    const page = `<!doctype html><script type="application/ld+json">${JSON.stringify(event)}</script>`;

    assert.equal(names((await read({}, text(page))).result), 'Supper');
    assert.equal(names((await read({format: 'schema-org'}, text(page))).result), 'Supper');
    assert.equal(failure((await read({format: 'schema-org'}, text('<html>'))).result), 'html');
  });

  it('is told by both names where it looks like two formats, and then may be chosen', async () => {
    const feature = {
      type: 'Feature',
      geometry: null,
      properties: {name: 'Supper', start: '2026-12-03T18:00:00Z'},
    };
    const both = json({'@context': 'https://schema.org', type: 'FeatureCollection', features: [feature]});

    assert.equal(failure((await read({}, both)).result), 'two-formats geojson, schema-org');
    assert.equal(names((await read({format: 'geojson'}, both)).result), 'Supper');
  });

  it('says so where a format has a name that nobody knows', async () => {
    assert.equal(failure((await read({format: 'xyz'}, json({}))).result), 'not-set-up format=xyz');
  });

  it('says what it looks like where another format was named', async () => {
    assert.include(
      failure((await read({format: 'geojson'}, json({hello: 1}))).result),
      'wrong-format geojson',
    );
  });

  it('does not take a document of ours for the format that was named', async () => {
    assert.include(
      failure((await read({format: 'geojson'}, json({ctg: '1', gatherings: [{id: 'a', name: 'A'}]}))).result),
      'wrong-format',
    );
  });
});

describe('what a site says besides', () => {
  it('is laid under every gathering, and never over what the endpoint says', async () => {
    const defaults = {
      contact: 'email',
      capacity: 5,
      questions: [{id: 'diet', type: 'text', label: 'Food'}],
      privacy: {url: 'https://a.example/privacy'},
      links: [{rel: 'signups', href: '/post/{gathering}'}],
    };
    const {document} = good((await read({mapping: MAPPING, defaults}, json(EVENTS))).result);

    const [gathering] = document.gatherings ?? [];
    assert.equal(gathering?.contact, 'email');
    assert.equal(gathering?.capacity, 20);
    assert.equal(gathering?.questions?.[0]?.label, 'Food');
    assert.deepEqual<unknown>(document.publisher, {
      name: 'a.example',
      privacy: {url: 'https://a.example/privacy'},
    });
    assert.equal(document.links?.[0]?.rel, 'signups');
  });

  it('goes under a document of ours as well', async () => {
    const answer = json({
      ctg: '1',
      publisher: {name: 'St Paul'},
      gatherings: [{id: 'a', name: 'A', capacity: null}],
    });
    const {document} = good(
      (await read({defaults: '{"capacity": 9, "privacy": {"keepDays": 3}}'}, answer)).result,
    );

    assert.equal(document.gatherings?.[0]?.capacity, 9);
    assert.deepEqual<unknown>(document.publisher, {name: 'St Paul', privacy: {keepDays: 3}});
  });

  it('is refused by name where it is wrong', async () => {
    const answer = json({ctg: '1'});
    assert.include(
      failure((await read({defaults: '{"capcity": 9}'}, answer)).result),
      'bad-defaults /capcity',
    );
    assert.include(failure((await read({defaults: '{'}, answer)).result), 'bad-defaults /: no JSON');
    assert.include(
      failure((await read({defaults: '{"__proto__": {}}'}, answer)).result),
      'bad-defaults /__proto__',
    );
  });
});

describe('more headers', () => {
  it('are sent with every request', async () => {
    const {asked} = await read({headers: '{"X-Parish": "stpaul"}'}, json({ctg: '1'}));
    assert.deepInclude(asked[0]?.init.headers, {'X-Parish': 'stpaul'});
  });

  for (const [what, headers] of [
    ['a cookie, which no browser sends', {Cookie: 'a=b'}],
    ['an origin, which is not ours to say', {Origin: 'https://b.example'}],
    ['two lines', {'X-A': 'a\r\nX-B: b'}],
    ['a name with a blank', {'X A': 'b'}],
    ['a number', {'X-A': 3}],
  ] as const) {
    it(`are refused by name: ${what}`, async () => {
      const {result, asked} = await read({headers}, json({ctg: '1'}));
      assert.include(failure(result), `bad-headers /${Object.keys(headers)[0]}`);
      assert.isEmpty(asked);
    });
  }
});

describe('where an answer comes from', () => {
  it('is no place that the page does not allow, after a redirect either', async () => {
    const fetch = fetchOf(as(json({ctg: '1'}), {url: 'https://evil.example/ctg.json'}));
    const result = await new Client({fetch}).load({...SET, allow: ['https://a.example']});

    assert.equal(failure(result), 'bad-address https://evil.example/ctg.json');
  });

  it('is read in the letters that it says it is written in', async () => {
    const latin = Uint8Array.from(
      [...'{"ctg":"1","gatherings":[{"id":"a","name":"Caf\u00e9"}]}'].map((letter) => letter.charCodeAt(0)),
    );
    const answer = (type: string) => () => new Response(latin, {headers: {'Content-Type': type}});

    assert.equal(names((await read({}, answer('application/json; charset=iso-8859-1'))).result), 'Caf\u00e9');
    assert.equal(
      names((await read({}, answer('application/json; charset="ISO-8859-1"; x=y'))).result),
      'Caf\u00e9',
    );
    assert.equal(names((await read({}, answer('application/json; charset=martian'))).result), 'Caf\ufffd');
  });
});

describe('one address read in two ways', () => {
  it('is two readings', async () => {
    const client = new Client({fetch: fetchOf(json(EVENTS))});
    const other = {...MAPPING, gathering: {...MAPPING.gathering, name: "join(' ', [title.rendered, seats])"}};
    const [one, two] = await Promise.all([
      client.load({...SET, mapping: MAPPING}),
      client.load({...SET, mapping: other}),
    ]);

    assert.equal(names(one), 'Supper');
    assert.equal(names(two), 'Supper 20');
  });
});
