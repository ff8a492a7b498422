import {html, type TemplateResult} from 'lit';

import {giveUp} from '../../endpoint/manage.js';
import type {Localizer} from '../../i18n/localizer.js';
import {renderButton} from '../form/buttons.js';
import type {Manageable} from '../sending/controls.js';
import type {Settled} from '../sending/phase.js';
import type {SendingScene} from '../sending/scene.js';
import {HEADING} from '../sending/sending.js';
import {renderText} from '../text.js';
import {GONE} from './look.js';

/** What is said when somebody is about to give up what they sent. */
export interface GoingWords {
  readonly question: string;
  /** What it means; empty where it needs no saying. */
  readonly help: string;
  readonly yes: string;
  readonly no: string;
  /** That it is not done, and what to do. */
  readonly trouble: string;
  readonly done: string;
}

/**
 * Asks before something is given up, because what is gone stays gone, and does it.
 *
 * @param words in the language that is spoken when they are read
 * @param eventOf what the page is told then
 */
export function askWhetherToGo<Scene extends SendingScene, Known extends Settled>(
  sent: Manageable<Scene, Known>,
  settled: Known,
  words: (l: Localizer) => GoingWords,
  eventOf: (scene: Scene) => Event,
): void {
  let busy = false;
  let failed = false;
  show(HEADING);

  function show(focus?: string): void {
    sent.become({is: 'managed', render}, focus);
  }

  function render({l, heading}: Scene): TemplateResult {
    const {question, help, yes, no, trouble} = words(l);
    return html`${heading(question, 'title')} ${renderText(help)}
      ${renderText(failed ? trouble : '', 'error-text')}
      <div class="row">
        ${renderButton('grave', yes, () => void onYes(), busy)} ${renderButton('quiet', no, onNo, busy)}
      </div>`;
  }

  /** Too late while it is on its way: nobody is to be told that they are in who may not be. */
  function onNo(): void {
    if (!busy) sent.become({is: 'settled', settled}, HEADING);
  }

  async function onYes(): Promise<void> {
    const {receipt, manage} = settled;
    if (busy || manage === undefined) return;
    busy = true;
    failed = false;
    show();
    const outcome = await giveUp(manage, receipt.id);
    busy = false;
    const {scene} = sent;
    if (!scene) return;
    const {trouble, done} = words(scene.l);
    const gone = outcome.kind === 'refused' && GONE.includes(outcome.status);
    if (!gone && (outcome.kind !== 'confirmed' || outcome.receipt.status !== 'cancelled')) {
      failed = true;
      scene.announce(trouble);
      return show();
    }
    await scene.desk.outbox.forget(receipt.id);
    scene.emit(eventOf(scene));
    scene.refresh();
    sent.become({is: 'over', text: done}, HEADING);
  }
}
