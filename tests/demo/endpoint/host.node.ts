import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Managed} from '../../../src/protocol/receipt.js';
import {planned, Rig, signup, siteOf} from './rig.js';

const HOME = {name: 'A home', address: '48 Juniper Court', revealed: 'confirmed'} as const;

const site = siteOf(
  planned('full', {capacity: 4}, {waitlist: true}),
  planned('racing', {capacity: 2}, {waitlist: true}),
  planned('home', {capacity: 2}, {place: HOME}),
  planned('guarded'),
  planned('monthly-1', {}, {name: 'Monthly', series: {id: 'monthly'}}),
  planned('monthly-2', {}, {name: 'Monthly', series: {id: 'monthly'}}),
);

let rig: Rig;
before(async () => {
  rig = await Rig.start(site);
});
after(() => rig.close());

/** What the button to let them in says on a page, and how many people it would allow. */
const letIn = (body: string) => ({
  words: /Let them in:[^<]*/.exec(body)?.[0].replaceAll(/\s+/g, ' ').trim(),
  over: /name="over" value="(\d+)"/.exec(body)?.[1] ?? '',
});

describe('a party that does not fit', () => {
  it('is said to not fit at the first press, and let in by a second one that says the number', async () => {
    await rig.signUp(signup('full', {adults: 3}));
    const waiting = await rig.signUp(signup('full', {adults: 3, waitlist: true}));
    const path = `${rig.host}/signups/${waiting.body.id}`;

    const asked = await rig.form(path, {do: 'accept'});
    const {words, over} = letIn(asked.body);
    const done = await rig.form(path, {do: 'accept', over});

    assert.match(asked.body, /need 3 places.\s+1 place is left/);
    assert.deepEqual([words, over], ['Let them in: then 6 come to 4 places', '6']);
    assert.match(done.body, /They have a place now/);
    assert.equal((await rig.gathering('full')).taken, 6);
  });

  it('is asked about again when others were let in since, so that no number is passed unseen', async () => {
    await rig.signUp(signup('racing', {adults: 2}));
    const [one, two] = [
      await rig.signUp(signup('racing', {waitlist: true})),
      await rig.signUp(signup('racing', {waitlist: true})),
    ];

    const pressed = await Promise.all(
      [one, two].map(({body}) => rig.form(`${rig.host}/signups/${body.id}`, {do: 'accept', over: '3'})),
    );

    assert.equal((await rig.gathering('racing')).taken, 3);
    assert.deepEqual(
      pressed.map(({body}) => letIn(body).over).filter(Boolean),
      ['4'],
      'the one who came second is asked, with the new number',
    );
  });
});

describe('a press that comes from another website', () => {
  const foreign: Record<string, Record<string, string>> = {
    'a page of another site': {'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example'},
    'a page of a neighbouring site': {'Sec-Fetch-Site': 'same-site', Origin: 'https://evil.example'},
    'a frame that hides where it is from': {'Sec-Fetch-Site': 'cross-site', Origin: 'null'},
    'another site, in a browser that only knows Origin': {Origin: 'https://evil.example'},
    'a page that hides, in a browser that only knows Origin': {Origin: 'null'},
  };

  for (const [name, headers] of Object.entries(foreign))
    it(`does nothing: ${name}`, async () => {
      const body = new URLSearchParams({do: 'cancel'});

      const {status} = await fetch(`${rig.host}/g/guarded`, {method: 'POST', headers, body});

      assert.equal(status, 403);
      assert.equal((await rig.gathering('guarded')).status, 'scheduled');
    });

  it('is told from a press on the page itself, which also sends no origin', async () => {
    const page = await rig.page(`${rig.host}/g/guarded`);
    const key = /name="key" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const press = (deed: string, headers: Record<string, string>) =>
      fetch(`${rig.host}/g/guarded`, {method: 'POST', headers, body: new URLSearchParams({key, do: deed})});

    const statuses = [
      await press('close', {'Sec-Fetch-Site': 'same-origin', Origin: 'null'}),
      await press('reopen', {Origin: 'null'}),
      await press('close', {Origin: rig.origin}),
    ].map(({status}) => status);

    assert.deepEqual(statuses, [200, 200, 200]);
    assert.equal((await rig.gathering('guarded')).status, 'closed');
  });

  it('can not even be prepared: no other site may read the host’s page', async () => {
    for (const path of [
      rig.host,
      `${rig.host}/g/guarded`,
      rig.host.replace(/host\/(.*)/, 'pending?token=$1'),
    ]) {
      const {headers} = await fetch(path, {headers: {Origin: 'https://evil.example'}});

      assert.equal(headers.get('access-control-allow-origin'), null);
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.equal(headers.get('cache-control'), 'no-store');
    }
  });
});

describe('programs that answer for a host', () => {
  const token = () => rig.host.replace(/.*\//, '');
  const pending = (path = '') => `${rig.origin}/parish/pending${path}?token=${token()}`;

  it('read who waits for an answer, and never the guests’ own tokens', async () => {
    const {body: receipt} = await rig.signUp(signup('home', {name: 'Kenji'}));

    const response = await fetch(`${rig.origin}/parish/pending`, {
      headers: {Authorization: `Bearer ${token()}`},
    });
    const text = await response.text();

    const {pending: list} = JSON.parse(text) as {pending: {id: string; signup: {name: string}}[]};
    assert.equal(list.find(({id}) => id === receipt.id)?.signup.name, 'Kenji');
    assert.ok(!text.includes(receipt.token!));
    assert.equal((await fetch(`${rig.origin}/parish/pending`)).status, 404);
    assert.equal((await fetch(`${rig.origin}/parish/pending?token=x`)).status, 404);
  });

  it('approve and decline, twice like once, and are refused where no places are left', async () => {
    const guests = await Promise.all(
      [2, 1, 1].map((adults) => rig.signUp(signup('home', {adults, name: 'Guest'}))),
    );
    const [yes, no, late] = guests.map(({body}) => body.id!) as [string, string, string];

    const answers = [
      await rig.ask<Partial<Managed['receipt']>>('POST', pending(`/${yes}/approve`)),
      await rig.ask<Partial<Managed['receipt']>>('POST', pending(`/${yes}/approve`)),
      await rig.ask<Partial<Managed['receipt']>>('POST', pending(`/${no}/decline`)),
    ];
    const tooMany = await rig.ask<{code?: string}>('POST', pending(`/${late}/approve`));
    const twisted = await rig.ask('POST', pending(`/${late}/delete`));

    assert.deepEqual(
      answers.map(({status, body}) => [status, body.status]),
      [
        [200, 'confirmed'],
        [200, 'confirmed'],
        [200, 'declined'],
      ],
    );
    assert.deepEqual([tooMany.status, tooMany.body.code], [409, 'full']);
    assert.equal(twisted.status, 404);
  });
});

describe('the host’s list', () => {
  it('leads to each gathering, and folds away the later dates of a series', async () => {
    const {body} = await rig.page(rig.host);

    assert.match(body, /Monthly: 1 more date/);
    for (const id of ['full', 'home', 'monthly-1', 'monthly-2']) assert.ok(body.includes(`/g/${id}"`), id);
    assert.ok(!body.includes('<script'));
  });
});
