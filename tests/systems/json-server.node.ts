// json-server, as it comes: read by a mapping, and written by one. It gives each row an id of its own.
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';

import type {Browser} from 'playwright-core';

import {openBrowser} from '../dist/browser.js';
import {Site} from '../dist/site.js';
import {errorsOf, listShown, tag} from '../dist/visit.js';
import {attribute} from './pasted.js';
import {freePort, Program} from './process.js';

const PROGRAM = new URL('../../node_modules/json-server/lib/bin.js', import.meta.url).pathname;

/** Their names, not ours: flat rows, a clock without offset beside its zone, numbers of their own. */
const EVENTS = [
  {n: 1, title: 'Neighbour evening', state: 'open', seatsTaken: 3},
  {n: 2, title: 'Tea & talk', state: 'open', seatsTaken: 20},
  {n: 3, title: 'Garden morning', state: 'cancelled', seatsTaken: 0},
].map(({n, ...event}) => ({
  id: String(n),
  ...event,
  startsAt: `${new Date().getFullYear() + 1}-0${n}-11T18:30:00`,
  tz: 'Europe/Berlin',
  seats: 20,
  location: {label: 'Hall 1'},
}));

const MAPPING = {
  items: 'data',
  next: {page: '_page', pages: 'pages'},
  gathering: {
    id: 'id',
    name: 'title',
    start: 'startsAt',
    capacity: 'seats',
    taken: 'seatsTaken',
    status: 'state',
    place: {name: 'location.label'},
  },
  zone: 'tz',
  words: {status: {open: 'scheduled'}},
  // It would put an id of its own in the place of ours: so ours goes by another name, there and back.
  signup: {rename: {id: 'ref', gathering: 'event', name: 'fullName'}, drop: ['ctg', 'page']},
  receipt: {id: 'ref', status: "'confirmed'"},
};

describe('json-server', () => {
  let folder: string;
  let server: Program;
  let origin: string;
  let site: Site;
  let browser: Browser;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ctg-json-server-'));
    writeFileSync(join(folder, 'db.json'), JSON.stringify({events: EVENTS, signups: []}));
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    server = await Program.start(
      [process.execPath, PROGRAM, '--host', '127.0.0.1', '--port', String(port), 'db.json'],
      {cwd: folder, ready: /JSON Server started/},
    );
    site = await new Site().open();
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await site.close();
    await server.stop();
    rmSync(folder, {recursive: true, force: true});
  });

  it('shows its rows, of several pages, and takes a signup that comes back by our id', async () => {
    const pasted = `<div data-ctg="gathering-signup" data-endpoint="${origin}/events?_page=1&amp;_per_page=2"
  data-action="${origin}/signups" ${attribute('data-mapping', MAPPING)} style="min-height:24em">
  <a href="/gatherings">See our gatherings</a>
</div>`;
    console.log(`Pasted:\n${pasted}`);
    const tab = await browser.newPage();
    const errors = errorsOf(tab);

    await tab.goto(site.page({body: pasted + tag()}));
    await listShown(tab);
    const widget = tab.locator('ctg-gathering-signup');
    await widget.getByText('Garden morning').waitFor();
    assert.match(await widget.locator('[data-id="1"]').innerText(), /17 places left/);
    assert.match(await widget.locator('[data-id="2"]').innerText(), /Tea & talk[^]*full/i);
    assert.match(await widget.locator('[data-id="3"]').innerText(), /cancelled/i);
    await widget.locator('[data-id="1"] button').click();
    await widget.locator('#name').fill('Ana Ruiz');
    await widget.locator('#email').fill('ana@example.org');
    await widget.locator('[part~="form"] button[type="submit"]').click();
    await widget.getByText("You're in, ").waitFor();

    const [row, ...more] = await rows(origin);
    assert.equal(more.length, 0);
    assert.match(row?.['ref'] ?? '', /^[\da-f-]{36}$/);
    assert.notEqual(row?.['id'], row?.['ref'], 'its own id');
    assert.deepEqual([row?.['fullName'], row?.['event'], row?.['ctg']], ['Ana Ruiz', '1', undefined]);
    assert.deepEqual(errors, []);
    await tab.close();
  });

  it('keeps both of two that are the same, which is why no link may call it idempotent', async () => {
    const body = JSON.stringify({ref: 'x', fullName: 'Ben'});
    const ids = new Set<string>();
    for (const _ of [1, 2]) {
      const init = {method: 'POST', headers: {'Content-Type': 'application/json'}, body};
      const answer = await fetch(`${origin}/signups`, init);
      assert.equal(answer.status, 201);
      ids.add(((await answer.json()) as {id: string}).id);
    }

    // Its rows are not counted: it reads its file anew when that changes, and may forget what it was just sent.
    assert.equal(ids.size, 2);
    assert.equal(JSON.parse(readFileSync(join(folder, 'db.json'), 'utf8')).events.length, 3);
  });
});

async function rows(origin: string): Promise<Record<string, string>[]> {
  return (await (await fetch(`${origin}/signups`)).json()) as Record<string, string>[];
}
