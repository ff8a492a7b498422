import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Gathering} from '../../../src/protocol/gathering.js';
import {DocumentSchema} from '../../../src/protocol/document.js';
import {Sheet, type Typed} from './desk.js';
import {planned, Rig, signup, siteOf} from './rig.js';

/** Long enough before the dates below that none of them is over. */
const NOW = Date.parse('2026-11-25T12:00:00Z');
const HOSTILE = '"><script>alert(1)</script> \'&';

let rig: Rig;
before(async () => {
  const series = {id: 'thursdays', label: 'First Thursday of the month'};
  rig = await Rig.start(
    siteOf(
      planned('old', {}, {questions: [{id: 'own', type: 'text', label: 'Which song?'}], values: ['love']}),
      planned('dec', {day: () => '2026-12-03'}, {series}),
      planned('jan', {day: () => '2027-01-07'}, {series}),
    ),
    {now: () => NOW},
  );
});
after(() => rig.close());

const evening: Typed = {
  name: 'Soup evening',
  date: '2026-12-10',
  start: '18:00',
  end: '19:30',
  capacity: '12',
};

const gatherings = async (name: string): Promise<Gathering[]> => {
  const {body} = await rig.ask<{gatherings: Gathering[]}>('GET', 'ctg.json');
  return body.gatherings.filter((gathering) => gathering.name === name);
};

/** Fills in the form for a new gathering and looks at what would be saved. */
const look = async (typed: Typed): Promise<Sheet> =>
  (await Sheet.open(rig, '/new')).press('look', {...evening, ...typed});

describe('adding a gathering', () => {
  it('shows it before it is saved, and publishes everything that was typed', async () => {
    const seen = await look({
      description: 'Soup for all.\r\nBring a bowl.',
      place: 'Parish hall',
      address: '12 Mill Street',
      host: 'Maria Lopez',
      minimum: '5',
      partyMax: '6',
      needs: ['local-food', 'family'],
      sector: 'religious',
      language: 'es',
      agenda: '10 Welcome\n35 min Heart round – Stories\nSupper',
      ask: ['food', 'access'],
      consents: ['contact'],
    });
    const nothingYet = await gatherings('Soup evening');
    const saved = await seen.press('save');

    assert.match(seen.text, /Thursday,? 10 December 2026 6:00 to 7:30/);
    assert.deepEqual([seen.button('save'), nothingYet], ['Add this gathering', []]);
    assert.match(saved.text, /Saved. People can sign up/);
    const [gathering] = await gatherings('Soup evening');
    assert.deepEqual(
      [gathering?.start, gathering?.end, gathering?.timeZone, gathering?.capacity, gathering?.waitlist],
      ['2026-12-10T18:00:00-08:00', '2026-12-10T19:30:00-08:00', 'America/Los_Angeles', 12, true],
    );
    assert.deepEqual(gathering?.place, {name: 'Parish hall', address: '12 Mill Street', revealed: 'always'});
    assert.deepEqual(gathering?.agenda, [
      {minutes: 10, title: 'Welcome'},
      {minutes: 35, title: 'Heart round', text: 'Stories'},
      {title: 'Supper'},
    ]);
    assert.deepEqual(
      [gathering?.description, gathering?.host, gathering?.minimum, gathering?.partyMax, gathering?.needs],
      ['Soup for all.\nBring a bowl.', {name: 'Maria Lopez'}, 5, 6, ['local-food', 'family']],
    );
    assert.deepEqual(
      [gathering?.sector, gathering?.language, gathering?.series, gathering?.contact],
      ['religious', 'es', undefined, 'either'],
    );
    assert.deepEqual(
      gathering?.questions?.map(({id}) => id),
      ['diet', 'access'],
    );
    assert.deepEqual(
      gathering?.consents?.map(({id}) => id),
      ['contact'],
    );
  });

  it('keeps an address for those who have a place', async () => {
    const seen = await look({name: 'At home', place: 'A home', address: '48 Juniper Court', later: 'yes'});
    await seen.press('save');

    const [gathering] = await gatherings('At home');
    assert.deepEqual(gathering?.place, {name: 'A home', revealed: 'confirmed'});
  });

  it('asks each person to confirm by e-mail where the host ticks that, in copies too, until it is unticked', async () => {
    const seen = await look({name: 'Asks', confirm: 'yes', consents: [], repeat: 'weekly', times: '2'});
    assert.match(seen.text, /E-mail Each person is asked to confirm by e-mail/);
    await seen.press('save');
    const [first, second] = await gatherings('Asks');

    const waits = await rig.signUp(signup(first!.id));
    await (
      await (
        await Sheet.open(rig, `/new?from=${first!.id}`)
      ).press('look', {name: 'A copy that asks', date: '2027-02-01'})
    ).press('save');
    const form = await Sheet.open(rig, `/g/${second!.id}/edit`);
    await form.press('look', {confirm: []});

    assert.deepEqual([waits.body.status, waits.body.waitsFor], ['pending', 'email']);
    const contacts = [...(await gatherings('Asks')), ...(await gatherings('A copy that asks'))];
    assert.deepEqual(
      contacts.map(({contact}) => contact),
      ['email', 'either', 'email'],
    );
    assert.equal((await rig.signUp(signup(second!.id))).body.status, 'confirmed');
  });

  it('is saved once, however often the button is pressed', async () => {
    const seen = await look({name: 'Pressed twice'});

    const [one, two] = await Promise.all([seen.press('save'), seen.press('save')]);
    const three = await seen.press('save');

    assert.equal((await gatherings('Pressed twice')).length, 1);
    assert.deepEqual([two.url, three.url], [one.url, one.url]);
  });

  it('goes back to the form with everything that was typed', async () => {
    const seen = await look({
      name: 'Not yet right',
      description: 'Two\nlines',
      needs: ['family', 'housing'],
      waitlist: [],
    });

    const form = await seen.press('change');
    const again = await form.press('look', {name: 'Right now'});
    await again.press('save');

    const [gathering] = await gatherings('Right now');
    assert.deepEqual(
      [gathering?.description, gathering?.needs, gathering?.waitlist],
      ['Two\nlines', ['family', 'housing'], false],
    );
  });

  const wrong: [string, Typed, RegExp][] = [
    ['an end before the start', {end: '17:00'}, /ends before it begins/],
    ['no name', {name: ' '}, /Give the gathering a name/],
    ['a day that is over', {date: '2026-11-01'}, /This day is over/],
    ['a day that does not exist', {date: '2026-02-30'}, /Choose a day/],
    ['no start', {start: ''}, /Say when it begins/],
    ['a capacity that is no number', {capacity: 'many'}, /Enter a number from 1/],
    ['a minimum above the places', {minimum: '13'}, /more than there are places/],
    ['a time zone that does not exist', {zone: 'Mars/Olympus'}, /Choose a time zone/],
    ['a language that is none', {language: '???'}, /can not be kept/],
    ['10,000 dates', {repeat: 'weekly', times: '10000'}, /10,000 dates are too many. A series can have 60/],
    ['a last day a hundred years away', {repeat: 'weekly', until: '2126-01-01'}, /more than 60 dates/],
    [
      'a number of dates and a last day',
      {repeat: 'weekly', times: '3', until: '2027-01-01'},
      /one of the two/,
    ],
    ['a series without an end', {repeat: 'weekly'}, /how often it takes place, or on which day/],
    ['a last day before the first', {repeat: 'weekly', until: '2026-12-01'}, /not after the first day/],
    ['dates without a rhythm', {times: '4'}, /Choose how often/],
    ['a name of a megabyte’s kind', {name: 'x'.repeat(201)}, /too long. 200 letters/],
  ];
  for (const [what, typed, sentence] of wrong)
    it(`says beside the field what is wrong with ${what}, and keeps what was typed`, async () => {
      const form = await look({description: 'Still here', ...typed});

      assert.equal(form.status, 422);
      assert.equal(form.errors.length, 1, form.errors.join());
      assert.match(form.errors[0] ?? '', sentence);
      assert.match(form.text, /Please check 1 thing/);
      assert.match(form.body, /id="problem" tabindex="-1" autofocus/);
      assert.match(form.body, />\nStill here<\/textarea>/);
    });

  it('takes markup for text, and nothing it says breaks the document', async () => {
    const typed = {
      name: HOSTILE,
      description: HOSTILE,
      host: HOSTILE,
      place: HOSTILE,
      agenda: HOSTILE,
      needs: [HOSTILE],
    };

    const seen = await look(typed);
    const saved = await seen.press('save');

    const {body} = await rig.ask<object>('GET', 'ctg.json');
    assert.ok(DocumentSchema.safeParse(body).success);
    assert.deepEqual(
      (await gatherings(HOSTILE)).map(({host}) => host?.name),
      [HOSTILE],
    );
    for (const page of [seen, saved, await Sheet.open(rig), await seen.press('change')])
      assert.ok(!page.body.includes('<script'));
  });
});

describe('adding a series', () => {
  it('keeps the clock on the wall when summer time begins', async () => {
    const seen = await look({name: 'Weekly', date: '2027-03-10', repeat: 'weekly', times: '2'});
    await seen.press('save');

    const dates = await gatherings('Weekly');
    assert.deepEqual(
      dates.map(({start}) => start),
      ['2027-03-10T18:00:00-08:00', '2027-03-17T18:00:00-07:00'],
    );
    assert.equal(new Set(dates.map(({series}) => series?.id)).size, 1);
    assert.equal(dates[0]?.series?.label, 'Every Wednesday');
  });

  it('says which dates do not exist, and leaves them out', async () => {
    const seen = await look({name: 'On the 31st', date: '2027-01-31', repeat: 'date', times: '3'});
    await seen.press('save');

    assert.match(seen.text, /Left out: February 2027 and April 2027. These months have no 31st/);
    assert.equal(seen.button('save'), 'Add 3 gatherings');
    assert.deepEqual(
      (await gatherings('On the 31st')).map(({start}) => start?.slice(0, 10)),
      ['2027-01-31', '2027-03-31', '2027-05-31'],
    );
  });

  it('lists all of sixty dates before they are saved', async () => {
    const seen = await look({name: 'Sixty', date: '2026-12-03', repeat: 'weekday', times: '60'});
    await seen.press('save');

    assert.equal(seen.body.match(/<li>Thursday/g)?.length, 60);
    assert.match(seen.text, /First Thursday of the month/);
    const dates = await gatherings('Sixty');
    assert.deepEqual([dates.length, dates[59]?.start?.slice(0, 10)], [60, '2031-11-06']);
  });

  it('says so where the clocks jump over the time at which it begins', async () => {
    const seen = await look({date: '2027-03-14', start: '02:30', end: '04:00'});

    assert.match(seen.text, /clocks go forward, and 02:30 does not exist. It begins at 03:30/);
  });

  it('grows by one date, which the form already proposes', async () => {
    const form = await Sheet.open(rig, '/new?from=dec&again');
    assert.match(form.body, /value="2027-02-04"/);

    await (await form.press('look')).press('save');

    const dates = (await gatherings('Gathering dec')).map(({start, series}) => [
      start?.slice(0, 10),
      series?.id,
    ]);
    assert.deepEqual(dates, [
      ['2026-12-03', 'thursdays'],
      ['2027-02-04', 'thursdays'],
    ]);
  });
});

describe('copying a gathering', () => {
  it('takes everything but its day and its guests', async () => {
    const form = await Sheet.open(rig, '/new?from=old');

    await (await form.press('look', {name: 'A copy', date: '2026-12-20'})).press('save');

    const [copy] = await gatherings('A copy');
    assert.deepEqual([copy?.questions?.map(({id}) => id), copy?.values, copy?.taken], [['own'], ['love'], 0]);
  });
});
