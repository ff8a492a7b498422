import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Receipt} from '../../../src/protocol/receipt.js';
import {lettersTo, Sheet} from './desk.js';
import {PostOffice} from './post-office.js';
import {planned, Rig, signup, siteOf} from './rig.js';

const HOUR = 3_600_000;
const HOST = 'office@parish.example';

const site = {
  ...siteOf(
    planned('off'),
    planned('nervous', {capacity: 50}),
    planned('line', {capacity: 1, confirm: true}, {waitlist: true}),
    planned('marker'),
    planned('spam', {confirm: true}),
  ),
  mail: HOST,
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

describe('a host’s page that was left open', () => {
  it('does not bring a cancelled gathering back when sign-up is closed on it', async () => {
    await rig.signUp(signup('off', {email: 'off@guest.example'}));
    const [one, two] = [await Sheet.open(rig, '/g/off'), await Sheet.open(rig, '/g/off')];

    await one.press('cancel');
    await two.press('close');

    assert.equal((await rig.gathering('off')).status, 'cancelled');
    await rig.signUp(signup('marker', {email: 'off@guest.example'}));
    await lettersTo(office, 'off@guest.example', /Gathering marker/);
    const letters = await office.to('off@guest.example');
    assert.ok(letters.every(({subject}) => !subject!.includes('takes place after all')));
  });
});

describe('a guest who changes their mind all the time', () => {
  it('floods no host’s mailbox, and the host is told when letters stop', async () => {
    const message = signup('nervous', {email: 'nervous@guest.example'});
    const {body} = await rig.signUp({...message, adults: 2});
    for (let index = 0; index < 50; index += 1) {
      await rig.ask('PUT', body.manage!, {...message, adults: 1});
      await rig.ask('PUT', body.manage!, {...message, adults: 2});
    }
    // Letters leave in the order of writing: once this one is there, so are all before it.
    await rig.signUp(signup('marker', {email: 'last@guest.example'}));
    await office.to('last@guest.example');

    const letters = await lettersTo(office, HOST, /^Given up/);

    assert.equal(letters.length, 40);
    assert.match(letters.at(-1)!.text!, /More may happen this hour\./);
    assert.doesNotMatch(letters.at(-2)!.text!, /More may happen this hour\./);
  });
});

describe('somebody who corrects their e-mail address', () => {
  const put = (manage: string, message: object, email: string) =>
    rig.ask<{waitsFor?: string; errors?: {pointer: string}[]}>('PUT', manage, {...message, email});

  it('may mistype it twice; after that no more strangers are written to', async () => {
    const message = signup('spam', {email: 'first@stranger.example'});
    const {body} = await rig.signUp(message);
    const answers = [];
    for (const name of ['second', 'third', 'fourth', 'fifth'])
      answers.push(await put(body.manage!, message, `${name}@stranger.example`));

    assert.deepEqual(
      answers.map((answer) => answer.status),
      [200, 200, 422, 422],
    );
    assert.equal(answers[2]!.body.errors?.[0]?.pointer, '/email');
    await rig.signUp(signup('marker', {email: 'later@guest.example'}));
    await office.to('later@guest.example');
    const strangers = office.letters
      .flatMap(({recipients}) => recipients)
      .filter((to) => /stranger/.test(to));
    assert.deepEqual(
      strangers,
      ['first', 'second', 'third'].map((name) => `${name}@stranger.example`),
    );
  });

  it('can not have two of them written to all day, to and fro', async () => {
    const message = signup('spam', {email: 'to@guest.example'});
    const {body} = await rig.signUp(message);
    for (let index = 0; index < 30; index += 1) {
      ahead += HOUR / 2;
      await put(body.manage!, message, index % 2 ? 'to@guest.example' : 'fro@guest.example');
    }
    await rig.signUp(signup('marker', {email: 'after@guest.example'}));
    await office.to('after@guest.example');

    const [to, fro] = [await office.to('to@guest.example'), await office.to('fro@guest.example')];
    assert.equal(to.length + fro.length, 10);
  });

  it('may still change other things when no more letters go out', async () => {
    const message = signup('spam', {email: 'one@guest.example'});
    const {body} = await rig.signUp(message);
    for (const name of ['two', 'three', 'four']) await put(body.manage!, message, `${name}@guest.example`);

    const same = await put(body.manage!, {...message, adults: 3}, 'three@guest.example');

    assert.deepEqual([same.status, same.body.waitsFor], [200, 'email']);
  });
});

describe('a letter that is answered too late', () => {
  it('is too late for the waiting list as well', async () => {
    const linkTo = async (address: string) => /^https?:\S+$/m.exec((await office.to(address))[0]!.text!)![0];
    // With this one confirmed no places are kept, so nothing is let go before the late one is looked at.
    await rig.signUp(signup('line', {email: 'first@guest.example'}));
    await rig.form(await linkTo('first@guest.example'), {do: 'confirm'});
    const {body} = await rig.signUp(signup('line', {email: 'late@guest.example', waitlist: true}));
    const late = await linkTo('late@guest.example');
    ahead += 25 * HOUR;

    const answer = await rig.form(late, {do: 'confirm'});

    assert.match(answer.body, /not used in time/);
    const {body: now} = await rig.ask<{receipt: Receipt}>('GET', body.manage!);
    assert.notEqual(now.receipt.status, 'waitlisted');
  });
});
