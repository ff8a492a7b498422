import {assert} from 'chai';

import {keptOnDevice, onForgotten} from '../testing/device.js';
import {eventually} from '../testing/eventually.js';
import {gathering, json, refusal, type ParishOptions} from '../testing/parish.js';
import {assertAccessibleEverywhere} from './accessible.js';
import type {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

const QUESTIONS = [
  {
    id: 'diet',
    type: 'select',
    label: 'Food',
    options: [
      {value: 'any', label: 'I eat everything'},
      {value: 'veg', label: 'Vegetarian'},
    ],
  },
];
const CONSENTS = [{id: 'news', text: 'Write to me.', version: '1'}];

describe('changing a signup in <ctg-gathering-signup>', () => {
  let visit: Visit;

  afterEach(() => visit.end());

  /** Signs two people up, and says so. */
  async function confirmed(options: ParishOptions = {}): Promise<GatheringSignupHarness> {
    visit = new Visit({
      gatherings: [
        gathering({questions: QUESTIONS, consents: CONSENTS}),
        gathering({id: 'walk', name: 'Walk'}),
      ],
      ...options,
    });
    const widget = await visit.arrive();
    await widget.openForm('Supper for neighbours');
    await widget.introduce();
    await widget.fill({Adults: '2'});
    if (!options.gatherings) await widget.tick('Write to me.');
    await widget.send();
    await widget.says("You're in, Ana.");
    return widget;
  }

  /** Opens the form in which the signup is changed. */
  async function changing(widget: GatheringSignupHarness): Promise<GatheringSignupHarness> {
    await widget.press('Change');
    await widget.says('Nothing changes until you press the button.');
    return widget;
  }

  it('sends what was changed under the same id, and shows what the endpoint has then', async () => {
    const widget = await changing(await confirmed());
    const told = visit.listen('ctg-signup-change');

    assert.equal(widget.focused, 'Supper for neighbours');
    assert.equal(widget.value('Your name'), 'Ana Ruiz');
    assert.equal(widget.value('Adults'), '2');
    assert.isTrue(widget.isTicked('Write to me.'));
    assert.include(widget.buttons, 'Save my changes');
    await widget.fill({Adults: '3', Food: 'veg', 'E-mail': 'ana@example.net'});
    assert.equal(widget.sum, '3 places in all. 7 more are left.');
    await widget.press('Change to 3 people');
    await widget.says('Your change has arrived.');

    const [first] = visit.parish.sent;
    const [change] = visit.parish.changes;
    assert.equal(change!.id, first!.id);
    assert.deepInclude(change, {adults: 3, answers: {diet: 'veg'}, email: 'ana@example.net'});
    assert.deepEqual(change!.consents, first!.consents, 'whoever agreed has not agreed anew');
    assert.include(widget.text, '3 places are yours.');
    assert.deepEqual(told, [{id: first!.id, gathering: 'supper', status: 'confirmed'}]);
    assert.lengthOf(visit.parish.booked, 1);
  });

  it('keeps everything as it is when asked to', async () => {
    const widget = await changing(await confirmed());
    await widget.fill({Adults: '4'});

    await widget.press('Keep it as it is');

    assert.include(widget.text, '2 places are yours.');
    assert.isEmpty(visit.parish.changes);
    await changing(widget);
    assert.equal(widget.value('Adults'), '2');
  });

  it('works on the next visit, from what the endpoint has by then', async () => {
    await confirmed();
    visit.parish.decide({}, {adults: 5, name: 'Ana Maria Ruiz'});

    const widget = await visit.comeBack();
    await widget.press('Show my sign-up: Supper for neighbours');
    await widget.says('5 places are yours.');
    await changing(widget);

    assert.equal(widget.value('Your name'), 'Ana Maria Ruiz');
    await widget.fill({Adults: '1'});
    await widget.press('Change to 1 person');
    await widget.says('1 place is yours.');
    assert.equal(visit.parish.held!.adults, 1);
    assert.notMatch(JSON.stringify([...(await keptOnDevice()).values()]), /Ana|example\./);
  });

  it('shows what another device has changed meanwhile, before anything is changed here', async () => {
    const widget = await confirmed();
    visit.parish.decide({}, {adults: 4});

    await changing(widget);

    assert.equal(widget.value('Adults'), '4');
    visit.parish.decide({status: 'cancelled'});
    await widget.press('Keep it as it is');
    await widget.press('Change');
    await widget.says('These 4 places were given up.');
    assert.isEmpty(await keptOnDevice());
  });

  it('does not bring back what was given up meanwhile', async () => {
    const widget = await changing(await confirmed());
    visit.parish.decide({status: 'cancelled'});
    visit.parish.onChange = () => refusal(409, 'closed', {detail: 'These places were given up.'});

    await widget.fill({Adults: '3'});
    await widget.press('Change to 3 people');

    await widget.says('These 2 places were given up.');
    assert.isEmpty(await keptOnDevice());
  });

  it('says that places are given up once the device has forgotten them, since one may close the page then', async () => {
    for (const gone of [
      () => refusal(409, 'closed'),
      () => json({}, 410),
      // Looked at before it is changed.
      undefined,
    ]) {
      const widget = await confirmed();
      if (gone) await changing(widget);
      const read = (): boolean => /given up|not there any more/.test(widget.text);
      const early: boolean[] = [];
      const stop = onForgotten((key) => key.startsWith('mine:') && early.push(read()));

      if (gone) visit.parish.onChange = gone;
      visit.parish.decide({status: 'cancelled'});
      await widget.press(gone ? 'Save my changes' : 'Change');
      await eventually(read);

      assert.deepEqual(early, [false]);
      stop();
      await visit.end();
    }
  });

  it('looks at what was typed before it sends, and at what the endpoint says of it', async () => {
    const widget = await changing(await confirmed());

    await widget.fill({'Your name': ''});
    await widget.send();
    assert.deepEqual(widget.problems, ['Enter your name.']);
    assert.isTrue(widget.summaryHasFocus);
    assert.isEmpty(visit.parish.changes);

    visit.parish.onChange = () =>
      refusal(422, 'invalid', {errors: [{pointer: '/answers/diet', detail: 'We have no vegetarian soup.'}]});
    await widget.fill({'Your name': 'Ana Ruiz'});
    await widget.send();
    await widget.says('We have no vegetarian soup.');
    assert.equal(widget.problemOf('Food'), 'We have no vegetarian soup.');
    await assertAccessibleEverywhere(visit, widget);
  });

  it('is whole by keyboard and for a screen reader', async () => {
    const widget = await changing(await confirmed());
    await assertAccessibleEverywhere(visit, widget);

    await widget.fill({Adults: '3'});
    await widget.pressEnter();
    await widget.hears('Your change has arrived.');

    assert.equal(widget.focused, "You're in, Ana.");
    await assertAccessibleEverywhere(visit, widget);
  });

  it('sends once, however often it is pressed', async () => {
    const widget = await changing(await confirmed());
    await widget.fill({Adults: '3'});

    await Promise.all([widget.send(), widget.pressEnter(), widget.send()]);
    await widget.says('Your change has arrived.');

    assert.lengthOf(visit.parish.changes, 1);
  });

  it('keeps the number on the waiting list, and says no more than that', async () => {
    visit = new Visit({gatherings: [gathering({taken: 20, waitlist: true})]});
    visit.parish.onSignup = (signup) => visit.parish.confirm(signup, {status: 'waitlisted', position: 2});
    const widget = await visit.arrive();
    await widget.openForm();
    await widget.introduce();
    await widget.send();
    await widget.says('You are number 2');

    await changing(widget);
    await widget.fill({Adults: '3'});
    assert.equal(widget.sum, '3 people for the waiting list.');
    await widget.press('Change to 3 people');
    await widget.says('If 3 places come free');

    assert.isTrue(visit.parish.changes[0]!.waitlist);
  });

  it('has nothing to change once the gathering is cancelled, and says so', async () => {
    const widget = await confirmed();
    visit.parish.document = {
      ...visit.parish.document,
      gatherings: [gathering({status: 'cancelled'}), gathering({id: 'walk', name: 'Walk'})],
    };

    await widget.element.refresh();
    await eventually(() => widget.heading === 'This gathering is cancelled.');
    assert.notIncludeMembers(widget.buttons, ['Change', 'Give up 2 places']);
    await widget.press('All gatherings');
    await widget.says('This gathering is cancelled.');
    assert.notInclude(widget.text, "You're in.");
    await widget.press('Show my sign-up: Supper for neighbours');
    await eventually(() => widget.heading === 'This gathering is cancelled.');

    assert.notIncludeMembers(widget.buttons, ['Change', 'Give up 2 places']);
    await assertAccessibleEverywhere(visit, widget);
  });

  it('ends where the endpoint has no such signup any more', async () => {
    const widget = await changing(await confirmed());
    visit.parish.onChange = () => json({}, 410);

    await widget.fill({Adults: '3'});
    await widget.press('Change to 3 people');

    await widget.says('This sign-up is not there any more.');
  });
});
