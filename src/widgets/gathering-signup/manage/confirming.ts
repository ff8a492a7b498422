/** A signup that waits for its e-mail: the question behind the link in it, and having it sent again. */
import {html, type TemplateResult} from 'lit';

import {resend} from '../../../endpoint/manage.js';
import type {Problem} from '../../../protocol/problem.js';
import type {Managed} from '../../../protocol/receipt.js';
import {renderNote} from '../../../ui/note.js';
import {renderText} from '../../../ui/text.js';
import {readManaged} from '../../../protocol/read-answers.js';
import {renderButton} from '../../../ui/form/buttons.js';
import {isSettled, put, type NotDone} from '../../../ui/managing/put.js';
import {refusalText} from '../../../ui/sending/refusal.js';
import {HEADING} from '../../../ui/sending/sending.js';
import {renderFacts} from '../signup/confirmation-view.js';
import type {Manageable} from '../signup/manageable.js';
import type {Settled} from '../signup/phase.js';
import type {SignupScene} from '../signup-scene.js';
import {renderNextOf, waitOf} from './change-view.js';
import {Changing, settle} from './changing.js';
import {askWhetherToGiveUp} from './giving-up.js';

/**
 * Asks whoever opened the link in the e-mail whether they come. The press sends the signup again as it is, which
 * proves that the address is theirs; looking alone proves nothing, because mail scanners look too.
 */
export function askWhetherComing(signup: Manageable, managed: Managed, settled: Settled): void {
  let busy = false;
  let last: NotDone | undefined;
  show(HEADING);

  function show(focus?: string): void {
    signup.become({is: 'managed', render}, focus);
  }

  function render(scene: SignupScene): TemplateResult {
    const {l, heading} = scene;
    const n = settled.party ?? 1;
    const trouble =
      last &&
      renderNote(
        'attention',
        heading(l.t(last.is === 'unsure' ? 'unclear.heading' : 'confirm.not'), 'title', 1),
        ...(last.is === 'refused' ? refusalOf(scene, last.problem) : waitOf(scene, last)),
      );
    return html`${heading(l.t('confirm.question'), 'head')} ${trouble} ${renderFacts(scene, settled)}
      ${renderText(l.t('confirm.party', {n}))}
      <div class="row">
        ${renderButton('', l.t(busy ? 'sending' : 'confirm.yes'), () => void onYes(), busy)}
        ${renderButton('grave', l.t('giveup.button', {n}), () => busy || askWhetherToGiveUp(signup, settled), busy)}
      </div>`;
  }

  async function onYes(): Promise<void> {
    const {manage} = settled;
    const {scene} = signup;
    if (busy || manage === undefined || !scene) return;
    busy = true;
    last = undefined;
    show();
    scene.announce(scene.l.t('sending'));
    const message = managed.signup;
    const change = await put(manage, message, readManaged, ({receipt}) => receipt.status !== 'pending');
    if (isSettled(change)) return settle(signup, change, message, settled);
    busy = false;
    // The host asks something else now than on the day of the signup.
    if (change.is === 'refused' && change.problem.code === 'invalid')
      return new Changing(signup, managed, settled).refuse(change.problem);
    last = change;
    if (last.is === 'refused') scene.refresh();
    show('.note [role="heading"]');
  }
}

function refusalOf(scene: SignupScene, problem: Problem): readonly unknown[] {
  const {l, loaded} = scene;
  const {code, detail} = problem;
  return [
    refusalText(problem, l, loaded.document.publisher?.name),
    code === 'full' || code === 'partial' ? renderNextOf(scene) : '',
    detail ? l.t('refused.detail', {detail}) : '',
  ];
}

/** Has the e-mail sent once more, and says whether it was. */
export async function sendAgain(signup: Manageable, settled: Settled): Promise<void> {
  const {receipt, manage} = settled;
  if (manage === undefined) return undefined;
  const outcome = await resend(manage, receipt.id);
  const {scene} = signup;
  if (!scene || signup.phase.is !== 'settled') return undefined;
  const {l, dates} = scene;
  if (outcome.kind === 'confirmed') {
    // Confirmed on another device meanwhile: then nothing was sent.
    if (outcome.receipt.status !== 'pending') return signup.manage('look');
    const news = l.t('resend.done');
    scene.announce(news);
    return signup.become({is: 'settled', settled, news});
  }
  const early = outcome.kind === 'retry' && outcome.code === 'slow-down' ? outcome : undefined;
  const time = early?.after === undefined ? undefined : dates.stamp(Date.now() + early.after);
  const trouble = early ? l.t('resend.later', {time}) : l.t('resend.not');
  scene.announce(trouble);
  return signup.become({is: 'settled', settled, trouble});
}
