import {assert} from 'chai';
import {html} from 'lit';

import {keptOnDevice} from '../testing/device.js';
import {eventually} from '../testing/eventually.js';
import type {LeagueOptions} from '../testing/league.js';
import {json, refusal} from '../testing/parish.js';
import {PledgeVisit} from './pledge-visit.js';
import type {ValuesPledgeHarness} from './values-pledge.harness.js';

describe('pledging in <ctg-values-pledge>', () => {
  let visit: PledgeVisit;

  async function open(
    options: LeagueOptions = {},
    ...values: readonly string[]
  ): Promise<ValuesPledgeHarness> {
    visit = new PledgeVisit(options);
    const widget = await visit.arrive();
    await widget.tick(...values);
    await widget.isOpen();
    return widget;
  }

  async function pledge(widget: ValuesPledgeHarness): Promise<void> {
    await widget.introduce();
    await widget.send();
    await widget.says('Thank you, Ana.');
  }

  afterEach(() => visit.end());

  it('sends what was chosen and nothing that is not asked for, and says thank you', async () => {
    const widget = await open({}, 'Love', 'Service');
    const events = visit.listen<object>('ctg-pledge');

    await pledge(widget);

    const [sent] = visit.league.sent;
    assert.deepEqual(sent?.values, [{id: 'love'}, {id: 'service'}]);
    assert.equal(sent?.display, 'anonymous');
    assert.equal(sent?.kind, 'person');
    assert.notProperty(sent, 'place');
    await widget.says('You chose Love and Service.');
    assert.deepEqual(events, [{id: sent?.id, status: 'confirmed', delivery: 'delivered'}]);
  });

  it('sends no town that was typed before somebody chose to be only counted, however long it is', async () => {
    const widget = await open({}, 'Love');
    await widget.choose('My full name');
    await widget.fill({Town: 'Reno'.repeat(100)});
    await widget.choose('Nothing. Only count me.');

    await pledge(widget);

    assert.notProperty(visit.league.sent[0], 'place');
  });

  it('never sends what somebody wants to do this month, and keeps it on this device only as long as the pledge', async () => {
    const widget = await open({}, 'Love');
    await widget.fill({'This month I will': 'cook on Fridays'});

    await pledge(widget);

    assert.notInclude(JSON.stringify(visit.league.sent), 'cook on Fridays');
    assert.notInclude(visit.league.asked.join(), 'cook');
    assert.include(JSON.stringify([...(await keptOnDevice()).values()]), 'cook on Fridays');
    await widget.press('Take my pledge back');
    await widget.says('Take it back?');
    await widget.press('Take my pledge back');
    await widget.says('Done. Your pledge is taken back');
    assert.notInclude(JSON.stringify([...(await keptOnDevice()).values()]), 'cook on Fridays');
  });

  it('sends own words of the values that are ticked, and no other', async () => {
    const widget = await open({}, 'Love');
    await widget.press('Add my own words');
    assert.include(widget.text, 'Everyone can read this once St Paul’s has checked it.');
    await widget.fill({'In my own words': 'I greet everyone.'});
    await widget.tick('Love', 'Courage');

    await pledge(widget);

    assert.deepEqual(visit.league.sent[0]?.values, [{id: 'courage'}]);
  });

  it('asks for a value, a name and an address, keeps what was typed, and goes there', async () => {
    const widget = await open({}, 'Love');
    await widget.tick('Love');
    await widget.fill({'This month I will': 'listen'});

    await widget.send();

    assert.deepEqual(widget.problems, [
      'Choose at least one value.',
      'Enter your name.',
      'Give your e-mail address.',
    ]);
    assert.equal(widget.value('This month I will'), 'listen');
    assert.isEmpty(visit.league.sent);
    await widget.press('Choose at least one value.');
    await eventually(() => widget.focused.startsWith('Love'), 'the box of the first value to have the focus');
  });

  it('does not send words that are longer than can be kept, and says by how much', async () => {
    const widget = await open({}, 'Love');
    await widget.press('Add my own words');
    await widget.fill({'In my own words': 'x'.repeat(5_000)});
    await widget.introduce();

    await widget.send();

    assert.deepEqual(widget.problems, ['This is too long. Make it 3,000 characters shorter.']);
    assert.lengthOf(widget.value('In my own words'), 5_000);
  });

  it('takes an organisation with its website, and only from who may speak for it', async () => {
    const widget = await open({}, 'Integrity');
    await widget.press('We are an organisation');
    await widget.fill({
      'Name of the organisation': 'Riverside Bakery',
      'E-mail': 'hello@bakery.example',
      Website: 'bakery.example',
    });

    await widget.send();
    assert.deepEqual(widget.problems, ['Tick this box to go on.']);
    await widget.choose('I may speak for this organisation.');
    await widget.send();
    await widget.says('Thank you');

    const [sent] = visit.league.sent;
    assert.equal(sent?.kind, 'organisation');
    assert.equal(sent?.url, 'https://bakery.example/');
    assert.isTrue(sent?.speaks);
  });

  for (const [who, other] of [
    ['person', false],
    ['organisation', false],
    ['both', true],
  ] as const)
    it(`offers the other kind only where both may pledge: for="${who}"`, async () => {
      visit = new PledgeVisit();
      const widget = await visit.arrive(
        html`<ctg-values-pledge for=${who} endpoint=${visit.league.url}></ctg-values-pledge>`,
      );
      await widget.tick('Love');
      await widget.isOpen();

      assert.equal(widget.buttons.includes('We are an organisation'), other);
      assert.equal(widget.text.includes('Name of the organisation'), who === 'organisation');
    });

  it('shows a name only to who asks for it, as it would be shown', async () => {
    const widget = await open({}, 'Love');
    await widget.introduce();
    await widget.says('My first name: Ana R.');
    assert.include(widget.buttons, 'Count me in');

    await widget.choose('My first name');
    assert.include(widget.buttons, 'Add my name');
    await widget.send();
    await widget.says('Thank you, Ana.');

    assert.equal(visit.league.sent[0]?.display, 'initial');
  });

  it('says that a name waits to be read', async () => {
    const widget = await open({}, 'Love');
    visit.league.onPledge = ({id}) => json({id, status: 'pending', waitsFor: 'host', token: 'secret'}, 201);
    await widget.introduce();
    await widget.choose('My full name');

    await widget.send();

    await widget.says('Your name will show when St Paul’s has read it.');
  });

  it('may be stopped by the page, and says why', async () => {
    const widget = await open({}, 'Love');
    visit.stage.root.addEventListener('ctg-before-submit', (event) => {
      (event as Event & {reason: string}).reason = 'Not on Sundays.';
      event.preventDefault();
    });
    await widget.introduce();

    await widget.send();

    await widget.says('Not on Sundays.');
    assert.isEmpty(visit.league.sent);
  });

  it('believes no receipt of somebody else, loses nothing and counts once', async () => {
    const widget = await open({}, 'Love');
    visit.league.onPledge = () => json({id: 'another', status: 'confirmed'}, 201);
    await widget.introduce();

    await widget.send();

    await widget.says('We are not sure it arrived');
    assert.notInclude(widget.text, 'Thank you');
  });

  it('keeps a pledge on the device while nothing can be reached, in its own words, and sends it once', async () => {
    const widget = await open({}, 'Love');
    visit.league.down = true;
    await widget.introduce();
    await widget.send();
    await widget.says('Your pledge is saved on this device.');
    assert.notInclude(widget.text, 'sign-up');

    visit.league.down = false;
    await widget.press('Send now');
    await widget.says('Thank you, Ana.');

    assert.lengthOf(visit.league.sent, 1);
  });

  it('is not counted where the endpoint does not want it, and what was typed stays', async () => {
    const widget = await open({}, 'Love');
    visit.league.onPledge = () => refusal(403, 'no', {detail: 'Members only.'});
    await widget.introduce();

    await widget.send();

    await widget.says('St Paul’s could not take this pledge.');
    assert.include(widget.text, 'They say: Members only.');
    assert.equal(widget.value('Your name'), 'Ana Ruiz');
  });

  it('comes back on the next visit, changes words and takes the pledge back', async () => {
    const first = await open({}, 'Love');
    await pledge(first);
    await visit.stage.show(html``);
    const widget = await visit.arrive();
    await widget.says('Thank you, Ana.');

    await widget.press('Change my words');
    await widget.isOpen();
    await widget.tick('Respect');
    await widget.press('Save my changes');
    await widget.says('Your change has arrived.');
    assert.deepEqual(
      visit.league.kept?.values.map(({id}) => id),
      ['love', 'respect'],
    );

    const events = visit.listen<object>('ctg-pledge-withdraw');
    await widget.press('Take my pledge back');
    await widget.press('Keep it');
    await widget.says('Thank you, Ana.');
    await widget.press('Take my pledge back');
    await widget.says('Take it back?');
    await widget.press('Take my pledge back');
    await widget.says('Done. Your pledge is taken back');
    assert.lengthOf(events, 1);
    assert.isUndefined(visit.league.kept);
  });

  it('opens by a private link, changes nothing by it, and says so where there is nothing any more', async () => {
    const first = await open({}, 'Love');
    await pledge(first);
    await visit.stage.show(html``);
    await new Promise<void>((resolve) => {
      const gone = indexedDB.deleteDatabase('ctg');
      gone.onsuccess = gone.onerror = gone.onblocked = () => resolve();
    });
    history.replaceState(null, '', '#ctg-pledge-1=secret');
    const widget = await visit.arrive();
    await widget.says('Thank you, Ana.');
    assert.notInclude(visit.league.asked.join(), 'DELETE');

    visit.league.kept = undefined;
    await visit.stage.show(html``);
    const again = await visit.arrive();
    await again.says('This link does not work any more.');
  });
});
