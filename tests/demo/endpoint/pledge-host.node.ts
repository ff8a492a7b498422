// The host's side of pledges, and the pages that need no script.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Pledge} from '../../../src/protocol/pledge.js';
import {purge} from '../../../demo/endpoint/retention.js';
import {lettersTo, Sheet} from './desk.js';
import {decide, pledge, pledging, section, send, shown, tokenOf} from './pledge-rig.js';
import {PostOffice} from './post-office.js';
import {type Home, home, Rig, type Said} from './rig.js';

describe('a host', () => {
  let rig: Rig;
  before(async () => {
    rig = await Rig.start(pledging());
  });
  after(() => rig.close());

  it('reads what waits, shows it, takes it off the wall again, and the counts stay', async () => {
    const {body} = await send(rig, pledge({display: 'full', name: 'Ana Ruiz', values: [{id: 'love'}]}));
    const counts = (await section(rig)).counts;
    const list = await Sheet.open(rig);
    const page = await Sheet.open(rig, '/pledges');

    const yes = await page.press('show');
    const recent = (await section(rig)).recent;
    const off = await yes.press('hide');

    assert.match(list.text, /Pledges 1 waits to be read/);
    assert.match(page.text, /You decide: 1 .*Ana Ruiz.*Love/);
    assert.match(yes.text, /Everyone can see it now.*Nothing waits to be read.*On the wall: 1 pledge/);
    assert.deepEqual(
      recent?.map(({name}) => name),
      ['Ana Ruiz'],
    );
    assert.match(off.text, /counted and not shown.*On the wall: 0 pledges/);
    assert.deepEqual((await section(rig)).counts, counts);
    assert.equal((await rig.ask<{receipt: Said}>('GET', body.manage!)).body.receipt.status, 'confirmed');
  });

  it('may refuse one: it is not counted, its owner is told, and can still delete it', async () => {
    const was = await section(rig);
    const {body} = await send(rig, pledge({display: 'full', name: 'Buy this'}));

    const page = await (await Sheet.open(rig, '/pledges')).press('decline');

    assert.match(page.text, /neither shown nor counted/);
    assert.deepEqual((await section(rig)).counts, was.counts);
    const own = await rig.ask<{receipt: Said; pledge: Pledge}>('GET', body.manage!);
    assert.equal(own.body.receipt.status, 'declined');
    assert.equal((await rig.ask('PUT', body.manage!, own.body.pledge)).status, 409);
    assert.equal((await rig.ask<Said>('DELETE', body.manage!)).body.status, 'cancelled');
  });

  it('never shows what they have not read: words that were changed since are read again', async () => {
    const {body} = await send(rig, pledge({display: 'full', name: 'Kind Words'}));
    const open = await Sheet.open(rig, '/pledges');
    await rig.ask('PUT', body.manage!, {
      ...pledge({display: 'full', name: 'Kind Words', values: [{id: 'love', wording: 'Unkind words'}]}),
      id: body.id!,
    });

    const page = await open.press('show');

    assert.match(page.text, /changed in the meantime.*Unkind words/);
    assert.equal(
      (await section(rig)).recent?.some(({name}) => name === 'Kind Words'),
      false,
    );
    await rig.ask('DELETE', body.manage!);
  });

  it('reads words again that are changed after they were shown, and not other values', async () => {
    const {manage, id} = await shown(rig, {name: 'Changes Mind', values: [{id: 'love', wording: 'First'}]});
    const put = async (values: Pledge['values']) => {
      const next = {...pledge({display: 'full', name: 'Changes Mind', values}), id: id!};
      return (await rig.ask<Said>('PUT', manage!, next)).body.status;
    };
    const words = {id: 'love', wording: 'First'};

    const more = await put([words, {id: 'courage'}]);
    const other = await put([{id: 'love', wording: 'Second'}]);

    assert.deepEqual([more, other], ['confirmed', 'pending']);
    assert.equal(
      (await section(rig)).recent?.some(({name}) => name === 'Changes Mind'),
      false,
    );
    await rig.ask('DELETE', manage!);
  });

  it('is not shown unread where a program names no edition', async () => {
    const {body} = await send(rig, pledge({display: 'full', name: 'Nice'}));
    const opened = await rig.ask<{pledge: Pledge}>('GET', body.manage!);
    await rig.ask('PUT', body.manage!, {...opened.body.pledge, name: 'Not nice'});

    const shown = await decide(rig, body.id!, 'approve');

    assert.equal(shown.status, 409);
    assert.doesNotMatch(JSON.stringify((await section(rig)).recent), /Not nice/);
  });

  it('has a list for programs, without anybody’s token', async () => {
    const {body} = await send(rig, pledge({display: 'full', name: 'For programs'}));

    const list = await rig.ask<{pledges: {id: string; edition: string; pledge: Pledge}[]}>(
      'GET',
      `pending?token=${tokenOf(rig)}`,
    );
    const own = list.body.pledges.find(({id}) => id === body.id);
    const old = await decide(rig, body.id!, 'approve', '&edition=1');
    const twice = [
      await decide(rig, body.id!, 'approve', `&edition=${own?.edition}`),
      await decide(rig, body.id!, 'approve'),
    ];
    const stranger = await rig.ask('POST', `pending/${body.id}/approve?token=x`);

    assert.equal(own?.pledge.name, 'For programs');
    assert.doesNotMatch(JSON.stringify(list.body), new RegExp(body.token!));
    assert.equal(old.status, 409);
    assert.deepEqual(
      twice.map(({status, body: {state}}) => [status, state]),
      Array(2).fill([200, 'shown']),
    );
    assert.equal(stranger.status, 404);
    await rig.ask('DELETE', body.manage!);
  });
});

describe('without a script', () => {
  let rig: Rig;
  before(async () => {
    rig = await Rig.start(
      pledging({consents: [{id: 'pledge', text: 'Count me', version: '1', required: true}]}),
    );
  });
  after(() => rig.close());

  it('one can pledge, read what became of it, change it and take it back', async () => {
    const form = await rig.page('pledge');
    const sent = await rig.form('pledges', {
      id: crypto.randomUUID(),
      kind: 'person',
      name: 'Ana <b>Ruiz',
      email: 'ana@guest.example',
      display: 'initial',
      values: 'love',
      'wording[love]': 'My own words',
      'consent[pledge]': '1',
    });
    const changed = await rig.form(sent.url, {
      do: 'change',
      kind: 'person',
      name: 'Ana Ruiz',
      display: 'anonymous',
      values: 'courage',
      'consent[pledge]': '1',
    });
    const counts = (await section(rig)).counts;
    const gone = await rig.form(sent.url, {do: 'withdraw'});

    assert.match(form.body, /Live by values[\s\S]*Be the first/);
    assert.equal(sent.status, 200);
    assert.match(sent.url, /\/pledges\/[\w-]{32}$/);
    assert.match(sent.body, /Thank you, <bdi>Ana &lt;b&gt;Ruiz<\/bdi>[\s\S]*You chose Love[\s\S]*has read/);
    assert.match(sent.body, /<textarea[^>]*name="wording\[love\]"[^>]*>\s*My own words<\/textarea>/);
    assert.match(changed.body, /Saved[\s\S]*You chose Courage/);
    assert.equal(counts?.byValue?.['courage'], 1);
    assert.match(gone.body, /taken back/);
    assert.equal((await section(rig)).counts?.people, 0);
  });

  it('what is missing is said beside its field, and what was typed is still there', async () => {
    const again = await rig.form('pledges', {
      name: 'Kept Name',
      email: 'half@',
      'wording[love]': 'Kept words',
    });

    assert.equal(again.status, 422);
    assert.match(again.body, /Please check 3 things/);
    assert.match(again.body, /Choose at least one value/);
    assert.match(again.body, /value="Kept Name"/);
    assert.match(again.body, /Kept words/);
    for (const [, id] of again.body.matchAll(/href="#([^"]+)"/g))
      assert.match(again.body, new RegExp(`id="${id}"`), `the link to ${id} leads somewhere`);
  });
});

describe('letters and time', () => {
  it('tell the host once an hour that something waits, without a name', async () => {
    const office = await PostOffice.open();
    const site = {...pledging(), mail: 'host@parish.example'};
    const rig = await Rig.start(site, {smtpUrl: office.url, mailFrom: 'parish@parish.example'});

    for (const name of ['First Name', 'Second Name']) await send(rig, pledge({display: 'full', name}));
    await send(rig, pledge({name: 'Only Counted'}));
    const [letter, ...more] = await lettersTo(office, 'host@parish.example', /Pledges wait/, 1);
    await rig.close();
    await office.close();

    assert.deepEqual(more, []);
    assert.match(letter?.text ?? '', /\/host\/[\w-]{32}\/pledges/);
    assert.doesNotMatch(letter?.text ?? '', /First Name/);
  });

  it('delete what was declined or taken back when its days are over, and keep what stands', async () => {
    const place: Home = await home();
    const rig = await Rig.start(pledging(), {}, {...place, forget: () => undefined});
    const [stands, declined, gone] = await Promise.all([
      send(rig, pledge()),
      send(rig, pledge({display: 'full'})),
      send(rig, pledge()),
    ]);
    await decide(rig, declined.body.id!, 'decline');
    await rig.ask('DELETE', gone.body.manage!);
    await rig.close();

    const database = await place.open();
    const left = async (days: number) => {
      await purge(database, Date.now() + days * 24 * 3_600_000);
      return (await database.query<{id: string}>('select id from pledges')).map(({id}) => id);
    };
    const [early, late] = [await left(9), await left(11)];
    await database.close();
    place.forget();

    assert.equal(early.length, 3);
    assert.deepEqual(late, [stands.body.id]);
  });
});
