import {assert} from 'chai';

import {assertAccessible} from '../testing/axe.js';
import type {Stage} from '../testing/stage.js';

/** What of a widget's harness is needed here. */
interface Judged {
  readonly element: {theme: string; readonly updateComplete: Promise<boolean>};
  readonly fits: boolean;
}

/** Judges what is shown now on light and dark pages, in a narrow column and in a wide one. */
export async function assertAccessibleEverywhere(
  {stage}: {readonly stage: Stage},
  widget: Judged,
  widths: readonly number[] = [320, 900],
): Promise<void> {
  const {root} = stage;
  for (const theme of ['light', 'dark']) {
    for (const width of widths) {
      root.style.inlineSize = `${width}px`;
      root.style.backgroundColor = theme === 'dark' ? '#111' : '#fff';
      root.style.colorScheme = theme;
      widget.element.theme = theme;
      await widget.element.updateComplete;
      // Colours on their way from one theme to the other are neither.
      for (const {shadowRoot} of stage.findAll('*'))
        for (const transition of shadowRoot?.getAnimations() ?? []) transition.finish();

      assert.isTrue(widget.fits, `wider than ${width} px`);
      await assertAccessible(root);
    }
  }
}
