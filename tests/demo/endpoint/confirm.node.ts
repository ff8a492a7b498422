import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {ParsedMail} from 'mailparser';
import type {Problem} from '../../../src/protocol/problem.js';
import type {Managed, Receipt} from '../../../src/protocol/receipt.js';
import {ManagedSchema, ReceiptSchema} from '../../../src/protocol/receipt.js';
import type {Signup} from '../../../src/protocol/signup.js';
import {PostOffice} from './post-office.js';
import {planned, Rig, type Said, signup, siteOf} from './rig.js';

const HOUR = 3_600_000;
const ASKS = {confirm: true} as const;

const site = {
  ...siteOf(
    ...['scanned', 'pressed', 'put', 'again', 'others', 'address', 'none'].map((id) => planned(id, ASKS)),
    planned('kept', {...ASKS, capacity: 2}),
    planned('grown', {...ASKS, capacity: 2}),
    planned('late', {...ASKS, capacity: 1}),
    planned('line', {...ASKS, capacity: 1}, {waitlist: true}),
    planned('home', ASKS, {place: {name: 'A home', revealed: 'confirmed'}}),
  ),
  mail: 'office@parish.example',
};

let office: PostOffice;
let rig: Rig;
let ahead = 0;
before(async () => {
  office = await PostOffice.open();
  rig = await Rig.start(site, {smtpUrl: office.url, now: () => Date.now() + ahead});
});
after(async () => {
  await rig.close();
  await office.close();
});

let guests = 0;
/** Somebody signs up, and their letter comes. */
async function someone(gathering: string, more: Partial<Signup> = {}) {
  guests += 1;
  const message = signup(gathering, {email: `ana${guests}@guest.example`, ...more});
  const {status, body} = await rig.signUp(message);
  const [letter] = status === 201 ? await office.to(message.email!) : [];
  return {message, body, status, link: letter ? linkIn(letter) : ''};
}

function linkIn({text = ''}: ParsedMail): string {
  return /^https?:\S+$/m.exec(text)?.[0] ?? '';
}

/** How a sign-up stands for whoever made it. */
async function stateOf({manage}: Said): Promise<Receipt> {
  const {body} = await rig.ask<Managed>('GET', manage!);
  assert.deepEqual(ManagedSchema.parse(body), body);
  return body.receipt;
}

describe('a gathering that asks by e-mail whether it is you', () => {
  it('keeps the places, says what to do, and sends a letter with a question', async () => {
    const {body, message, link} = await someone('pressed', {adults: 2});

    assert.deepEqual(ReceiptSchema.parse(body), body);
    assert.deepEqual([body.status, body.waitsFor, body.counts?.taken], ['pending', 'email', 2]);
    const own = await rig.page(body.manage!);
    assert.match(own.body, /One more step: look in your e-mail\./);
    assert.match(own.body, new RegExp(`We sent a message to <bdi>${message.email}`));
    assert.match(own.body, /Send it again/);
    assert.doesNotMatch(own.body, /I’m coming<\/button>/);
    assert.notEqual(link, body.manage);
    const question = await rig.page(link);
    assert.match(question.body, /Is it you, and are you coming\?/);
    assert.match(question.body, /Yes, I’m coming<\/button>/);
    assert.equal(office.letters.filter(({recipients}) => recipients[0] === site.mail).length, 0);
  });

  it('is not confirmed by a mail scanner, however often it opens the link', async () => {
    const {body, link} = await someone('scanned');

    for (let index = 0; index < 20; index += 1) {
      assert.equal((await rig.page(link)).status, 200);
      await rig.ask('GET', link);
      assert.equal((await fetch(link, {method: 'HEAD'})).status, 200);
    }

    assert.deepEqual([(await stateOf(body)).status, (await stateOf(body)).waitsFor], ['pending', 'email']);
  });

  it('is confirmed by a press, once, and the host hears of it then', async () => {
    const {body, link} = await someone('pressed');
    const taken = (await rig.gathering('pressed')).taken;

    const first = await rig.form(link, {do: 'confirm'});
    const second = await rig.form(link, {do: 'confirm'});

    assert.match(first.body, /You’re in, /);
    assert.match(second.body, /You’re in, /);
    assert.equal((await stateOf(body)).status, 'confirmed');
    assert.equal((await rig.gathering('pressed')).taken, taken);
    assert.equal(
      (await office.to(site.mail)).filter(({text}) => text!.includes('Gathering pressed')).length,
      1,
    );
  });

  it('is confirmed by the widget that sends the same sign-up once more, with the link’s token', async () => {
    const {body, link} = await someone('put');
    const opened = await rig.ask<Managed>('GET', link);
    assert.equal(opened.body.receipt.manage, link);

    const unproven = await rig.ask<Receipt>('PUT', body.manage!, opened.body.signup);
    const proven = await rig.ask<Receipt>('PUT', link, opened.body.signup);
    const again = await rig.ask<Receipt>('PUT', link, opened.body.signup);

    assert.deepEqual([unproven.body.status, unproven.body.waitsFor], ['pending', 'email']);
    assert.deepEqual([proven.body.status, proven.body.waitsFor], ['confirmed', undefined]);
    assert.equal(again.body.status, 'confirmed');
  });

  it('is not confirmed by whoever signed a stranger up and never saw the letter', async () => {
    const {body, link} = await someone('pressed');

    const {status, body: page} = await rig.form(body.manage!, {do: 'confirm'});

    assert.equal(status, 409);
    assert.match(page, /Only the link in the letter/);
    const managed = JSON.stringify((await rig.ask('GET', body.manage!)).body);
    assert.ok(!managed.includes(link.split('/').at(-1)!), 'the link’s token is in the letter only');
    assert.ok(!(await rig.page(body.manage!)).body.includes(link.split('/').at(-1)!));
  });

  it('is not confirmed by the link of another sign-up', async () => {
    const [mine, other] = [await someone('others'), await someone('others')];

    const put = await rig.ask<Problem>('PUT', mine.link, other.message);
    await rig.form(mine.link, {do: 'confirm'});

    assert.deepEqual([put.status, put.body.errors?.[0]?.pointer], [422, '/id']);
    assert.equal((await stateOf(other.body)).status, 'pending');
    assert.equal((await rig.page(`${rig.origin}/parish/signups/${'a'.repeat(32)}`)).status, 404);
  });

  it('puts people on the waiting list, or before the host, only then', async () => {
    const first = await someone('line');
    const waits = await someone('line', {waitlist: true});
    assert.equal((await rig.gathering('line')).waiting, 0);
    const asks = await someone('home');

    await rig.form(waits.link, {do: 'confirm'});
    await rig.form(asks.link, {do: 'confirm'});

    assert.deepEqual((await stateOf(waits.body)).position, 1);
    assert.equal((await stateOf(asks.body)).waitsFor, 'host');
    assert.equal((await stateOf(first.body)).waitsFor, 'email');
  });

  it('wants an e-mail address, and says so in its document', async () => {
    const {email: _, ...rest} = signup('none', {phone: '775 555 0100'});

    const refused = await rig.signUp(rest as Signup);

    assert.deepEqual([refused.status, refused.body.errors?.[0]?.pointer], [422, '/email']);
    const gathering = await rig.gathering('none');
    assert.equal(gathering.contact, 'email');
    assert.ok(!('confirm' in gathering));
  });
});

describe('places that are kept for an answer', () => {
  it('are nobody else’s for a day, and then free, before anyone is told that it is full', async () => {
    const slow = await someone('kept', {adults: 2});
    assert.equal((await rig.signUp(signup('kept'))).body.code, 'full');

    ahead += 25 * HOUR;
    const {body} = await rig.signUp(signup('kept', {email: 'quick@guest.example', adults: 2}));

    assert.equal(body.waitsFor, 'email');
    const receipt = await stateOf(slow.body);
    assert.equal(receipt.status, 'cancelled');
    assert.match(receipt.message!, /not used in time/);
  });

  it('are not had by a link that comes too late', async () => {
    const {link, body} = await someone('late');
    ahead += 25 * HOUR;

    const pressed = await rig.form(link, {do: 'confirm'});
    const put = await rig.ask<Problem>('PUT', link, (await rig.ask<Managed>('GET', link)).body.signup);

    assert.equal(pressed.status, 409);
    assert.match(pressed.body, /not used in time/);
    assert.deepEqual([put.status, put.body.code], [409, 'closed']);
    assert.equal((await stateOf(body)).status, 'cancelled');
    assert.equal((await rig.gathering('late')).taken, 0);
    assert.match((await rig.page(link)).body, /not used in time[^]+Sign up again/);
  });

  it('do not grow past the places that there are', async () => {
    const {body, message} = await someone('grown');

    const refused = await rig.ask<Problem>('PUT', body.manage!, {...message, adults: 3});

    assert.deepEqual([refused.status, refused.body.code], [409, 'partial']);
  });
});

describe('sending the letter again', () => {
  const resend = (manage: string) =>
    fetch(manage, {
      method: 'POST',
      headers: {Accept: 'application/json'},
      body: new URLSearchParams({do: 'resend'}),
    });

  it('brings the same link, some minutes later, and a receipt to the widget', async () => {
    const {body, message, link} = await someone('again');
    const early = await resend(body.manage!);
    ahead += 2 * 60_000;

    const done = await resend(body.manage!);

    assert.equal(early.status, 429);
    assert.equal(early.headers.get('retry-after'), '60');
    assert.equal(done.status, 200);
    assert.equal(ReceiptSchema.parse(await done.json()).waitsFor, 'email');
    const letters = await office.to(message.email!, 2);
    assert.equal(linkIn(letters[1]!), link);
    assert.notEqual(letters[0]!.messageId, letters[1]!.messageId);
  });

  it('ends after three letters an hour, so that nobody is flooded', async () => {
    const {body} = await someone('again');
    const answers = [];
    for (let index = 0; index < 4; index += 1) {
      ahead += 2 * 60_000;
      answers.push((await resend(body.manage!)).status);
    }

    assert.deepEqual(answers, [200, 200, 429, 429]);
  });

  it('works without script, and has nothing to send once it is confirmed', async () => {
    const {body, link} = await someone('again');
    ahead += 2 * 60_000;

    const page = await rig.form(body.manage!, {do: 'resend'});
    await rig.form(link, {do: 'confirm'});
    const after = await resend(body.manage!);

    assert.match(page.body, /It is on its way again\./);
    assert.equal(after.status, 409);
  });

  it('goes to a corrected address, and makes the link to the wrong one worthless', async () => {
    const {body, message, link} = await someone('address');
    const right = {...message, email: 'right@guest.example'};

    const changed = await rig.ask<Receipt>('PUT', body.manage!, right);

    assert.equal(changed.body.waitsFor, 'email');
    const [letter] = await office.to('right@guest.example');
    assert.equal((await rig.page(link)).status, 404);
    const confirmed = await rig.ask<Receipt>('PUT', linkIn(letter!), right);
    assert.equal(confirmed.body.status, 'confirmed');
    const other = await rig.ask<Problem>('PUT', body.manage!, message);
    assert.deepEqual([other.status, other.body.errors?.[0]?.pointer], [422, '/email']);
  });
});
