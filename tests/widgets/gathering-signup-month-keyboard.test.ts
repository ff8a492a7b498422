import {sendKeys} from '@web/test-runner-commands';
import {assert} from 'chai';
import {html} from 'lit';

import {eventually} from '../testing/eventually.js';
import {gathering} from '../testing/parish.js';
import {BrowseHarness} from './gathering-signup-browse.harness.js';
import {Visit} from './visit.js';

/** A gathering on a day of a year that is not over for a while. */
const on = (id: string, name: string, start: string): object =>
  gathering({id, name, start: `2093-${start}:00Z`, end: undefined});

describe('the month of <ctg-gathering-signup> with the keyboard alone', () => {
  let visit: Visit;
  let widget: BrowseHarness;

  beforeEach(async () => {
    // 1 October 2093 is a Thursday.
    visit = new Visit({
      gatherings: [
        on('supper', 'Supper', '10-06T18:00'),
        on('walk', 'Walk', '10-20T18:00'),
        on('choir', 'Choir', '10-20T20:00'),
      ],
    });
    visit.stage.root.style.inlineSize = '900px';
    const {element} = await visit.arrive(
      html`<a href="#before">Before</a>
        <ctg-gathering-signup
          lang="en"
          layout="calendar"
          endpoint=${visit.parish.url}
        ></ctg-gathering-signup>`,
    );
    widget = new BrowseHarness(element);
    comeAround();
  });

  afterEach(() => visit.end());

  /** Where whoever goes on pressing Tab comes by in the end: engines differ in what they do at the end of a frame. */
  const comeAround = (): void => visit.stage.root.querySelector('a')!.focus();

  /** Presses real keys, one after the other. */
  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) await sendKeys({press: key});
  }

  /** Presses Tab until `there`; what had the focus on the way. */
  async function tabUntil(there: () => boolean): Promise<string[]> {
    const way: string[] = [];
    for (let i = 0; i < 20; i++) {
      await press('Tab');
      if (there()) return way;
      way.push(widget.focused);
    }
    throw new Error(`Tab never comes there: ${way.join(' | ')}`);
  }
  const onDay = (): boolean => widget.element.shadowRoot?.activeElement?.matches('td') ?? false;

  it('is entered by Tab after the months beside it, and gone through by arrows', async () => {
    const way = await tabUntil(onDay);

    assert.deepEqual(way, ['Back to September', 'On to November']);
    assert.equal(widget.focusedDay, 6);
    await press('ArrowRight', 'ArrowDown', 'End');
    assert.equal(widget.focusedDay, 17);
    await press('Home', 'ArrowUp', 'ArrowLeft');
    assert.equal(widget.focusedDay, 3);
    await press('PageDown');
    assert.deepEqual([widget.month, widget.focusedDay], ['November 2093', 3]);
    await press('PageUp');
    assert.equal(widget.month, 'October 2093');
  });

  it('opens the gathering of a day, and leads back to it', async () => {
    await tabUntil(onDay);

    await press('Enter');
    await eventually(() => widget.heading === 'Supper');
    comeAround();
    await tabUntil(() => widget.focused === 'All gatherings');
    await press('Enter');

    await eventually(() => widget.focused === 'Supper');
    await press('Escape');
    await eventually(() => widget.focusedDay === 6);
  });

  it('leads into a day with several, and out of it again', async () => {
    await tabUntil(onDay);
    await press('ArrowDown', 'ArrowDown');
    assert.equal(widget.focusedDay, 20);

    await press('Enter');
    await eventually(() => widget.focused === 'Walk');
    await press('ArrowDown');
    assert.equal(widget.focused, 'Choir');
    await press('Enter');
    await eventually(() => widget.heading === 'Choir');
  });

  it('turns by the buttons, with the focus where it was', async () => {
    await tabUntil(() => widget.focused === 'On to November');

    await press('Enter');

    await eventually(() => widget.month === 'November 2093');
    await eventually(() => widget.focused === 'On to December');
    await press(' ');
    await eventually(() => widget.month === 'December 2093');
  });
});
