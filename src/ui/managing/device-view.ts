import {html, nothing, type TemplateResult} from 'lit';

import {renderTextButton} from '../form/buttons.js';
import type {Manageable} from '../sending/controls.js';
import {copy} from '../sending/links.js';
import type {Settled} from '../sending/phase.js';
import type {SendingScene} from '../sending/scene.js';
import {HEADING} from '../sending/sending.js';
import {privateLink} from './private-link.js';

/** Draws what is for people with another device, or with one that they share; private links say `word`. */
export function renderDevice<Scene extends SendingScene, Known extends Settled>(
  sent: Manageable<Scene, Known>,
  scene: Scene,
  {receipt, remembered}: Known,
  word: string,
): TemplateResult {
  const {l} = scene;
  const {id, token} = receipt;
  const forget = async (): Promise<void> => {
    await scene.desk.outbox.forget(id);
    sent.become({is: 'over', text: l.t('forget.done')}, HEADING);
  };
  return html`<div class="small muted" part="device">
    <p .textContent=${l.t('manage.other')}></p>
    <div class="row">
      ${
        token === undefined
          ? nothing
          : renderTextButton(
              l.t('link.copy'),
              (event) => void copyPrivateLink(scene, word, token, event),
              'link-help',
            )
      }
      ${remembered ? renderTextButton(l.t('forget'), () => void forget(), 'forget-help') : nothing}
    </div>
    ${token === undefined ? nothing : html`<p id="link-help" .textContent=${l.t('link.help')}></p>`}
    ${remembered ? html`<p id="forget-help" .textContent=${l.t('forget.help')}></p>` : nothing}
  </div>`;
}

/** Copies the link that opens this message on any device; the button says so for as long as it has the focus. */
async function copyPrivateLink(
  {l, place, announce}: SendingScene,
  word: string,
  token: string,
  event: Event,
): Promise<void> {
  const button = event.currentTarget as HTMLElement;
  const url = privateLink(location.href, word, place, token);
  if (!(await copy(url))) {
    prompt(l.t('link.byHand'), url);
    return;
  }
  const before = button.textContent;
  button.textContent = l.t('link.copied');
  announce(l.t('link.copied'));
  button.addEventListener('blur', () => (button.textContent = before), {once: true});
}
