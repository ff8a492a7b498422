// Pledges at two endpoints over one PostgreSQL database, each a process of its own, as a cluster runs them.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {CtgDocument} from '../../../src/protocol/document.js';
import type {Pledge, PledgeSection} from '../../../src/protocol/pledge.js';
import {PLEDGE_CONSENT} from '../../../demo/endpoint/seed/values.js';
import {pledge} from './pledge-rig.js';
import {type Running, startProcess} from './processes.js';
import {type Home, home, type Said} from './rig.js';
import {Server} from './server.js';

const server = await Server.start();
const reason = typeof server === 'string' ? server : false;

describe('pledges at two processes over one database', {skip: reason}, () => {
  let place: Home;
  let both: readonly Running[];
  let token: string;

  before(async () => {
    place = await home(server as Server);
    both = await Promise.all([startProcess(place), startProcess(place)]);
    const [site] = await (server as Server).ask<{host_token: string}>(
      `select host_token from sites where id = 'nonprofit'`,
      place.settings.databaseUrl!,
    );
    token = site!.host_token;
  });

  after(async () => {
    await Promise.all(both.map((process) => process.end()));
    place.forget();
    await (server as Server).stop();
  });

  const message = (more: Partial<Pledge> = {}): Pledge =>
    pledge({
      consents: [{id: PLEDGE_CONSENT.id, version: PLEDGE_CONSENT.version!, at: new Date().toISOString()}],
      ...more,
    });
  /** Asks one of the two, the first if `to` is even. */
  const ask = async (to: number, method: string, path: string, body?: object) => {
    const response = await fetch(`${both[to % 2]!.origin}/nonprofit/${path}`, {
      method,
      ...(body && {body: JSON.stringify(body), headers: {'Content-Type': 'application/json'}}),
    });
    return {...((await response.json()) as Said & {state?: string}), http: response.status};
  };
  const decide = (to: number, id: string, deed: string) =>
    ask(to, 'POST', `pending/${id}/${deed}?token=${token}`);
  /** What both say of pledges now, which has to be the same. */
  const section = async (): Promise<PledgeSection> => {
    const [one, other] = await Promise.all(
      both.map(async ({origin}) => {
        const document = (await (await fetch(`${origin}/nonprofit/ctg.json`)).json()) as CtgDocument;
        return document.pledge!;
      }),
    );
    assert.deepEqual(one, other);
    return one!;
  };
  const people = async (): Promise<number> => (await section()).counts!.people!;

  it('are counted exactly when 200 come to both at once, twenty of them from one and the same person', async () => {
    const was = await section();
    const messages = Array.from({length: 200}, (_, index) =>
      message({email: index < 20 ? 'same@guest.example' : `crowd${index}@guest.example`}),
    );

    const answers = await Promise.all(messages.map((each, to) => ask(to, 'POST', 'pledges', each)));

    assert.deepEqual(
      new Set(answers.map(({http, status}) => `${http} ${status}`)),
      new Set(['201 confirmed']),
    );
    const {counts} = await section();
    assert.equal(counts!.people! - was.counts!.people!, 181);
    assert.equal(counts!.byValue!['love']! - was.counts!.byValue!['love']!, 181);
  });

  it('are counted once when a message comes to both in the same moment, and have one receipt', async () => {
    const was = await people();
    const messages = Array.from({length: 40}, (_, index) => message({email: `once${index}@guest.example`}));

    const answers = await Promise.all(
      messages.flatMap((each) => [0, 1, 0, 1].map((to) => ask(to, 'POST', 'pledges', each))),
    );

    for (const {id} of messages) {
      const told = answers.filter((said) => said.id === id);
      assert.equal(new Set(told.map((said) => said.token)).size, 1);
      assert.deepEqual(told.map(({http}) => http).sort(), [200, 200, 200, 201]);
    }
    assert.equal(await people(), was + 40);
  });

  it('fall once when they are taken back at both at once', async () => {
    const was = await people();
    const answers = await Promise.all(
      Array.from({length: 40}, (_, to) => ask(to, 'POST', 'pledges', message())),
    );
    assert.equal(await people(), was + 40);

    const gone = await Promise.all(
      answers.flatMap((said) => [0, 1].map((to) => ask(to, 'DELETE', `pledges/${said.token}`))),
    );

    assert.deepEqual(new Set(gone.map(({status}) => status)), new Set(['cancelled']));
    assert.equal(await people(), was);
  });

  it('of one person at both count while one of them stands', async () => {
    const was = await people();
    const twice = () => message({email: 'moved@guest.example'});
    const [one, other] = await Promise.all([0, 1].map((to) => ask(to, 'POST', 'pledges', twice())));
    assert.equal(await people(), was + 1);

    await ask(1, 'DELETE', `pledges/${one!.token}`);
    assert.equal(await people(), was + 1);
    await ask(0, 'DELETE', `pledges/${other!.token}`);

    assert.equal(await people(), was);
  });

  it('are on the wall of both once the host has said yes to one', async () => {
    const {id} = await ask(0, 'POST', 'pledges', message({display: 'full', name: 'Seen Everywhere'}));
    const seen = async (): Promise<boolean[]> =>
      Promise.all(
        both.map(async ({origin}) => {
          const page = (await (await fetch(`${origin}/nonprofit/pledges?page=1`)).json()) as CtgDocument;
          return page.pledge!.recent!.some(({name}) => name === 'Seen Everywhere');
        }),
      );
    assert.deepEqual(await seen(), [false, false]);

    await decide(1, id!, 'approve');

    assert.deepEqual(await seen(), [true, true]);
  });

  it('are answered one way when the host says yes at one and no at the other', async () => {
    const was = await section();
    const asked = await Promise.all(
      Array.from({length: 20}, (_, to) => ask(to, 'POST', 'pledges', message({display: 'full'}))),
    );

    await Promise.all(
      asked.flatMap(({id}, to) => [decide(to, id!, 'approve'), decide(to + 1, id!, 'decline')]),
    );

    const told = await Promise.all(asked.map((said, to) => ask(to, 'GET', `pledges/${said.token}`)));
    const statuses = told.map((said) => (said as unknown as {receipt: Said}).receipt.status);
    const shown = statuses.filter((status) => status === 'confirmed').length;
    assert.equal(statuses.filter((status) => status === 'declined').length, 20 - shown);
    const {counts, shown: seen} = await section();
    assert.equal(counts!.people! - was.counts!.people!, shown);
    assert.equal(seen!.all! - was.shown!.all!, shown);
  });
});
