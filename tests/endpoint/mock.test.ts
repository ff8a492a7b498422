import {assert} from 'chai';
import {newId} from '../../src/base/id.js';
import {Client, type Loaded} from '../../src/endpoint/client.js';
import {giveUp, readSignup} from '../../src/endpoint/manage.js';
import {STATES} from '../../src/endpoint/mock/states.js';
import {post} from '../../src/endpoint/post.js';
import type {EndpointSet} from '../../src/endpoint/resolve.js';
import {manageHref} from '../../src/endpoint/manage-href.js';
import {targetOf} from '../../src/endpoint/target.js';
import {DocumentSchema} from '../../src/protocol/document.js';
import type {Gathering} from '../../src/protocol/gathering.js';
import type {Outcome} from '../../src/protocol/outcome.js';
import {type Standing, standingOf} from '../../src/protocol/standing.js';
import {SIGNUP} from '../protocol/examples.js';
import '../testing/sections.js';

const setOf = (name: string): EndpointSet => ({
  endpoint: `mock:${name}`,
  format: 'auto',
  encoding: 'json',
  ack: 'receipt',
  redirects: 'refuse',
});

async function open(name: string): Promise<Loaded> {
  const result = await new Client().load(setOf(name));
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

const firstOf = ({document}: Loaded): Gathering => document.gatherings![0]!;

async function signUp(
  loaded: Loaded,
  change: object = {},
  method: 'POST' | 'PUT' = 'POST',
  to?: string,
): Promise<{outcome: Outcome; href: string; id: string}> {
  const gathering = firstOf(loaded).id;
  const href = to ?? targetOf(loaded, setOf(''), 'signups', gathering)!.href;
  const signup = {...SIGNUP, id: newId(), gathering, answers: {}, ...change};
  const body = JSON.stringify(signup);
  const outcome = await post({
    id: signup.id,
    href,
    method,
    body,
    encoding: 'json',
    idempotencyHeader: false,
    ack: 'receipt',
    redirects: 'refuse',
  });
  return {outcome, href, id: signup.id};
}

const statusOf = ({outcome}: {outcome: Outcome}): string =>
  outcome.kind === 'confirmed'
    ? outcome.receipt.status
    : outcome.kind === 'refused'
      ? outcome.problem.code
      : outcome.code;

describe('the built-in examples', () => {
  const states: readonly [string, Standing['state'] | undefined][] = [
    ['open', 'open'],
    ['single', 'open'],
    ['full', 'full'],
    ['waitlist', 'full'],
    ['partial', 'open'],
    ['pending', 'open'],
    ['email', 'open'],
    ['closed', 'closed'],
    ['not-yet', 'notYet'],
    ['cancelled', 'cancelled'],
    ['postponed', 'postponed'],
    ['past', 'past'],
    ['empty', undefined],
    ['three', 'open'],
    ['twelve', 'open'],
    ['invalid', 'open'],
    ['slow', 'open'],
  ];
  for (const [name, state] of states) {
    it(`mock:${name} is a document that shows what its name says`, async () => {
      const {document, dropped} = await open(name);
      const first = document.gatherings?.[0];

      assert.isEmpty(dropped);
      assert.deepEqual(DocumentSchema.safeParse(document).error?.issues ?? [], []);
      assert.equal(first && standingOf(first, Date.now()).state, state);
    });
  }

  it('are all tried here', () => {
    assert.sameMembers([...STATES.keys()], [...states.map(([name]) => name), 'down']);
  });

  it('mock:down is an endpoint that cannot answer now', async () => {
    const result = await new Client().load(setOf('down'));
    assert.deepInclude(result.ok ? {} : result.failure, {code: 'server', status: 503});
  });

  it('say so when there is none of that name', async () => {
    const result = await new Client().load(setOf('nonsense'));
    assert.equal(result.ok ? '' : result.failure.code, 'not-found');
  });

  it('ask questions of every type in one of them', async () => {
    const {document} = await open('open');
    const types = new Set(
      document.gatherings?.flatMap(({questions}) => questions?.map(({type}) => type) ?? []),
    );
    assert.sameMembers(
      [...types],
      ['text', 'textarea', 'email', 'tel', 'number', 'date', 'select', 'radio', 'checkbox'],
    );
  });

  it('sign up a party, count it, and give the same receipt for the same id', async () => {
    const loaded = await open('open');
    const before = firstOf(loaded).taken!;
    const first = await signUp(loaded);
    const again = await signUp(loaded, {id: first.id});

    assert.equal(statusOf(first), 'confirmed');
    assert.deepEqual(again.outcome, first.outcome);
    assert.equal(firstOf(await open('open')).taken, before + 3);
  });

  it('let one come back, change the party and give it up', async () => {
    const loaded = await open('single');
    const {outcome, href, id} = await signUp(loaded);
    const manage = outcome.kind === 'confirmed' ? manageHref(outcome.receipt, loaded, href)! : '';
    assert.equal(manage, outcome.kind === 'confirmed' ? outcome.receipt.manage : 'not confirmed');
    const token = outcome.kind === 'confirmed' ? outcome.receipt.token! : '';
    assert.equal(manageHref({token}, loaded, href), manage);

    const changed = await signUp(loaded, {id, adults: 4}, 'PUT', manage);
    const found = await readSignup(manage, id);
    const given = await giveUp(manage, id);

    assert.equal(statusOf(changed), 'confirmed');
    assert.equal(found.kind === 'found' && found.managed.signup.adults, 4);
    assert.equal(statusOf({outcome: given}), 'cancelled');
    assert.equal(firstOf(await open('single')).taken, firstOf(loaded).taken);
  });

  it('row 40: refuse when full, and put on the list only whoever asks for it', async () => {
    const waiting = await open('waitlist');
    const [first, second] = [
      await signUp(waiting, {waitlist: true}),
      await signUp(waiting, {waitlist: true}),
    ];

    assert.equal(statusOf(await signUp(await open('full'))), 'full');
    assert.equal(statusOf(await signUp(waiting)), 'full');
    assert.equal(statusOf(first), 'waitlisted');
    assert.equal(first.outcome.kind === 'confirmed' && first.outcome.receipt.position, 3);
    assert.equal(second.outcome.kind === 'confirmed' && second.outcome.receipt.position, 4);
  });

  it('row 41: ask back when fewer places are left, take fewer, or let all wait', async () => {
    const loaded = await open('partial');
    const tooMany = await signUp(loaded, {adults: 4});

    assert.equal(statusOf(tooMany), 'partial');
    assert.equal(tooMany.outcome.kind === 'refused' && tooMany.outcome.problem.places, 3);
    assert.equal(statusOf(await signUp(loaded, {adults: 4, waitlist: true})), 'waitlisted');
    assert.equal(statusOf(await signUp(loaded, {adults: 3, children: 0})), 'confirmed');
  });

  it('wait for the host, or for the e-mail', async () => {
    const [host, mail] = [await open('pending'), await open('email')];
    const waiting = await signUp(mail);
    const manage = waiting.outcome.kind === 'confirmed' ? waiting.outcome.receipt.manage! : '';

    assert.equal(statusOf(await signUp(host)), 'pending');
    assert.equal(waiting.outcome.kind === 'confirmed' && waiting.outcome.receipt.waitsFor, 'email');
    assert.equal(statusOf(await signUp(mail, {id: waiting.id}, 'PUT', manage)), 'confirmed');
  });

  it('point at the fields they cannot take', async () => {
    const {outcome} = await signUp(await open('invalid'), {answers: {diet: 'any'}});
    const pointers = outcome.kind === 'refused' ? outcome.problem.errors?.map(({pointer}) => pointer) : [];
    assert.deepEqual(pointers, ['/name', '/email', '/answers/diet']);
  });

  it('refuse what is closed, cancelled, over, or nobody’s', async () => {
    for (const name of ['closed', 'not-yet', 'cancelled', 'postponed', 'past'])
      assert.equal(statusOf(await signUp(await open(name))), 'closed', name);
    assert.equal(statusOf(await signUp(await open('open'), {gathering: 'other'})), 'not-found');
  });

  it('refuse what is no signup, strictly', async () => {
    assert.equal(statusOf(await signUp(await open('open'), {adults: 0, colour: 'red'})), 'invalid');
  });

  it('forget nobody’s token', async () => {
    const outcome = await readSignup('mock:open/signups/guessed');
    assert.deepInclude(outcome, {kind: 'refused', status: 404});
  });
});
