import {assert} from 'chai';
import {html} from 'lit';

import {eventually} from '../testing/eventually.js';
import {refusal} from '../testing/parish.js';
import {assertAccessibleEverywhere} from './accessible.js';
import type {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

describe('a signup in <ctg-gathering-signup> that waits', () => {
  let visit: Visit;

  beforeEach(() => {
    visit = new Visit();
  });

  afterEach(() => visit.end());

  async function waiting(receipt: object, sentence: string): Promise<GatheringSignupHarness> {
    visit.parish.onSignup = (signup) => visit.parish.confirm(signup, receipt);
    const widget = await visit.arrive();
    await widget.openForm();
    await widget.introduce();
    await widget.send();
    await widget.says(sentence);
    return widget;
  }

  const EMAIL = [{status: 'pending', waitsFor: 'email'}, 'One more step: look in your e-mail.'] as const;

  it('for its e-mail: has it sent again on a press, and says so', async () => {
    const widget = await waiting(...EMAIL);
    assert.include(widget.text, 'We sent a message to ana@example.org.');

    await widget.press('Send it again');
    await widget.says('Sent again. Look in your e-mail.');

    assert.match(visit.parish.asked.at(-1)!, /^POST \/signups\/t/);
    await assertAccessibleEverywhere(visit, widget);
  });

  it('for its e-mail: says when it may be sent again, where that is too soon', async () => {
    const widget = await waiting(...EMAIL);
    visit.parish.onResend = () => refusal(429, 'slow-down', {retryAfter: 60});

    await widget.press('Send it again');

    await eventually(() => /You can have it sent again on .*\d:\d\d [ap]m\./.test(widget.text), 'a time');
    await assertAccessibleEverywhere(visit, widget);
  });

  it('for its e-mail: says that it was not sent, where nobody answers', async () => {
    const widget = await waiting(...EMAIL);
    visit.parish.down = true;

    await widget.press('Send it again');

    await widget.says('It was not sent again. Try again in a few minutes.');
  });

  it('for its e-mail: sees that it was answered on another device', async () => {
    const widget = await waiting(...EMAIL);
    visit.parish.decide({status: 'confirmed', waitsFor: undefined as never});

    await widget.press('Send it again');

    await widget.says("You're in, Ana.");
  });

  it('for its e-mail, in the built-in example: sends it again once a minute, and a change answers it', async () => {
    const widget = await visit.arrive(
      html`<ctg-gathering-signup endpoint="mock:email"></ctg-gathering-signup>`,
    );
    await widget.openForm('Connections Gathering');
    await widget.introduce();
    await widget.tick('The host may write to me or call me about this gathering.');
    await widget.send();
    await widget.says('One more step: look in your e-mail.');

    await widget.press('Send it again');
    await widget.says('Sent again. Look in your e-mail.');
    await widget.press('Send it again');
    await widget.says('We have just sent it.');
    await widget.press('Change');
    await widget.says('Nothing changes until you press the button.');
    await widget.fill({Adults: '2'});
    await widget.press('Change to 2 people');
    await widget.says('2 places are yours.');
  });
});
