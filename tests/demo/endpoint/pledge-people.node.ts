// Each person counts once, and nobody learns from it who has pledged.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Pledge} from '../../../src/protocol/pledge.js';
import {canonicalEmail} from '../../../demo/endpoint/pledges/people.js';
import {decide, pledge, pledging, section, send, shown} from './pledge-rig.js';
import {type Home, home, Rig, type Said} from './rig.js';

describe('an e-mail address', () => {
  for (const [one, other] of [
    ['Ana@Guest.Example', 'ana@guest.example'],
    ['a.na+news@gmail.com', 'ana@googlemail.com'],
    ['ana+x@outlook.com', 'ana@outlook.com'],
    ['ana@bücher.example', 'ana@xn--bcher-kva.example'],
    ['jose\u0301@guest.example', 'josé@guest.example'],
    ['ana@me.com', 'ana@icloud.com'],
    [' ana@guest.example ', 'ana@guest.example.'],
  ] as const)
    it(`${one} is the mailbox ${other}`, () => {
      assert.equal(canonicalEmail(one), canonicalEmail(other));
    });

  for (const [one, other] of [
    ['a.na@guest.example', 'ana@guest.example'],
    ['ana+x@guest.example', 'ana@guest.example'],
    ['a.na@outlook.com', 'ana@outlook.com'],
    ['ana@guest.example', 'ben@guest.example'],
  ] as const)
    it(`${one} may be somebody else than ${other}`, () => {
      assert.notEqual(canonicalEmail(one), canonicalEmail(other));
    });
});

describe('pledging with an address that has pledged before', () => {
  let place: Home;
  let rig: Rig;
  before(async () => {
    place = await home();
    rig = await Rig.start(pledging(), {}, place);
  });
  after(() => rig.close());

  for (const display of ['anonymous', 'full'] as const)
    it(`is answered as the first time, when others may see ${display}`, async () => {
      const first = await send(rig, pledge({display, email: `${display}@guest.example`}));
      const again = await send(rig, pledge({display, email: `${display}@Guest.example`}));
      const fresh = await send(rig, pledge({display, email: `new-${display}@guest.example`}));

      for (const each of [again, fresh]) {
        assert.equal(each.status, first.status);
        assert.deepEqual(Object.keys(each.body), Object.keys(first.body));
        assert.equal(each.body.status, first.body.status);
        // One more than anybody may read, whoever it was.
        assert.equal(each.body.counts?.people, first.body.counts!.people! + 1);
        assert.equal(each.body.waitsFor, first.body.waitsFor);
      }
      assert.notEqual(again.body.token, first.body.token);
    });

  it('gives a stranger no hold on what the owner said', async () => {
    const owner = await shown(rig, {
      email: 'owner@guest.example',
      name: 'The Owner',
      values: [{id: 'love', wording: 'Mine'}],
    });
    const was = await section(rig);

    const stranger = (await send(rig, pledge({email: 'owner@guest.example', name: 'A Stranger'}))).body;
    const opened = await rig.ask<{pledge: Pledge}>('GET', stranger.manage!);
    await rig.ask('PUT', stranger.manage!, {...opened.body.pledge, values: [{id: 'courage'}]});
    await rig.ask('DELETE', stranger.manage!);

    assert.equal(opened.body.pledge.name, 'A Stranger');
    const own = await rig.ask<{receipt: Said; pledge: Pledge}>('GET', owner.manage!);
    assert.deepEqual(own.body.pledge.values, [{id: 'love', wording: 'Mine'}]);
    assert.equal(own.body.receipt.status, 'confirmed');
    assert.deepEqual((await section(rig)).counts, was.counts);
    assert.deepEqual((await section(rig)).recent, was.recent);
  });

  it('gives an earlier pledge no hold on the pledge of another address', async () => {
    const early = (await send(rig, pledge({email: 'early@guest.example', values: [{id: 'love'}]}))).body;
    await send(rig, pledge({email: 'victim@guest.example', values: [{id: 'courage'}]}));
    const was = (await section(rig)).counts;
    const opened = await rig.ask<{pledge: Pledge}>('GET', early.manage!);

    const taken = await rig.ask('PUT', early.manage!, {...opened.body.pledge, email: 'victim@guest.example'});

    assert.equal(taken.status, 200);
    assert.deepEqual((await section(rig)).counts, was);
    await rig.ask('DELETE', early.manage!);
  });

  it('stays a person’s, or an organisation’s, when it is changed', async () => {
    const {body} = await send(
      rig,
      pledge({kind: 'organisation', name: 'A mill', speaks: true, email: 'mill@guest.example'}),
    );
    const opened = await rig.ask<{pledge: Pledge}>('GET', body.manage!);
    const was = (await section(rig)).counts;

    const changed = await rig.ask<Said>('PUT', body.manage!, {...opened.body.pledge, kind: 'person'});

    assert.equal(changed.status, 422);
    assert.equal(changed.body.errors?.[0]?.pointer, '/kind');
    assert.deepEqual((await section(rig)).counts, was);
  });

  it('counts a person and the organisations that they speak for', async () => {
    const was = (await section(rig)).counts;
    const email = 'secretary@guest.example';

    await send(rig, pledge({email}));
    for (const name of ['A parish', 'A  Parish', 'Its kindergarten'])
      await send(rig, pledge({email, kind: 'organisation', name, speaks: true}));

    const {people, organisations} = (await section(rig)).counts!;
    assert.equal(people, was!.people! + 1);
    assert.equal(organisations, was!.organisations! + 2);
  });

  it('is seen by the host before anything is shown twice', async () => {
    const first = await send(rig, pledge({display: 'full', email: 'seen@guest.example'}));
    const again = await send(rig, pledge({display: 'full', email: 'seen@guest.example'}));

    const page = await rig.page(`${rig.host}/pledges`);

    const item = (id: string) => page.body.split(`id="p-${id}"`)[1]?.split('</li>')[0] ?? '';
    assert.doesNotMatch(item(first.body.id!), /Same e-mail/);
    assert.match(item(again.body.id!), /Same e-mail address as an earlier one/);
  });
});

describe('what is kept', () => {
  it('holds no address, and after a pledge is taken back no name, word, place or hash either', async () => {
    const place = await home();
    const rig = await Rig.start(pledging(), {}, {...place, forget: () => undefined});
    const {body} = await send(
      rig,
      pledge({
        display: 'full',
        name: 'Vanishing Name',
        email: 'vanishing@guest.example',
        place: 'Vanishing Town',
        values: [{id: 'love', wording: 'Vanishing words'}],
      }),
    );
    await decide(rig, body.id!, 'approve');
    const kept = async () => {
      const database = await place.open();
      const rows = await database.query<{row: string}>(
        `select p::text as row from pledges p union all select l::text from letters l`,
      );
      await database.close();
      return rows.map(({row}) => row).join('\n');
    };
    await rig.close();
    const before = await kept();
    const again = await Rig.start(pledging(), {}, {...place, forget: () => undefined});
    await again.ask('DELETE', `pledges/${body.token}`);
    const wall = await section(again);
    await again.close();
    const afterwards = await kept();
    place.forget();

    assert.match(before, /Vanishing Name/);
    assert.doesNotMatch(before, /vanishing@/i);
    assert.doesNotMatch(afterwards, /vanishing/i);
    assert.deepEqual([wall.recent, wall.counts?.people], [[], 0]);
  });
});
