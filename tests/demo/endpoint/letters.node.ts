import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import type {ParsedMail} from 'mailparser';
import type {Receipt} from '../../../src/protocol/receipt.js';
import {PostOffice} from './post-office.js';
import {planned, Rig, signup, siteOf} from './rig.js';

const HOST = 'office@parish.example';
const WAITLIST = {waitlist: true};

const site = {
  ...siteOf(
    planned('in'),
    planned('line', {capacity: 1}, WAITLIST),
    planned('home', {}, {place: {name: 'A home', address: '48 Juniper Court', revealed: 'confirmed'}}),
    planned('page'),
    planned('names'),
    planned('flood', {capacity: 100}),
    planned('off'),
    planned('small', {capacity: 4}, {minimum: 2, ...WAITLIST}),
  ),
  mail: HOST,
  pages: ['https://parish.example', 'https://parish.example/plain/?page_id=7'],
};

let office: PostOffice;
let rig: Rig;
before(async () => {
  office = await PostOffice.open();
  rig = await Rig.start(site, {smtpUrl: office.url});
});
after(async () => {
  await rig.close();
  await office.close();
});
beforeEach(() => {
  office.letters.length = 0;
});

let guests = 0;
/** An address that got no letter yet. */
function newGuest(): string {
  guests += 1;
  return `guest${guests}@guest.example`;
}

async function press(path: string, action: string): Promise<string> {
  const page = await rig.page(rig.host);
  const key = /name="key" value="([^"]+)"/.exec(
    page.body.includes('name="key"') ? page.body : (await rig.page(`${rig.host}/g/off`)).body,
  )![1]!;
  return (await rig.form(`${rig.host}/${path}`, {do: action, key})).body;
}

function linkIn({text = ''}: ParsedMail): string {
  return /^https?:\S+$/m.exec(text)?.[0] ?? '';
}

describe('whoever signs up', () => {
  it('gets one letter with what they need and a link that opens their sign-up', async () => {
    const email = newGuest();
    const message = signup('in', {email, adults: 2, children: 1});
    await rig.signUp(message);
    await rig.signUp(message);

    const [letter] = await office.to(email);

    assert.match(letter!.subject!, /^You’re in: Gathering in, Thursday \d+ \w+$/);
    assert.match(letter!.text!, /^Hello Ana Ruiz,\n\nYou’re in\. 3 places are yours\.\n/);
    assert.match(letter!.text!, /6:00 to 7:30\spm, Pacific Time/);
    const page = await rig.page(linkIn(letter!));
    assert.match(page.body, /3 places are yours/);
    await office.to(HOST);
    assert.equal(office.letters.length, 2, 'one for the guest, one for the host');
  });

  it('hears their number where they wait, and of the place that the host gives them', async () => {
    const [first, second] = [newGuest(), newGuest()];
    const {body: taken} = await rig.signUp(signup('line', {email: first}));
    const {body: waiting} = await rig.signUp(signup('line', {email: second, waitlist: true}));
    assert.match((await office.to(second))[0]!.text!, /You are number 1 on the waiting list\./);

    await rig.ask('DELETE', taken.manage!);
    await press(`signups/${waiting.id}`, 'accept');

    const letter = (await office.to(second, 2))[1]!;
    assert.match(letter.subject!, /^You have a place now: /);
    assert.match(letter.text!, /1 place has come free, and it is yours\./);
    assert.match((await rig.page(linkIn(letter))).body, /1 place is yours/);
  });

  it('learns the address of a home only once the host has said yes', async () => {
    const [yes, no] = [newGuest(), newGuest()];
    const asked = await rig.signUp(signup('home', {email: yes}));
    const other = await rig.signUp(signup('home', {email: no}));
    const [first] = await office.to(yes);
    assert.match(first!.text!, /Now the host decides\./);
    assert.doesNotMatch(first!.text!, /Juniper/);

    await press(`signups/${asked.body.id}`, 'accept');
    await press(`signups/${other.body.id}`, 'decline');

    assert.match((await office.to(yes, 2))[1]!.text!, /The host said yes\.[^]+48 Juniper Court/);
    const declined = (await office.to(no, 2))[1]!;
    assert.match(declined.text!, /could not give you a place this time/);
    assert.doesNotMatch(declined.text!, /Juniper|http/);
  });

  it('hears that a gathering is cancelled, once, however often they signed up with one address', async () => {
    const [one, twice] = [newGuest(), newGuest()];
    await rig.signUp(signup('off', {email: one}));
    for (let index = 0; index < 2; index += 1) await rig.signUp(signup('off', {email: twice}));
    await office.to(twice, 2);
    office.letters.length = 0;

    await press('g/off', 'cancel');
    await press('g/off', 'cancel');
    await press('g/off', 'reopen');

    assert.match((await office.to(one, 2))[0]!.text!, /This gathering is cancelled\./);
    const letters = await office.to(twice, 2);
    assert.deepEqual(
      letters.map(({subject}) => subject!.split(':')[0]),
      ['Cancelled', 'It takes place after all'],
    );
  });
});

describe('the link in a letter', () => {
  const leadsTo = async (page: string): Promise<{link: string; receipt: Partial<Receipt>}> => {
    const email = newGuest();
    const {body} = await rig.signUp(signup('page', {email, page}));
    return {link: linkIn((await office.to(email))[0]!), receipt: body as Partial<Receipt>};
  };

  it('leads to the widget on a page of the site’s own', async () => {
    const {link, receipt} = await leadsTo('https://parish.example/gatherings');

    assert.equal(link, `https://parish.example/gatherings#ctg-signup-1=${receipt.token}`);
  });

  it('keeps the query of a page that the site has named with it, and of no other', async () => {
    const {link, receipt} = await leadsTo('https://parish.example/plain/');

    assert.equal(link, `https://parish.example/plain/?page_id=7#ctg-signup-1=${receipt.token}`);
  });

  for (const page of [
    'https://parish.example.evil.example/',
    'https://evil.example/parish.example',
    'http://parish.example/',
    'https://parish.example:444/',
  ]) {
    it(`leads to the endpoint’s own page, and not to ${page}`, async () => {
      const {link, receipt} = await leadsTo(page);

      assert.equal(link, receipt.manage);
    });
  }

  it('does not believe the name under which the endpoint was asked', async () => {
    const email = newGuest();
    const {port} = new URL(rig.origin);
    const response = await new Promise<number>((resolve) => {
      void import('node:http').then(({request}) => {
        const sent = request({
          port,
          host: 'localhost',
          method: 'POST',
          path: '/parish/gatherings/page/signups',
          headers: {Host: 'evil.example', 'Content-Type': 'application/json'},
        });
        sent.on('response', ({statusCode}) => resolve(statusCode ?? 0));
        sent.end(JSON.stringify(signup('page', {email})));
      });
    });
    assert.equal(response, 201);

    assert.ok(linkIn((await office.to(email))[0]!).startsWith(`${rig.origin}/parish/signups/`));
  });
});

describe('what visitors type', () => {
  it('breaks no line of a letter and names no one else as its reader', async () => {
    const email = newGuest();
    await rig.signUp(signup('names', {email, name: 'Ana\r\nBcc: all@evil.example\r\n\r\nBuy this'}));

    await office.to(email);
    await office.to(HOST);

    assert.equal(office.letters.length, 2);
    for (const {recipients, raw} of office.letters) {
      assert.equal(recipients.length, 1);
      assert.doesNotMatch(raw, /^bcc:/im);
    }
  });

  it('is not greeted where it is an advertisement', async () => {
    const email = newGuest();
    await rig.signUp(signup('names', {email, name: 'Win a prize at https://evil.example/now'}));

    const [letter] = await office.to(email);

    assert.match(letter!.text!, /^Hello,\n/);
    assert.doesNotMatch(letter!.text!, /evil/);
  });
});

describe('the host', () => {
  it('hears of new sign-ups, enough, full and given up, with as much as a letter needs', async () => {
    const send = (adults: number, waitlist = false) =>
      rig.signUp(signup('small', {email: newGuest(), phone: '775 555 0100', adults, waitlist}));
    await send(1);
    await send(1);
    const {body: third} = await send(2);
    await send(2, true);
    await rig.ask('DELETE', third.manage!);

    const letters = await office.to(HOST, 5);

    assert.deepEqual(
      letters.map(({subject}) => subject!.split(':')[0]),
      ['New sign-up, 1 person', 'It takes place', 'Full', 'Waiting list, 2 people', 'Given up, 2 places'],
    );
    assert.match(
      letters[4]!.text!,
      /Ana Ruiz gave up 2 places\.[^]+2 of 4 places are taken\. 2 people wait\./,
    );
    assert.match(letters[4]!.text!, /You can give the places to those who wait/);
    for (const letter of letters) {
      assert.doesNotMatch(letter.text!, /guest\.example|0100/);
      assert.equal((await rig.page(linkIn(letter))).status, 200);
    }
  });

  it('has an address that is not published', async () => {
    const {body} = await rig.ask('GET', 'ctg.json');

    assert.ok(!JSON.stringify(body).includes(HOST));
    assert.ok(!JSON.stringify(body).includes('https://parish.example'));
  });
});

describe('too many letters', () => {
  it('writes to a host of twenty sign-ups an hour, and says when it stops', async () => {
    await Promise.all(Array.from({length: 30}, () => rig.signUp(signup('flood', {email: newGuest()}))));
    const last = newGuest();
    await rig.signUp(signup('flood', {email: last}));
    await office.to(last);

    const rows = (await office.to(HOST)).filter(({subject}) => subject!.startsWith('New sign-up'));
    assert.ok(rows.length < 20, `${rows.length}, after those of the other tests`);
    assert.match(rows.at(-1)!.text!, /More sign-ups may follow this hour\./);
  });

  it('writes to one address six times an hour, however often it is signed up', async () => {
    const email = newGuest();
    await Promise.all(
      Array.from({length: 30}, () => rig.signUp(signup('flood', {email: email.toUpperCase()}))),
    );
    // Letters leave in the order of writing: once this one is there, so are all before it.
    const last = newGuest();
    await rig.signUp(signup('flood', {email: last}));
    await office.to(last);

    const letters = await office.to(email, 6);
    assert.equal(letters.length, 6);
  });
});
