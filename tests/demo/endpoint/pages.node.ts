import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Managed} from '../../../src/protocol/receipt.js';
import {planned, Rig, signup, siteOf} from './rig.js';

const HOME = {name: 'A home', address: '48 Juniper Court', revealed: 'confirmed'} as const;
/** What someone types who wants to run something in another person's page. */
const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)> \'&';

const site = siteOf(
  planned('plain', {}, {partyMax: 6}),
  planned('typed'),
  planned('small', {capacity: 3}, {waitlist: true}),
  planned('hidden-id'),
  planned('pasted'),
  planned('mind'),
  planned('cancelled'),
  planned(
    'shown',
    {},
    {name: `Name ${HOSTILE}`, description: HOSTILE, host: {name: HOSTILE}, agenda: [{title: HOSTILE}]},
  ),
  planned('guests'),
  planned('home', {capacity: 4}, {place: HOME, waitlist: true}),
  planned('moving-up', {capacity: 2}, {waitlist: true}),
  planned('said-full', {status: 'full'}, {waitlist: true}),
  planned('states'),
);

let rig: Rig;
before(async () => {
  rig = await Rig.start(site);
});
after(() => rig.close());

const who = {name: 'Ana Ruiz', email: 'ana@guest.example', adults: '2', children: '1'};

describe('the plain form', () => {
  it('signs up without a script and leads to a private page that can be reloaded', async () => {
    const page = await rig.page('g/plain');
    const id = /name="id" value="([^"]+)"/.exec(page.body.replaceAll(/\s+/g, ' '))?.[1] ?? '';

    const {status, body, url} = await rig.form('gatherings/plain/signups', {...who, id});

    assert.equal(status, 200);
    assert.match(url, /\/parish\/signups\/[\w-]{32}$/);
    assert.match(body, /You’re in, <bdi>Ana Ruiz<\/bdi>/);
    const {body: managed} = await rig.ask<Managed>('GET', url);
    assert.deepEqual([managed.receipt.id, managed.signup.adults, managed.signup.children], [id, 2, 1]);
  });

  it('books once when the button is pressed twice', async () => {
    const id = crypto.randomUUID();

    const [one, two] = [
      await rig.form('gatherings/hidden-id/signups', {...who, id}),
      await rig.form('gatherings/hidden-id/signups', {...who, id}),
    ];

    assert.equal(one.url, two.url);
    assert.equal((await rig.gathering('hidden-id')).taken, 3);
  });

  it('takes a form without an id, as a website of one’s own may hold it', async () => {
    const {status, body} = await rig.form('gatherings/pasted/signups', {name: 'Ben', phone: '775 555 0101'});

    assert.equal(status, 200);
    assert.match(body, /1 place is yours/);
  });

  it('shows what is missing, keeps what was typed, and books nothing', async () => {
    const {status, body} = await rig.form('gatherings/typed/signups', {
      name: 'Ana & Ben',
      email: 'ana',
      adults: '0',
      note: 'Soup',
    });

    assert.equal(status, 422);
    assert.match(body, /Please check 2 things/);
    assert.match(body, /value="Ana &amp; Ben"/);
    assert.match(body, />\nSoup<\/textarea>/);
    assert.match(body, /<a href="#f-email"/);
    assert.match(body, /id="f-email"/);
    assert.equal((await rig.gathering('typed')).taken, 0);
  });

  it('asks when fewer places are left, and its second button joins the waiting list', async () => {
    const fields = {...who, adults: '4', id: crypto.randomUUID()};

    const asked = await rig.form('gatherings/small/signups', fields);
    const [, name = '', value = ''] =
      /<button class="button quiet" name="(\w+)" value="(\w+)"/.exec(asked.body) ?? [];
    const waits = await rig.form('gatherings/small/signups', {...fields, [name]: value});

    assert.equal(asked.status, 409);
    assert.match(asked.body, /3 places are left. You need 5./);
    assert.match(waits.body, /You are number 1 on the waiting list/);
  });

  it('changes a party and gives up places from the private page', async () => {
    const {url} = await rig.form('gatherings/mind/signups', who);

    const bigger = await rig.form(url, {do: 'change', adults: '4', children: '1'});
    const tooBig = await rig.form(url, {do: 'change', adults: '40', children: '1'});
    const opened = await rig.page(url);
    const gone = await rig.form(url, {do: 'giveup'});

    assert.match(bigger.body, /5 places are yours/);
    assert.equal(tooBig.status, 409);
    assert.match(opened.body, /5 places are yours/, 'opening the link, as mail scanners do, changes nothing');
    assert.match(gone.body, /Your places are free for others/);
    assert.equal((await rig.gathering('mind')).taken, 0);
  });

  it('says on the private page that a gathering is cancelled, and no more that somebody is in', async () => {
    const {url} = await rig.form('gatherings/cancelled/signups', who);
    await rig.form(`${rig.host}/g/cancelled`, {do: 'cancel'});

    const {body} = await rig.page(url);

    assert.match(body, /This gathering is cancelled\. It does not take place\./);
    assert.doesNotMatch(body, /You’re in|Plans change|Sign up again/);
  });

  it('answers an address that is not there with a page, not with data', async () => {
    const {status, body} = await rig.page('g/nowhere');

    assert.equal(status, 404);
    assert.match(body, /There is nothing here/);
  });
});

describe('text that would like to be more', () => {
  it('stays text on every page, whoever wrote it', async () => {
    const name = `Zoë ${HOSTILE}`;
    const {body} = await rig.signUp(signup('guests', {name, note: HOSTILE, answers: {[HOSTILE]: HOSTILE}}));
    const pages = [
      await rig.page('g/'),
      await rig.page('g/shown'),
      await rig.page(body.manage!),
      await rig.page(rig.host),
      await rig.form('gatherings/guests/signups', {
        name,
        email: HOSTILE,
        note: `</textarea>${HOSTILE}`,
        id: HOSTILE,
      }),
    ];

    for (const page of pages) {
      assert.ok(!/<script|<img/i.test(page.body), 'no tag of theirs');
      assert.ok(!page.body.includes(HOSTILE));
      assert.ok(page.body.includes('&lt;script&gt;'));
      const policy = page.headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'/);
      assert.match(policy, /frame-ancestors 'none'/);
      assert.ok(!/script-src|unsafe/.test(policy));
      assert.equal(page.headers.get('referrer-policy'), 'no-referrer');
      assert.equal(page.headers.get('x-content-type-options'), 'nosniff');
    }
  });

  it('does not become a formula in the table', async () => {
    await rig.signUp(
      signup('guests', {name: '=HYPERLINK("https://evil.example")', note: '+1', phone: '+1 775 555 0100'}),
    );

    const table = await (await fetch(csvOf('guests'))).text();

    assert.match(table, /"'=HYPERLINK\(""https:\/\/evil\.example""\)"/);
    assert.ok(!/(^|[,\n])"?[=+@-]/m.test(table));
  });
});

describe('the host’s page', () => {
  it('says who comes, with adults, children, needs and a way to reach them, and holds no script', async () => {
    await rig.signUp(
      signup('guests', {adults: 2, children: 1, name: 'Clara', note: 'No nuts', phone: '775 555 0102'}),
    );

    const {body} = await rig.page(`${rig.host}/g/guests`);

    for (const said of ['Clara', '2 adults, 1 child', 'No nuts', 'tel:7755550102', 'mailto:'])
      assert.ok(body.includes(said), said);
    assert.ok(!body.includes('<script'));
  });

  it('gives and refuses a place to those who asked, who then know the address or not', async () => {
    const yes = await rig.signUp(signup('home', {name: 'Wanted'}));
    const no = await rig.signUp(signup('home', {name: 'Unlucky'}));

    const accepted = await rig.form(`${rig.host}/signups/${yes.body.id}`, {do: 'accept'});
    await rig.form(`${rig.host}/signups/${no.body.id}`, {do: 'decline'});

    assert.match(accepted.body, /They have a place now/);
    const [in_, out] = [
      await rig.ask<Managed>('GET', yes.body.manage!),
      await rig.ask<Managed>('GET', no.body.manage!),
    ];
    assert.deepEqual(
      [in_.body.receipt.status, in_.body.receipt.place?.address],
      ['confirmed', '48 Juniper Court'],
    );
    assert.deepEqual([out.body.receipt.status, out.body.receipt.place], ['declined', undefined]);
    assert.equal((await rig.gathering('home')).taken, 1);
  });

  it('promises no chair that is not there, and gives one that came free to who waits', async () => {
    const guest = await rig.signUp(signup('moving-up', {adults: 2}));
    const waiting = await rig.signUp(signup('moving-up', {adults: 2, waitlist: true}));

    const early = await rig.form(`${rig.host}/signups/${waiting.body.id}`, {do: 'accept'});
    await rig.ask('DELETE', guest.body.manage!);
    const stillWaits = await rig.ask<Managed>('GET', waiting.body.manage!);
    await rig.form(`${rig.host}/signups/${waiting.body.id}`, {do: 'accept'});

    assert.match(early.body, /need 2 places.\s+None is left/);
    assert.equal(stillWaits.body.receipt.status, 'waitlisted', 'nobody moves up by itself');
    assert.equal((await rig.ask<Managed>('GET', waiting.body.manage!)).body.receipt.status, 'confirmed');
  });

  it('gives a place where the host says that it is full, and that party does not grow by itself', async () => {
    const message = signup('said-full', {waitlist: true});
    const {body} = await rig.signUp(message);
    await rig.form(`${rig.host}/signups/${message.id}`, {do: 'accept'});

    const grown = await rig.ask<{code?: string}>('PUT', body.manage!, {...message, adults: 2});
    const same = await rig.ask<{status?: string}>('PUT', body.manage!, {...message, note: 'Late'});

    assert.deepEqual([grown.status, grown.body.code], [409, 'partial']);
    assert.equal(same.body.status, 'confirmed');
  });

  it('closes, reopens and cancels', async () => {
    const states: (string | undefined)[] = [];
    for (const deed of ['close', 'reopen', 'cancel']) {
      await rig.form(`${rig.host}/g/states`, {do: deed});
      states.push((await rig.gathering('states')).status);
    }

    assert.deepEqual(states, ['closed', 'scheduled', 'cancelled']);
    assert.equal((await rig.signUp(signup('states'))).body.code, 'closed');
  });

  it('is there for nobody who does not know its address', async () => {
    const wrong = rig.host.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));

    assert.equal((await rig.page(wrong)).status, 404);
    assert.equal((await rig.form(`${wrong}/g/guests`, {do: 'cancel'})).status, 404);
    assert.equal((await fetch(`${rig.origin}/parish/signups.csv`)).status, 404);
    assert.notEqual((await rig.gathering('guests')).status, 'cancelled');
  });
});

function csvOf(gathering: string): string {
  return `${rig.origin}/parish/signups.csv?token=${rig.host.split('/').at(-1)}&gathering=${gathering}`;
}
