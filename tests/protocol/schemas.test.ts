import {assert} from 'chai';
import {DocumentSchema} from '../../src/protocol/document.js';
import {GroupMessageSchema} from '../../src/protocol/group-message.js';
import {parse} from '../../src/protocol/parse.js';
import {PledgeSchema} from '../../src/protocol/pledge.js';
import {ProblemSchema} from '../../src/protocol/problem.js';
import {ManagedSchema, ReceiptSchema} from '../../src/protocol/receipt.js';
import {jsonSchema, schemas} from '../../src/protocol/schemas.js';
import {SignupSchema} from '../../src/protocol/signup.js';
import {quickest} from './quickest.js';
import {DOCUMENT, GATHERING, ID, PLEDGE, SIGNUP} from './examples.js';

type AnySchema = Parameters<typeof parse>[0];

function pointers(schema: AnySchema, value: unknown): string[] {
  const outcome = parse(schema, value);
  return outcome.ok ? [] : outcome.failure.map(({pointer}) => pointer);
}

describe('what we write', () => {
  const good: readonly [string, AnySchema, unknown][] = [
    ['a whole document', DocumentSchema, DOCUMENT],
    ['a document that says nothing yet', DocumentSchema, {ctg: '1'}],
    [
      'a gathering whose dates are open',
      DocumentSchema,
      {ctg: '1', gatherings: [{id: 'a', name: 'A', opens: null, closes: null}]},
    ],
    ['a signup', SignupSchema, SIGNUP],
    ['a pledge', PledgeSchema, PLEDGE],
    ['a group', GroupMessageSchema, {ctg: '1', ...DOCUMENT.groups[0], id: ID, speaks: true}],
    [
      'a receipt',
      ReceiptSchema,
      {id: ID, status: 'waitlisted', position: 3, token: 't', manage: '/signups/t'},
    ],
    ['a signup with its receipt', ManagedSchema, {receipt: {id: ID, status: 'confirmed'}, signup: SIGNUP}],
    [
      'a refusal',
      ProblemSchema,
      {code: 'invalid', status: 422, errors: [{pointer: '/email', detail: 'Too short'}]},
    ],
  ];
  for (const [what, schema, value] of good)
    it(`takes ${what}`, () => assert.deepEqual(pointers(schema, value), []));

  const refused: readonly [string, object, string][] = [
    ['a blank name', {name: '  '}, '/name'],
    ['a name one too long', {name: 'x'.repeat(201)}, '/name'],
    ['an id that is no UUID', {id: '1'}, '/id'],
    ['a party of nobody', {adults: 0}, '/adults'],
    ['a party as text', {adults: '2'}, '/adults'],
    ['half a child', {children: 0.5}, '/children'],
    ['an e-mail without an @', {email: 'ana'}, '/email'],
    ['an empty e-mail', {email: ''}, '/email'],
    ['a note too long', {note: 'x'.repeat(2_001)}, '/note'],
    ['a page with its query', {page: 'https://a.example/?who=ana'}, '/page'],
    ['a time without an offset', {at: '2026-11-20T09:00:00'}, '/at'],
    ['an answer inside an answer', {answers: {diet: {a: 1}}}, '/answers/diet'],
    ['one consent twice', {consents: [SIGNUP.consents[0], SIGNUP.consents[0]]}, '/consents'],
    ['a key we do not know', {age: 12}, ''],
    ['another version', {ctg: '2'}, '/ctg'],
  ];
  for (const [why, change, pointer] of refused) {
    it(`refuses a signup with ${why}`, () =>
      assert.deepEqual(pointers(SignupSchema, {...SIGNUP, ...change}), [pointer]));
  }

  it('row 43: refuses an e-mail address of a megabyte in well under 50 ms', () => {
    const signup = {...SIGNUP, email: `${'a'.repeat(1_000_000)}@example.org`};

    assert.deepEqual(pointers(SignupSchema, signup), ['/email']);
    assert.isBelow(
      quickest(() => parse(SignupSchema, signup)),
      50,
    );
  });

  it('refuses two gatherings under one id', () => {
    assert.deepEqual(pointers(DocumentSchema, {ctg: '1', gatherings: [GATHERING, GATHERING]}), [
      '/gatherings',
    ]);
  });

  it('refuses a pledge to nothing', () => {
    assert.deepEqual(pointers(PledgeSchema, {...PLEDGE, values: []}), ['/values']);
  });
});

describe('the published JSON Schemas', () => {
  for (const name of Object.keys(schemas) as (keyof typeof schemas)[]) {
    it(`say what a ${name} is, and that nothing else may be in it`, () => {
      const schema = jsonSchema(name) as {type?: string; additionalProperties?: unknown};
      assert.equal(schema.type, 'object');
      assert.isFalse(schema.additionalProperties);
    });
  }

  it('keep the rules that JSON Schema has words for', () => {
    const text = JSON.stringify(jsonSchema('signup'));
    assert.include(text, '"maxLength":254');
    assert.include(text, '"idn-email"');
  });
});
