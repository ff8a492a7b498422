import {html, type TemplateResult} from 'lit';

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
