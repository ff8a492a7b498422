import {sendKeys} from '@web/test-runner-commands';
import {assert} from 'chai';
import {html, type TemplateResult} from 'lit';

import {eventually} from '../testing/eventually.js';
import {gathering, inDays} from '../testing/parish.js';
import type {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

const WALK = gathering({id: 'walk', name: 'Evening walk', start: inDays(9), end: inDays(9, '19:00')});

describe('<ctg-gathering-signup mode="button">', () => {
  let visit: Visit;
  let widget: GatheringSignupHarness;

  const button = (fixed?: string): TemplateResult =>
    html`<p tabindex="-1">Before</p>
      <ctg-gathering-signup mode="button" endpoint=${visit.parish.url} gathering=${fixed ?? ''}
        ><a href="/g">See our gatherings</a></ctg-gathering-signup
      >
      <p><input aria-label="After" /></p>`;
  const dialog = (): HTMLDialogElement | null => widget.element.shadowRoot!.querySelector('dialog');
  const isOpen = (): boolean => dialog()?.matches(':modal') === true;
  const opener = (): HTMLButtonElement => widget.element.shadowRoot!.querySelector('button')!;

  async function arrive(fixed?: string): Promise<void> {
    visit = new Visit({gatherings: [gathering(), WALK]});
    widget = await visit.arriveEarly(button(fixed));
    if (fixed) await eventually(() => opener().ariaLabel, 'the gathering to be named');
    (document.activeElement as HTMLElement | null)?.blur();
  }

  async function openIt(): Promise<void> {
    opener().click();
    await eventually(isOpen, 'the dialog to open');
    await widget.element.updateComplete;
  }

  async function tabTo(words: string): Promise<void> {
    const way: string[] = [];
    for (let i = 0; i < 40; i++) {
      await sendKeys({press: 'Tab'});
      way.push(widget.focused);
      if (widget.focused.startsWith(words)) return;
    }
    throw new Error(`Tab never comes to "${words}": ${way.join(' | ')}`);
  }

  afterEach(() => visit.end());

  it('is one button in place of the link, and opens the list over the page', async () => {
    await arrive();

    assert.deepEqual(widget.buttons, ['Sign up']);
    assert.isFalse(widget.showsFallback);

    await openIt();
    await widget.says('Evening walk');

    assert.deepEqual(widget.names, ['Supper for neighbours', 'Evening walk']);
    assert.equal(dialog()!.ariaLabel, 'Gatherings');
    assert.equal(
      getComputedStyle(document.documentElement).overflow,
      'hidden',
      'the page behind keeps still',
    );
  });

  it('names the gathering that the page fixes, and leads to its form at once', async () => {
    await arrive('walk');

    assert.equal(opener().ariaLabel, 'Sign up: Evening walk');
    assert.equal(opener().textContent, 'Sign up');

    await openIt();
    await widget.says('Who is coming?');

    assert.equal(dialog()!.ariaLabel, 'Evening walk');
    assert.equal(widget.focused, 'Evening walk');
  });

  it('is used by the keyboard alone: opened, filled in, sent and closed, and the focus is back where it was', async () => {
    await arrive('walk');
    await tabTo('Sign up: Evening walk');
    await sendKeys({press: 'Enter'});
    await widget.says('Who is coming?');
    await tabTo('Your name');
    await sendKeys({type: 'Ana'});
    await tabTo('E-mail');
    await sendKeys({type: 'ana@example.org'});
    await tabTo('Sign me up');
    await sendKeys({press: 'Enter'});
    await widget.says("You're in, Ana.");

    await sendKeys({press: 'Escape'});

    await eventually(() => !dialog(), 'the dialog to close');
    await eventually(() => widget.focused === 'Show my sign-up: Evening walk', 'the focus on the button');
    assert.equal(document.documentElement.style.overflow, '');
  });

  it('keeps the focus inside while it is open', async () => {
    await arrive('walk');
    await openIt();
    await widget.says('Who is coming?');
    const after = visit.stage.root.querySelector('input')!;

    // No further than the last control: from there Firefox goes on into its own bars, and stays in them for later tests.
    await tabTo('Sign me up');
    after.focus();

    assert.isTrue(widget.focused.startsWith('Sign me up'));
    assert.notEqual(document.activeElement, after);
  });

  it('loses nothing of what was typed when it is closed, by its button or by Escape', async () => {
    await arrive('walk');
    await openIt();
    await widget.says('Who is coming?');
    await widget.fill({'Your name': 'Ana Ruiz', Phone: '775 555 0101'});

    await widget.press('Close');
    await eventually(() => !dialog(), 'the dialog to close');
    await openIt();

    assert.equal(widget.value('Your name'), 'Ana Ruiz');
    assert.equal(widget.value('Phone'), '775 555 0101');
    assert.equal(visit.parish.sent.length, 0);
  });

  it('goes on sending when it is closed, and the button says so', async () => {
    await arrive('walk');
    const answer = visit.parish.hold();
    await openIt();
    await widget.says('Who is coming?');
    await widget.introduce();
    await widget.send();
    await visit.sent();

    await widget.press('Close');

    await eventually(() => opener().textContent === 'Sending', 'the button to say that it is being sent');
    answer();
    await eventually(
      () => opener().textContent === 'Show my sign-up',
      'the button to say that it has arrived',
    );
    await widget.hears("You're in.");
    assert.equal(visit.parish.sent.length, 1);
  });

  it('opens by itself for a link to one of its gatherings', async () => {
    visit = new Visit({gatherings: [gathering(), WALK]});
    history.replaceState(null, '', '#ctg-gathering=walk');
    widget = await visit.arriveEarly(button());

    await eventually(isOpen, 'the dialog to open');

    await widget.says('Evening walk');
    assert.isFalse(widget.hasForm, 'nobody has asked for the form yet');
  });

  it('opens by itself for a private link', async () => {
    await arrive('walk');
    await openIt();
    await widget.says('Who is coming?');
    await widget.introduce();
    await widget.send();
    await widget.says("You're in, Ana.");
    const token = `t${visit.parish.sent[0]!.id.slice(0, 8)}`;
    await visit.stage.show(html``);

    history.replaceState(null, '', `#ctg-signup-1=${token}`);
    widget = await visit.arriveEarly(button());

    await eventually(isOpen, 'the dialog to open');
    await widget.says('Evening walk');
  });

  it('closes with its element, and gives the page back its scrolling', async () => {
    await arrive();
    await openIt();

    await visit.stage.show(html``);

    assert.equal(document.documentElement.style.overflow, '');
  });

  it('stays closed when something changes in the moment it is closed', async () => {
    await arrive();
    await openIt();

    dialog()!.close();
    widget.element.requestUpdate();
    await widget.element.updateComplete;

    assert.isFalse(isOpen());
    await eventually(() => !dialog(), 'the dialog to go');
    assert.equal(document.documentElement.style.overflow, '');
  });

  it('leaves the scrolling of the page alone when it goes after it was closed', async () => {
    await arrive();
    await openIt();
    await widget.press('Close');
    await eventually(() => !dialog(), 'the dialog to close');

    document.documentElement.style.overflow = 'clip';
    await visit.stage.show(html``);

    assert.equal(document.documentElement.style.overflow, 'clip');
    document.documentElement.style.overflow = '';
  });
});
