import {assert} from 'chai';
import fc from 'fast-check';
import {html} from 'lit';

import {contrast} from '../testing/contrast.js';
import type {GatheringSignupHarness} from '../widgets/gathering-signup.harness.js';
import {Visit} from '../widgets/visit.js';

/** Foreground, background, and the least that lies between them for everybody to tell them apart (WCAG 2.2). */
const PAIRS: ReadonlyArray<readonly [string, string, number]> = [
  ['text', 'surface', 7],
  ['text', 'sunken', 7],
  ['text', 'tint', 7],
  ['text', 'danger-tint', 7],
  ['text', 'ok-tint', 7],
  ['text', 'wait-tint', 7],
  ['muted', 'surface', 4.5],
  ['muted', 'sunken', 4.5],
  ['muted', 'tint', 4.5],
  ['ink', 'surface', 4.5],
  ['ink', 'sunken', 4.5],
  ['ink', 'tint', 4.5],
  ['ink', 'tint', 4.5],
  ['on-accent', 'accent', 4.5],
  ['danger', 'surface', 4.5],
  ['danger', 'danger-tint', 4.5],
  ['ok', 'surface', 4.5],
  ['ok', 'ok-tint', 4.5],
  ['wait', 'surface', 4.5],
  ['wait', 'wait-tint', 4.5],
  ['border', 'surface', 3],
  ['border', 'sunken', 3],
  ['petal-line', 'surface', 3],
  ['petal-line', 'sunken', 3],
  ['focus', 'surface', 3],
  ['focus', 'halo', 3],
];

/** What is derived from the one colour that a site chooses, on whatever it stands on. */
const DERIVED: ReadonlyArray<readonly [string, string]> = [
  ['on-accent', 'accent'],
  ['ink', 'surface'],
  ['ink', 'sunken'],
  ['ink', 'wait-tint'],
  ['ink', 'danger-tint'],
];

describe('the colours of the widgets', () => {
  let visit: Visit;

  beforeEach(() => {
    visit = new Visit();
  });

  afterEach(() => visit.end());

  function arrive(theme: string): Promise<GatheringSignupHarness> {
    return visit.arrive(
      html`<ctg-gathering-signup theme=${theme} endpoint=${visit.parish.url}></ctg-gathering-signup>`,
    );
  }

  it('measures as WCAG does', () => {
    assert.equal(contrast('#fff', '#000'), 21);
    assert.closeTo(contrast('#767676', 'white'), 4.54, 0.01);
    assert.closeTo(contrast('oklch(1 0 0)', 'color(xyz-d65 0 0 0)'), 21, 0.01);
  });

  for (const theme of ['light', 'dark']) {
    it(`can be told apart where it is ${theme}`, async () => {
      const widget = await arrive(theme);

      const weak = PAIRS.map(([front, back, least]) => ({
        pair: `${front} on ${back}`,
        least,
        is: contrast(widget.color(front), widget.color(back)),
      })).filter(({is, least}) => is < least);

      assert.deepEqual(weak, []);
    });

    it(`can be told apart where it is ${theme}, for whatever accent a site chooses`, async () => {
      const widget = await arrive(theme);
      const corners = [
        '#000000',
        '#ffffff',
        '#ff0000',
        '#00ff00',
        '#0000ff',
        '#ffff00',
        '#00ffff',
        '#ff00ff',
        '#767676',
      ];
      const chosen = fc.sample(fc.integer({min: 0, max: 0xff_ff_ff}), {numRuns: 200, seed: 7});
      const accents = [...corners, ...chosen.map((number) => `#${number.toString(16).padStart(6, '0')}`)];

      const weak: string[] = [];
      for (const accent of accents) {
        widget.element.style.setProperty('--ctg-color-accent', accent);
        for (const [front, back] of DERIVED) {
          const is = contrast(widget.color(front), widget.color(back));
          if (is < 4.5) weak.push(`${accent}: ${front} on ${back} ${is.toFixed(2)}`);
        }
      }

      assert.deepEqual(weak, []);
    });
  }

  it('are the site’s own where it sets them', async () => {
    const widget = await arrive('light');

    widget.element.style.setProperty('--ctg-color-surface', 'rgb(1, 2, 3)');

    assert.equal(widget.color('surface'), 'rgb(1, 2, 3)');
  });
});
