// What is left of letters: after a crash, between two processes, and after the days for which data are kept.
import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import type {AddressInfo, Socket} from 'node:net';
import {join} from 'node:path';
import {afterEach, describe, it} from 'node:test';
import {startEndpoint} from '../../../demo/endpoint/endpoint.js';
import {Postman} from '../../../demo/endpoint/mail/mail.js';
import {settingsFrom} from '../../../demo/endpoint/settings.js';
import {PostOffice} from './post-office.js';
import {startProcess} from './processes.js';
import {home, planned, signup, siteOf} from './rig.js';

const DAY = 24 * 3_600_000;

const opened: {close(): unknown}[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

async function newHome() {
  const place = await home();
  opened.push({close: () => place.forget()});
  return place;
}

async function newOffice(): Promise<PostOffice> {
  const office = await PostOffice.open();
  opened.push(office);
  return office;
}

/** A mail server that takes connections and never says a word; `asked` once somebody waits for one. */
async function silentServer() {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    server.emit('asked');
  });
  const asked = new Promise<void>((resolve) => server.once('asked', resolve));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push({
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  return {url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, asked};
}

async function send(origin: string, message: ReturnType<typeof signup>, site: string): Promise<void> {
  const response = await fetch(`${origin}/${site}/gatherings/${message.gathering}/signups`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(message),
  });
  assert.equal(response.status, 201);
}

describe('a letter about a sign-up', () => {
  it('goes out once, although the endpoint was killed between booking and sending', async () => {
    const place = await newHome();
    const silent = await silentServer();
    const first = await startProcess({environment: {...place.environment, SMTP_URL: silent.url}});
    await send(first.origin, signup('seed-swap', {email: 'ana@guest.example'}), 'nonprofit');
    await silent.asked;
    first.child.kill('SIGKILL');
    await new Promise((resolve) => first.child.once('exit', resolve));

    const office = await newOffice();
    const second = await startEndpoint({
      ...place.settings,
      port: 0,
      smtpUrl: office.url,
      now: () => Date.now() + 10 * 60_000,
      say: () => undefined,
    });
    opened.push(second);
    const [letter] = await office.to('ana@guest.example');
    await office.to('garden@riverside.example');

    assert.match(letter!.subject!, /^You’re in: /);
    assert.equal(office.letters.length, 2, 'one to the guest, one to the host');
  });

  it('is carried by one of two processes', async () => {
    const place = await newHome();
    const database = await place.open();
    opened.push(database);
    await database.query(`insert into sites (id, publisher, host_token) values ('parish', '{}', 'x')`);
    const office = await newOffice();
    const settings = {...settingsFrom({}), ...place.settings, smtpUrl: office.url};
    const men = [new Postman(database, settings), new Postman(database, settings)] as const;
    for (const man of men) opened.push(man);

    const letters = Array.from({length: 40}, (_, index) => `guest${index}@guest.example`);
    for (const to of letters)
      await men[0].send(
        {
          to,
          subject: 'Hello',
          text: 'Hello',
          site: 'parish',
          replyTo: 'office@parish.example',
          keepUntil: new Date(Date.now() + DAY).toISOString(),
        },
        database,
      );
    for (const man of men) man.wake();
    await Promise.all(men.map((man) => man.idle()));

    assert.deepEqual(office.letters.flatMap(({recipients}) => recipients).sort(), letters.sort());
  });
});

describe('letters', () => {
  it('are deleted with the sign-up, rows and files, as many days after the gathering as the page says', async () => {
    const place = await newHome();
    const sites = [
      {
        ...siteOf(planned('meeting', {day: (today) => today, time: '23:59', minutes: 0})),
        mail: 'office@parish.example',
      },
    ];
    const start = async (days: number) => {
      const endpoint = await startEndpoint({
        ...place.settings,
        port: 0,
        sites,
        now: () => Date.now() + days * DAY,
        say: () => undefined,
      });
      return endpoint;
    };
    const traces = async () => {
      const database = await place.open();
      const rows = await database.query('select id from letters');
      await database.close();
      const folder = join(place.settings.data, 'mail');
      return [rows.length, existsSync(folder) ? readdirSync(folder).length : 0];
    };
    const first = await start(0);
    await send(first.origin, signup('meeting'), 'parish');
    await first.close();
    const again = await start(0);
    await again.close();

    assert.deepEqual(await traces(), [2, 2], 'one to the guest, one to the host, in files');
    for (const [days, left] of [
      [9, 2],
      [12, 0],
    ] as const) {
      await (await start(days)).close();
      assert.deepEqual(await traces(), [left, left], `after ${days} days`);
    }
  });

  it('leave no half of themselves behind, when the endpoint was killed while it wrote one', async () => {
    const place = await newHome();
    const mail = join(place.settings.data, 'mail');
    mkdirSync(mail, {recursive: true});
    const hour = 3_600;
    for (const [name, age] of [
      ['cut-off.eml.part', 2 * hour],
      ['being-written.eml.part', 0],
      ['whole.eml', 2 * hour],
    ] as const) {
      writeFileSync(join(mail, name), 'To: ana@guest.example');
      utimesSync(join(mail, name), Date.now() / 1000 - age, Date.now() / 1000 - age);
    }

    const endpoint = await startEndpoint({
      ...place.settings,
      port: 0,
      sites: [siteOf()],
      say: () => undefined,
    });
    await endpoint.close();

    assert.deepEqual(readdirSync(mail).sort(), ['being-written.eml.part', 'whole.eml']);
  });
});
