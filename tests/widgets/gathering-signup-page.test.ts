import {assert} from 'chai';

import type {GatheringSignup} from '../../src/widgets/gathering-signup/index.js';
import {eventually} from '../testing/eventually.js';
import {gathering, inDays, json, Parish} from '../testing/parish.js';
import {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

describe('<ctg-gathering-signup> in a page that moves', () => {
  let visit: Visit;

  beforeEach(() => {
    visit = new Visit({
      gatherings: [
        gathering(),
        gathering({id: 'walk', name: 'Evening walk', start: inDays(9), end: inDays(9, '19:00')}),
      ],
    });
  });

  afterEach(() => visit.end());

  /** An element as a page that does not know Lit makes one. */
  function pasted(markup: string): GatheringSignupHarness {
    const part = document.createElement('section');
    part.innerHTML = markup;
    visit.stage.root.append(part);
    return new GatheringSignupHarness(part.querySelector('ctg-gathering-signup'));
  }

  it('honours properties that were set before it was defined (row 70)', async () => {
    const early = document.createElement('ctg-gathering-signup-later') as GatheringSignup;
    early.endpoint = visit.parish.url;
    early.limit = 1;
    visit.stage.root.append(early);

    const {GatheringSignup: Known} = await import('../../src/widgets/gathering-signup/index.js');
    customElements.define('ctg-gathering-signup-later', class extends Known {});
    const widget = new GatheringSignupHarness(early);
    await widget.isReady();

    assert.deepEqual(widget.names, ['Supper for neighbours']);
  });

  it('works in pieces of a page that are put in as text (row 70)', async () => {
    const widget = pasted(
      `<ctg-gathering-signup endpoint="${visit.parish.url}"><a href="/g">All</a></ctg-gathering-signup>`,
    );
    await widget.isReady();

    const copy = pasted(visit.stage.root.innerHTML);
    await copy.isReady();

    assert.deepEqual(copy.names, ['Supper for neighbours', 'Evening walk']);
    assert.deepEqual(widget.names, copy.names);
  });

  it('works as a copy of one that is open, from the list on', async () => {
    const widget = await visit.arrive();
    await widget.openForm('Evening walk');

    visit.stage.root.append(widget.element.cloneNode(true));
    const copy = visit.widget(2);
    await copy.isReady();

    assert.isFalse(copy.isOpen);
    assert.isTrue(widget.hasForm);
  });

  it('keeps form and typed words when the page moves it (row 67)', async () => {
    const widget = await visit.arrive();
    await widget.openForm('Evening walk');
    await widget.introduce();

    const elsewhere = document.createElement('div');
    visit.stage.root.append(elsewhere);
    elsewhere.append(widget.element);
    await widget.element.updateComplete;

    assert.equal(widget.value('Your name'), 'Ana Ruiz');
    assert.equal(visit.parish.reads, 1);
    await widget.send();
    await widget.says("You're in, Ana.");
  });

  it('reads on when it is moved meanwhile, and asks once (row 67)', async () => {
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    visit.parish.onRead = async () => (await held, json(visit.parish.document));
    const widget = await visit.arriveEarly();

    const elsewhere = document.createElement('div');
    visit.stage.root.append(elsewhere);
    elsewhere.append(widget.element);
    answer();

    await widget.isReady();
    assert.lengthOf(widget.names, 2);
    assert.equal(visit.parish.reads, 1);
  });

  it('stays quiet when it is taken away while it reads (row 68)', async () => {
    let fail = (): void => undefined;
    visit.parish.onRead = () =>
      new Promise((_, reject) => (fail = () => reject(new TypeError('Failed to fetch'))));
    const told = visit.listen('ctg-error');
    const widget = await visit.arriveEarly();
    await eventually(() => visit.parish.reads === 1);

    widget.element.remove();
    // A page that only moves it puts it back before anybody else has a turn.
    await Promise.resolve();
    fail();
    visit.parish.onRead = () => json(visit.parish.document);
    visit.stage.root.append(widget.element);
    await widget.isReady();

    assert.isEmpty(told);
    assert.isEmpty(visit.console);
  });

  it('lets what was sent arrive when it is taken away meanwhile, and asks for nothing more (row 68)', async () => {
    const release = visit.parish.hold();
    const widget = await visit.arrive();
    await widget.signUp('Supper for neighbours');
    await visit.sent();
    const {reads} = visit.parish;

    widget.element.remove();
    release();
    await eventually(() => visit.parish.booked.length === 1);
    const back = await visit.comeBack();

    await back.says("You're in.");
    assert.equal(visit.parish.reads, reads);
    assert.isEmpty(visit.console);
  });

  it('shows the endpoint that was named last, whichever answers first (row 69)', async () => {
    const second = new Parish({gatherings: [gathering({name: 'Second'})]});
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    visit.parish.onRead = async () => (await held, json(visit.parish.document));
    const widget = await visit.arriveEarly();

    widget.element.endpoint = second.url;
    await widget.says('Second');
    answer();
    await eventually(() => visit.parish.reads === 1);
    await widget.element.updateComplete;

    assert.equal(widget.heading, 'Second');
    second.close();
  });

  it('goes back to the list when the page names another endpoint', async () => {
    const second = new Parish({
      gatherings: [gathering({id: 'a', name: 'A'}), gathering({id: 'b', name: 'B'})],
    });
    const widget = await visit.arrive();
    await widget.open('Evening walk');

    widget.element.endpoint = second.url;
    await widget.says('B');

    assert.deepEqual(widget.names, ['A', 'B']);
    second.close();
  });

  it('opens what the page names while it runs', async () => {
    const widget = await visit.arrive();

    widget.element.gathering = 'walk';
    await widget.element.updateComplete;

    assert.equal(widget.heading, 'Evening walk');
  });

  it('keeps the first of two copies, and says so once (row 66)', async () => {
    const first = customElements.get('ctg-gathering-signup');
    const copy = '/src/widgets/gathering-signup/gathering-signup.ts?copy=2';
    const {GatheringSignup: Second} = (await import(copy)) as {GatheringSignup: CustomElementConstructor};
    const {define} = await import('../../src/ui/define.js');

    define('ctg-gathering-signup', Second);
    define('ctg-gathering-signup', first!);

    assert.notEqual(Second, first);
    assert.equal(customElements.get('ctg-gathering-signup'), first);
    assert.lengthOf(visit.console, 1);
    const widget = await visit.arrive();
    assert.lengthOf(widget.names, 2);
  });
});
