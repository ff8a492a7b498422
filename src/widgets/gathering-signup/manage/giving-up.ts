import {html, nothing, type TemplateResult} from 'lit';

import {giveUp} from '../../../endpoint/manage.js';
import {renderText} from '../../../ui/text.js';
import {SignupCancelEvent} from '../gathering-signup.events.js';
import {renderButton} from '../signup/buttons.js';
import type {Manageable} from '../signup/manageable.js';
import type {Settled} from '../signup/phase.js';
import {HEADING} from '../signup/signup.js';
import type {SignupScene} from '../signup-scene.js';
import {GONE} from './look.js';

/** Asks before places are given up: what is gone may be somebody else's a minute later. */
export function askWhetherToGiveUp(signup: Manageable, settled: Settled): void {
  let busy = false;
  let trouble = '';
  show(HEADING);

  function show(focus?: string): void {
    signup.become({is: 'managed', render}, focus);
  }

  function render({l, heading}: SignupScene): TemplateResult {
    const {party} = settled;
    // Unknown until the endpoint could be asked: then words without a number, in the plural where there is none.
    const n = party ?? 2;
    const placed = settled.receipt.status !== 'waitlisted';
    return html`${heading(l.t(placed ? 'giveup.question' : 'waiting.leave.question', {n: party}), 'title')}
      ${placed ? renderText(l.t('giveup.help', {n})) : nothing} ${renderText(trouble, 'error-text')}
      <div class="row">
        ${renderButton('grave', l.t(placed ? 'giveup.button' : 'waiting.leave', {n: party}), () => void onYes(), busy)}
        ${renderButton('quiet', l.t(placed ? 'giveup.keep' : 'waiting.stay', {n}), onKeep, busy)}
      </div>`;
  }

  /** Too late while it is on its way: nobody is to be told that they are in who may not be. */
  function onKeep(): void {
    if (!busy) signup.become({is: 'settled', settled}, HEADING);
  }

  async function onYes(): Promise<void> {
    const {receipt, manage, party} = settled;
    if (busy || manage === undefined) return;
    busy = true;
    trouble = '';
    show();
    const outcome = await giveUp(manage, receipt.id);
    busy = false;
    const {scene} = signup;
    if (!scene) return;
    const {l} = scene;
    const gone = outcome.kind === 'refused' && GONE.includes(outcome.status);
    if (!gone && (outcome.kind !== 'confirmed' || outcome.receipt.status !== 'cancelled')) {
      trouble = l.t('giveup.offline', {n: party ?? 2});
      scene.announce(trouble);
      return show();
    }
    await scene.desk.outbox.forget(receipt.id);
    scene.emit(new SignupCancelEvent(receipt.id, scene.occasion.gathering.id));
    scene.refresh();
    const left = receipt.status !== 'waitlisted' ? l.t('giveup.done', {n: party}) : l.t('waiting.left');
    signup.become({is: 'over', text: left}, HEADING);
  }
}
