import {assert} from 'chai';
import fc from 'fast-check';

import {encode} from '../../src/endpoint/encode.js';
import {translatorOf} from '../../src/endpoint/mapping/read-mapping.js';
import {rewriterOf} from '../../src/endpoint/mapping/write-mapping.js';
import {post} from '../../src/endpoint/post.js';
import type {EndpointSet} from '../../src/endpoint/resolve.js';
import type {Target} from '../../src/endpoint/target.js';
import {writerFor} from '../../src/endpoint/writing.js';
import {ID, SIGNUP} from '../protocol/examples.js';
import {as, fetchOf, json, problem} from './answers.js';

const SET: EndpointSet = {format: 'auto', encoding: 'json', ack: 'receipt', redirects: 'refuse'};
const TARGET: Target = {
  href: 'https://a.example/rsvp',
  encoding: 'json',
  idempotent: true,
  idempotencyHeader: false,
  ack: 'receipt',
  redirects: 'refuse',
};

/** A signup as a mapping and an encoding write it. */
async function write(signup: object | undefined, more: Partial<Target & EndpointSet> = {}) {
  const set = {...SET, ...(signup && {mapping: {signup}}), ...more};
  return (await writerFor(set, 'signups'))(SIGNUP, {...TARGET, ...more});
}

describe('a message in their words', () => {
  const message = {
    ctg: '1',
    id: ID,
    name: 'Ana',
    adults: 2,
    children: 1,
    answers: {diet: 'veg'},
    consents: [{id: 'c'}],
  };
  const table: readonly [string, object, object][] = [
    ['nothing said', {}, message],
    ['another name', {rename: {name: 'fields.full_name'}, drop: 'rest'}, {fields: {full_name: 'Ana'}}],
    ['a part of one', {rename: {'answers.diet': 'food'}, drop: 'rest'}, {food: 'veg'}],
    ['a key with a dot', {rename: {name: '/entry.1'}, drop: 'rest'}, {'entry.1': 'Ana'}],
    ['two in one place', {rename: {name: 'a.n', id: 'a.i'}, drop: 'rest'}, {a: {n: 'Ana', i: ID}}],
    ['a constant', {add: {form_id: 7, 'list.open': true}, drop: 'rest'}, {form_id: 7, list: {open: true}}],
    ['a sum', {set: {people: 'adults + children'}, drop: 'rest'}, {people: 3}],
    ['what is not there', {rename: {phone: 'tel'}, drop: 'rest'}, {}],
    [
      'keys that they refuse',
      {drop: ['ctg', 'consents', 'answers.diet', 'children', 'adults']},
      {id: ID, name: 'Ana', answers: {}},
    ],
  ];
  for (const [what, said, made] of table) {
    it(`is written: ${what}`, async () => {
      assert.deepEqual<unknown>((await rewriterOf(said, '/signup'))(message), made);
    });
  }

  const wrong: readonly [string, unknown, string][] = [
    ['a word of nobody', {renmae: {}}, '/signup/renmae'],
    ['a place that is none', {rename: {name: 3}}, '/signup/rename/name'],
    ['a way into prototypes', {rename: {name: '__proto__.x'}}, '/signup/rename/name: __proto__'],
    [
      'a constant with a prototype',
      {add: {a: JSON.parse('{"__proto__": 1}') as object}},
      '/signup/add/a/__proto__',
    ],
    ['a key that is a prototype', {add: JSON.parse('{"__proto__": 1}') as object}, '/signup/add/__proto__'],
    ['no expression', {set: {a: 'b['}}, '/signup/set/a'],
    ['no list', {drop: 'all'}, '/signup/drop'],
  ];
  for (const [what, said, where] of wrong) {
    it(`is refused by name: ${what}`, async () => {
      const told = await rewriterOf(said, '/signup').then(
        () => '',
        (reason: unknown) => String(reason),
      );
      assert.include(told, where);
    });
  }

  it('leaves the message as it was, and comes to the same each time', async () => {
    const before = JSON.stringify(SIGNUP);
    const [one, two] = [await write({rename: {name: 'n'}}), await write({rename: {name: 'n'}})];

    assert.equal(JSON.stringify(SIGNUP), before);
    assert.deepEqual(one, two);
  });

  it('adds to nothing that is still the message or the mapping', async () => {
    const message = {id: ID, answers: {diet: 'veg'}};
    const add = {first: {}, 'first.x': 1};
    const said = {set: {who: 'answers', too: 'answers'}, add: {...add, 'who.kind': 'x'}, drop: 'rest'};
    const made = (await rewriterOf(said, '/signup'))(message);

    assert.deepEqual<unknown>(made, {who: {diet: 'veg', kind: 'x'}, too: {diet: 'veg'}, first: {x: 1}});
    assert.deepEqual(message, {id: ID, answers: {diet: 'veg'}});
    assert.deepEqual(add.first, {});
  });

  it('is a list where a list was, whatever old libraries hang on prototypes', async () => {
    const rewrite = await rewriterOf({rename: {consents: 'given'}, drop: ['ctg']}, '/signup');
    const lists = Array.prototype as unknown as {toJSON?: () => string};
    lists.toJSON = () => 'broken';
    try {
      const body = encode(rewrite({id: ID, consents: [{id: 'c'}]}), 'json', ID);
      const form = encode({consents: [{id: 'c'}]}, 'form', ID);

      assert.equal(body, `{"id":"${ID}","given":[{"id":"c"}]}`);
      assert.equal(new URLSearchParams(form).get('consents'), '[{"id":"c"}]');
    } finally {
      delete lists.toJSON;
    }
  });

  it('counts as idempotent only while its id is in it', async () => {
    assert.isTrue((await write({rename: {id: 'uuid'}})).idempotent);
    assert.isFalse((await write({drop: ['id']})).idempotent);
  });
});

describe('a message as a form', () => {
  const message = {
    id: ID,
    name: 'Ana & Bo',
    answers: {diet: 'veg', days: ['a', 'b']},
    consents: [{id: 'c'}],
    none: null,
    yes: true,
  };

  it('has scalars by name, answers in brackets, and lists of things as JSON', () => {
    assert.deepEqual(
      [...new URLSearchParams(encode(message, 'form', ID))],
      [
        ['id', ID],
        ['name', 'Ana & Bo'],
        ['answers[diet]', 'veg'],
        ['answers[days]', 'a'],
        ['answers[days]', 'b'],
        ['consents', '[{"id":"c"}]'],
        ['yes', 'true'],
      ],
    );
  });

  it('says the same in parts, as a browser reads them', async () => {
    const {body, headers} = await write(undefined, {encoding: 'multipart'});
    const read = await new Response(body, {headers: {...headers}}).formData();

    assert.equal(read.get('name'), SIGNUP.name);
    assert.equal(read.get('id'), SIGNUP.id);
    assert.deepEqual(JSON.parse(String(read.get('consents'))), SIGNUP.consents);
  });

  it('carries any text through both kinds unharmed', async () => {
    // Firefox's own reader of multipart drops parts whose value is blank, or whose name has two blanks together.
    const texts = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,3}(?: [a-z[\]]{1,4})?$/),
      fc
        .string({unit: 'grapheme', minLength: 1})
        .map((each) => each.replace(/\r\n?|\n/g, '\r\n'))
        .filter((each) => each.trim() !== ''),
      {minKeys: 1},
    );
    await fc.assert(
      fc.asyncProperty(texts, async (fields) => {
        const {headers} = await write(undefined, {encoding: 'multipart'});
        const form = new URLSearchParams(encode(fields, 'form', SIGNUP.id));
        const parts = await new Response(encode(fields, 'multipart', SIGNUP.id), {
          headers: {...headers},
        }).formData();
        for (const [name, value] of Object.entries(fields)) {
          assert.equal(form.get(name), value);
          assert.equal(parts.get(name), value);
        }
      }),
      {numRuns: 60},
    );
  });
});

describe('sending in their words', () => {
  const entry = async (more: Partial<Target & EndpointSet> = {}, signup?: object) => {
    const written = await write(signup, more);
    return {id: ID, ...TARGET, ...more, ...written};
  };

  it('says what a body is called, asks for no leave by it, and sends more headers where the site asks', async () => {
    const form = fetchOf(json({id: ID, status: 'confirmed'}));
    await post(await entry({encoding: 'form'}), {fetch: form});
    const plain = fetchOf(json({id: ID, status: 'confirmed'}));
    await post(await entry({endpoint: TARGET.href, headers: '{"X-Key": "open"}'}), {fetch: plain});

    assert.equal(
      new Headers(form.asked[0]?.init.headers).get('Content-Type'),
      'application/x-www-form-urlencoded',
    );
    assert.equal(new Headers(plain.asked[0]?.init.headers).get('Content-Type'), 'application/json');
    assert.equal(new Headers(plain.asked[0]?.init.headers).get('X-Key'), 'open');
  });

  for (const [kind, part] of [
    ['signups', 'signup'],
    ['pledges', 'pledging'],
    ['groups', 'joining'],
  ] as const)
    it(`writes ${kind} by the part of a mapping that is called ${part}, and by no other`, async () => {
      const mapping = {[part]: {rename: {name: 'who'}, drop: 'rest'}};
      assert.isUndefined(await translatorOf(mapping), 'it says nothing about reading');

      for (const each of ['signups', 'pledges', 'groups'] as const) {
        const {body} = (await writerFor({...SET, mapping}, each))(SIGNUP, TARGET);
        assert.deepEqual<unknown>(JSON.parse(body), each === kind ? {who: SIGNUP.name} : SIGNUP);
      }
    });

  it('keeps the headers of the site from where only the document leads', async () => {
    const headers = {Authorization: 'Bearer open'};
    const far = await write(undefined, {headers, endpoint: 'https://b.example/ctg.json'});
    const near = await write(undefined, {headers, endpoint: 'https://a.example/ctg.json'});
    const named = await write(undefined, {headers, action: 'https://a.example/{gathering}'});

    assert.notProperty(far.headers, 'Authorization');
    assert.property(near.headers, 'Authorization');
    assert.property(named.headers, 'Authorization');
  });

  it('takes no bare status for a yes where the mapping says what a yes is', async () => {
    const written = await write(undefined, {mapping: {receipt: {id: 'ref'}}, ack: 'status'});
    const outcome = await post(
      {id: ID, ...TARGET, ack: 'status', ...written},
      {fetch: fetchOf(json({success: false}))},
    );

    assert.deepEqual<unknown>(outcome, {kind: 'unknown', code: 'no-receipt'});
  });

  const theirs: readonly [string, string, string][] = [
    ['as a pointer', '/fields/full_name', '/name'],
    ['as RFC 9457 has it', '#/fields/full_name', '/name'],
    ['as a form has it', 'fields[full_name]', '/name'],
    ['as frameworks have it', 'fields.full_name', '/name'],
    ['with a dot in it', '/entry.1', '/email'],
    ['below what was renamed', '/extra/diet', '/answers/diet'],
    ['where it was worked out', '/people', '/adults'],
    ['in words of ours', '/phone', '/phone'],
    ['in words of nobody', '/x/y', '/x/y'],
  ];
  for (const [what, pointer, ours] of theirs)
    it(`knows which of our fields a refusal means: ${what}`, async () => {
      const signup = {
        rename: {name: 'fields.full_name', email: '/entry.1', answers: 'extra'},
        set: {people: 'adults + children'},
      };
      const refusal = {code: 'invalid', errors: [{pointer, detail: 'Hm.'}]};
      const outcome = await post(
        {id: ID, ...TARGET, ...(await write(signup))},
        {fetch: fetchOf(problem(422, refusal))},
      );

      assert.equal(outcome.kind, 'refused');
      if (outcome.kind === 'refused')
        assert.deepEqual<unknown>(outcome.problem.errors, [{pointer: ours, detail: 'Hm.'}]);
    });

  const receipt = {id: 'data.ref', status: 'data.state', words: {ok: 'confirmed', queue: 'waitlisted'}};
  const answers: readonly [string, object, string][] = [
    ['our id and their yes', {data: {ref: ID, state: 'OK'}}, 'confirmed confirmed'],
    ['our id and their list', {data: {ref: ID, state: 'queue'}}, 'confirmed waitlisted'],
    ['an id of somebody else', {data: {ref: 'x', state: 'ok'}}, 'unknown no-receipt'],
    ['a word that nobody explained', {data: {ref: ID, state: 'soon'}}, 'unknown no-receipt'],
    ['nothing', {}, 'unknown no-receipt'],
    ['a word that throws', {data: {ref: ID, state: {toString: 1}}}, 'unknown no-receipt'],
  ];
  for (const [what, answer, expected] of answers) {
    it(`believes an answer of another shape only with our id: ${what}`, async () => {
      const outcome = await post({...(await entry()), receipt}, {fetch: fetchOf(json(answer))});
      const said =
        outcome.kind === 'confirmed' ? outcome.receipt.status : 'code' in outcome ? outcome.code : '';
      assert.equal(`${outcome.kind} ${said}`, expected);
    });
  }

  it('believes nothing that a redirect found at an origin which the page does not allow', async () => {
    const moved = as(json({id: ID, status: 'confirmed'}), {redirected: true, url: 'https://evil.example/ok'});
    const sent = await entry({redirects: 'follow'});

    const far = await post(sent, {fetch: fetchOf(moved), allow: ['https://a.example']});
    const near = await post(sent, {fetch: fetchOf(moved), allow: ['https://evil.example']});
    assert.deepEqual<unknown>(far, {kind: 'unknown', code: 'redirect'});
    assert.equal(near.kind, 'confirmed');
  });
});
