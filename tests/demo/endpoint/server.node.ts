// What a server does that an embedded database never does: get in the way, hang up, and be gone for a while.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Database} from '../../../demo/endpoint/database.js';
import {openServer} from '../../../demo/endpoint/postgres.js';
import {type Home, home, planned, Rig, signup, siteOf} from './rig.js';
import {Server} from './server.js';

const found = await Server.start();
const reason = typeof found === 'string' ? found : false;

describe('a PostgreSQL server', {skip: reason}, () => {
  const server = found as Server;
  let place: Home;
  let rig: Rig;
  let database: Database;

  before(async () => {
    place = await home(server);
    rig = await Rig.start(siteOf(planned('meeting', {capacity: 10_000}), planned('other')), {}, place);
    database = await place.open();
  });

  after(async () => {
    await database.close();
    await rig.close();
    await server.stop();
  });

  const hangUp = () =>
    server.ask(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'test1' and pid <> pg_backend_pid()`,
    );

  it('answers rows as the embedded database does, type by type', async () => {
    const sql = `select 1::int2 as small, 2::int4 as int, 3::bigint as big, 9007199254740993::bigint as huge,
      count(*) as counted, 1.5::float8 as float, 1.5::numeric as numeric, true as bool, 'x'::text as text,
      null::text as nothing, '{"a": [1, null]}'::jsonb as json, array['a', 'b'] as texts, array[1, 2] as ints,
      '2026-12-03 18:00:00'::timestamp as wall, '2026-12-03 18:00:00+05:30'::timestamptz as instant,
      'infinity'::timestamptz as never, '2026-12-03'::date as day, interval '1 day' as span,
      '5b2ad6a4-6b7e-4c0e-9f64-9a4ad0a1e7c1'::uuid as uuid`;
    const embedded = await (await home(undefined)).open();

    const rows = await Promise.all([embedded, database].map((each) => each.query(sql)));
    await embedded.close();

    assert.deepEqual(rows[1], rows[0]);
  });

  it('runs a transaction again that it had undone, and no other', async () => {
    let arrived = 0;
    let meet = () => {};
    const met = new Promise<void>((resolve) => (meet = resolve));
    let runs = 0;
    const lock = (first: string, second: string) =>
      database.transaction(async (queries) => {
        runs += 1;
        await queries.query('select id from gatherings where id = $1 for update', [first]);
        arrived += 1;
        if (arrived === 2) meet();
        await met;
        await queries.query('select id from gatherings where id = $1 for update', [second]);
        return first;
      });

    const through = await Promise.all([lock('meeting', 'other'), lock('other', 'meeting')]);
    const mistakes = [true, false].map((noticed) =>
      database.transaction(async (queries) => {
        runs += 1;
        const asked = queries.query('select nonsense');
        await (noticed ? asked : asked.catch(() => undefined));
      }),
    );
    const outcomes = await Promise.allSettled(mistakes);

    assert.deepEqual(through, ['meeting', 'other']);
    assert.deepEqual(
      outcomes.map(({status}) => status),
      ['rejected', 'rejected'],
    );
    assert.equal(runs, 3 + 2);
  });

  it('that hangs up costs no signup: each is answered, or told to come again', async () => {
    const messages = Array.from({length: 60}, () => signup('meeting'));
    const answers = messages.map((message) => rig.signUp(message));

    await Promise.race(answers);
    await hangUp();
    const statuses = (await Promise.all(answers)).map(({status}) => status);
    await hangUp();
    const again = await Promise.all(messages.map((message) => rig.signUp(message)));

    assert.ok(
      statuses.every((status) => status === 201 || status === 503),
      String(statuses),
    );
    const late = messages.filter((_, index) => again[index]!.status === 503);
    const last = await Promise.all(late.map((message) => rig.signUp(message)));
    assert.ok(last.every(({status}) => status < 300));
    assert.equal((await rig.gathering('meeting')).taken, 60);
  });

  it('that is gone is told in plain words, and everything works again when it is back', async () => {
    const message = signup('other');
    await server.pause();

    const refused = await rig.signUp(message);
    const page = await rig.page('g/other');
    const start = await openServer(place.settings.databaseUrl!).catch((error: unknown) => error);
    await server.resume();
    const taken = await rig.signUp(message);

    assert.deepEqual([refused.status, refused.body.code, refused.body.retryAfter], [503, 'away', 5]);
    assert.equal(refused.headers.get('content-type'), 'application/problem+json; charset=utf-8');
    assert.equal(refused.headers.get('access-control-allow-origin'), '*');
    assert.deepEqual([page.status, /Try again in a moment/.test(page.body)], [503, true]);
    assert.equal((start as Error).constructor.name, 'DatabaseAway');
    assert.equal(taken.status, 201);
  });
});
