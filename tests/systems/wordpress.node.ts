// WordPress, as Debian has it: sign-ups taken by a small plugin, as a webmaster would add it.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';

import {signup, type Said} from './php-host.js';
import {type Event, WordPress} from './wordpress/site.js';

const skip = WordPress.lacks ?? false;

const event = (title: string, meta: Event['meta'] = {}): Event => ({
  title,
  meta: {
    event_start: `${new Date().getFullYear() + 1}-02-03 18:00:00`,
    event_end: `${new Date().getFullYear() + 1}-02-03 19:30:00`,
    event_venue: 'Parish hall',
    event_capacity: 20,
    event_cancelled: false,
    ...meta,
  },
});

describe('WordPress', {skip}, () => {
  let wordpress: WordPress;
  before(async () => {
    wordpress = await WordPress.start(
      [
        event('It\'s "open" – soup & bread'),
        event('Race', {event_capacity: 20}),
        event('Households', {event_capacity: 25}),
        event('Off', {event_cancelled: true}),
        event('News, no gathering', {event_capacity: 0}),
        event('Over', {event_start: '2020-01-01 18:00:00', event_end: '2020-01-01 19:00:00'}),
        event('Some day', {event_start: ''}),
      ],
      'http://127.0.0.1',
    );
    console.log(`WordPress ${wordpress.version}`);
  });
  after(() => wordpress.close());

  const signups = () => `${wordpress.origin}/wp-json/ctg/v1/signups`;
  const post = async (message: object): Promise<{status: number; type: string; body: Said}> => {
    const response = await fetch(signups(), {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(message),
    });
    const type = response.headers.get('Content-Type') ?? '';
    return {status: response.status, type, body: (await response.json()) as Said};
  };
  const at = (index: number) => String(wordpress.ids[index]);
  const takenOf = async (id: string) =>
    ((await (await fetch(`${wordpress.origin}/wp-json/wp/v2/events/${id}`)).json()) as {ctg_taken: number})
      .ctg_taken;

  it('gives exactly 20 places when 60 ask at once', async () => {
    const answers = await Promise.all(Array.from({length: 60}, () => post(signup(at(1)))));

    assert.equal(answers.filter(({status}) => status === 201).length, 20);
    const refused = answers.filter(({status}) => status === 409);
    assert.equal(refused.length, 40);
    assert.ok(
      refused.every(({type, body}) => type.startsWith('application/problem+json') && body.code === 'full'),
    );
    assert.equal(await takenOf(at(1)), 20);
  });

  it('never overbooks when households of different sizes race', async () => {
    const sizes = Array.from({length: 30}, (_, index) => 1 + (index % 4));
    const answers = await Promise.all(sizes.map((adults) => post(signup(at(2), {adults}))));

    const booked = sizes
      .filter((_, index) => answers[index]?.status === 201)
      .reduce((sum, size) => sum + size, 0);
    assert.equal(booked, 25, 'parties of one fill the last chairs');
    assert.equal(await takenOf(at(2)), 25);
  });

  it('signs up once, however often and however much at once the same message comes', async () => {
    const message = signup(at(0));
    const before = await takenOf(at(0));
    const answers = await Promise.all(Array.from({length: 8}, () => post(message)));

    assert.deepEqual(answers.map(({status}) => status).sort(), [...Array<number>(7).fill(200), 201]);
    assert.ok(answers.every(({body}) => body.id === message.id));
    assert.equal(await takenOf(at(0)), before + 1);
  });

  it('refuses with the fields to look at, and signs nobody up for what is over or not there', async () => {
    const wrong = await post(signup(at(0), {name: '', adults: 0}));
    assert.deepEqual(
      wrong.body.errors?.map(({pointer}) => pointer),
      ['/name', '/adults'],
    );
    assert.equal((await post(signup(at(5)))).body.code, 'closed');
    assert.equal((await post(signup('999999'))).status, 404);
  });

  it('signs people up for what has no date yet', async () => {
    assert.equal((await post(signup(at(6)))).status, 201);
  });
});
