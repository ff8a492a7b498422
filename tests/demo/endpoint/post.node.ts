import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {simpleParser} from 'mailparser';
import type {Database} from '../../../demo/endpoint/database.js';
import type {Letter} from '../../../demo/endpoint/mail/letter.js';
import {Postman} from '../../../demo/endpoint/mail/mail.js';
import {type Settings, settingsFrom} from '../../../demo/endpoint/settings.js';
import {deadPort, PostOffice} from './post-office.js';
import {type Home, home} from './rig.js';

const HOUR = 3_600_000;
const KEEP = new Date(Date.now() + 30 * 24 * HOUR).toISOString();

let database: Database;
let data: string;
let place: Home;
before(async () => {
  place = await home();
  ({data} = place.settings);
  database = await place.open();
  await database.query(`insert into sites (id, publisher, host_token) values ('parish', '{}', 'x')`);
});
after(async () => {
  await database.close();
  place.forget();
});
beforeEach(async () => {
  await database.query('delete from letters');
});
/** What the test opened; closed also when it failed, so that the run ends. */
const opened: {close(): Promise<void>}[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

async function open(options?: Parameters<typeof PostOffice.open>[0]): Promise<PostOffice> {
  const office = await PostOffice.open(options);
  opened.push(office);
  return office;
}

/** A postman of this endpoint; `closed` once everything that is due has been tried. */
function postman(more: Partial<Settings> = {}): Postman & {done(): Promise<void>} {
  const settings = {...settingsFrom({}), data, ...more};
  const man = new Postman(database, settings);
  opened.push(man);
  return Object.assign(man, {
    done: async () => {
      man.wake();
      await man.idle();
    },
  });
}

function letter(more: Partial<Letter> = {}): Letter {
  return {
    to: 'ana@guest.example',
    subject: 'You’re in',
    text: 'Hello,\n\nYou’re in.\n',
    fromName: 'St Paul’s',
    replyTo: 'office@stpaul.example',
    site: 'parish',
    keepUntil: KEEP,
    ...more,
  };
}

describe('a letter', () => {
  it('arrives once, in plain text, from the host, and says that no machine should answer', async () => {
    const office = await open();
    const man = postman({smtpUrl: office.url});

    await man.send(letter());
    await man.done();
    await man.done();

    assert.equal(office.letters.length, 1);
    const {recipients, mail} = office.letters[0]!;
    assert.deepEqual(recipients, ['ana@guest.example']);
    assert.equal(mail.subject, 'You’re in');
    assert.equal(mail.text?.trim(), 'Hello,\n\nYou’re in.');
    assert.deepEqual(mail.from?.value, [{name: 'St Paul’s', address: 'office@stpaul.example'}]);
    assert.equal(mail.replyTo?.text, 'office@stpaul.example');
    assert.equal(mail.headers.get('auto-submitted'), 'auto-generated');
    assert.match(mail.messageId ?? '', /^<[\da-f-]{36}@stpaul\.example>$/);
  });

  it('comes from MAIL_FROM where that is set', async () => {
    const office = await open();
    const man = postman({smtpUrl: office.url, mailFrom: 'gatherings@reno.example'});

    await man.send(letter());
    await man.done();

    const {mail} = office.letters[0]!;
    assert.deepEqual(mail.from?.value, [{name: 'St Paul’s', address: 'gatherings@reno.example'}]);
  });

  it('takes no header and no second recipient from a name, a subject or an address', async () => {
    const office = await open();
    const man = postman({smtpUrl: office.url});

    await man.send(letter({to: '"a, b@evil.example"@guest.example'}));
    await man.send(
      letter({
        subject: 'Hello\r\nBcc: all@evil.example\r\n\r\nBuy',
        fromName: 'St Paul’s\r\nBcc: all@evil.example',
        text: 'One\r\n.\r\nQUIT\r\nTwo',
      }),
    );
    await man.done();

    const recipients = office.letters.flatMap((arrived) => arrived.recipients);
    assert.ok(recipients.every((address) => address.endsWith('@guest.example')));
    const {mail, raw} = office.letters.at(-1)!;
    assert.equal(mail.bcc, undefined);
    assert.equal(mail.cc, undefined);
    assert.doesNotMatch(raw, /^bcc:/im);
    assert.equal(mail.subject, 'Hello Bcc: all@evil.example Buy');
    assert.match(mail.text ?? '', /One\n\.\nQUIT\nTwo/);
  });

  it('becomes a file where no mail server is named, in the order of writing', async () => {
    let now = Date.now();
    const man = postman({now: () => (now += 1000)});

    for (const subject of ['First', 'Second', 'Third']) await man.send(letter({subject}));
    await man.done();

    const files = readdirSync(join(data, 'mail')).sort();
    const mails = await Promise.all(
      files.map((file) => simpleParser(readFileSync(join(data, 'mail', file)))),
    );
    assert.deepEqual(
      mails.map(({subject}) => subject),
      ['First', 'Second', 'Third'],
    );
    assert.ok(files.every((file) => file.endsWith('.eml')));
  });
});

describe('a mail server that is down', () => {
  it('gets every letter once it is up, once, however often it was tried', async () => {
    const port = await deadPort();
    let ahead = 0;
    const man = postman({smtpUrl: `smtp://127.0.0.1:${port}`, now: () => Date.now() + ahead});
    for (const to of ['ana@guest.example', 'ben@guest.example']) await man.send(letter({to}));
    for (let index = 0; index < 3; index += 1) {
      await man.done();
      ahead += HOUR;
    }

    const office = await open({port});
    await man.done();
    ahead += HOUR;
    await man.done();

    assert.deepEqual(office.letters.flatMap(({recipients}) => recipients).sort(), [
      'ana@guest.example',
      'ben@guest.example',
    ]);
  });

  it('is left alone for a while, and not asked again for every new letter', async () => {
    let asked = 0;
    const office = await open({
      onConnect: (_session, done) => {
        asked += 1;
        done(Object.assign(new Error('Busy'), {responseCode: 421}));
      },
    });
    const man = postman({smtpUrl: office.url});

    for (let index = 0; index < 5; index += 1) {
      await man.send(letter());
      await man.done();
    }

    assert.equal(asked, 1);
  });

  it('is told for three days, and no longer', async () => {
    let ahead = 0;
    const man = postman({smtpUrl: `smtp://127.0.0.1:${await deadPort()}`, now: () => Date.now() + ahead});
    await man.send(letter());
    await man.done();

    ahead = 73 * HOUR;
    await man.done();

    const rows = await database.query<{refused: string}>('select refused from letters');
    assert.deepEqual(rows, [{refused: 'too late'}]);
  });
});

describe('a mail server that refuses one recipient', () => {
  it('gets the others, and is not asked for that one again', async () => {
    let asked = 0;
    const office = await open({
      onRcptTo: ({address}, _session, done) => {
        if (address !== 'nobody@guest.example') return done();
        asked += 1;
        return done(Object.assign(new Error('No such mailbox'), {responseCode: 550}));
      },
    });
    let ahead = 0;
    const man = postman({smtpUrl: office.url, now: () => Date.now() + ahead});
    for (const name of ['nobody', 'ana', 'ben']) await man.send(letter({to: `${name}@guest.example`}));

    await man.done();
    ahead = HOUR;
    await man.done();

    assert.deepEqual(office.letters.flatMap(({recipients}) => recipients).sort(), [
      'ana@guest.example',
      'ben@guest.example',
    ]);
    assert.equal(asked, 1);
  });

  it('is asked again where it said "later"', async () => {
    let asked = 0;
    const office = await open({
      onRcptTo: (_address, _session, done) => {
        asked += 1;
        return asked > 1 ? done() : done(Object.assign(new Error('Greylisted'), {responseCode: 450}));
      },
    });
    let ahead = 0;
    const man = postman({smtpUrl: office.url, now: () => Date.now() + ahead});
    await man.send(letter());

    await man.done();
    assert.equal(office.letters.length, 0);
    ahead = HOUR;
    await man.done();

    assert.equal(office.letters.length, 1);
  });
});
