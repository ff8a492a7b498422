import {a11ySnapshot, sendKeys} from '@web/test-runner-commands';
import {assert} from 'chai';

import {PledgeVisit} from './pledge-visit.js';
import type {ValuesPledgeHarness} from './values-pledge.harness.js';

const SAID = [
  'Love, 180 people',
  'Integrity, 96 people',
  'Courage, 61 people',
  'Service, 143 people',
  'Respect, 118 people',
];

describe('<ctg-values-pledge> with the keyboard alone', () => {
  let visit: PledgeVisit;
  let widget: ValuesPledgeHarness;

  beforeEach(async () => {
    visit = new PledgeVisit();
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

  it('reaches each value once, in the order of the list, then the button, and never the flower', async () => {
    const way = await tabTo('Count me in');

    assert.deepEqual(way, [...SAID, 'Count me in']);
  });

  it('hears each value as one sentence, with whether it is chosen', async () => {
    assert.deepEqual(
      widget.boxes,
      SAID.map((said) => `${said}, not checked`),
    );

    await tabTo('Courage');
    await sendKeys({press: ' '});

    assert.equal(widget.boxes[2], 'Courage, 61 people, checked');
    assert.lengthOf(
      widget.boxes.filter((box) => box.endsWith('not checked')),
      4,
    );
  });

  it('lights the petal of the value that it is at, from one to the next', async () => {
    for (const said of SAID) {
      await tabTo(said);
      assert.equal(widget.lit, said.split(',')[0]);
    }

    await tabTo('Count me in');
    assert.isUndefined(widget.lit);
  });

  it('ticks and unticks by Space, and the flower with it, without losing its place', async () => {
    await tabTo('Love');

    await sendKeys({press: ' '});
    await widget.isOpen();
    assert.deepEqual(widget.petals, [true, false, false, false, false]);
    assert.equal(widget.focused, SAID[0]);
    assert.equal(widget.lit, 'Love');

    await sendKeys({press: ' '});
    await widget.element.updateComplete;
    assert.deepEqual(widget.petals, [false, false, false, false, false]);
    assert.equal(widget.focused, SAID[0]);
  });

  it('pledges from beginning to end', async () => {
    await tabTo('Love');
    await sendKeys({press: ' '});
    await widget.isOpen();
    await tabTo('Service');
    await sendKeys({press: ' '});
    await tabTo('Your name');
    await sendKeys({type: 'Ana Ruiz'});
    await tabTo('E-mail');
    await sendKeys({type: 'ana@example.org'});
    await tabTo('Count me in');
    await sendKeys({press: 'Enter'});

    await widget.says('Thank you, Ana.');
    const [sent] = visit.league.sent;
    assert.deepEqual(
      sent!.values.map(({id}) => id),
      ['love', 'service'],
    );
  });

  it('is called so by the engine itself', async function () {
    // Only Chromium shows a test what it tells a screen reader.
    if (!navigator.userAgent.includes('Chrome')) return this.skip();
    await widget.tick('Love');
    await widget.isOpen();

    const boxes = boxesIn((await a11ySnapshot({})) as unknown as Told);

    assert.deepEqual(
      boxes.slice(0, SAID.length),
      SAID.map((said, index) => `${said}, ${index === 0 ? 'checked' : 'not checked'}`),
    );
    return undefined;
  });
});

/** What an engine tells a screen reader of a part of the page. */
interface Told {
  readonly role: string;
  readonly name?: string;
  readonly checked?: boolean;
  readonly children?: readonly Told[];
}

/** Every check box, as it is read out. */
function boxesIn({role, name, checked, children = []}: Told): string[] {
  const own = role === 'checkbox' ? [`${name}, ${checked ? 'checked' : 'not checked'}`] : [];
  return [...own, ...children.flatMap(boxesIn)];
}
