import {assert} from 'chai';
import {html} from 'lit';

import type {GatheringSignup} from '../../src/widgets/gathering-signup/index.js';
import {keptOnDevice} from '../testing/device.js';
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

    assert.equal(widget.heading, 'Supper for neighbours');
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

  it('asks again when it was moved while it was reading', async () => {
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
  });

  it('stays quiet when it is taken away while it reads (row 68)', async () => {
    let fail = (): void => undefined;
    visit.parish.onRead = () =>
      new Promise((_, reject) => (fail = () => reject(new TypeError('Failed to fetch'))));
    const told = visit.listen('ctg-error');
    const widget = await visit.arriveEarly();
    await eventually(() => visit.parish.reads === 1);

    widget.element.remove();
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

  it('says the right numbers after a translator has wrapped every word (row 81)', async () => {
    visit.parish.document = {...visit.parish.document, gatherings: [gathering({capacity: 20, taken: 15})]};
    const widget = await visit.arrive();
    assert.include(widget.text, '5 places left');

    widget.translate();
    visit.parish.document = {...visit.parish.document, gatherings: [gathering({capacity: 20, taken: 19})]};
    await widget.element.refresh();
    await widget.says('1 place left');
    assert.notInclude(widget.text, '5 places left');

    await widget.openForm();
    widget.translate();
    await widget.press('One adult more');
    assert.equal(widget.sum, '2 places in all. 1 is left.');
    assert.include(widget.buttons, 'Sign up 2 people');
  });

  it('recovers when somebody empties what it has drawn (row 82)', async () => {
    const widget = await visit.arrive();
    for (const child of widget.element.children) child.remove();
    const foreign = document.createElement('grammarly-extension');
    widget.element.shadowRoot!.append(foreign);
    widget.element.append(foreign.cloneNode());

    await widget.open('Evening walk');

    assert.equal(widget.heading, 'Evening walk');
  });

  it('tells the page ids and states, and never who somebody is', async () => {
    const told = ['ctg-load', 'ctg-signup', 'ctg-outbox', 'ctg-error', 'ctg-share', 'ctg-signup-cancel'].map(
      (type) => visit.listen<object>(type),
    );
    const widget = await visit.arrive();
    await widget.openForm('Evening walk');
    await widget.introduce('Zacharias', 'zach@secret.example');
    await widget.fill({Phone: '+1 775 555 0177'});
    visit.parish.down = true;
    await widget.send();
    await widget.says('Not sent yet, but saved');
    visit.parish.down = false;
    await widget.press('Send now');
    await widget.says("You're in, Zacharias.");

    const {id} = visit.parish.sent[0]!;
    assert.deepEqual(told[0]![0], {entries: 2});
    assert.deepEqual(told[1], [
      {id, gathering: 'walk', status: 'waiting', delivery: 'waiting'},
      {id, gathering: 'walk', status: 'confirmed', delivery: 'delivered'},
    ]);
    assert.deepEqual(told[2], [{waiting: 1}, {waiting: 0}]);
    const everything = JSON.stringify([told, visit.console, location.href, visit.parish.asked]);
    assert.notMatch(everything, /Zacharias|secret|0177/);
  });

  it('says each sentence to screen readers once', async () => {
    const widget = await visit.arrive();
    const said: string[] = [];
    const line = widget.element.shadowRoot!.querySelector('.said')!;
    new MutationObserver(() => line.textContent && said.push(line.textContent)).observe(line, {
      childList: true,
    });
    assert.equal(line.getAttribute('role'), 'status');
    assert.equal(line.textContent, '');

    await widget.openForm('Evening walk');
    await widget.introduce();
    visit.parish.down = true;
    await widget.send();
    await widget.says('Not sent yet, but saved');
    await widget.press('Delete it');
    await widget.press('Delete it');
    await widget.hears('Deleted. It was not sent.');

    assert.deepEqual(said, ['Deleted. It was not sent.']);
  });

  it('keeps what waits through a reload, and sends it once when the endpoint is back', async () => {
    const widget = await visit.arrive();
    visit.parish.down = true;
    await widget.signUp('Evening walk');
    await widget.says('Not sent yet, but saved');
    visit.parish.down = false;

    const back = await visit.comeBack();
    await back.says('1 sign-up is waiting on this device.');
    await back.press('Send now');
    await back.says("You're in.");

    assert.lengthOf(visit.parish.sent, 1);
    assert.include(back.item('Evening walk'), 'Show my sign-up');
    const keys = [...(await keptOnDevice()).keys()];
    assert.deepEqual(keys, [`mine:${visit.parish.sent[0]!.id}`]);
  });

  it('says of records that nobody can read any more that they are there', async () => {
    const {keepOnDevice} = await import('../testing/device.js');
    await keepOnDevice('out:broken', {v: 1, nonsense: true});

    const widget = await visit.arrive(
      html`<ctg-gathering-signup endpoint=${visit.parish.url}></ctg-gathering-signup>`,
    );

    await widget.says("1 saved sign-up can't be read any more.");
    assert.lengthOf(widget.names, 2);
  });
});
