// Two endpoints over one PostgreSQL database, each a process of its own, as a cluster runs them.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {CtgDocument} from '../../../src/protocol/document.js';
import type {Signup} from '../../../src/protocol/signup.js';
import {purge} from '../../../demo/endpoint/retention.js';
import {seed, SITES} from '../../../demo/endpoint/seed/seed.js';
import {type Running, startProcess} from './processes.js';
import {type Home, home, type Said, signup} from './rig.js';
import {Server} from './server.js';

/** Invented people and their households in the whole demonstration, counted once. */
const GUESTS = SITES.flatMap(({gatherings}) => gatherings).flatMap(({guests = []}) => guests).length;

const server = await Server.start();
const reason = typeof server === 'string' ? server : false;

describe('two processes over one database', {skip: reason}, () => {
  let place: Home;
  let url: string;
  let both: readonly Running[];
  const ask = <Row>(sql: string) => (server as Server).ask<Row>(sql, url);

  before(async () => {
    place = await home(server as Server);
    url = place.settings.databaseUrl!;
    both = await Promise.all([startProcess(place), startProcess(place)]);
    await ask(
      `insert into gatherings (site, id, wall, minutes, time_zone, capacity, details)
       select 'nonprofit', id, now()::timestamp + interval '14 days', 90, 'America/Los_Angeles', capacity,
         jsonb_build_object('name', id, 'waitlist', waitlist)
       from (values ('race', 100, false), ('same', 40, false), ('line', 60, true), ('told', 9, false),
         ('over', 1, true)) as t (id, capacity, waitlist)`,
    );
  });

  after(async () => {
    await Promise.all(both.map((process) => process.end()));
    place.forget();
    await (server as Server).stop();
  });

  /** Sends a signup to one of the two. */
  const send = async (message: Signup, to: number): Promise<Said & {readonly http: number}> => {
    const response = await fetch(
      `${both[to % 2]!.origin}/nonprofit/gatherings/${message.gathering}/signups`,
      {
        method: 'POST',
        headers: {'Content-Type': 'application/json'},
        body: JSON.stringify(message),
      },
    );
    return {...((await response.json()) as Said), http: response.status};
  };
  /** Presses a button of the host's at one of the two, and answers the status of the page that is led to. */
  const press = async (path: string, fields: Record<string, string>, to: number): Promise<number> =>
    (await fetch(both[to % 2]!.origin + path, {method: 'POST', body: new URLSearchParams(fields)})).status;
  const hostPath = async () => {
    const [site] = await ask<{host_token: string}>(`select host_token from sites where id = 'nonprofit'`);
    return `/nonprofit/host/${site?.host_token ?? ''}`;
  };
  const counted = async (id: string) => {
    const documents = await Promise.all(
      both.map(
        async ({origin}) => (await (await fetch(`${origin}/nonprofit/ctg.json`)).json()) as CtgDocument,
      ),
    );
    return documents.map((document) => {
      const {taken, waiting} = document.gatherings!.find((gathering) => gathering.id === id)!;
      return {taken, waiting};
    });
  };

  it('make the tables and the demonstration once, though they start in the same moment', async () => {
    const [sites, guests] = [await ask('select id from sites'), await ask('select id from signups')];

    assert.equal(sites.length, SITES.length);
    assert.equal(guests.length, GUESTS);
  });

  it('give exactly 100 places when 400 ask both at once', async () => {
    const answers = await Promise.all(Array.from({length: 400}, (_, index) => send(signup('race'), index)));

    assert.equal(answers.filter(({status}) => status === 'confirmed').length, 100);
    assert.equal(answers.filter(({http, code}) => http === 409 && code === 'full').length, 300);
    assert.deepEqual(await counted('race'), Array(2).fill({taken: 100, waiting: 0}));
  });

  it('book a message once that comes to both in the same moment', async () => {
    const messages = Array.from({length: 60}, () => signup('same'));

    const answers = await Promise.all(
      messages.flatMap((message) => [send(message, 0), send(message, 1), send(message, 0)]),
    );

    const told = messages.map(
      ({id}) => new Set(answers.filter((said) => said.id === id).map((said) => said.token)),
    );
    assert.equal(told.filter(({size}) => size === 1).length, 40, 'one receipt for each that has a place');
    assert.equal(told.filter(({size}) => size === 0).length, 20);
    assert.equal(answers.filter(({http}) => http === 201).length, 40);
    assert.equal(answers.filter(({http}) => http === 200).length, 80, 'repeats hear of the same place');
    assert.deepEqual(await counted('same'), Array(2).fill({taken: 40, waiting: 0}));
    assert.equal((await ask(`select id from signups where gathering = 'same'`)).length, 40);
  });

  it('do once what a host presses at both in the same moment', async () => {
    const desk = await hostPath();
    const form = {
      once: crypto.randomUUID(),
      do: 'save',
      name: 'Pressed at both',
      date: '2099-01-01',
      start: '18:00',
      end: '19:00',
      repeat: 'weekly',
      times: '5',
    };

    const pressed = await Promise.all([0, 1, 0, 1].map((to) => press(`${desk}/new`, form, to)));

    assert.deepEqual(pressed, [200, 200, 200, 200]);
    assert.equal(
      (await ask(`select id from gatherings where details ->> 'name' = 'Pressed at both'`)).length,
      5,
    );
  });

  it('write one letter to each guest when a message is sent from both', async () => {
    for (const email of ['one@host.example', 'two@host.example']) await send(signup('told', {email}), 0);
    const form = {
      once: crypto.randomUUID(),
      do: 'send',
      to: 'coming',
      subject: 'Soup',
      text: 'Bring a spoon.',
      expected: '2',
    };
    const path = `${await hostPath()}/g/told/message`;

    const pressed = await Promise.all([0, 1, 0, 1].map((to) => press(path, form, to)));

    assert.deepEqual(pressed, [200, 200, 200, 200]);
    assert.equal((await ask(`select id from letters where subject = 'Soup'`)).length, 2);
  });

  it('let one of two parties in over the number, when both are let in at once', async () => {
    await send(signup('over'), 0);
    const waiting = [signup('over', {waitlist: true}), signup('over', {waitlist: true})];
    for (const message of waiting) await send(message, 0);
    const desk = await hostPath();

    await Promise.all(
      waiting.map(({id}, to) => press(`${desk}/signups/${id}`, {do: 'accept', over: '2'}, to)),
    );

    assert.deepEqual(await counted('over'), Array(2).fill({taken: 2, waiting: 1}));
  });

  it('number those who wait without a gap, and nobody twice', async () => {
    const answers = await Promise.all(
      Array.from({length: 200}, (_, index) => send(signup('line', {waitlist: true}), index)),
    );

    const numbers = answers.flatMap(({position}) => position ?? []).sort((a, b) => a - b);
    assert.deepEqual(
      numbers,
      Array.from({length: 140}, (_, index) => index + 1),
    );
    assert.deepEqual(await counted('line'), Array(2).fill({taken: 60, waiting: 140}));
  });

  it('do their hourly chores at the same time without doubling or deleting too much', async () => {
    const before = await ask('select id from signups');
    const [one, two] = [await place.open(), await place.open()];
    const overdue = before.length - GUESTS;
    const nextYear = Date.now() + 366 * 24 * 3_600_000;

    const databases = [one, two, one, two];
    await Promise.all(databases.map((database) => seed(database, SITES, nextYear)));
    const gone = await Promise.all(databases.map((database) => purge(database, nextYear)));
    await Promise.all([one.close(), two.close()]);

    assert.equal(
      gone.reduce((sum, count) => sum + count),
      overdue,
    );
    assert.equal((await ask('select id from signups')).length, GUESTS);
  });
});
