// sheet.gs, the endpoint in a spreadsheet, in a stand-in for Google Apps Script: what it reads, takes and declines.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';

import {newId} from '../../src/base/id.js';
import {DocumentSchema, type CtgDocument} from '../../src/protocol/document.js';
import {ReceiptSchema, type Receipt} from '../../src/protocol/receipt.js';
import {AppsScript} from './apps-script/host.js';

const FILE = new URL('../../demo/endpoints/sheet.gs', import.meta.url);
const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** A script that somebody has pasted, set up and filled in. */
async function sheet(change?: (source: string) => string): Promise<AppsScript> {
  const script = await new AppsScript(FILE, 'America/Los_Angeles', change).open();
  await script.run('setUp');
  return script;
}

/** Sends a form as a page does, redirect and all. */
async function post(script: AppsScript, fields: Record<string, string>): Promise<Receipt> {
  const body = new URLSearchParams({
    ctg: '1',
    id: newId(),
    name: 'Ana Ruiz',
    email: 'ana@example.org',
    adults: '1',
    children: '0',
    ...fields,
  });
  const response = await fetch(script.url, {method: 'POST', body});
  assert.equal(response.status, 200);
  assert.notEqual(new URL(response.url).origin, new URL(script.url).origin, 'answered by another host');
  const text = await response.text();
  assert.match(text, /^\{/, 'a page of an error');
  return JSON.parse(text) as Receipt;
}

async function read(script: AppsScript): Promise<CtgDocument> {
  return DocumentSchema.parse(await (await fetch(script.url)).json());
}

const signups = (script: AppsScript): Record<string, string>[] => {
  const [heads = [], ...rows] = script.book.shown('Sign-ups');
  return rows.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ''])));
};

describe('sheet.gs, in a stand-in for Google Apps Script', () => {
  let script: AppsScript;
  before(async () => {
    script = await sheet();
    const {book} = script;
    book.write('Settings', 2, 2, [['St Paul’s'], ['office@stpaul.example'], [''], [30], ['']]);
    const row = {Date: inDays(30), From: '18:00', To: '19:30', Place: 'Parish hall'};
    book.fill('Gatherings', {...row, Id: 'supper', Name: 'Supper', Places: '20', 'People at most': '6'});
    book.fill('Gatherings', {...row, Id: 'race', Name: 'Race', Places: '20'});
    book.fill('Gatherings', {...row, Id: 'line', Name: 'Line', Places: '2', 'Waiting list': 'yes'});
    book.fill('Gatherings', {...row, Id: 'off', Name: 'Off', State: 'Cancelled'});
    book.fill('Gatherings', {...row, Id: 'over', Name: 'Over', Date: '2020-01-02'});
    book.fill('Gatherings', {...row, Id: 'night', Name: 'Night', From: '10 pm', To: '1:30 am'});
    book.fill('Gatherings', {Name: 'Some day', Date: 'soon'});
  });
  after(() => script.close());

  it('says what stands in the sheet, with the times of its zone', async () => {
    const {gatherings = [], publisher, links} = await read(script);
    const [supper] = gatherings;

    assert.equal(publisher?.name, 'St Paul’s');
    assert.deepEqual(publisher?.privacy, {contact: 'office@stpaul.example', keepDays: 30});
    assert.deepEqual(links, [{rel: 'signups', href: script.url, encoding: 'form', idempotent: true}]);
    assert.match(supper?.start ?? '', new RegExp(`^${inDays(30)}T18:00:00-0[78]:00$`));
    assert.match(supper?.end ?? '', /T19:30:00-0[78]:00$/);
    assert.equal(supper?.timeZone, 'America/Los_Angeles');
    assert.deepEqual(
      [supper?.capacity, supper?.taken, supper?.partyMax, supper?.place],
      [20, 0, 6, {name: 'Parish hall'}],
    );
    assert.equal(gatherings.find(({id}) => id === 'off')?.status, 'cancelled');
    const night = gatherings.find(({id}) => id === 'night');
    assert.match(night?.start ?? '', new RegExp(`^${inDays(30)}T22:00:00`));
    assert.match(night?.end ?? '', new RegExp(`^${inDays(31)}T01:30:00`));
  });

  it('gives a gathering an id that it keeps', async () => {
    const once = (await read(script)).gatherings?.find(({name}) => name === 'Some day');
    const again = (await read(script)).gatherings?.find(({name}) => name === 'Some day');

    assert.ok(once?.id);
    assert.equal(again?.id, once?.id);
    assert.equal(once?.start, undefined, 'a date that is none is left out');
  });

  it('answers a signup with a receipt that names its id, and counts it', async () => {
    const id = newId();
    const receipt = ReceiptSchema.parse(
      await post(script, {id, gathering: 'supper', adults: '2', children: '1'}),
    );

    assert.deepEqual(receipt, {
      id,
      status: 'confirmed',
      counts: {taken: 3, waiting: 0},
      gathering: 'supper',
    });
    assert.equal((await read(script)).gatherings?.[0]?.taken, 3);
  });

  it('writes one row, however often and however much at once the same signup comes', async () => {
    const id = newId();
    const receipts = await Promise.all(
      Array.from({length: 6}, () => post(script, {id, gathering: 'supper'})),
    );

    assert.ok(receipts.every((receipt) => receipt.id === id && receipt.status === 'confirmed'));
    assert.equal(signups(script).filter(({Id}) => Id === id).length, 1);
  });

  it('gives exactly 20 places when 40 ask at once', async () => {
    const receipts = await Promise.all(
      Array.from({length: 40}, () => post(script, {gathering: 'race', email: 'x@example.org'})),
    );

    assert.equal(receipts.filter(({status}) => status === 'confirmed').length, 20);
    const declined = receipts.filter(({status}) => status === 'declined');
    assert.equal(declined.length, 20);
    assert.ok(declined.every(({message}) => message === 'This gathering is full.'));
    assert.equal(signups(script).filter((row) => row['Gathering'] === 'Race').length, 20);
    assert.equal(script.book.unlocked, 0, 'nothing is written without the lock');
  });

  it('keeps a waiting list for those who ask, and lets the secretary free a place by hand', async () => {
    await post(script, {gathering: 'line', adults: '2'});
    const waiting = await post(script, {gathering: 'line', waitlist: 'true'});
    assert.deepEqual([waiting.status, waiting.position], ['waitlisted', 1]);
    assert.equal((await post(script, {gathering: 'line'})).status, 'declined', 'nobody waits unasked');

    const at = signups(script).findIndex((row) => row['Gathering'] === 'Line');
    script.book.write('Sign-ups', at + 2, 3, [['cancelled']]);

    assert.equal((await post(script, {gathering: 'line', adults: '2'})).status, 'confirmed');
  });

  it('counts whom the secretary has let in, however the word is written', async () => {
    const script = await sheet();
    script.book.write('Settings', 6, 2, [['']]);
    script.book.fill('Gatherings', {Id: 'tea', Name: 'Tea', Date: inDays(9), From: '9:00', Places: '2'});
    for (const State of ['Confirmed', ' CONFIRMED '])
      script.book.fill('Sign-ups', {State, Adults: '1', 'Gathering id': 'tea', Id: newId()});
    const {status} = await post(script, {gathering: 'tea'});
    const [tea] = (await read(script)).gatherings ?? [];
    await script.close();

    assert.deepEqual([status, tea?.taken], ['declined', 2]);
  });

  it('runs nothing that a visitor typed, in the sheet or in a table that is downloaded from it', async () => {
    const evil = '=HYPERLINK("https://evil.example","Click")';
    await post(script, {
      gathering: 'supper',
      name: evil,
      phone: '+1 775 555 0134',
      note: '@SUM(A1)',
      names: '1/2',
    });
    const row = signups(script).at(-1);

    assert.deepEqual(script.book.formulas, []);
    assert.equal(row?.['Name'], `'${evil}`);
    assert.equal(row?.['Phone'], '+1 775 555 0134');
    assert.equal(row?.['Note'], "'@SUM(A1)");
    assert.equal(row?.['Names'], '1/2');
  });

  for (const [what, fields, message] of [
    ['a name that is missing', {name: ' '}, /Enter your name/],
    ['a name without end', {name: 'x'.repeat(201)}, /Enter your name/],
    ['an address that is none', {email: 'ana'}, /unfinished/],
    ['no way to be reached', {email: ''}, /e-mail address or a phone/],
    ['nobody', {adults: '0'}, /how many people/],
    ['a crowd', {adults: '7'}, /6 people at most/],
    ['a long note', {note: 'x'.repeat(2_001)}, /too long/],
    ['what is cancelled', {gathering: 'off'}, /cancelled/],
    ['what is over', {gathering: 'over'}, /over/],
    ['what is not there', {gathering: 'nowhere'}, /not there/],
  ] as const)
    it(`declines ${what}, in words, and writes nothing`, async () => {
      const before = signups(script).length;
      const receipt = ReceiptSchema.parse(await post(script, {gathering: 'supper', ...fields}));

      assert.equal(receipt.status, 'declined');
      assert.match(receipt.message ?? '', message);
      assert.equal(signups(script).length, before);
    });

  it('answers no receipt to what has no id', async () => {
    const {code} = (await post(script, {id: 'x', gathering: 'supper'})) as unknown as {code: string};

    assert.equal(code, 'invalid');
  });

  it('answers no preflight, as the real one does not', async () => {
    const response = await fetch(script.url, {method: 'OPTIONS'});

    assert.equal(response.status, 405);
    assert.equal(response.headers.get('Access-Control-Allow-Origin'), null);
  });
});

describe('sheet.gs with questions and a consent', () => {
  it('asks them, and takes only who has answered and agreed to these very words', async () => {
    const script = await sheet();
    script.book.fill('Gatherings', {Id: 'walk', Name: 'Walk', Date: inDays(9), From: '9:00'});
    script.book.fill('Questions', {
      Question: 'Food?',
      Kind: 'one of',
      Choices: 'Vegan, Everything',
      Needed: 'yes',
    });
    script.book.fill('Questions', {Question: 'Can help', Kind: 'some of', Choices: 'Cook, Clean'});
    const [walk] = (await read(script)).gatherings ?? [];
    assert.deepEqual(
      walk?.questions?.map(({id, type, required}) => [id, type, required]),
      [
        ['food', 'select', true],
        ['can-help', 'checkbox', undefined],
      ],
    );
    const [consent] = walk?.consents ?? [];
    const agreed = JSON.stringify([{id: consent?.id, version: consent?.version, at: '2026-11-20T10:00:00Z'}]);

    const without = await post(script, {gathering: 'walk', 'answers[food]': 'Vegan'});
    const wrong = await post(script, {gathering: 'walk', 'answers[food]': 'Meat', consents: agreed});
    const good = await post(script, {gathering: 'walk', 'answers[food]': 'Vegan', consents: agreed});
    await script.close();

    assert.match(without.message ?? '', /Tick the box/);
    assert.match(wrong.message ?? '', /Answer this question: Food\?/);
    assert.equal(good.status, 'confirmed');
    assert.equal(signups(script)[0]?.['Answers'], 'Food?: Vegan');
  });
});

describe('what the stand-in would notice', () => {
  it('too many are let in when what was written is not flushed before the lock is given back', async () => {
    const script = await sheet((source) =>
      source.replace('    SpreadsheetApp.flush();\n    lock', '    lock'),
    );
    script.book.write('Settings', 6, 2, [['']]);
    let most = 0;
    // A race, which a busy machine may win once; not every time.
    for (let i = 0; i < 10 && most <= 2; i++) {
      const gathering = `race-${i}`;
      script.book.fill('Gatherings', {
        Id: gathering,
        Name: 'Race',
        Date: inDays(9),
        From: '9:00',
        Places: '2',
      });
      const receipts = await Promise.all(Array.from({length: 12}, () => post(script, {gathering})));
      most = receipts.filter(({status}) => status === 'confirmed').length;
    }
    await script.close();

    assert.ok(most > 2);
  });

  it('deletes who came long ago, and nobody else', async () => {
    const script = await sheet();
    script.book.fill('Gatherings', {Id: 'old', Name: 'Old', Date: inDays(-40), From: '9:00'});
    script.book.fill('Gatherings', {Id: 'new', Name: 'New', Date: inDays(-20), From: '9:00'});
    script.book.fill('Gatherings', {
      Id: 'late',
      Name: 'Late',
      Date: inDays(-40),
      State: 'postponed',
      From: '9:00',
    });
    script.book.fill('Gatherings', {Id: 'soon', Name: 'Soon', Date: 'soon'});
    for (const gathering of ['old', 'new', 'late', 'soon', 'gone'])
      script.book.fill('Sign-ups', {
        When: {date: Date.now() - 60 * DAY},
        Name: 'Ana',
        State: 'confirmed',
        'Gathering id': gathering,
        Id: newId(),
      });
    await script.run('forgetOldSignups');
    await script.close();

    assert.deepEqual(
      signups(script).map((row) => row['Gathering id']),
      ['new', 'late', 'soon'],
    );
  });
});
