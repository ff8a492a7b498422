// The host's side of groups, the pages that need no script, and how long what is kept.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {GroupMessage} from '../../../src/protocol/group-message.js';
import {MOST_WAITING} from '../../../demo/endpoint/groups/groups.js';
import {purge} from '../../../demo/endpoint/retention.js';
import {lettersTo, Sheet} from './desk.js';
import {decide, group, join, namesOf, networked, shown, tokenOf} from './group-rig.js';
import {PostOffice} from './post-office.js';
import {type Home, home, Rig, type Said} from './rig.js';

describe('a host', () => {
  let rig: Rig;
  before(async () => {
    rig = await Rig.start(networked());
  });
  after(() => rig.close());

  it('reads what waits, with whom to ask, shows it, and takes it off the map again', async () => {
    const {body} = await join(rig, group({name: 'River Beds', email: 'ask@guest.example'}));
    const list = await Sheet.open(rig);
    const page = await Sheet.open(rig, '/groups');

    const yes = await page.press('show');
    const names = await namesOf(rig);
    const off = await yes.press('decline');

    assert.match(list.text, /Groups on the map 1 waits to be read/);
    assert.match(
      page.text,
      /You decide: 1 .*River Beds.*39\.53, -119\.81: the map shows the town.*ask@guest/,
    );
    assert.match(yes.text, /It is on the map now.*Nothing waits to be read.*On the map: 1 group/);
    assert.deepEqual(names, ['River Beds']);
    assert.match(off.text, /It is not on the map.*On the map: 0 groups/);
    assert.deepEqual(await namesOf(rig), []);
    const own = await rig.ask<{receipt: Said; group: GroupMessage}>('GET', body.manage!);
    assert.equal(own.body.receipt.status, 'declined');
    assert.equal((await rig.ask('PUT', body.manage!, own.body.group)).status, 409);
    assert.equal((await rig.ask<Said>('DELETE', body.manage!)).body.status, 'cancelled');
  });

  it('never shows what they have not read', async () => {
    const message = group({name: 'Kind Words'});
    const {body} = await join(rig, message);
    const open = await Sheet.open(rig, '/groups');
    await rig.ask('PUT', body.manage!, {...message, description: 'Unkind words'});

    const page = await open.press('show');

    assert.match(page.text, /changed in the meantime.*Unkind words/);
    assert.deepEqual(await namesOf(rig), []);
    await rig.ask('DELETE', body.manage!);
  });

  it('reads everything that would be public', async () => {
    const said = {
      description: 'told-1',
      sector: 'told-2',
      needs: ['told-3'],
      offers: ['told-4'],
      values: ['told-5'],
      url: 'https://told-6.example/',
      image: 'https://told-7.example/',
      contact: {email: 'told-8@guest.example', url: 'https://told-9.example/'},
      connections: [{to: 'told-10', kind: 'told-11', note: 'told-12'}],
      declines: ['told-13'],
      expires: '2031-05-06T07:08:09Z',
    };
    const {body} = await join(rig, group(said));

    const {text} = await Sheet.open(rig, '/groups');

    for (let n = 1; n <= 13; n++) assert.match(text, new RegExp(`told-${n}\\b`));
    assert.match(text, /2031-05-06/);
    await rig.ask('DELETE', body.manage!);
  });

  it('has a list for programs, without anybody’s token, and may answer twice', async () => {
    const {body} = await join(rig, group({name: 'For programs', email: 'ask@guest.example'}));

    const list = await rig.ask<{
      groups: {id: string; edition: string; asker: string; group: GroupMessage}[];
    }>('GET', `pending?token=${tokenOf(rig)}`);
    const own = list.body.groups.find(({id}) => id === body.id);
    const old = await decide(rig, body.id!, 'approve', '&edition=1');
    const twice = [
      await decide(rig, body.id!, 'approve', `&edition=${own?.edition}`),
      await decide(rig, body.id!, 'approve'),
    ];
    const stranger = await rig.ask('POST', `pending/${body.id}/approve?token=x`);

    assert.deepEqual([own?.group.name, own?.asker], ['For programs', 'ask@guest.example']);
    assert.doesNotMatch(JSON.stringify(list.body), new RegExp(body.token!));
    assert.deepEqual([old.status, old.body.code], [409, 'altered']);
    assert.deepEqual(
      twice.map(({status, body: {state}}) => [status, state]),
      Array(2).fill([200, 'shown']),
    );
    assert.equal(stranger.status, 404);
    await rig.ask('DELETE', body.manage!);
  });

  it('is asked by no page of another website', async () => {
    const {body} = await join(rig, group());

    const response = await fetch(`${rig.host}/groups/${body.id}`, {
      method: 'POST',
      headers: {'Sec-Fetch-Site': 'cross-site', Accept: 'text/html'},
      body: new URLSearchParams({do: 'show'}),
    });

    assert.equal(response.status, 403);
    assert.deepEqual(await namesOf(rig), []);
  });
});

describe('without a script', () => {
  let rig: Rig;
  before(async () => {
    rig = await Rig.start(networked());
  });
  after(() => rig.close());

  const typed = {
    name: 'Plain <b>Group',
    kind: 'organisation',
    'place[label]': 'Reno',
    'place[lat]': '39,5296',
    'place[lon]': '-119.8138',
    'place[precision]': 'town',
    'contact[email]': 'hello@plain.example',
    offers: 'A kitchen\r\n\r\nTwo vans',
    needs: 'local-food',
    speaks: 'true',
  };

  it('a form adds a group, changes it and takes it back', async () => {
    const form = await rig.page('join');
    const sent = await rig.form('groups', typed);
    const own = await rig.ask<{receipt: Said; group: GroupMessage}>('GET', sent.url);
    const changed = await rig.form(sent.url, {...typed, do: 'change', name: 'Plain Two'});
    await decide(rig, own.body.group.id, 'approve');
    const names = await namesOf(rig);
    const gone = await rig.form(sent.url, {do: 'withdraw'});

    assert.match(form.body, /Add your group[\s\S]*Local food[\s\S]*Only the town/);
    assert.equal(sent.status, 200);
    assert.match(sent.url, /\/groups\/[\w-]{32}$/);
    assert.match(sent.body, /<bdi>Plain &lt;b&gt;Group<\/bdi> has arrived[\s\S]*when A parish has read it/);
    const {place, offers, contact, needs} = own.body.group;
    assert.deepEqual(place, {label: 'Reno', lat: 39.53, lon: -119.81, precision: 'town'});
    assert.deepEqual(offers, ['A kitchen', 'Two vans']);
    assert.deepEqual([contact, needs], [{email: 'hello@plain.example'}, ['local-food']]);
    assert.match(changed.body, /Saved[\s\S]*value="Plain Two"/);
    assert.deepEqual(names, ['Plain Two']);
    assert.match(gone.body, /off the map/);
    assert.deepEqual(await namesOf(rig), []);
  });

  it('a form of a widget, and one of a page that names only the group, are taken alike', async () => {
    const message = group({
      name: 'By form',
      connections: [{to: 'https://stpaul.example/', kind: 'partners'}],
    });
    const {place, connections, ...scalars} = message;
    const body = new URLSearchParams({
      ...Object.fromEntries(Object.entries(scalars).map(([name, value]) => [name, String(value)])),
      ...Object.fromEntries(
        Object.entries(place ?? {}).map(([name, value]) => [`place[${name}]`, String(value)]),
      ),
      connections: JSON.stringify(connections),
    });
    const posted = await fetch(`${rig.origin}/parish/groups`, {method: 'POST', body});
    const receipt = (await posted.json()) as Said;
    const own = await rig.ask<{group: GroupMessage}>('GET', receipt.manage!);
    const least = await rig.form('groups', {name: 'Least', speaks: 'on'});

    assert.deepEqual([posted.status, receipt.id], [201, message.id]);
    assert.deepEqual(own.body.group.connections, connections);
    assert.deepEqual([least.status, new URL(least.url).pathname.split('/')[2]], [200, 'groups']);
  });

  it('a need, a value and a sector of others’ lists stay when the form is saved, and the host reads them in words', async () => {
    const message = group({needs: ['local-food', 'bees'], values: ['patience'], sector: 'school'});
    const {body} = await join(rig, message);
    const page = await rig.page(body.manage!);
    const host = await Sheet.open(rig, '/groups');

    for (const value of ['bees', 'patience'])
      assert.match(page.body, new RegExp(`value="${value}"[^>]*checked`), value);
    assert.match(page.body, /<option value="school"[^>]*selected/);
    assert.match(host.text, /Sector: school Needs: Local food, bees/);
    await rig.ask('DELETE', body.manage!);
  });

  it('what is missing is said beside its field, and what was typed is still there', async () => {
    const {name: _, speaks: __, ...most} = typed;
    const again = await rig.form('groups', {...most, 'place[lat]': 'north', email: 'half@'});

    assert.equal(again.status, 422);
    assert.match(again.body, /Please check 4 things/);
    assert.match(again.body, /Enter the group’s name/);
    assert.match(again.body, /value="north"/);
    assert.match(again.body, /A kitchen/);
    for (const [, id] of again.body.matchAll(/href="#([^"]+)"/g))
      assert.match(again.body, new RegExp(`id="${id}"`), `the link to ${id} leads somewhere`);
  });
});

describe('letters and time', () => {
  it('has no queue that nobody could read: what comes to a full one is asked to wait', async () => {
    const place: Home = await home();
    const open = () => Rig.start(networked(), {}, {...place, forget: () => undefined});
    const message = group();
    const early = await open();
    await join(early, message);
    await early.close();
    const database = await place.open();
    await database.query(
      `insert into network_groups (site, id, public_id, token, state)
       select 'parish', n::text, 'urn:' || n, n::text, 'waiting' from generate_series(2, $1::int) n`,
      [MOST_WAITING],
    );
    await database.close();

    const late = await open();
    const [other, same] = [await join(late, group()), await join(late, message)];
    await late.close();
    place.forget();

    assert.deepEqual([other.status, other.body.code], [429, 'slow-down']);
    assert.deepEqual([same.status, same.body.id], [200, message.id]);
  });

  it('tell the host once an hour that something waits, without a name', async () => {
    const office = await PostOffice.open();
    const site = {...networked(), mail: 'host@parish.example'};
    const rig = await Rig.start(site, {smtpUrl: office.url, mailFrom: 'parish@parish.example'});

    for (const name of ['First Name', 'Second Name']) await join(rig, group({name}));
    const [letter, ...more] = await lettersTo(office, 'host@parish.example', /Groups wait/, 1);
    await rig.close();
    await office.close();

    assert.deepEqual(more, []);
    assert.match(letter?.text ?? '', /\/host\/[\w-]{32}\/groups/);
    assert.doesNotMatch(letter?.text ?? '', /First Name/);
  });

  it('delete who asked, and what was declined or taken back, when their days are over; what stands is kept', async () => {
    const place: Home = await home();
    const rig = await Rig.start(networked(), {}, {...place, forget: () => undefined});
    const stands = await shown(rig, {name: 'Stands', email: 'asked@guest.example'});
    const declined = await join(rig, group());
    const gone = await join(rig, group({email: 'gone@guest.example'}));
    await decide(rig, declined.body.id!, 'decline');
    await rig.ask('DELETE', gone.body.manage!);
    await rig.close();

    const database = await place.open();
    const left = async (days: number) => {
      await purge(database, Date.now() + days * 24 * 3_600_000);
      return database.query<{id: string; asker: string | null}>(
        'select id, asker from network_groups order by asker',
      );
    };
    const [early, late] = [await left(9), await left(11)];
    await database.close();
    place.forget();

    assert.deepEqual(
      early.map(({asker}) => asker),
      ['asked@guest.example', null, null],
    );
    assert.deepEqual(late, [{id: stands.id, asker: null}]);
  });
});
