import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {seed} from '../../../demo/endpoint/seed/seed.js';
import {lettersTo, Sheet} from './desk.js';
import {PostOffice} from './post-office.js';
import {home, planned, Rig, signup, siteOf} from './rig.js';

const HOME = {name: 'A home', address: '48 Juniper Court', revealed: 'confirmed'} as const;

const site = siteOf(
  planned('quiet', {}, {description: 'Before', place: {name: 'Hall', lat: 39, lon: -119}}),
  planned('moved', {}, {name: 'Soup', place: {name: 'Hall', address: '1 Old Street'}}),
  planned('at-home', {}, {place: HOME, waitlist: true}),
  planned('twice', {}, {place: {name: 'Hall'}}),
  planned('stale'),
  planned('crowded', {capacity: 5}),
  planned('over', {capacity: 1}, {waitlist: true}),
  planned('unused'),
  planned('used'),
);

let rig: Rig;
let office: PostOffice;
before(async () => {
  office = await PostOffice.open();
  rig = await Rig.start(site, {smtpUrl: office.url});
});
after(async () => {
  await rig.close();
  await office.close();
});

/** Letters about another time or place. */
const moved = (address: string, count = 1) =>
  lettersTo(office, address, /^(?:Changed|New time or place): /, count);
const edit = (id: string) => Sheet.open(rig, `/g/${id}/edit`);

describe('changing a gathering', () => {
  it('saves at once where nobody has to be told, and keeps what the form does not show', async () => {
    await rig.signUp(signup('quiet'));

    const saved = await (await edit('quiet')).press('look', {description: 'After', capacity: '8'});

    assert.match(saved.text, /Saved\./);
    const {description, capacity, place} = await rig.gathering('quiet');
    assert.deepEqual([description, capacity, place?.lat], ['After', 8, 39]);
  });

  it('asks whether guests are told of another time and place, and writes to each of them alone', async () => {
    const {body: ana} = await rig.signUp(signup('moved', {email: 'ana@moved.example'}));
    await rig.signUp(signup('moved', {email: 'ben@moved.example', name: 'Ben'}));
    const {email: _email, ...phoneOnly} = signup('moved', {phone: '775 555 0123', name: 'Clara'});
    await rig.signUp(phoneOnly);

    const asked = await (
      await edit('moved')
    ).press('look', {start: '17:00', end: '19:00', address: '9 New Street'});
    const before = await rig.gathering('moved');
    const saved = await asked.press('tell');

    assert.equal(asked.button('tell'), 'Save, and send 2 letters');
    assert.match(asked.text, /One has no e-mail address. Call them. Clara 775 555 0123/);
    assert.equal(before.place?.address, '1 Old Street', 'nothing is saved before the press');
    assert.match(saved.text, /letters are on their way/);
    const [letter] = await moved('ana@moved.example');
    await moved('ben@moved.example');
    assert.match(letter?.subject ?? '', /Soup/);
    for (const said of ['5:00', '9 New Street', '1 Old Street'])
      assert.ok(letter?.text?.includes(said), said);
    assert.ok(letter?.text?.includes(ana.manage!), 'their own private link');
    assert.ok(!/ben@|Clara|775 555/.test(letter?.text ?? ''), 'nothing of others');
  });

  it('gives an address in a letter only to those who have a place', async () => {
    const yes = await rig.signUp(signup('at-home', {email: 'yes@home.example'}));
    await rig.signUp(signup('at-home', {email: 'asks@home.example'}));
    await rig.form(`${rig.host}/signups/${yes.body.id}`, {do: 'accept'});

    const asked = await (
      await edit('at-home')
    ).press('look', {place: 'Another home', address: '2 Hidden Lane'});
    await asked.press('tell');

    const [in_] = await moved('yes@home.example');
    const [asks] = await moved('asks@home.example');
    assert.match(in_?.text ?? '', /Another home, 2 Hidden Lane/);
    assert.match(asks?.text ?? '', /Another home/);
    assert.ok(!/Juniper|Hidden/.test(asks?.text ?? ''));
  });

  it('writes once when the button is pressed twice, and to nobody where the host says so', async () => {
    await rig.signUp(signup('twice', {email: 'once@twice.example'}));

    const asked = await (await edit('twice')).press('look', {place: 'Library'});
    const [one, two] = await Promise.all([asked.press('tell'), asked.press('tell')]);
    const late = await asked.press('tell');
    const again = await (await edit('twice')).press('look', {place: 'Garden'});
    await again.press('quiet');
    const last = await (await edit('twice')).press('look', {place: 'Kitchen'});
    await last.press('tell');

    assert.deepEqual([one.status, two.url, late.url], [200, one.url, one.url]);
    const letters = await moved('once@twice.example', 2);
    assert.equal(letters.length, 2);
    assert.ok(letters[0]?.text?.includes('Library') && letters[1]?.text?.includes('Kitchen'));
  });

  it('tells the second of two who edit at once, and saves nothing of theirs unseen', async () => {
    const [one, two] = [await edit('stale'), await edit('stale')];

    await one.press('look', {name: 'Changed by one'});
    const told = await two.press('look', {name: 'Changed by two'});
    const meanwhile = await rig.gathering('stale');
    await told.press('look');

    assert.equal(told.status, 409);
    assert.match(told.text, /was changed while you were typing/);
    assert.match(told.body, /value="Changed by two"/);
    assert.equal(meanwhile.name, 'Changed by one');
    assert.equal((await rig.gathering('stale')).name, 'Changed by two', 'at the second press, knowingly');
  });

  it('takes no capacity below those who are in, also when they came in meanwhile', async () => {
    await rig.signUp(signup('crowded', {adults: 3}));
    const form = await edit('crowded');
    const refused = await form.press('look', {capacity: '2'});
    await rig.signUp(signup('crowded', {adults: 1}));
    const late = await form.press('look', {capacity: '3'});

    assert.deepEqual(refused.errors, ['3 people have a place already. Enter 3 or more.']);
    assert.deepEqual(late.errors, ['4 people have a place already. Enter 4 or more.']);
    assert.equal((await rig.gathering('crowded')).capacity, 5);
  });

  it('may change other things of a gathering that is knowingly over its number', async () => {
    await rig.signUp(signup('over'));
    const {body} = await rig.signUp(signup('over', {waitlist: true}));
    await rig.form(`${rig.host}/signups/${body.id}`, {do: 'accept', over: '2'});

    const saved = await (await edit('over')).press('look', {name: 'Still over'});

    assert.match(saved.text, /Saved\./);
    assert.deepEqual(
      [(await rig.gathering('over')).name, (await rig.gathering('over')).taken],
      ['Still over', 2],
    );
  });
});

describe('deleting a gathering', () => {
  it('is there for one that nobody signed up for', async () => {
    const page = await Sheet.open(rig, '/g/unused');

    const gone = await page.press('remove');
    const again = await page.press('remove');

    assert.match(gone.text, /The gathering is deleted/);
    assert.match(again.text, /The gathering is deleted/);
    assert.equal((await Sheet.open(rig, '/g/unused')).status, 404);
  });

  it('is refused when somebody signed up meanwhile, and then not offered any more', async () => {
    const page = await Sheet.open(rig, '/g/used');
    await rig.signUp(signup('used'));

    const refused = await page.press('remove');

    assert.match(refused.text, /Someone signed up for it. You can cancel it instead/);
    assert.equal(refused.button('remove'), '');
    assert.equal((await rig.gathering('used')).taken, 1);
  });
});

describe('the calendar of the demonstration', () => {
  it('brings back nothing that a host deleted, and leaves alone what a host changed', async () => {
    const place = await home();
    const own = siteOf(planned('kept'), planned('deleted'));
    const first = await Rig.start(own, {}, {...place, forget: () => undefined});
    await (await Sheet.open(first, '/g/deleted')).press('remove');
    await (await Sheet.open(first, '/g/kept/edit')).press('look', {name: 'The host’s own words'});
    await first.close();

    const database = await place.open();
    await seed(database, [own], Date.now());
    const rows = await database.query<{id: string; name: string}>(
      `select id, details ->> 'name' as name from gatherings where site = 'parish'`,
    );
    await database.close();
    place.forget();

    assert.deepEqual(rows, [{id: 'kept', name: 'The host’s own words'}]);
  });
});
