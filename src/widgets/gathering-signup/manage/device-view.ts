import {html, nothing, type TemplateResult} from 'lit';

import {renderTextButton} from '../signup/buttons.js';
import type {Manageable} from '../signup/manageable.js';
import type {Settled} from '../signup/phase.js';
import {forOthers} from '../signup/links.js';
import {copy} from '../signup/share.js';
import {HEADING} from '../signup/signup.js';
import type {SignupScene} from '../signup-scene.js';

/** Draws what is for people with another device, or with one that they share. */
export function renderDevice(
  signup: Manageable,
  scene: SignupScene,
  {receipt, remembered}: Settled,
): TemplateResult {
  const {l} = scene;
  const {id, token} = receipt;
  const forget = async (): Promise<void> => {
    await scene.desk.outbox.forget(id);
    signup.become({is: 'over', text: l.t('forget.done')}, HEADING);
  };
  return html`<div class="small muted" part="device">
    <p .textContent=${l.t('manage.other')}></p>
    <div class="row">
      ${
        token === undefined
          ? nothing
          : renderTextButton(
              l.t('link.copy'),
              (event) => void copyPrivateLink(scene, token, event),
              'link-help',
            )
      }
      ${remembered ? renderTextButton(l.t('forget'), () => void forget(), 'forget-help') : nothing}
    </div>
    ${token === undefined ? nothing : html`<p id="link-help" .textContent=${l.t('link.help')}></p>`}
    ${remembered ? html`<p id="forget-help" .textContent=${l.t('forget.help')}></p>` : nothing}
  </div>`;
}

/** Copies the link that opens this signup on any device; the button says so for as long as it has the focus. */
async function copyPrivateLink(
  {l, place, announce}: SignupScene,
  token: string,
  event: Event,
): Promise<void> {
  const button = event.currentTarget as HTMLElement;
  const url = privateLink(location.href, place, token);
  if (!(await copy(url))) {
    prompt(l.t('link.byHand'), url);
    return;
  }
  const before = button.textContent;
  button.textContent = l.t('link.copied');
  announce(l.t('link.copied'));
  button.addEventListener('blur', () => (button.textContent = before), {once: true});
}

/** The address of this page that opens a signup on any device. In the fragment, so that no server ever sees it. */
function privateLink(page: string, place: number, token: string): string {
  return `${forOthers(page)}#ctg-signup-${place}=${encodeURIComponent(token)}`;
}
