import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {newId} from '../../../src/base/id.js';
import type {Receipt} from '../../../src/protocol/receipt.js';
import {purge} from '../../../demo/endpoint/retention.js';
import {startEndpoint} from '../../../demo/endpoint/endpoint.js';
import {startProcess} from './processes.js';
import {type Home, home, planned, signup, siteOf} from './rig.js';

const DAY = 24 * 3_600_000;
let place: Home;
before(async () => {
  place = await home();
});
after(() => place.forget());

describe('what the endpoint has confirmed', () => {
  it('is still there after the process was killed in the middle of its work', async () => {
    const first = await startProcess(place);
    const messages = Array.from({length: 12}, () => signup('seed-swap', {id: newId()}));
    const receipts = await Promise.all(messages.slice(0, 6).map((message) => send(first.origin, message)));
    const cutOff = messages.slice(6).map((message) => send(first.origin, message).catch(() => undefined));
    await Promise.race(cutOff);
    first.child.kill('SIGKILL');
    const late = await Promise.all(cutOff);

    const second = await startProcess(place);
    const again = await Promise.all(messages.map((message) => send(second.origin, message)));

    for (const [index, receipt] of receipts.entries()) assert.equal(again[index]!.token, receipt.token);
    for (const [index, receipt] of late.entries())
      if (receipt) assert.equal(again[6 + index]!.token, receipt.token);
    const document = (await (await fetch(`${second.origin}/nonprofit/ctg.json`)).json()) as {
      gatherings: {id: string; taken: number}[];
    };
    assert.equal(document.gatherings.find(({id}) => id === 'seed-swap')?.taken, 5 + 12, 'each of them once');
    assert.equal(await second.end(), 0, 'and it ends well when asked to');
  });

  it('keeps its host’s addresses from one start to the next', async () => {
    const starts = [];
    for (let index = 0; index < 2; index += 1) {
      const endpoint = await startEndpoint({port: 0, ...place.settings, say: () => undefined});
      starts.push(Object.values(endpoint.hostUrls).map((url) => new URL(url).pathname));
      await endpoint.close();
    }

    assert.deepEqual(starts[0], starts[1]);
    assert.match(starts[0]?.[0] ?? '', /^\/business\/host\/[\w-]{32}$/);
  });
});

describe('the private page', () => {
  it('still changes the number of people after the form began to ask for more', async () => {
    const own = await home();
    const start = (details: Parameters<typeof planned>[2]) =>
      startEndpoint({
        port: 0,
        ...own.settings,
        sites: [siteOf(planned('meeting', {}, details))],
        say: () => undefined,
      });
    const before = await start({});
    const response = await fetch(`${before.origin}/parish/gatherings/meeting/signups`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(signup('meeting')),
    });
    const {token} = (await response.json()) as Receipt;
    await before.close();

    const asks = [{id: 'contact', text: 'May write', version: '2', required: true}];
    const after = await start({partyMax: 4, consents: asks});
    const page = `${after.origin}/parish/signups/${token}`;
    const change = async (adults: string) => {
      const body = new URLSearchParams({do: 'change', adults, children: '0'});
      return (await fetch(page, {method: 'POST', body, headers: {Accept: 'text/html'}})).text();
    };
    const three = await change('3');
    const five = await change('5');
    await after.close();
    own.forget();

    assert.match(three, /3 places are yours/);
    assert.match(five, /Nothing was changed/);
  });
});

describe('personal data', () => {
  it('are deleted as many days after the gathering as the page says, and not a day before', async () => {
    const sites = [siteOf(planned('meeting', {day: (today) => today, time: '23:59', minutes: 0}))];
    const own = await home();
    const endpoint = await startEndpoint({port: 0, ...own.settings, sites, say: () => undefined});
    const response = await fetch(`${endpoint.origin}/parish/gatherings/meeting/signups`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(signup('meeting')),
    });
    assert.equal(response.status, 201);
    await endpoint.close();

    const database = await own.open();
    const gone = [];
    for (const days of [0, 9, 12]) gone.push(await purge(database, Date.now() + days * DAY));
    const left = await database.query('select * from signups');
    await database.close();
    own.forget();

    assert.deepEqual(gone, [0, 0, 1]);
    assert.deepEqual(left, []);
  });

  it('that nobody has are not purged from the demonstration, which would grow empty', async () => {
    const endpoint = await startEndpoint({
      port: 0,
      ...place.settings,
      say: () => undefined,
      now: () => Date.now() + 400 * DAY,
    });
    const document = (await (await fetch(`${endpoint.origin}/church/ctg.json`)).json()) as {
      gatherings: {id: string; taken: number; start: string}[];
    };
    await endpoint.close();

    const circle = document.gatherings.find(({id}) => id === 'connections');
    assert.equal(circle?.taken, 12);
    assert.ok(Date.parse(circle.start) > Date.now() + 400 * DAY, 'the calendar has moved along');
  });
});

async function send(origin: string, message: ReturnType<typeof signup>): Promise<Receipt> {
  const response = await fetch(`${origin}/nonprofit/gatherings/${message.gathering}/signups`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(message),
  });
  const receipt = (await response.json()) as Receipt;
  assert.equal(receipt.id, message.id);
  return receipt;
}
