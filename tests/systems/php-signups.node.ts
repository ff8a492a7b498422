// ctg.php, the endpoint in one file, under a real PHP: what it takes, refuses and counts.
import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';

import {DocumentSchema} from '../../src/protocol/document.js';
import {ProblemSchema} from '../../src/protocol/problem.js';
import {ManagedSchema, ReceiptSchema} from '../../src/protocol/receipt.js';
import {PhpHost, planned, signup} from './php-host.js';
import {phpWith} from './process.js';

const found = phpWith('pdo_sqlite');
const php = 'php' in found ? found.php : '';

describe('ctg.php', {skip: 'skip' in found && found.skip}, () => {
  let host: PhpHost;
  before(async () => {
    host = new PhpHost(php).set('LIMIT', '100000').upload({
      ctg: '1',
      publisher: {name: 'St Paul’s'},
      gatherings: [
        planned('supper', {capacity: 20}),
        planned('race', {capacity: 20}),
        planned('households', {capacity: 25}),
        planned('line', {capacity: 5, waitlist: true}),
        planned('small', {capacity: 3, partyMax: 4}),
        planned('change', {capacity: 4}),
        planned('home', {place: {name: 'Ana’s home', address: '1 Elm St', revealed: 'confirmed'}}),
        planned('over', {start: '2020-01-01T10:00:00Z'}),
        planned('asks', {
          contact: 'email',
          questions: [
            {
              id: 'diet',
              type: 'select',
              label: 'Food',
              required: true,
              options: [{value: 'vegan', label: 'Vegan'}],
            },
            {
              id: 'help',
              type: 'checkbox',
              label: 'Help with',
              options: [
                {value: 'cook', label: 'Cooking'},
                {value: 'clean', label: 'Cleaning'},
              ],
            },
          ],
          consents: [{id: 'contact', text: 'You may write to me.', version: '2', required: true}],
        }),
      ],
      links: [
        {rel: 'peer', href: 'https://other.example/ctg.json'},
        {rel: 'signups', href: 'https://elsewhere.example/'},
      ],
    });
    await host.open();
  });
  after(() => host.close());

  it('takes a number of places written with a point as a number of places', async () => {
    // As some programs write whole numbers, and `JSON.stringify` never does.
    const file = join(host.folder, 'ctg.json');
    const before = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      before.replace('"id":"small"', '"id":"point","name":"Point","capacity":2.0},{"id":"small"'),
    );
    const {body} = await host.signUp(signup('point', {adults: 3}));
    writeFileSync(file, before);

    assert.deepEqual([body.code, body.places], ['partial', 2]);
  });

  it('publishes a document that the strict schema takes, with its own links and those to peers', async () => {
    const response = await fetch(host.url);
    const document = DocumentSchema.parse(await response.json());

    assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*');
    assert.equal(document.gatherings?.length, 9);
    assert.deepEqual(
      document.links?.map(({rel, href}) => `${rel} ${href}`),
      [
        'signups /ctg.php?gathering={gathering}',
        'manage /ctg.php?token={token}',
        'peer https://other.example/ctg.json',
      ],
    );
    assert.equal(document.publisher?.privacy?.keepDays, 30);
  });

  it('lets pages of other sites post, put and delete', async () => {
    const {status, headers} = await host.ask('?gathering=supper', 'OPTIONS');

    assert.equal(status, 204);
    assert.equal(headers.get('Access-Control-Allow-Origin'), '*');
    assert.match(headers.get('Access-Control-Allow-Methods') ?? '', /POST, PUT, DELETE/);
    assert.match(headers.get('Access-Control-Allow-Headers') ?? '', /Content-Type/);
  });

  it('answers a signup with a receipt that names its id, and counts it', async () => {
    const message = signup('supper', {adults: 2, children: 1});
    const {status, body, headers} = await host.signUp(message);

    assert.equal(status, 201);
    assert.equal(headers.get('Cache-Control'), 'no-store');
    const receipt = ReceiptSchema.parse(body);
    assert.equal(receipt.id, message.id);
    assert.equal(receipt.status, 'confirmed');
    assert.deepEqual(receipt.counts, {taken: 3, waiting: 0});
    assert.equal((await host.gathering('supper')).taken, 3);
  });

  it('takes the address of the gathering as a path too', async () => {
    const {status} = await host.ask('/ctg.php/gatherings/supper/signups', 'POST', signup('supper'));

    assert.equal(status, 201);
  });

  it('signs up once, however often and however much at once the same message comes', async () => {
    const before = (await host.gathering('supper')).taken ?? 0;
    const message = signup('supper');
    const answers = await Promise.all(Array.from({length: 12}, () => host.signUp(message)));

    assert.deepEqual(answers.map(({status}) => status).sort(), [...Array<number>(11).fill(200), 201]);
    assert.equal(new Set(answers.map(({body}) => body.token)).size, 1);
    assert.equal((await host.gathering('supper')).taken, before + 1);
  });

  it('refuses other words under an id that was used', async () => {
    const message = signup('supper');
    await host.signUp(message);
    const {status, body} = await host.signUp({...message, name: 'Somebody Else'});

    assert.equal(status, 409);
    assert.equal(ProblemSchema.parse(body).code, 'id-used');
  });

  it('gives exactly 20 places when 60 ask at once, and tells the others that it is full', async () => {
    const answers = await Promise.all(Array.from({length: 60}, () => host.signUp(signup('race'))));

    assert.equal(answers.filter(({body}) => body.status === 'confirmed').length, 20);
    const refused = answers.filter(({status}) => status === 409);
    assert.equal(refused.length, 40);
    assert.ok(
      refused.every(
        ({body, headers}) =>
          ProblemSchema.parse(body).code === 'full' &&
          headers.get('Content-Type')?.startsWith('application/problem+json'),
      ),
    );
    assert.equal((await host.gathering('race')).taken, 20);
  });

  it('never overbooks when households of different sizes race', async () => {
    const sizes = Array.from({length: 40}, (_, index) => 1 + (index % 4));
    const answers = await Promise.all(sizes.map((adults) => host.signUp(signup('households', {adults}))));

    const booked = sizes
      .filter((_, index) => answers[index]!.status === 201)
      .reduce((sum, size) => sum + size, 0);
    assert.equal(booked, 25, 'parties of one fill the last chairs');
    assert.equal((await host.gathering('households')).taken, 25);
  });

  it('keeps a waiting list without gaps for those who ask for it', async () => {
    const answers = await Promise.all(
      Array.from({length: 15}, () => host.signUp(signup('line', {waitlist: true}))),
    );

    const positions = answers.flatMap(({body}) => body.position ?? []).sort((a, b) => a - b);
    assert.deepEqual(positions, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const other = await host.signUp(signup('line'));
    assert.equal(other.body.code, 'full', 'nobody is put there unasked');
  });

  it('says how many places are left when a party is larger', async () => {
    const {status, body} = await host.signUp(signup('small', {adults: 4}));

    assert.equal(status, 409);
    assert.deepEqual([body.code, body.places], ['partial', 3]);
  });

  it('keeps the address of a home for those who have a place', async () => {
    assert.deepEqual((await host.gathering('home')).place, {name: 'Ana’s home', revealed: 'confirmed'});

    const {body} = await host.signUp(signup('home'));
    assert.deepEqual([body.status, body.waitsFor, body.place], ['pending', 'host', undefined]);
  });

  it('names every field that is missing at once', async () => {
    const {status, body} = await host.signUp(signup('asks', {name: ' ', email: 'ana@', adults: 0}));

    assert.equal(status, 422);
    assert.deepEqual(
      ProblemSchema.parse(body)
        .errors?.map(({pointer}) => pointer)
        .sort(),
      ['/adults', '/answers/diet', '/consents/contact', '/email', '/name'],
    );
  });

  it('asks again for a consent whose wording has changed', async () => {
    const {body} = await host.signUp(
      signup('asks', {
        answers: {diet: 'vegan'},
        consents: [{id: 'contact', version: '1', at: '2026-11-20T10:00:00Z'}],
      }),
    );

    assert.deepEqual(body.errors, [
      {pointer: '/consents/contact', detail: 'This text has changed. Read it again.'},
    ]);
  });

  it('reads, changes and gives up a signup by its token', async () => {
    const message = signup('change', {adults: 2});
    const {body} = await host.signUp(message);
    const manage = body.manage!;

    const read = ManagedSchema.parse((await host.ask(manage)).body);
    assert.deepEqual(read.signup, message);

    const changed = await host.ask(manage, 'PUT', {...message, adults: 4});
    assert.equal(changed.status, 200);
    assert.equal((await host.gathering('change')).taken, 4);

    const more = await host.ask(manage, 'PUT', {...message, adults: 5});
    assert.deepEqual([more.status, more.body.code, more.body.places], [409, 'partial', 4]);

    const gone = await host.ask(manage, 'DELETE');
    assert.equal(gone.body.status, 'cancelled');
    assert.equal((await host.ask(manage, 'DELETE')).body.status, 'cancelled', 'twice is once');
    assert.equal((await host.gathering('change')).taken, 0);
    assert.equal((await host.ask(manage, 'PUT', message)).body.code, 'closed');
  });

  it('answers with nothing where a token is guessed', async () => {
    assert.equal((await host.ask('?token=guess')).status, 404);
    assert.equal((await host.ask('?token=guess', 'DELETE')).status, 404);
  });

  it('takes urlencoded forms as widgets write them, several ticks of one name included', async () => {
    const id = signup('asks').id;
    const form = new URLSearchParams({ctg: '1', id, name: 'Ana', email: 'ana@example.org', adults: '2'});
    for (const [name, value] of [
      ['answers[diet]', 'vegan'],
      ['answers[help]', 'cook'],
      ['answers[help]', 'clean'],
    ])
      form.append(name!, value!);
    form.append('consents', JSON.stringify([{id: 'contact', version: '2', at: '2026-11-20T10:00:00Z'}]));
    const {status, body} = await host.ask('?gathering=asks', 'POST', form.toString(), {
      'Content-Type': 'application/x-www-form-urlencoded',
    });

    assert.equal(status, 201, JSON.stringify(body));
    assert.equal(body.id, id);
    const {signup: kept} = ManagedSchema.parse((await host.ask(body.manage!)).body);
    assert.deepEqual(kept.answers, {diet: 'vegan', help: ['cook', 'clean']});
  });

  it('leads a browser without script to the private page', async () => {
    const form = 'name=Ana&email=ana%40example.org&adults=1';
    const posted = await host.ask('?gathering=supper', 'POST', form, {
      'Content-Type': 'application/x-www-form-urlencoded',
      Accept: 'text/html,application/xhtml+xml',
    });
    assert.equal(posted.status, 303);

    const page = await host.ask(posted.headers.get('Location')!, 'GET', undefined, {Accept: 'text/html'});
    assert.match(page.text, /<h1>Coming<\/h1>/);
    assert.match(page.text, /Give up my places/);
  });

  for (const [what, status, code, body, type] of [
    ['is no JSON', 400, 'not-json', '{"ctg"', 'application/json'],
    ['nests deeply', 400, 'not-json', '['.repeat(100) + ']'.repeat(100), 'application/json'],
    ['is no message', 400, 'not-json', '7', 'application/json'],
    ['is neither JSON nor a form', 415, 'media-type', 'x', 'text/plain'],
    ['is longer than 64 kB', 413, 'too-big', `{"note":"${'x'.repeat(64_000)}"}`, 'application/json'],
    ['is a form with broken letters', 422, 'invalid', 'name=%ff%fe', 'application/x-www-form-urlencoded'],
  ] as const)
    it(`refuses what ${what}`, async () => {
      const said = await host.ask('?gathering=supper', 'POST', body, {'Content-Type': type});

      assert.equal(said.status, status);
      assert.equal(ProblemSchema.parse(said.body).code, code);
    });

  it('signs nobody up for what is over, or not there', async () => {
    assert.deepEqual((await host.signUp(signup('over'))).body.code, 'closed');
    assert.equal((await host.signUp(signup('nowhere'))).status, 404);
    assert.equal((await host.ask('?gathering=supper', 'PATCH')).status, 405);
  });
});
