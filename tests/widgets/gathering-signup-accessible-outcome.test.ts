import {assert} from 'chai';

import {gathering, inDays, json, refusal} from '../testing/parish.js';
import {assertAccessibleEverywhere} from './accessible.js';
import type {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

const OPTIONS = [
  {value: 'a', label: 'The first'},
  {value: 'b', label: 'The second'},
];
const QUESTIONS = ['text', 'textarea', 'email', 'tel', 'number', 'date', 'select', 'radio', 'checkbox'].map(
  (type) => ({
    id: type,
    type,
    label: `A question to answer by ${type}`,
    help: 'Some help.',
    required: true,
    ...(['select', 'radio', 'checkbox'].includes(type) && {options: OPTIONS}),
  }),
);
const CONSENTS = [
  {id: 'a', text: 'The host may call me', required: true, url: 'https://stpaul.example/privacy'},
  {id: 'b', text: 'Tell me more later'},
];

describe('every form and outcome of <ctg-gathering-signup> is accessible', () => {
  let visit: Visit;

  function visiting(more: Parameters<typeof gathering>[0] = {}): Visit {
    const walk = gathering({id: 'walk', name: 'Evening walk', start: inDays(9), end: inDays(9, '19:00')});
    return (visit = new Visit({gatherings: [gathering(more), walk]}));
  }

  async function sentWith(
    answer: Visit['parish']['onSignup'],
    sentence: string,
  ): Promise<GatheringSignupHarness> {
    visiting({waitlist: true});
    visit.parish.onSignup = answer;
    const widget = await visit.arrive();
    await widget.signUp('Supper for neighbours');
    await widget.says(sentence);
    return widget;
  }

  afterEach(() => {
    document.documentElement.lang = 'en';
    return visit.end();
  });

  it('a form with every type of question, and with everything wrong in it', async () => {
    visiting({questions: QUESTIONS, consents: CONSENTS});
    const widget = await visit.arrive();
    await widget.openForm('Supper for neighbours');
    await assertAccessibleEverywhere(visit, widget);

    await widget.send();
    await widget.says('Please check 12 things');

    await assertAccessibleEverywhere(visit, widget);
  });

  it('can be read in a narrow column in letters twice as large, without scrolling sideways (row 74)', async () => {
    visiting({
      questions: QUESTIONS,
      consents: CONSENTS,
      agenda: [{minutes: 10, title: 'Welcome'}],
      needs: ['family'],
    });
    const {style} = visit.stage.root;
    Object.assign(style, {inlineSize: '320px', fontSize: '32px'});
    const widget = await visit.arrive();
    assert.isTrue(widget.fits, 'the list');

    await widget.open('Supper for neighbours');
    assert.isTrue(widget.fits, 'what is open');

    await widget.openForm();
    await widget.send();
    assert.isTrue(widget.fits, 'the form');

    visit.parish.document = {...visit.parish.document, gatherings: [gathering()]};
    await widget.element.refresh();
    await widget.introduce();
    await widget.send();
    await widget.says("You're in");
    assert.isTrue(widget.fits, 'the confirmation');
  });

  it('the same in Spanish', async () => {
    document.documentElement.lang = 'es';
    visiting({questions: QUESTIONS, consents: CONSENTS});
    const widget = await visit.arrive();
    await widget.openForm('Supper for neighbours');
    await widget.send();

    await assertAccessibleEverywhere(visit, widget);
  });

  it('sending', async () => {
    visiting();
    const release = visit.parish.hold();
    const widget = await visit.arrive();
    await widget.signUp('Supper for neighbours');

    await assertAccessibleEverywhere(visit, widget);
    release();
    await widget.says("You're in");
  });

  it('confirmed, with its calendar open, the question before giving up, and given up', async () => {
    const widget = await sentWith((signup) => visit.parish.confirm(signup), "You're in");
    await widget.press('Add to my calendar');
    await widget.says('Google Calendar');
    await widget.press('Using another device, or one you share?');
    await widget.says('Forget me on this device');
    await assertAccessibleEverywhere(visit, widget);

    await widget.press('Give up my place');
    await widget.says('Give up your place?');
    await assertAccessibleEverywhere(visit, widget);

    await widget.press('Give up my place');
    await widget.says('Done.');
    await assertAccessibleEverywhere(visit, widget);
  });

  for (const [what, receipt, sentence] of [
    ['on the waiting list', {status: 'waitlisted', position: 2}, 'You are number 2'],
    ['asked the host', {status: 'pending', waitsFor: 'host'}, 'Now the host decides.'],
    ['waiting for an e-mail', {status: 'pending', waitsFor: 'email'}, 'look in your e-mail'],
    ['declined', {status: 'declined', message: 'Next time!'}, 'could not give you a place'],
  ] as const) {
    it(what, async () => {
      const widget = await sentWith((signup) => visit.parish.confirm(signup, receipt), sentence);

      await assertAccessibleEverywhere(visit, widget);
    });
  }

  it('fewer places than people', async () => {
    visiting({taken: 17, waitlist: true});
    visit.parish.onSignup = () => refusal(409, 'partial', {places: 3});
    const widget = await visit.arrive();
    await widget.openForm('Supper for neighbours');
    await widget.introduce();
    await widget.fill({Adults: '4'});
    await widget.send();
    await widget.says('You need 4 places.');

    await assertAccessibleEverywhere(visit, widget);
  });

  for (const [what, answer, sentence] of [
    ['sold out meanwhile', () => refusal(409, 'full', {places: 0}), 'Someone was faster'],
    ['refused', () => refusal(403, 'no', {detail: 'Members only.'}), 'could not take this sign-up'],
    [
      'refused for its fields',
      () => refusal(422, 'invalid', {errors: [{pointer: '/name'}]}),
      'Please check 1 thing',
    ],
    ['a busy endpoint', () => refusal(429, 'slow-down', {retryAfter: 600}), 'Many people are signing up'],
  ] as const) {
    it(what, async () => {
      const widget = await sentWith(answer, sentence);

      await assertAccessibleEverywhere(visit, widget);
    });
  }

  it('unclear', async () => {
    visit = new Visit({links: [{rel: 'signups', href: 'gatherings/{gathering}/signups'}]});
    visit.parish.onSignup = () => json({thanks: true});
    const widget = await visit.arrive();
    await widget.signUp();
    await widget.says('We are not sure it arrived');

    await assertAccessibleEverywhere(visit, widget);
  });

  it('saved, the question before it is deleted, and the note above the list', async () => {
    const widget = await sentWith(
      () => Promise.reject(new TypeError('Failed to fetch')),
      'Not sent yet, but saved',
    );
    await assertAccessibleEverywhere(visit, widget);

    await widget.press('Delete it');
    await assertAccessibleEverywhere(visit, widget);

    const back = await visit.comeBack();
    await back.says('1 sign-up is waiting on this device.');
    await assertAccessibleEverywhere(visit, back);
  });

  it('an earlier signup that can’t be looked at, and one that is gone', async () => {
    await sentWith((signup) => visit.parish.confirm(signup), "You're in");
    const widget = await visit.comeBack();
    await widget.says("You're in.");
    await assertAccessibleEverywhere(visit, widget);

    visit.parish.down = true;
    await widget.press('Show my sign-up: Supper for neighbours');
    await widget.says('Nothing has changed.');
    await assertAccessibleEverywhere(visit, widget);

    visit.parish.down = false;
    visit.parish.forget();
    await widget.press('Try again');
    await widget.says('This sign-up is not there any more.');
    await assertAccessibleEverywhere(visit, widget);
  });
});
