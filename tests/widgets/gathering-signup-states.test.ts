import {assert} from 'chai';
import {html} from 'lit';

import {LateTimers} from '../testing/late-timers.js';
import {gathering, inDays, refusal} from '../testing/parish.js';
import {STATES} from '../../src/endpoint/mock/states.js';
import type {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

/** What the first thing one sees of each built-in example has to say. */
const SENTENCES: Readonly<Record<string, string>> = {
  open: '8 places left',
  single: '8 places left',
  full: 'Next one with places:',
  waitlist: 'Join the waiting list',
  partial: '3 places left',
  pending: 'You get the address when the host says yes.',
  email: '8 places left',
  closed: 'Sign-up has closed.',
  'not-yet': 'Sign-up opens on ',
  cancelled: 'This gathering is cancelled.',
  postponed: 'This gathering is postponed. Ask Ruth Alvarez for the new date.',
  past: 'No gatherings are planned right now. Ask St Paul’s when the next one is.',
  empty: 'No gatherings are planned right now. Ask St Paul’s when the next one is.',
  three: '8 places left',
  twelve: '8 places left',
  invalid: '8 places left',
  slow: 'Loading the gatherings',
  down: "We can't get the list right now.",
};

describe('every state of <ctg-gathering-signup>', () => {
  let visit: Visit;
  let timers: LateTimers | undefined;

  beforeEach(() => {
    visit = new Visit();
  });

  afterEach(() => {
    timers?.release();
    timers = undefined;
    return visit.end();
  });

  it('has an example, and each example a sentence', () => {
    assert.sameMembers(Object.keys(SENTENCES), [...STATES.keys()]);
  });

  for (const [name, sentence] of Object.entries(SENTENCES)) {
    it(`mock:${name} says "${sentence}"`, async () => {
      const widget = await visit.arriveEarly(
        html`<ctg-gathering-signup endpoint="mock:${name}"></ctg-gathering-signup>`,
      );

      await widget.says(sentence);
    });
  }

  for (const name of ['closed', 'not-yet', 'cancelled', 'postponed', 'full']) {
    it(`mock:${name} offers no sign-up for the first gathering, closed or opened`, async () => {
      const widget = await visit.arrive(
        html`<ctg-gathering-signup endpoint="mock:${name}"></ctg-gathering-signup>`,
      );
      assert.notInclude(widget.item('Connections Gathering'), 'Sign up');

      await widget.open('Connections Gathering');

      assert.deepEqual(
        widget.buttons.filter((words) => words !== 'All gatherings'),
        [],
      );
    });
  }

  it('keeps the page’s own link until the list is there', async () => {
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    const {onRead} = visit.parish;
    visit.parish.onRead = async () => (await held, onRead());

    const widget = await visit.arriveEarly(
      html`<ctg-gathering-signup endpoint=${visit.parish.url}
        ><a href="/g">Our gatherings</a></ctg-gathering-signup
      >`,
    );
    assert.isTrue(widget.showsFallback);

    answer();
    await widget.isReady();
    assert.isFalse(widget.showsFallback);
  });

  it('tells those who wait that it loads, and after five seconds that it still does (row 2)', async () => {
    timers = new LateTimers();
    visit.parish.onRead = () => new Promise(() => undefined);
    const widget = await visit.arriveEarly();
    assert.equal(widget.text, '');

    timers.pass(300);
    await widget.says('Loading the gatherings');
    timers.pass(5_000);
    await widget.says('Still loading. Thank you for waiting.');
    timers.pass(10_000);
    await widget.says("We can't get the list right now.");
  });

  for (const [what, read, hint] of [
    ['no connection', () => Promise.reject(new TypeError('Failed to fetch')), 'Look at your connection'],
    ['a busy endpoint', () => refusal(503, 'down'), 'Look at your connection'],
    [
      'a page in place of the document',
      () => new Response('<!doctype html><h1>Login</h1>'),
      'has to fix something',
    ],
    ['half a document', () => new Response('{"ctg": "1", "gather'), 'has to fix something'],
    ['something that is no document', () => new Response('[1, 2]'), 'has to fix something'],
    ['a document nested too deep', () => new Response('['.repeat(5_000)), 'has to fix something'],
    ['nothing there', () => refusal(404, 'not-found'), 'has to fix something'],
  ] as const) {
    it(`${what}: a plain sentence, the page’s own link, and a way to try again`, async () => {
      const told = visit.listen<{code: string}>('ctg-error');
      visit.parish.onRead = read;
      const widget = await visit.arriveEarly(
        html`<ctg-gathering-signup endpoint=${visit.parish.url}
          ><a href="/g">Our gatherings</a></ctg-gathering-signup
        >`,
      );

      await widget.says("We can't get the list right now.");
      assert.include(widget.text, hint);
      assert.notInclude(widget.text, 'Login');
      assert.isTrue(widget.showsFallback);
      assert.lengthOf(told, 1);
      assert.lengthOf(visit.console, 1);
      assert.match(visit.console[0]!, /^<ctg-gathering-signup> /);

      visit.parish.onRead = () => new Response(JSON.stringify(visit.parish.document));
      await widget.press('Try again');
      await widget.isReady();
      assert.isFalse(widget.showsFallback);
    });
  }

  it('says of a document of the future that the page can’t read it yet, and offers no try that would be in vain', async () => {
    visit.parish.onRead = () => new Response('{"ctg": "9"}');

    const widget = await visit.arriveEarly();

    await widget.says('The list is newer than this page can read.');
    assert.isEmpty(widget.buttons);
  });

  it('says that it is not ready where no endpoint is named', async () => {
    const widget = await visit.arriveEarly(html`<ctg-gathering-signup></ctg-gathering-signup>`);

    await widget.says('This part of the page is not ready yet.');
  });

  it('never asks an address that is none', async () => {
    const told = visit.listen<{code: string}>('ctg-error');

    const widget = await visit.arriveEarly(
      html`<ctg-gathering-signup endpoint="javascript:alert(1)"></ctg-gathering-signup>`,
    );

    await widget.says("We can't get the list right now.");
    assert.equal(told[0]!.code, 'bad-address');
  });

  it('shows the last list with its age when it can’t be read anew', async () => {
    const widget = await visit.arrive();
    visit.parish.down = true;

    await widget.element.refresh();
    await widget.says('This is the list from');
    assert.include(widget.text, 'Some places may be gone.');
    assert.include(widget.text, '8 places left');

    visit.parish.down = false;
    visit.parish.document = {...visit.parish.document, gatherings: [gathering({taken: 19})]};
    await widget.press('Try again');
    await widget.says('1 place left');
    assert.notInclude(widget.text, 'This is the list from');
  });

  it('shows other pages’ changes to what it reads once it reads anew', async () => {
    const widget: GatheringSignupHarness = await visit.arrive();

    visit.parish.document = {
      ...visit.parish.document,
      gatherings: [gathering({start: inDays(8), end: inDays(8, '20:00'), taken: 20})],
    };
    await widget.element.refresh();

    await widget.says('This gathering is full.');
  });
});
