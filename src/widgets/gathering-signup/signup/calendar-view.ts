import {html, nothing, type TemplateResult} from 'lit';

import {renderText} from '../../../ui/text.js';
import type {SignupScene} from '../signup-scene.js';
import type {Settled} from './phase.js';

/** What draws the choices, once somebody has asked for them; `missing` when it can't be had. */
let choices: typeof import('../calendar/choices.js') | 'missing' | undefined;

/** Draws the button that offers the calendar file and the links; nothing where there is no date to put in. */
export function renderCalendar(scene: SignupScene, settled: Settled): TemplateResult | typeof nothing {
  const {l, occasion, changed} = scene;
  if (!occasion.standing.start) return nothing;
  const fetch = async (): Promise<void> => {
    // Without a connection it is said so, and asked for again at the next press.
    choices = await import('../calendar/choices.js').catch(() => 'missing' as const);
    changed();
  };
  return html`<details class="choices">
    <summary class="button" part="button" @click=${fetch} .textContent=${l.t('calendar')}></summary>
    ${
      choices === 'missing'
        ? renderText(l.t(navigator.onLine ? 'load.wait' : 'offline'), 'small')
        : choices?.renderChoices(scene, settled)
    }
  </details>`;
}
