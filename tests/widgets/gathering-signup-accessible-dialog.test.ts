import {setViewport} from '@web/test-runner-commands';
import {assert} from 'chai';
import {html} from 'lit';

import {assertAccessible} from '../testing/axe.js';
import {eventually} from '../testing/eventually.js';
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

/** Makes the window so wide, where the browser's driver can: WebKit's can't, and is judged as wide as it is. */
async function resize(width: number): Promise<void> {
  await setViewport({width, height: 640}).catch(() => {});
}

describe('the dialog of <ctg-gathering-signup mode="button"> is accessible', () => {
  let visit: Visit;
  let widget: GatheringSignupHarness;

  beforeEach(async () => {
    visit = new Visit({gatherings: [gathering(), WALK]});
    widget = await visit.arriveEarly(
      html`<ctg-gathering-signup mode="button" endpoint=${visit.parish.url}></ctg-gathering-signup>`,
    );
  });

  afterEach(async () => {
    await resize(800);
    await visit.end();
  });

  const dialog = (): HTMLDialogElement => widget.element.shadowRoot!.querySelector('dialog')!;

  /** Judges what is open now, light and dark, as a sheet on a small screen and over a wide page. */
  async function assertEverywhere(): Promise<void> {
    for (const width of [320, 900]) {
      await resize(width);
      for (const theme of ['light', 'dark']) {
        widget.element.theme = theme;
        await widget.element.updateComplete;
        dialog().style.colorScheme = '';
        for (const transition of widget.element.shadowRoot!.getAnimations()) transition.finish();

        assert.isAtMost(dialog().scrollWidth, dialog().clientWidth, `wider than ${width} px`);
        if (innerWidth === 320)
          assert.equal(dialog().getBoundingClientRect().width, 320, 'a sheet as wide as the screen');
        await assertAccessible(visit.stage.root);
      }
    }
  }

  it('the button, the list, an opened gathering, the form, its mistakes, and what came of it', async () => {
    await assertAccessible(visit.stage.root);

    await widget.press('Sign up');
    await eventually(() => dialog().matches(':modal'), 'the dialog to open');
    await widget.isReady();
    await assertEverywhere();

    await widget.open('Evening walk');
    await assertEverywhere();

    await widget.openForm();
    await assertEverywhere();

    await widget.send();
    await widget.says('Please check');
    await assertEverywhere();

    await widget.introduce();
    await widget.tick('Ruth may call me');
    await widget.send();
    await widget.says("You're in, Ana.");
    await assertEverywhere();
  });
});
