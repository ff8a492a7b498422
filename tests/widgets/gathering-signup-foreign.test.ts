import {assert} from 'chai';
import {html} from 'lit';

import {eventually} from '../testing/eventually.js';
import {inDays, json} from '../testing/parish.js';
import type {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

const URL_OF_EVENTS = 'https://foreign.example/wp-json/events';
const MAPPING = {
  items: 'data[?seats > `0`]',
  gathering: {id: 'ID', name: 'title.rendered', start: 'when', capacity: 'max', place: {name: 'venue'}},
  decode: ['name'],
  zone: 'UTC',
  signup: {
    rename: {id: 'meta.ref', name: 'fields.full_name', email: 'fields.mail', gathering: 'event'},
    set: {people: 'adults + children'},
    add: {form_id: 7},
    drop: 'rest',
  },
  receipt: {id: 'data.ref', status: 'data.state', words: {ok: 'confirmed'}},
};
const DEFAULTS = {contact: 'email', publisher: {name: 'Foreign Hall'}};

const start = inDays(7).replace('T', ' ').replace('Z', '');
const EVENTS = {
  data: [
    {ID: 31, title: {rendered: 'Soup &amp; Songs'}, when: start, max: '20', venue: 'Old barn', seats: 4},
    {ID: 32, title: {rendered: 'Without seats'}, when: start, max: '20', seats: 0},
  ],
};

interface Post {
  readonly url: string;
  readonly type: string;
  readonly body: string;
}

describe('<ctg-gathering-signup> with an endpoint that speaks another JSON', () => {
  let visit: Visit;
  let connection: typeof fetch;
  let posts: Post[];
  /** What the endpoint answers to a post. */
  let reply: (post: Post) => unknown;

  beforeEach(() => {
    visit = new Visit();
    connection = globalThis.fetch;
    posts = [];
    reply = ({body}) => ({data: {ref: (JSON.parse(body) as {meta: {ref: string}}).meta.ref, state: 'OK'}});
    globalThis.fetch = async (input, init) => {
      const url = String(input);
      if (!url.startsWith('https://foreign.example/')) return connection(input, init);
      if (init?.method !== 'POST') return json(EVENTS);
      const post = {url, type: new Headers(init.headers).get('Content-Type') ?? '', body: String(init.body)};
      posts.push(post);
      return json(reply(post));
    };
  });

  afterEach(async () => {
    globalThis.fetch = connection;
    await visit.end();
  });

  const widget = (encoding = 'json'): Promise<GatheringSignupHarness> =>
    visit.arrive(
      html`<ctg-gathering-signup
        endpoint=${URL_OF_EVENTS}
        action="https://foreign.example/rsvp/{gathering}"
        encoding=${encoding}
        .defaults=${DEFAULTS}
        .mapping=${MAPPING}
      ></ctg-gathering-signup>`,
    );

  it('shows what the mapping finds, as text', async () => {
    const shown = await widget();

    assert.equal(shown.heading, 'Soup & Songs');
    await shown.says('Old barn');
    assert.notInclude(shown.text, 'Without seats');
  });

  it('sends a sign-up in their words, and says "You’re in" for their receipt', async () => {
    const shown = await widget();
    await shown.openForm();
    await shown.introduce();
    await shown.send();
    await shown.says("You're in");

    assert.lengthOf(posts, 1);
    const [{url, type, body}] = posts as [Post];
    const sent = JSON.parse(body) as {meta: {ref: string}};
    assert.equal(new URL(url).pathname, '/rsvp/31');
    assert.equal(type, 'application/json');
    assert.deepEqual<unknown>(sent, {
      meta: {ref: sent.meta.ref},
      fields: {full_name: 'Ana Ruiz', mail: 'ana@example.org'},
      event: '31',
      people: 1,
      form_id: 7,
    });
    assert.match(sent.meta.ref, /^[0-9a-f-]{36}$/);
  });

  it('says honestly that it was not confirmed, and sends the very same again when the visitor asks for it', async () => {
    reply = () => ({data: {ref: 'somebody else', state: 'OK'}});
    const shown = await widget();
    await shown.openForm();
    await shown.introduce();
    await shown.send();
    await shown.says('It was sent, but Foreign Hall did not confirm it.');
    assert.notInclude(shown.text, "You're in");

    reply = ({body}) => ({data: {ref: (JSON.parse(body) as {meta: {ref: string}}).meta.ref, state: 'ok'}});
    await shown.press('Send it again');
    await shown.says("You're in");
    assert.lengthOf(posts, 2);
    assert.equal(posts[1]?.body, posts[0]?.body);
  });

  it('marks the field that they refuse under a name of theirs', async () => {
    const connected = globalThis.fetch;
    globalThis.fetch = async (input, init) =>
      init?.method === 'POST'
        ? json(
            {code: 'invalid', errors: [{pointer: '#/fields/full_name', detail: 'Two words, please.'}]},
            422,
          )
        : connected(input, init);
    const shown = await widget();
    await shown.openForm();
    await shown.introduce();
    await shown.send();
    await shown.says('Two words, please.');

    assert.equal(shown.problemOf('Your name'), 'Two words, please.');
  });

  it('writes a form where the endpoint takes forms', async () => {
    reply = ({body}) => ({data: {ref: new URLSearchParams(body).get('meta[ref]'), state: 'OK'}});
    const shown = await widget('form');
    await shown.openForm();
    await shown.introduce();
    await shown.send();
    await shown.says("You're in");

    assert.equal(posts[0]?.type, 'application/x-www-form-urlencoded');
    assert.equal(new URLSearchParams(posts[0]?.body).get('fields[full_name]'), 'Ana Ruiz');
  });

  it('takes a mapping from a script inside, never shown, and from the attribute of a div, with its > written as an entity', async () => {
    const written = JSON.stringify(MAPPING);
    const twin = document.createElement('template');
    // As a page has it: parsed, so that the entity is what a webmaster writes.
    const attribute = written.replaceAll('&', '&amp;').replaceAll('>', '&gt;').replaceAll("'", '&#39;');
    assert.include(attribute, '&gt;');
    await visit.stage.show(html``);
    const shell = new DOMParser().parseFromString(
      `<div data-ctg="gathering-signup" data-endpoint="${URL_OF_EVENTS}" data-mapping='${attribute}'></div>
       <ctg-gathering-signup endpoint="${URL_OF_EVENTS}"><script type="application/json" data-ctg="mapping">${written}</scr` +
        `ipt><a href="/">Events</a></ctg-gathering-signup>`,
      'text/html',
    );
    twin.content.append(...shell.body.childNodes);
    visit.stage.root.append(twin.content);

    for (const n of [1, 2]) {
      await eventually(() => visit.widget(n).heading === 'Soup & Songs', `the ${n}. widget to show it`);
      assert.isFalse(visit.widget(n).showsFallback);
    }
    const script = visit.stage.root.querySelector('script[data-ctg="mapping"]')!;
    assert.equal(getComputedStyle(script).display, 'none');
  });

  it('says in a plain sentence that something has to be fixed when the mapping is wrong, and where to who reads the console', async () => {
    const errors = visit.listen<{code: string; message: string}>('ctg-error');
    const shown = await visit.arriveEarly(
      html`<ctg-gathering-signup
        endpoint=${URL_OF_EVENTS}
        mapping='{"gathering":{"id":"ID","name":"a["}}'
      ></ctg-gathering-signup>`,
    );

    await shown.says('has to fix something');
    assert.equal(errors[0]?.code, 'bad-mapping');
    assert.include(errors[0]?.message, '/gathering/name');
  });
});
