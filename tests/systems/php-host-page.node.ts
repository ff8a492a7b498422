// ctg.php on a host where nothing else is: the host adds a gathering by hand, a visitor of another site signs up in a
// real browser, and what the host reads and downloads is harmless.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';

import type {Browser} from 'playwright-core';

import type {Gathering} from '../../src/protocol/gathering.js';
import {openBrowser} from '../dist/browser.js';
import {Site} from '../dist/site.js';
import {errorsOf, listShown, tag} from '../dist/visit.js';
import {faultsOf} from './page-faults.js';
import {KEY, PhpHost, planned, signup} from './php-host.js';
import {phpWith} from './process.js';

const found = phpWith('pdo_sqlite');
const php = 'php' in found ? found.php : '';
const desk = `?host=${encodeURIComponent(KEY)}`;

/** What a webmaster pastes. */
const pasted = (
  endpoint: string,
) => `<div data-ctg="gathering-signup" data-endpoint="${endpoint}" style="min-height:24em">
  <a href="/contact">Ask us about our gatherings</a>
</div>`;

describe('ctg.php and its host', {skip: 'skip' in found && found.skip}, () => {
  let host: PhpHost;
  let site: Site;
  let browser: Browser;
  before(async () => {
    host = await new PhpHost(php).set('HOST_KEY', `'${KEY}'`).open();
    site = await new Site().open();
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await site.close();
    await host.close();
  });

  it('has a gathering from the host’s form to the visitor’s seat', async () => {
    // Its policy is not for the script that looks for faults.
    const office = await browser.newContext({bypassCSP: true, viewport: {width: 320, height: 700}});
    const page = await office.newPage();
    await page.goto(host.url + desk);
    assert.deepEqual(await faultsOf(page), [], 'nothing planned yet');
    await page.getByLabel('Name of your community').fill('St Paul’s');
    await page.getByLabel('Whom to ask').fill('office@stpaul.example');
    await page.getByRole('button', {name: 'Save'}).last().click();
    const form = page.locator('section', {hasText: 'Another gathering'}).locator('form');
    await form.getByLabel('Name').fill('Supper & <b>stories</b>');
    await form.getByLabel('Day').fill(new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10));
    await form.getByLabel('From').fill('18:30');
    await form.getByLabel('To', {exact: true}).fill('00:30');
    await form.getByLabel('Time zone').fill('America/Los_Angeles');
    await form.getByLabel('Address', {exact: true}).fill('1 Elm St');
    await form.getByLabel('Places (').fill('20');
    await form.getByRole('button', {name: 'Save'}).click();
    await page.getByRole('status').getByText('Saved.').waitFor();

    const visitor = await browser.newPage();
    const errors = errorsOf(visitor);
    console.log(`Pasted:\n${pasted(host.url)}`);
    await visitor.goto(site.page({body: pasted(host.url) + tag()}));
    const widget = visitor.locator('ctg-gathering-signup');
    await widget.getByText('Supper & <b>stories</b>').first().waitFor();
    await widget.getByRole('button', {name: 'Sign up'}).first().click();
    await widget.locator('#name').fill('=HYPERLINK("https://evil.example")');
    await widget.locator('#email').fill('ana@example.org');
    await widget.locator('[part~="form"] button[type="submit"]').click();
    await widget.getByText("You're in, ").waitFor();
    assert.deepEqual(errors, []);

    await page.reload();
    await page.getByText('1 of 20 coming').waitFor();
    await page.getByRole('cell', {name: 'ana@example.org'}).waitFor();
    assert.deepEqual(await faultsOf(page), [], 'with a guest');
    const table = await host.ask(`${desk}&csv=1`);
    assert.match(table.text, /,"'=HYPERLINK\(""https:\/\/evil\.example""\)",/);

    await page.getByRole('button', {name: /^Take off/}).click();
    await page.getByText('0 of 20 coming').waitFor();
    await page.getByText('Change it').click();
    await page.locator('details form').getByLabel('State').selectOption('cancelled');
    await page.locator('details form').getByRole('button', {name: 'Save'}).click();
    await page.getByText('Saved.').waitFor();
    await visitor.reload();
    await widget.getByText('cancelled').first().waitFor();
    await visitor.close();
    await office.close();
  });

  it('lets the visitor change their mind from the page', async () => {
    const document = {ctg: '1', gatherings: [planned('walk', {capacity: 8}), planned('soup')]};
    await upload(host, JSON.stringify(document));
    const visitor = await browser.newPage();
    await visitor.goto(site.page({body: pasted(host.url) + tag()}));
    await listShown(visitor);
    const widget = visitor.locator('ctg-gathering-signup');
    await widget.locator('[data-id="walk"] button').click();
    await widget.locator('#name').fill('Ana');
    await widget.locator('#email').fill('ana@example.org');
    await widget.locator('[part~="form"] button[type="submit"]').click();
    await widget.getByText("You're in, ").waitFor();
    assert.equal((await host.gathering('walk')).taken, 1);

    await widget.getByRole('button', {name: 'Give up my place'}).click();
    await widget.getByText('Give up your place?').waitFor();
    await widget.getByRole('button', {name: 'Give up my place'}).last().click();
    await widget.getByText('Done. Your place is free for others.').waitFor();
    assert.equal((await host.gathering('walk')).taken, 0);
    await visitor.close();
  });

  it('keeps what it was told when the uploaded file is none', async () => {
    const said = await upload(host, '{"ctg":"2"}');

    assert.match(decodeURIComponent(said.headers.get('Location') ?? ''), /This is no ctg\.json/);
    assert.ok((await host.gathering('walk')).id);
  });

  it('gives no place from a page that is older than the guest’s change of mind', async () => {
    await upload(
      host,
      JSON.stringify({ctg: '1', gatherings: [planned('tea', {capacity: 1, waitlist: true})]}),
    );
    await host.signUp(signup('tea'));
    const waiting = signup('tea', {waitlist: true});
    const {body} = await host.signUp(waiting);
    assert.equal(body.status, 'waitlisted');
    await host.ask(body.manage!, 'DELETE');

    const said = await host.ask(
      desk,
      'POST',
      new URLSearchParams({do: 'confirm', id: waiting.id}).toString(),
      {
        'Content-Type': 'application/x-www-form-urlencoded',
      },
    );

    assert.match(decodeURIComponent(said.headers.get('Location') ?? ''), /Nothing was changed/);
    assert.equal((await host.gathering('tea')).taken, 1);
  });

  it('shows the host’s page to nobody without the key, and to other sites’ scripts not at all', async () => {
    assert.equal((await host.ask('?host=')).status, 404);
    assert.equal((await host.ask('?host=a%20key')).status, 404);
    const {headers} = await host.ask(desk);
    assert.equal(headers.get('Access-Control-Allow-Origin'), null);
    assert.equal(headers.get('Referrer-Policy'), 'no-referrer');
  });

  it('keeps the database under a name that nobody can guess, in a folder that lists nothing', async () => {
    const folder = join(host.folder, 'ctg-data');
    const names = readdirSync(folder);

    assert.equal(names.filter((name) => /^signups-[\da-f]{32}\.sqlite$/.test(name)).length, 1);
    assert.ok(existsSync(join(folder, 'index.html')));
    assert.equal((await host.ask('/ctg-data/')).text, '');
  });
});

describe('ctg.php in front of a crowd', {skip: 'skip' in found && found.skip}, () => {
  it('asks an address that writes too often to wait, and says how long', async () => {
    const host = await new PhpHost(php)
      .set('LIMIT', '5')
      .upload({ctg: '1', gatherings: [planned('walk')]})
      .open();
    const answers = [];
    for (let index = 0; index < 7; index += 1) answers.push(await host.signUp(signup('walk')));
    const refused = answers.filter(({status}) => status === 429);
    await host.close();

    assert.ok(refused.length >= 1);
    assert.equal(refused[0]?.body.code, 'slow-down');
    assert.equal(refused[0]?.headers.get('Retry-After'), String(refused[0]?.body.retryAfter));
    assert.ok((refused[0]?.body.retryAfter ?? 0) >= 1);
  });

  it('deletes personal data when their days are over', async () => {
    const document = {
      ctg: '1' as const,
      publisher: {name: 'St Paul’s', privacy: {keepDays: 0}},
      gatherings: [planned('walk', {start: soon(3_000), closes: soon(3_000), end: soon(3_001)})],
    };
    const host = await new PhpHost(php).set('LIMIT', '100').upload(document).open();
    const {body} = await host.signUp(signup('walk'));
    assert.equal(body.status, 'confirmed', JSON.stringify(body));
    // Asked until it is gone: the clock of PHP can not be moved.
    for (let status = 200; status === 200;) status = (await host.ask(body.manage!)).status;
    const {taken} = await host.gathering('walk');
    await host.close();

    assert.equal(taken, 0);
  });

  it('keeps guests by the date that their gathering has now, and not by that of when they signed up', async () => {
    const ids = ['moved', 'postponed', 'undated', 'past', 'gone'];
    const uploaded = (gatherings: Gathering[]): void => {
      host.upload({ctg: '1', gatherings});
    };
    const host = new PhpHost(php).set('LIMIT', '100');
    uploaded(ids.map((id) => planned(id)));
    await host.open();
    for (const id of ids) assert.equal((await host.signUp(signup(id))).status, 201);
    const long = '2020-01-01T10:00:00Z';
    uploaded([
      planned('moved'),
      planned('postponed', {start: long, status: 'postponed'}),
      {id: 'undated', name: 'The undated'},
      planned('past', {start: long}),
    ]);
    const guests = (sql: string): string[] =>
      JSON.parse(
        execFileSync(php, ['-r', ASK, join(host.folder, 'ctg-data'), sql], {encoding: 'utf8'}),
      ) as string[];
    // As if the days had gone by that were set when they signed up.
    guests('update signups set keep_until = 1 returning id');
    await host.gathering('moved');
    const kept = guests('select gathering from signups order by gathering');
    await host.close();

    assert.deepEqual(kept, ['moved', 'postponed', 'undated']);
  });
});

/** Asks the database in a folder, as JSON. */
const ASK = `$db = new PDO('sqlite:' . glob("$argv[1]/*.sqlite")[0]);
echo json_encode($db->query($argv[2])->fetchAll(PDO::FETCH_COLUMN));`;

/** An instant so many milliseconds from now, whole seconds. */
function soon(ms: number): string {
  return new Date(Date.now() + ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Uploads a document on the host's page, as the browser's form does. */
async function upload(host: PhpHost, text: string): Promise<Response> {
  const form = new FormData();
  form.set('do', 'upload');
  form.set('document', new Blob([text], {type: 'application/json'}), 'ctg.json');
  return fetch(host.url + desk, {method: 'POST', body: form, redirect: 'manual'});
}
