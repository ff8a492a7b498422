import {assert} from 'chai';
import {DocumentSchema} from '../../src/protocol/document.js';
import {readManaged, readProblem, readReceipt} from '../../src/protocol/read-answers.js';
import {entriesLost, type Dropped, readDocument, type Reading} from '../../src/protocol/read.js';
import {DOCUMENT, GATHERING, ID, SIGNUP} from './examples.js';
import {GATHERINGS} from '../../src/protocol/gatherings-table.js';

function reading(json: unknown): Reading {
  const result = readDocument(json, GATHERINGS);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

const read = (...gatherings: unknown[]): Reading => reading({ctg: '1', gatherings});
const told = (dropped: readonly Dropped[]): string[] => dropped.map(({path, code}) => `${path} ${code}`);

describe('reading a document', () => {
  it('gives back every gathering, the publisher and the links as they were written', () => {
    const {document, dropped} = reading(DOCUMENT);

    const {ctg, publisher, updated, gatherings, links} = DOCUMENT;
    assert.deepEqual<unknown>(document, {ctg, publisher, updated, gatherings, links});
    assert.isEmpty(dropped);
  });

  const refused: readonly [string, unknown, string][] = [
    ['nothing', null, 'not-a-document'],
    ['a list', [{ctg: '1'}], 'not-a-document'],
    ['a text', '1', 'not-a-document'],
    ['someone else’s JSON', {events: []}, 'not-a-document'],
    ['a key of a prototype', Object.create({ctg: '1'}), 'not-a-document'],
    ['a later version', {ctg: '2'}, 'unknown-version'],
    ['no version at all', {ctg: null}, 'unknown-version'],
    ['a version that is a list', {ctg: ['1']}, 'unknown-version'],
  ];
  for (const [what, json, code] of refused) {
    it(`refuses ${what}`, () => {
      const result = readDocument(json, GATHERINGS);
      assert.equal(result.ok ? 'taken' : result.failure.code, code);
    });
  }

  it('says which version it could not read', () => {
    assert.deepEqual(readDocument({ctg: '7'}), {ok: false, failure: {code: 'unknown-version', detail: '7'}});
  });

  it('takes the number 1 for the version 1', () => {
    assert.equal(reading({ctg: 1}).document.ctg, '1');
  });

  it('leaves out what is not needed and cannot be used, and says where', () => {
    const {document, dropped} = read({
      ...GATHERING,
      start: '2026-02-31T18:00Z',
      capacity: -3,
      url: 'javascript:alert(1)',
    });

    const {start, capacity, url, ...rest} = GATHERING;
    assert.deepEqual<unknown>(document.gatherings, [rest]);
    assert.deepEqual(told(dropped), [
      '/gatherings/0/start wrong',
      '/gatherings/0/capacity wrong',
      '/gatherings/0/url wrong',
    ]);
    assert.isDefined([start, capacity, url]);
    assert.equal(entriesLost(dropped), 0);
  });

  it('row 21: shows the good gatherings when others are broken, and counts the broken ones', () => {
    const {document, dropped} = read(
      GATHERING,
      {id: 'b'},
      null,
      'party',
      [],
      {name: 'No id'},
      {id: 'g', name: 'Last'},
    );

    assert.deepEqual(
      document.gatherings?.map(({id}) => id),
      [GATHERING.id, 'g'],
    );
    assert.equal(entriesLost(dropped), 5);
    assert.includeMembers(told(dropped), [
      '/gatherings/1/name missing',
      '/gatherings/1 incomplete',
      '/gatherings/2 wrong',
    ]);
  });

  it('takes null and an empty text for "not said"', () => {
    const {document, dropped} = read({
      id: 'a',
      name: 'A',
      opens: null,
      closes: null,
      description: '',
      status: '',
      place: null,
    });

    assert.deepEqual<unknown>(document.gatherings, [{id: 'a', name: 'A'}]);
    assert.isEmpty(dropped);
  });

  it('row 22: of two gatherings with one id takes the one changed last, and says so', () => {
    const older = {id: 'a', name: 'Old', updated: '2026-10-01T08:00:00Z'};
    const newer = {id: 'a', name: 'New', updated: '2026-10-01T08:00:00-08:00'};

    const oldFirst = read(older, {id: 'b', name: 'B'}, newer);
    const newFirst = read(newer, older);

    assert.deepEqual(
      oldFirst.document.gatherings?.map(({name}) => name),
      ['New', 'B'],
    );
    assert.deepEqual(told(oldFirst.dropped), ['/gatherings/0/id duplicate']);
    assert.deepEqual(
      newFirst.document.gatherings?.map(({name}) => name),
      ['New'],
    );
    assert.deepEqual(told(newFirst.dropped), ['/gatherings/1/id duplicate']);
    assert.equal(entriesLost(newFirst.dropped), 0);
  });

  it('row 22: takes the first of two that do not say when they changed', () => {
    const {document} = read({id: 'a', name: 'First'}, {id: 'a', name: 'Second'});
    assert.deepEqual(
      document.gatherings?.map(({name}) => name),
      ['First'],
    );
  });

  it('cuts a text that is too long, never through a character', () => {
    const {document, dropped} = read({
      id: 'a',
      name: `${'x'.repeat(199)}👋 and more`,
      description: 'y'.repeat(100_000),
    });

    assert.equal(document.gatherings?.[0]?.name, 'x'.repeat(199));
    assert.lengthOf(document.gatherings?.[0]?.description ?? '', 2_000);
    assert.isEmpty(dropped);
  });

  it('does not cut an id or a link: half of one names something else', () => {
    const {document, dropped} = read(
      {id: 'x'.repeat(201), name: 'A'},
      {id: 'b', name: 'B', url: `https://a.example/${'x'.repeat(3_000)}`},
    );

    assert.deepEqual<unknown>(document.gatherings, [{id: 'b', name: 'B'}]);
    assert.equal(entriesLost(dropped), 1);
  });

  it('reads ten thousand entries of a list, and says that there were more', () => {
    const {document, dropped} = read(
      ...Array.from({length: 10_500}, (_, index) => ({id: `${index}`, name: 'A'})),
    );

    assert.lengthOf(document.gatherings ?? [], 10_000);
    assert.deepEqual(told(dropped), ['/gatherings too-many']);
  });

  it('row 30: lets no prototype through', () => {
    const json: unknown = JSON.parse(
      '{"ctg":"1","__proto__":{"polluted":1},"gatherings":[{"id":"__proto__","name":"A","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}},{"id":"toString","name":"B"}]}',
    );

    const {document} = reading(json);

    assert.isUndefined(({} as {polluted?: number}).polluted);
    assert.isUndefined((document as {polluted?: number}).polluted);
    assert.deepEqual<unknown>(document.gatherings, [
      {id: '__proto__', name: 'A'},
      {id: 'toString', name: 'B'},
    ]);
    assert.equal(Object.getPrototypeOf(document.gatherings?.[0]), Object.prototype);
  });

  it('row 20: is not troubled by what nests a hundred thousand levels deep', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);

    const {document} = reading({
      ctg: '1',
      updated: deep,
      gatherings: [{id: 'a', name: 'A', place: deep, needs: deep, extra: deep}],
    });

    assert.deepEqual<unknown>(document.gatherings, [{id: 'a', name: 'A', needs: []}]);
    assert.equal(DocumentSchema.safeParse(document).success, true);
  });
});

describe('reading what comes back', () => {
  it('takes a receipt that names our id', () => {
    assert.deepEqual<unknown>(readReceipt({id: ID, status: 'confirmed', mood: 'fine'}, ID), {
      id: ID,
      status: 'confirmed',
    });
  });

  const others: readonly [string, unknown][] = [
    ['row 23: somebody else’s receipt', {id: 'other', status: 'confirmed'}],
    ['a receipt without a status', {id: ID}],
    ['a status nobody knows', {id: ID, status: 'great'}],
    ['yes', true],
    ['nothing', undefined],
  ];
  for (const [what, json] of others)
    it(`takes no proof from ${what}`, () => assert.isNotOk(readReceipt(json, ID)));

  it('reads a refusal with what can be done about it', () => {
    const problem = {
      code: 'partial',
      places: 3,
      title: 'Fewer places',
      errors: [{pointer: '/adults'}, 'x'],
      retryAfter: -1,
    };
    assert.deepEqual<unknown>(readProblem(problem), {
      code: 'partial',
      places: 3,
      title: 'Fewer places',
      errors: [{pointer: '/adults'}],
    });
  });

  for (const body of [undefined, null, '<html>', [], {code: 7}, {code: ''}, {error: 'x'}]) {
    it(`reads a refusal from ${JSON.stringify(body)} too`, () =>
      assert.equal(readProblem(body).code, 'refused'));
  }

  it('reads a signup that is looked at again, with or without knowing its id', () => {
    const managed = {receipt: {id: ID, status: 'confirmed'}, signup: SIGNUP};

    assert.deepEqual<unknown>(readManaged(managed, ID), managed);
    assert.deepEqual<unknown>(readManaged(managed), managed);
    assert.isUndefined(readManaged(managed, 'other'));
    assert.isUndefined(readManaged({...managed, receipt: {id: 'other', status: 'confirmed'}}));
    assert.isUndefined(readManaged({receipt: managed.receipt}));
  });

  it('drops an answer to a question without a name, and keeps an empty answer', () => {
    const signup = {...SIGNUP, answers: {'': 'x', diet: '', ['a'.repeat(300)]: 'x'}};
    const managed = readManaged({receipt: {id: ID, status: 'confirmed'}, signup}, ID);
    assert.deepEqual(managed?.signup.answers, {diet: ''});
  });
});
