import {assert} from 'chai';

import {eventually} from '../testing/eventually.js';
import {gathering, json, refusal} from '../testing/parish.js';
import {assertAccessibleEverywhere} from './accessible.js';
import type {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

describe('a change that is not made in <ctg-gathering-signup>', () => {
  let visit: Visit;

  afterEach(() => {
    Reflect.deleteProperty(navigator, 'onLine');
    return visit.end();
  });

  /** Signs two people up, opens the form again, and asks for `adults`. */
  async function asking(adults: string): Promise<GatheringSignupHarness> {
    visit = new Visit({
      gatherings: [
        gathering({series: {id: 'supper'}}),
        gathering({
          id: 'next',
          name: 'Next supper',
          start: '2100-01-01T18:00Z',
          end: undefined,
          series: {id: 'supper'},
        }),
      ],
    });
    const widget = await visit.arrive();
    await widget.openForm('Supper for neighbours');
    await widget.introduce();
    await widget.fill({Adults: '2'});
    await widget.send();
    await widget.says("You're in, Ana.");
    await widget.press('Change');
    await widget.says('Nothing changes until you press the button.');
    await widget.fill({Adults: adults});
    return widget;
  }

  /** What is shown of the old signup once the form is left. */
  async function after(widget: GatheringSignupHarness): Promise<string> {
    await widget.press('Keep it as it is');
    return widget.text;
  }

  it('says how many places there are, keeps the old ones, and takes what is left on a press', async () => {
    const widget = await asking('8');
    visit.parish.onChange = (signup) =>
      signup.adults > 4 ? refusal(409, 'partial', {places: 4}) : visit.parish.change(signup);

    await widget.send();
    await widget.says('Not changed yet');

    assert.equal(widget.focused, 'Not changed yet');
    assert.include(widget.text, 'There are 4 places for you at most. You still have your 2 places.');
    assert.equal(widget.value('Adults'), '8', 'what was typed is kept');
    assert.lengthOf(visit.parish.changes, 1, 'nothing is booked silently');
    await assertAccessibleEverywhere(visit, widget);
    await widget.press('Take 4 places');
    await widget.says('4 places are yours.');
    assert.equal(visit.parish.held!.adults, 4);
  });

  it('asks who comes, where a family has to leave some at home', async () => {
    const widget = await asking('3');
    await widget.fill({Children: '3'});
    visit.parish.onChange = () => refusal(409, 'partial', {places: 4});
    await widget.send();
    await widget.says('There are 4 places for you at most.');

    await widget.press('Take 4 places');

    assert.equal(widget.focused, 'Adults, you included');
    assert.lengthOf(visit.parish.changes, 1);
  });

  it('says that nothing is left, offers the next one like it, and keeps the old places', async () => {
    const widget = await asking('6');
    visit.parish.onChange = () => refusal(409, 'partial', {places: 2});

    await widget.send();
    await widget.says('No more places are left.');

    assert.include(widget.text, 'Next one with places: January 1');
    assert.notInclude(widget.buttons, 'Take 2 places');
    assert.include(await after(widget), '2 places are yours.');
  });

  it('says that nobody can be added once sign-up has closed, and lets a party shrink', async () => {
    const widget = await asking('3');
    visit.parish.onChange = (signup) =>
      signup.adults > 2
        ? refusal(409, 'closed', {detail: 'Sign-up has closed.'})
        : visit.parish.change(signup);

    await widget.send();
    await widget.says('Nobody can be added any more. You can still come with fewer people.');
    assert.include(widget.text, 'You still have your 2 places.');

    await widget.fill({Adults: '1'});
    await widget.press('Change to 1 person');
    await widget.says('1 place is yours.');
  });

  it('does not wait in secret for a connection: it says that nothing has changed', async () => {
    const widget = await asking('3');
    visit.parish.down = true;
    Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});

    await widget.send();
    await widget.says('Not changed yet');
    assert.include(widget.text, 'You are offline.');
    assert.include(widget.text, 'You still have your 2 places.');
    assert.notInclude(widget.text, 'saved');
    await assertAccessibleEverywhere(visit, widget);

    visit.parish.down = false;
    Reflect.deleteProperty(navigator, 'onLine');
    window.dispatchEvent(new Event('online'));
    assert.isEmpty(visit.parish.changes, 'nothing goes out by itself');
    await widget.press('Change to 3 people');
    await widget.says('3 places are yours.');
  });

  it('says that it does not know, where neither an answer comes nor a look tells', async () => {
    const widget = await asking('3');
    visit.parish.onChange = () => {
      visit.parish.down = true;
      throw new TypeError('Failed to fetch');
    };

    await widget.send();
    await widget.says('We are not sure it arrived');

    assert.include(widget.text, 'It counts once, however often you press it.');
    assert.notInclude(widget.text, 'You still have');
    await assertAccessibleEverywhere(visit, widget);
  });

  it('looks where the answer got lost, and says that it arrived when it did', async () => {
    const widget = await asking('3');
    visit.parish.onChange = (signup) => {
      visit.parish.change(signup);
      throw new TypeError('Failed to fetch');
    };

    await widget.send();

    await widget.says('Your change has arrived.');
    assert.lengthOf(visit.parish.changes, 1);
  });

  it('looks where the answer proves nothing, and says that nothing has changed when it has not', async () => {
    const widget = await asking('3');
    visit.parish.onChange = () => json({ok: true});

    await widget.send();

    await widget.says('Not changed yet');
    assert.include(widget.text, 'Try again in a few minutes. You still have your 2 places.');
  });

  it('says when it may be tried again, where the endpoint wants to be left alone', async () => {
    const widget = await asking('3');
    visit.parish.onChange = () => refusal(429, 'slow-down', {retryAfter: 120});
    const asked = visit.parish.asked.length;

    await widget.send();

    await eventually(() => /Try again on .*\d:\d\d [ap]m\./.test(widget.text), 'a time');
    assert.include(widget.text, 'You still have your 2 places.');
    assert.lengthOf(visit.parish.asked, asked + 1, 'it is left alone');
  });

  it('passes on why it was refused', async () => {
    const widget = await asking('3');
    visit.parish.onChange = () => refusal(403, 'rule', {detail: 'Two from each house.'});

    await widget.send();
    await widget.says('St Paul’s could not take this change.');

    assert.include(widget.text, 'They say: Two from each house.');
  });

  it('tells where the signup can’t be reached before it is changed, and tries again when asked', async () => {
    const widget = await asking('3');
    await widget.press('Keep it as it is');
    visit.parish.down = true;

    await widget.press('Change');
    await widget.says("We can't reach St Paul’s right now. Nothing has changed.");
    assert.include(widget.text, '2 places are yours.');
    await assertAccessibleEverywhere(visit, widget);

    visit.parish.down = false;
    await widget.press('Try again');
    await widget.says('Nothing changes until you press the button.');
  });
});
