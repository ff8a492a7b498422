import {assert} from 'chai';
import {html} from 'lit';

import {eventually, frame} from '../testing/eventually.js';
import {gathering, inDays} from '../testing/parish.js';
import type {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

const GATHERINGS = [gathering(), gathering({id: 'walk', name: 'Evening walk', start: inDays(9)})];

describe('a visitor who does not wait for <ctg-gathering-signup>', () => {
  let visit: Visit;
  const {fetch} = window;

  afterEach(() => {
    window.fetch = fetch;
    return visit.end();
  });

  async function confirmed(): Promise<GatheringSignupHarness> {
    visit = new Visit({gatherings: GATHERINGS});
    const widget = await visit.arrive();
    await widget.signUp('Supper for neighbours');
    await widget.says("You're in, Ana.");
    return widget;
  }

  /** Holds the answer to a request of `method` back, though the endpoint has acted, until the returned function is called. */
  function holdBack(method: string): () => void {
    const connection = window.fetch;
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    window.fetch = async (input, init) => {
      const answer = await connection(input, init);
      if (init?.method === method) await released;
      return answer;
    };
    return () => {
      window.fetch = connection;
      release();
    };
  }

  it('gets one e-mail, however often the button is pressed', async () => {
    visit = new Visit({gatherings: GATHERINGS});
    visit.parish.onSignup = (signup) => visit.parish.confirm(signup, {status: 'pending', waitsFor: 'email'});
    const widget = await visit.arrive();
    await widget.signUp('Supper for neighbours');
    await widget.says('One more step');
    const answer = holdBack('POST');

    await widget.press('Send it again');
    await eventually(
      () => visit.parish.asked.some((each) => /^POST \/signups/.test(each)),
      'it to be asked for',
    );
    await widget.press('Send it again');
    await widget.press('Send it again');
    answer();
    await widget.says('Sent again.');

    assert.lengthOf(
      visit.parish.asked.filter((each) => /^POST \/signups/.test(each)),
      1,
    );
  });

  it('is not told of places that are kept while they are being given up', async () => {
    const widget = await confirmed();
    await widget.press('Give up my place');
    await widget.says('Give up your place?');
    const answer = holdBack('DELETE');

    await widget.press('Give up my place');
    await eventually(() => visit.parish.asked.some((each) => each.startsWith('DELETE')), 'it to be sent');
    await widget.press('Keep it');

    assert.notInclude(widget.text, "You're in");
    answer();
    await widget.says('Your place is free for others.');
  });

  it('is still heard of by the page after going back to the list', async () => {
    visit = new Visit({gatherings: GATHERINGS});
    const widget = await visit.arrive();
    const told = visit.listen<{status: string; delivery: string}>('ctg-signup');
    const answer = visit.parish.hold();
    await widget.signUp('Supper for neighbours');
    await visit.sent();

    await widget.press('All gatherings');
    answer();

    await eventually(
      () => widget.item('Supper for neighbours').includes("You're in"),
      'the mark in the list',
    );
    await eventually(() => told.length > 0, 'the page to be told');
    assert.deepEqual(
      told.map(({status, delivery}) => [status, delivery]),
      [['confirmed', 'delivered']],
    );
  });

  it('finds a change that was on its way when they come back to it', async () => {
    const widget = await confirmed();
    await widget.press('Change');
    await widget.says('Nothing changes until you press the button.');
    await widget.fill({Adults: '3'});
    const {onChange} = visit.parish;
    let answer = (): void => undefined;
    const released = new Promise<void>((resolve) => (answer = resolve));
    visit.parish.onChange = async (signup) => {
      await released;
      return onChange(signup);
    };
    await widget.send();
    await eventually(() => visit.parish.changes.length === 1, 'the change to be sent');

    await widget.press('All gatherings');
    await widget.press('Show my sign-up: Supper for neighbours');
    await widget.says('Adults');
    answer();

    await widget.says('3 places are yours.');
  });

  it('finds what was typed into a change after looking at the list', async () => {
    const widget = await confirmed();
    await widget.press('Change');
    await widget.says('Nothing changes until you press the button.');
    await widget.fill({Adults: '3', Phone: '775 555 0101'});

    await widget.press('All gatherings');
    await widget.press('Show my sign-up: Supper for neighbours');

    await widget.says('Nothing changes until you press the button.');
    assert.equal(widget.value('Phone'), '775 555 0101');
    assert.equal(visit.parish.changes.length, 0);
  });

  it('goes on typing in another widget of the page when the answer arrives in the first', async () => {
    visit = new Visit({gatherings: GATHERINGS});
    const {url} = visit.parish;
    await visit.arrive(
      html`<ctg-gathering-signup endpoint=${url}></ctg-gathering-signup>
        <ctg-gathering-signup endpoint=${url}></ctg-gathering-signup>`,
    );
    const [first, second] = [visit.widget(1), visit.widget(2)];
    const answer = visit.parish.hold();
    await first.signUp('Supper for neighbours');
    await visit.sent();
    await second.openForm('Evening walk');
    await second.fill({'Your name': 'Ben'});
    assert.equal(second.focused, 'Your name');

    answer();
    await first.says("You're in, Ana.");
    await frame();

    assert.equal(second.focused, 'Your name');
    assert.equal(document.activeElement, second.element);
  });

  it('reads that it is kept nowhere, also after looking at something else', async () => {
    visit = new Visit({gatherings: GATHERINGS});
    const {transaction} = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('', 'NotAllowedError');
    };
    try {
      const widget = await visit.arrive();
      visit.parish.down = true;
      await widget.signUp('Supper for neighbours');
      await widget.says('Keep this page open');
      location.hash = '#ctg-gathering=supper';
      await eventually(() => !widget.text.includes('Keep this page open'), 'the details');
      await widget.press('Show my sign-up');
      await widget.says("You don't have a place until");

      assert.include(widget.text, 'Keep this page open');
      visit.parish.down = false;
      await widget.press('Send now');
      await widget.says("You're in, Ana.");
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
  });
});
