// Adding a group: what is taken once, what is shown of it and when, what is refused, and how it is taken back.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {DocumentSchema} from '../../../src/protocol/document.js';
import {type GroupMessage, ManagedGroupSchema} from '../../../src/protocol/group-message.js';
import {ProblemSchema} from '../../../src/protocol/problem.js';
import {ReceiptSchema} from '../../../src/protocol/receipt.js';
import {decide, group, groupsOf, join, namesOf, networked, shown} from './group-rig.js';
import {Rig, type Said} from './rig.js';

const CONSENT = {id: 'map', text: 'May be shown', version: '2', required: true};
const AGREED = [{id: 'map', version: '2', at: '2026-01-02T03:04:05Z'}];

describe('adding a group', () => {
  let rig: Rig;
  before(async () => {
    rig = await Rig.start(networked());
  });
  after(() => rig.close());

  it('waits for the host with a private address, and is in the document once the host has said yes', async () => {
    const message = group({name: 'Seen Later', email: 'asks@guest.example', updated: '2020-01-01T00:00:00Z'});
    const {status, body} = await join(rig, message);
    const waiting = await namesOf(rig);

    await decide(rig, message.id, 'approve');

    const document = await rig.ask('GET', 'ctg.json');
    const told = (await groupsOf(rig)).find(({name}) => name === 'Seen Later');
    assert.equal(status, 201);
    assert.deepEqual(ReceiptSchema.parse(body), body);
    assert.deepEqual([body.id, body.status, body.waitsFor], [message.id, 'pending', 'host']);
    assert.equal(waiting.includes('Seen Later'), false);
    assert.ok(DocumentSchema.safeParse(document.body).success);
    assert.match(told?.id ?? '', /^urn:uuid:/);
    assert.notEqual(
      told?.id,
      `urn:uuid:${message.id}`,
      'nobody may ask for its receipt with what everyone reads',
    );
    assert.ok(Date.parse(told?.updated ?? '') > Date.now() - 60_000, 'it is as new as its message');
    assert.doesNotMatch(JSON.stringify(document.body), /asks@guest|speaks/);
  });

  it('is taken once, however often it comes and whatever it says the second time', async () => {
    const message = group({name: 'Only Once'});
    const first = await join(rig, message);
    const again = await Promise.all([message, {...message, name: 'Another'}].map((each) => join(rig, each)));
    await decide(rig, message.id, 'approve');

    assert.deepEqual([first.status, ...again.map(({status}) => status)], [201, 200, 200]);
    assert.equal(new Set([first, ...again].map(({body}) => body.token)).size, 1);
    assert.equal((await namesOf(rig)).filter((name) => name === 'Only Once').length, 1);
  });

  it('is one group when the same message comes twenty times at once', async () => {
    const message = group({name: 'At Once'});

    const answers = await Promise.all(Array.from({length: 20}, () => join(rig, message)));

    assert.equal(answers.filter(({status}) => status === 201).length, 1);
    assert.equal(new Set(answers.map(({body}) => body.token)).size, 1);
  });

  it('tells no more of a place than its precision, whatever was sent', async () => {
    const spot = {lat: 39.5296329, lon: -119.8138027};
    const names = {exact: 'Hall', street: 'Shop', town: 'Home', region: 'Valley'} as const;
    for (const [precision, name] of Object.entries(names))
      await shown(rig, {name, place: {...spot, precision: precision as keyof typeof names}});
    await shown(rig, {name: 'Unsaid', place: spot});
    await shown(rig, {name: 'Person', kind: 'person', place: {...spot, precision: 'exact'}});

    const places = Object.fromEntries((await groupsOf(rig)).map(({name, place}) => [name, place]));
    assert.deepEqual(places['Hall'], {lat: 39.52963, lon: -119.8138, precision: 'exact'});
    assert.deepEqual(places['Shop'], {lat: 39.53, lon: -119.814, precision: 'street'});
    for (const name of ['Home', 'Unsaid', 'Person'])
      assert.deepEqual(places[name], {lat: 39.53, lon: -119.81, precision: 'town'}, name);
    assert.deepEqual(places['Valley'], {lat: 39.5, lon: -119.8, precision: 'region'});
  });

  it('shows of how to be reached what stands in its contact, and nothing else', async () => {
    await shown(rig, {name: 'Quiet', email: 'secret@guest.example'});
    await shown(rig, {name: 'Open', contact: {email: 'hello@open.example'}, email: 'secret@guest.example'});

    const contacts = Object.fromEntries((await groupsOf(rig)).map(({name, contact}) => [name, contact]));
    assert.equal(contacts['Quiet'], undefined);
    assert.deepEqual(contacts['Open'], {email: 'hello@open.example'});
  });

  it('lets whoever added it read it, change it and take it back', async () => {
    const receipt = await shown(rig, {name: 'Old Name', email: 'owner@guest.example'});
    const own = await rig.ask<{receipt: Said; group: GroupMessage}>('GET', receipt.manage!);
    const same = await rig.ask<Said>('PUT', receipt.manage!, own.body.group);
    const other = await rig.ask<Said>('PUT', receipt.manage!, {...own.body.group, name: 'New Name'});
    const between = await namesOf(rig);
    await decide(rig, receipt.id!, 'approve');
    const renamed = await namesOf(rig);
    const foreign = await rig.ask<Said>('PUT', receipt.manage!, group());
    const gone = await rig.ask<Said>('DELETE', receipt.manage!);
    const twice = await rig.ask<Said>('DELETE', receipt.manage!);
    const late = await join(rig, {...own.body.group, name: 'On Its Way'});

    assert.deepEqual(ManagedGroupSchema.parse(own.body), own.body);
    assert.equal(own.body.group.email, undefined, 'the address is the host’s alone');
    assert.deepEqual(
      [same.body.status, other.body.status],
      ['confirmed', 'pending'],
      'what is new is read first',
    );
    assert.equal(between.includes('Old Name') || between.includes('New Name'), false);
    assert.ok(renamed.includes('New Name'));
    assert.equal(foreign.status, 422);
    assert.deepEqual([gone.body.status, twice.body.status, late.body.status], Array(3).fill('cancelled'));
    assert.equal((await rig.ask('GET', receipt.manage!)).status, 410);
    assert.equal((await namesOf(rig)).includes('New Name'), false);
  });

  it('is nowhere where a site has no network', async () => {
    const other = await Rig.start({...networked(), network: undefined} as never);
    const answers = [await join(other, group()), await other.ask('GET', 'network'), await other.page('join')];
    const document = await other.ask<{links: {rel: string}[]}>('GET', 'ctg.json');
    await other.close();

    assert.deepEqual(
      answers.map(({status}) => status),
      [404, 404, 404],
    );
    assert.equal(
      document.body.links.some(({rel}) => rel === 'join' || rel === 'area'),
      false,
    );
  });
});

describe('a group that is not right', () => {
  let rig: Rig;
  before(async () => {
    rig = await Rig.start(networked({consents: [CONSENT]}));
  });
  after(() => rig.close());

  const agreed = (more: Parameters<typeof group>[0] = {}) => group({consents: AGREED, ...more});
  const many = (count: number) =>
    Array.from({length: count}, (_, index) => ({to: `https://${index}.example/`}));
  for (const [name, message, pointer] of [
    ['has no name', agreed({name: '\u200b '}), '/name'],
    ['has a name of 5,000 letters', agreed({name: 'a'.repeat(5_000)}), '/name'],
    ['has no id of a device', {...agreed(), id: 'https://stpaul.example/'}, '/id'],
    ['is a city', {...agreed(), kind: 'city'}, '/kind'],
    ['lies north of the pole', agreed({place: {lat: 91, lon: 0}}), '/place/lat'],
    ['lies past the date line', agreed({place: {lat: 0, lon: 181}}), '/place/lon'],
    ['gives its place as a text', {...agreed(), place: {lat: '39', lon: 0}}, '/place/lat'],
    ['has half an address', agreed({email: 'ana@'}), '/email'],
    ['shows half an address', agreed({contact: {email: 'ana@'}}), '/contact/email'],
    ['has a website that runs', agreed({url: 'javascript:alert(1)'}), '/url'],
    ['has a website with a password', agreed({url: 'https://ana:secret@garden.example/'}), '/url'],
    ['has a website of this site’s', agreed({url: '/elsewhere'}), '/url'],
    ['has a picture that is a number to call', agreed({image: 'tel:1'}), '/image'],
    ['has 51 ties', agreed({connections: many(51)}), '/connections'],
    ['knows what we do not', {...agreed(), rank: 1}, '/rank'],
    ['was added by whoever may not', agreed({speaks: false}), '/speaks'],
    ['agrees to nothing', group(), '/consents/map'],
  ] as const)
    it(`${name}: says so at ${pointer}`, async () => {
      const {status, body} = await join(rig, message);

      assert.equal(status, 422);
      assert.deepEqual(ProblemSchema.parse(body), body);
      assert.deepEqual(
        body.errors?.map((error) => error.pointer),
        [pointer],
      );
    });

  it('hears of everything at once', async () => {
    const {body} = await join(rig, group({name: '', email: 'ana@', speaks: false}));

    const told = body.errors?.map(({pointer}) => pointer).sort();
    assert.deepEqual(told, ['/consents/map', '/email', '/name', '/speaks']);
  });

  it('comes back as it was typed, as text, wherever it is shown', async () => {
    const odd = '<img src=x onerror=alert(1)>"\u202eevil & \u0000\ud800 {{7*7}}';
    const receipt = await shown(rig, {
      name: `Odd ${odd}`,
      description: odd,
      offers: [odd],
      url: 'https://odd.example/?a="><script>',
      connections: [{to: `https://${odd}`.replaceAll(/[\0\ud800]/g, ''), kind: 'partners', note: odd}],
      consents: AGREED,
    });

    const pages = [await rig.page(`${rig.host}/groups`), await rig.page(receipt.manage!)];
    const told = (await groupsOf(rig)).find(({id}) => id === receipt.publicId);

    assert.equal(told?.description, odd.replaceAll(/[\0\ud800]/g, '\ufffd'));
    for (const {status, body} of pages) {
      assert.equal(status, 200);
      assert.match(body, /&lt;img src=x/);
      assert.doesNotMatch(body, /<img src=x|<script>/);
    }
  });

  it('is refused for a while when too many come from one address', async () => {
    const narrow = await Rig.start(networked(), {limit: 2});
    const answers = [];
    for (let index = 0; index < 3; index += 1) answers.push(await join(narrow, group()));
    await narrow.close();

    assert.deepEqual(
      answers.map(({status}) => status),
      [201, 201, 429],
    );
    assert.equal(answers[2]?.body.code, 'slow-down');
    assert.ok(Number(answers[2]?.headers.get('retry-after')) > 0);
  });
});
