// WordPress, as Debian has it: its own REST API read by a mapping that an author pastes, and sign-ups taken by a small
// plugin, as a webmaster would add it.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';

import type {Browser} from 'playwright-core';

import {openBrowser} from '../dist/browser.js';
import {Site} from '../dist/site.js';
import {errorsOf, listShown} from '../dist/visit.js';
import {attribute} from './pasted.js';
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

const MAPPING = {
  // Those without places are no gatherings here. The sign in it must be written &gt; in WordPress.
  items: '[?meta.event_capacity > `0`]',
  gathering: {
    id: 'id',
    name: 'title.rendered',
    description: 'excerpt.rendered',
    start: 'meta.event_start',
    end: 'meta.event_end',
    capacity: 'meta.event_capacity',
    taken: 'ctg_taken',
    status: 'meta.event_cancelled',
    place: {name: 'meta.event_venue'},
    url: 'link',
  },
  words: {status: {true: 'cancelled', false: 'scheduled'}},
  decode: ['name', 'description'],
  dates: 'YYYY-MM-DD HH:mm:ss',
  zone: 'Europe/Berlin',
};

describe('WordPress', {skip}, () => {
  let wordpress: WordPress;
  let site: Site;
  let browser: Browser;
  before(async () => {
    site = await new Site().open();
    // Another host than the page's, as a webmaster may name one.
    site.shared = true;
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
      site.origin,
    );
    console.log(`WordPress ${wordpress.version}`);
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await wordpress.close();
    await site.close();
  });

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

  it('shows an author’s page its events, and signs people up on it', async () => {
    const defaults = {links: [{rel: 'signups', href: '/wp-json/ctg/v1/signups', idempotent: true}]};
    const pasted = `<div data-ctg="gathering-signup" data-endpoint="/wp-json/wp/v2/events?per_page=100"
  ${attribute('data-mapping', MAPPING, 2)}
  ${attribute('data-defaults', defaults)} style="min-height:24em">
  <a href="/gatherings">See our gatherings</a>
</div>`;
    const {url, stored} = wordpress.publish(`<!-- wp:html -->\n${pasted}\n<!-- /wp:html -->`);
    console.log(`Pasted by an author:\n${pasted}`);
    assert.ok(stored.includes('data-mapping='), 'WordPress leaves it standing');
    const tab = await browser.newPage();
    const errors = errorsOf(tab);

    await tab.goto(url);
    await listShown(tab);
    const widget = tab.locator('ctg-gathering-signup');
    const first = widget.locator(`[data-id="${at(0)}"]`);
    await first.getByText('It’s “open” – soup & bread').waitFor();
    assert.match(await first.innerText(), /6:00[^]*Parish hall[^]*20 places left/);
    assert.match(await widget.locator(`[data-id="${at(3)}"]`).innerText(), /cancelled/i);
    assert.equal(await widget.locator(`[data-id="${at(4)}"]`).count(), 0);
    await first.getByRole('button', {name: /^Sign up/}).click();
    await widget.locator('#name').fill('Ana Ruiz');
    await widget.locator('#email').fill('ana@example.org');
    await widget.locator('[part~="form"] button[type="submit"]').click();
    await widget.getByText("You're in, ").waitFor();

    assert.equal(await takenOf(at(0)), 1);
    assert.deepEqual(errors, []);
    await tab.close();
  });

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

  it('deletes who came to what was long ago or is gone, and not who signed up early or for what has no date', async () => {
    // Years after they signed up.
    const counts = wordpress.forget(wordpress.ids.slice(0, 4).concat(wordpress.ids[6]!), {
      over: wordpress.ids[1]!,
      gone: wordpress.ids[2]!,
    });

    assert.deepEqual(
      counts.map((count) => count > 0),
      [true, false, false, false, true],
    );
  });
});
