import {assert} from 'chai';

import {eventually} from '../testing/eventually.js';
import {gathering} from '../testing/parish.js';
import type {BeforeSubmitEvent} from '../../src/widgets/gathering-signup/gathering-signup.events.js';
import type {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

const QUESTIONS = [
  {id: 'table', type: 'number', label: 'Table'},
  {id: 'days', type: 'checkbox', label: 'Days', options: [{value: 'mon', label: 'Monday'}]},
  {id: 'mail', type: 'email', label: 'Second e-mail'},
];

describe('a page that has a word to say before <ctg-gathering-signup> sends', () => {
  let visit: Visit;
  let widget: GatheringSignupHarness;

  beforeEach(async () => {
    visit = new Visit({gatherings: [gathering({questions: QUESTIONS})]});
    widget = await visit.arrive();
    await widget.openForm();
  });

  afterEach(() => visit.end());

  const listen = (listener: (event: BeforeSubmitEvent) => void): void =>
    visit.stage.root.addEventListener('ctg-before-submit', listener as EventListener);

  it('hears ids and states only, and only when everything is filled in', async () => {
    const details: object[] = [];
    listen(({detail}) => details.push(detail));
    await widget.send();
    await widget.says('Please check');
    assert.lengthOf(details, 0);

    await widget.introduce();
    await widget.send();
    await visit.sent();

    assert.deepEqual(details, [{gathering: 'supper', state: 'open', waitlist: false}]);
  });

  it('stops it, and its reason is shown as text; what was typed is kept', async () => {
    let stops = true;
    listen((event) => {
      if (!stops) return;
      event.preventDefault();
      event.reason = 'Members only <b>today</b>.';
    });
    await widget.introduce();
    await widget.send();

    await widget.says('Members only <b>today</b>.');
    await widget.says('What you typed is still here.');
    assert.equal(widget.value('Your name'), 'Ana Ruiz');
    assert.equal(visit.parish.sent.length, 0);
    assert.equal(widget.focused, 'Members only <b>today</b>.');

    stops = false;
    await widget.send();
    await widget.says("You're in, Ana.");
    assert.equal(visit.parish.sent.length, 1);
  });

  it('stops it without a reason, and the visitor still reads that nothing is booked', async () => {
    listen((event) => event.preventDefault());
    await widget.introduce();
    await widget.send();

    await widget.says('This website stopped the sign-up. Nothing is booked.');
  });

  it('answers questions that the gathering asks, and no others', async () => {
    listen((event) => event.addFields({table: 7, days: ['mon'], shoe: '44', ['__proto__']: 'x'}));
    await widget.introduce();
    await widget.send();
    await visit.sent();

    assert.deepEqual(visit.parish.sent[0]!.answers, {table: 7, days: ['mon']});
  });

  it('passes on what is no answer, and the visitor signs up all the same', async () => {
    const mistakes = {table: null, days: [1, 2], mail: {of: 'nobody'}} as never;
    listen((event) => event.addFields(mistakes));
    await widget.introduce();
    await widget.send();

    await widget.says("You're in, Ana.");
    assert.deepEqual(visit.parish.sent[0]!.answers, {});
  });

  it('is told like a visitor when what it adds can’t be sent', async () => {
    listen((event) => event.addFields({mail: 'no address'}));
    await widget.introduce();
    await widget.send();

    await eventually(() => widget.problems.length === 1, 'a mistake to be named');
    assert.equal(widget.value('Second e-mail'), 'no address');
    assert.equal(visit.parish.sent.length, 0);
  });
});
