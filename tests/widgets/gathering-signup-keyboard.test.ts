import {sendKeys} from '@web/test-runner-commands';
import {assert} from 'chai';

import {gathering, inDays} from '../testing/parish.js';
import type {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

const WALK = gathering({
  id: 'walk',
  name: 'Evening walk',
  start: inDays(9),
  end: inDays(9, '19:00'),
  consents: [{id: 'call', text: 'Ruth may call me', required: true}],
});

describe('<ctg-gathering-signup> with the keyboard alone (row 78)', () => {
  let visit: Visit;
  let widget: GatheringSignupHarness;

  beforeEach(async () => {
    visit = new Visit({gatherings: [gathering(), WALK]});
    widget = await visit.arrive();
    // A press of Tab begins where the page's focus is: at its beginning.
    (document.activeElement as HTMLElement | null)?.blur();
  });

  afterEach(() => visit.end());

  /** Presses Tab until `words` have the focus; what had it on the way. */
  async function tabTo(words: string): Promise<string[]> {
    const way: string[] = [];
    for (let i = 0; i < 40; i++) {
      await sendKeys({press: 'Tab'});
      way.push(widget.focused);
      if (widget.focused.startsWith(words)) return way;
    }
    throw new Error(`Tab never comes to "${words}": ${way.join(' | ')}`);
  }

  it('reaches everything in the order in which it is read', async () => {
    await tabTo('Sign up: Evening walk');
    await sendKeys({press: 'Enter'});
    await widget.says('Who is coming?');

    const way = await tabTo('Sign me up');

    assert.deepEqual(
      way.map((words) => words.replace(/ \(.*/, '')),
      [
        'One adult fewer',
        'Adults, you included',
        'One adult more',
        'One child fewer',
        'Children under 16',
        'One child more',
        'Your name',
        'E-mail',
        'Phone',
        'Food or access needs',
        'Ruth may call me',
        'Sign me up',
      ],
    );
  });

  it('signs up, is led to a mistake, mends it, and gives the place back', async () => {
    await tabTo('Evening walk');
    await sendKeys({press: 'Enter'});
    await tabTo('Sign up: Evening walk');
    await sendKeys({press: 'Enter'});
    await widget.says('Who is coming?');
    await tabTo('One adult more');
    await sendKeys({press: ' '});
    await tabTo('Your name');
    await sendKeys({type: 'Ana'});
    await sendKeys({press: 'Tab'});
    await sendKeys({type: 'ana@example.org'});
    await sendKeys({press: 'Enter'});

    await widget.says('Please check 1 thing');
    assert.isTrue(widget.summaryHasFocus);
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Enter'});
    assert.include(widget.focused, 'Ruth may call me');
    await sendKeys({press: ' '});
    await tabTo('Sign up 2 people');
    await sendKeys({press: 'Enter'});
    await widget.says("You're in, Ana.");
    assert.include(visit.parish.sent[0], {adults: 2, name: 'Ana'});

    await tabTo('Give up 2 places');
    await sendKeys({press: 'Enter'});
    await widget.says('Give up your 2 places?');
    await tabTo('Give up 2 places');
    await sendKeys({press: 'Enter'});
    await widget.says('Done. Your 2 places are free for others.');
    await tabTo('All gatherings');
    await sendKeys({press: 'Enter'});
    assert.equal(widget.focused, 'Evening walk');
  });
});
