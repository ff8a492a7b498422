import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {DocumentSchema} from '../../../src/protocol/document.js';
import type {Managed} from '../../../src/protocol/receipt.js';
import {ManagedSchema, ReceiptSchema} from '../../../src/protocol/receipt.js';
import {ProblemSchema} from '../../../src/protocol/problem.js';
import type {Receipt} from '../../../src/protocol/receipt.js';
import type {Problem} from '../../../src/protocol/problem.js';
import {Rig, planned, signup, siteOf} from './rig.js';

const HOME = {
  name: 'A home',
  address: '48 Juniper Court',
  lat: 39.5,
  lon: -119.8,
  revealed: 'confirmed',
} as const;
const WAITLIST = {waitlist: true};

const site = siteOf(
  ...['once', 'repeat', 'twice', 'give-up', 'grow', 'unlimited', 'two', 'mixed'].map((id) => planned(id)),
  planned('same-id-race', {capacity: 5}),
  planned('small', {capacity: 3}),
  planned('small-waiting', {capacity: 3}, WAITLIST),
  planned('line', {capacity: 1}, WAITLIST),
  planned('home', {capacity: 4}, {place: HOME}),
  planned('cancelled', {status: 'cancelled'}),
  planned('postponed', {status: 'postponed'}),
  planned('closed', {closesIn: -1}),
  planned('not-yet', {opensIn: 3}),
  planned('over', {day: () => '2020-01-02'}),
  planned(
    'asks',
    {},
    {
      contact: 'phone',
      partyMax: 4,
      questions: [
        {
          id: 'diet',
          type: 'select',
          label: 'Food',
          required: true,
          options: [{value: 'veg', label: 'Vegetarian'}],
        },
        {id: 'born', type: 'date', label: 'A day'},
        {id: 'bring', type: 'checkbox', label: 'Bring', options: [{value: 'car', label: 'A car'}]},
      ],
      consents: [{id: 'contact', text: 'May write', version: '2', required: true}],
    },
  ),
);

let rig: Rig;
before(async () => {
  rig = await Rig.start(site);
});
after(() => rig.close());

describe('signing up', () => {
  it('confirms a household, counts it, and gives it a private address', async () => {
    const {status, body} = await rig.signUp(signup('once', {adults: 2, children: 2}));

    assert.equal(status, 201);
    assert.deepEqual(ReceiptSchema.parse(body), body);
    assert.equal(body.status, 'confirmed');
    assert.deepEqual(body.counts, {taken: 4, waiting: 0});
    assert.equal((await rig.gathering('once')).taken, 4);
    const managed = await rig.ask<Managed>('GET', body.manage!);
    assert.deepEqual(ManagedSchema.parse(managed.body), managed.body);
    assert.equal(managed.body.signup.children, 2);
  });

  it('books once, however often the same message comes, and answers the same receipt', async () => {
    const message = signup('repeat', {adults: 3});

    const first = await rig.signUp(message);
    const again = await rig.signUp(message);
    const other = await rig.signUp({...message, adults: 5, name: 'Someone else'});

    assert.equal(first.status, 201);
    assert.equal(again.status, 200);
    assert.deepEqual(again.body, first.body);
    assert.deepEqual(other.body, first.body, 'the first counts, whatever a repeat says');
    assert.equal((await rig.gathering('repeat')).taken, 3);
  });

  it('tells a late repeat of its place even if the form has changed since', async () => {
    const message = signup('repeat');
    const first = await rig.signUp(message);

    const late = await rig.signUp({...message, consents: 'the form of last week'} as never);

    assert.deepEqual([late.status, late.body.token], [200, first.body.token]);
  });

  it('books once when the same message arrives twenty times in the same moment', async () => {
    const message = signup('same-id-race', {adults: 2});

    const answers = await Promise.all(Array.from({length: 20}, () => rig.signUp(message)));

    assert.equal(new Set(answers.map(({body}) => body.token)).size, 1);
    assert.equal(answers.filter(({status}) => status === 201).length, 1);
    assert.equal((await rig.gathering('same-id-race')).taken, 2);
  });

  it('keeps the first when the same id comes in for two gatherings at once', async () => {
    const message = signup('two');

    const answers = await Promise.all([rig.signUp(message), rig.signUp({...message, gathering: 'mixed'})]);

    assert.equal(answers[0].body.token, answers[1].body.token);
    const taken = [await rig.gathering('two'), await rig.gathering('mixed')].map(
      (gathering) => gathering.taken,
    );
    assert.deepEqual(taken.sort(), [0, 1]);
  });
});

describe('fewer places than people', () => {
  it('asks instead of booking a part of the household', async () => {
    await rig.signUp(signup('small', {adults: 1}));

    const {status, body} = await rig.signUp(signup('small', {adults: 2, children: 2}));

    assert.equal(status, 409);
    assert.deepEqual([body.code, body.places], ['partial', 2]);
    assert.equal((await rig.gathering('small')).taken, 1);
  });

  it('takes a smaller party under the same id, because nothing was booked under it', async () => {
    const message = signup('small', {adults: 3});
    assert.equal((await rig.signUp(message)).body.code, 'partial');

    const smaller = await rig.signUp({...message, adults: 2});

    assert.equal(smaller.body.status, 'confirmed');
  });

  it('puts the whole party on the waiting list when that is asked for', async () => {
    const message = signup('small-waiting', {adults: 4});
    assert.equal((await rig.signUp(message)).body.code, 'partial');

    const {body} = await rig.signUp({...message, waitlist: true});

    assert.deepEqual([body.status, body.position], ['waitlisted', 1]);
    const {taken, waiting} = await rig.gathering('small-waiting');
    assert.deepEqual({taken, waiting}, {taken: 0, waiting: 4});
  });

  it('numbers those who wait in the order they came, and moves them up when one leaves', async () => {
    await rig.signUp(signup('line'));
    assert.equal((await rig.signUp(signup('line'))).body.code, 'full', 'nobody waits unasked');
    const waiting = () => rig.signUp(signup('line', {waitlist: true}));
    const [second, third] = [await waiting(), await waiting()];
    assert.deepEqual([second.body.position, third.body.position], [1, 2]);

    await rig.ask('DELETE', second.body.manage!);

    const {body} = await rig.ask<Managed>('GET', third.body.manage!);
    assert.equal(body.receipt.position, 1);
  });
});

describe('a host who decides', () => {
  it('keeps the sign-up pending and the address to itself', async () => {
    const {body} = await rig.signUp(signup('home'));

    assert.deepEqual([body.status, body.waitsFor, body.place], ['pending', 'host', undefined]);
    const {place} = await rig.gathering('home');
    assert.deepEqual(place, {name: 'A home', revealed: 'confirmed'});
    assert.ok(!(await rig.page('g/home')).body.includes('Juniper'));
    assert.ok(!(await rig.page(body.manage!)).body.includes('Juniper'));
  });
});

describe('changing one’s mind', () => {
  it('gives the places up, for others to take, and stays given up', async () => {
    const message = signup('give-up', {adults: 10});
    const {body} = await rig.signUp(message);
    assert.equal((await rig.signUp(signup('give-up'))).status, 409);

    const gone = await rig.ask<Receipt>('DELETE', body.manage!);

    assert.equal(gone.body.status, 'cancelled');
    assert.equal((await rig.signUp(signup('give-up'))).body.status, 'confirmed');
    assert.equal((await rig.signUp(message)).body.status, 'cancelled', 'a late repeat does not book again');
    assert.equal((await rig.ask<Receipt>('DELETE', body.manage!)).body.status, 'cancelled');
    assert.equal((await rig.gathering('give-up')).taken, 1);
  });

  it('lets a party grow into free places, its own counted as free, and no further', async () => {
    const message = signup('grow', {adults: 6});
    const {body} = await rig.signUp(message);
    await rig.signUp(signup('grow', {adults: 2}));

    const eight = await rig.ask<Receipt>('PUT', body.manage!, {...message, adults: 8});
    const nine = await rig.ask<Problem>('PUT', body.manage!, {...message, adults: 9});

    assert.equal(eight.body.status, 'confirmed');
    assert.deepEqual([nine.status, nine.body.code, nine.body.places], [409, 'partial', 8]);
    assert.equal((await rig.gathering('grow')).taken, 10);
  });

  it('refuses a change that belongs to another sign-up', async () => {
    const {body} = await rig.signUp(signup('twice'));

    const other = await rig.ask<Problem>('PUT', body.manage!, signup('twice'));

    assert.deepEqual([other.status, other.body.errors?.[0]?.pointer], [422, '/id']);
  });
});

describe('refusals', () => {
  for (const id of ['cancelled', 'postponed', 'closed', 'not-yet', 'over']) {
    it(`takes no one for a gathering that is ${id}`, async () => {
      const {status, body} = await rig.signUp(signup(id));

      assert.deepEqual([status, body.code], [409, 'closed']);
      assert.ok(ProblemSchema.safeParse(body).success);
      assert.match(body.detail ?? '', /\.$/);
    });
  }

  it('names every field that is missing, in one answer', async () => {
    const {status, body} = await rig.signUp(
      signup('asks', {name: '\u200b', adults: 5, answers: {born: '2026-02-31', bring: ['boat']}}),
    );

    assert.equal(status, 422);
    assert.deepEqual(body.errors?.map(({pointer}) => pointer).sort(), [
      '/adults',
      '/answers/born',
      '/answers/bring',
      '/answers/diet',
      '/consents/contact',
      '/name',
      '/phone',
    ]);
  });

  it('wants the wording of a consent that is on the page today', async () => {
    const message = signup('asks', {phone: '775 555 0100', answers: {diet: 'veg'}});
    const at = new Date().toISOString();

    const old = await rig.signUp({...message, consents: [{id: 'contact', version: '1', at}]});
    const now = await rig.signUp({...message, consents: [{id: 'contact', version: '2', at}]});

    assert.equal(old.body.errors?.[0]?.pointer, '/consents/contact');
    assert.equal(now.body.status, 'confirmed');
  });

  it('keeps a document that the strict schema accepts, whatever happened above', async () => {
    const {body, headers} = await rig.ask('GET', 'ctg.json');

    assert.deepEqual(DocumentSchema.safeParse(body).error?.issues, undefined);
    const again = await fetch(`${rig.origin}/parish/ctg.json`, {
      headers: {'If-None-Match': headers.get('etag')!},
    });
    assert.equal(again.status, 304);
  });
});
