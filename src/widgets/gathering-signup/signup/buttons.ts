import {html, nothing, type TemplateResult} from 'lit';

import type {SignupScene} from '../signup-scene.js';

/** A button that says what it does: the likely act, a quiet one, or a grave one. */
export function renderButton(
  kind: '' | 'quiet' | 'grave',
  text: string,
  press: () => void,
  busy = false,
): TemplateResult {
  return html`<button
    class="button ${kind}"
    part="button"
    type="button"
    aria-disabled=${busy ? 'true' : 'false'}
    @click=${press}
    .textContent=${text}
  ></button>`;
}

/** The way back to the list. */
export function renderBack({l, leave}: SignupScene): TemplateResult {
  return renderButton('quiet', l.t('back'), leave);
}

/** The same as a quiet line above what is shown; nothing where there is no list. */
export function renderBackLink({l, back}: SignupScene): TemplateResult | typeof nothing {
  if (!back) return nothing;
  return html`<div>
    <button
      class="textbutton small"
      type="button"
      part="back"
      @click=${back}
      .textContent=${l.t('back')}
    ></button>
  </div>`;
}
