import {html, nothing, type TemplateResult} from 'lit';

import {renderButton} from '../../../ui/form/buttons.js';
import {renderText} from '../../../ui/text.js';
import type {PledgingScene, Settled} from './phase.js';

type Keepsakes = typeof import('../keepsakes/index.js');

/** What draws and makes them, once somebody has asked for one; `missing` when it can't be had. */
let keepsakes: Keepsakes | 'missing' | undefined;

async function bring({changed}: PledgingScene): Promise<Keepsakes | undefined> {
  // Without a connection it is said so, and asked for again at the next press.
  keepsakes = await import('../keepsakes/index.js').catch(() => 'missing' as const);
  changed();
  return keepsakes === 'missing' ? undefined : keepsakes;
}

/** Draws what people take along: their flower to share, a reminder, and for an organisation its badge. */
export function renderKeepsakes(scene: PledgingScene, settled: Settled): TemplateResult {
  const {l} = scene;
  const {receipt, kind} = settled;
  const share = async (): Promise<void> => {
    const chunk = await bring(scene);
    await chunk?.shareFlower(scene, settled, scene.within());
  };
  const missing =
    keepsakes === 'missing' && renderText(l.t(navigator.onLine ? 'load.wait' : 'offline'), 'small');
  const drawn = keepsakes === 'missing' ? undefined : keepsakes;
  return html`<div class="stack-2">
    <div class="row">
      ${renderButton('', l.t('pledge.share'), () => void share())}
      ${renderChoices(scene, l.t('pledge.remind'), drawn?.renderRhythms(scene, settled))}
      ${
        kind === 'organisation' && receipt.badge !== undefined
          ? renderChoices(scene, l.t('badge.get'), drawn?.renderBadgeCode(scene, settled))
          : nothing
      }
    </div>
    ${missing || nothing} ${renderText(l.t('pledge.picture.help'), 'small muted')}
  </div>`;
}

function renderChoices(scene: PledgingScene, text: string, inside: unknown): TemplateResult {
  return html`<details class="choices">
    <summary
      class="button quiet"
      part="button"
      @click=${() => void bring(scene)}
      .textContent=${text}
    ></summary>
    ${inside}
  </details>`;
}
