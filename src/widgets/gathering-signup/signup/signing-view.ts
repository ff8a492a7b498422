import {html, nothing, type TemplateResult} from 'lit';

import type {Problem} from '../../../protocol/problem.js';
import {renderPhone} from '../../../ui/loading-view.js';
import {renderNote} from '../../../ui/note.js';
import {renderNext} from '../list-view.js';
import {hostDecides} from '../occasion.js';
import type {SignupScene} from '../signup-scene.js';
import type {Controls} from './controls.js';
import {partyOf} from './draft.js';
import {renderForm} from './form-view.js';
import type {Phase} from './phase.js';
import {refusalText} from './refusal.js';

/** Draws the form by which one signs up. */
export function renderSigning(
  signup: Controls,
  scene: SignupScene,
  phase: Extract<Phase, {is: 'filling' | 'sending'}>,
): TemplateResult {
  const {l, occasion} = scene;
  const {left, state} = occasion.standing;
  const sending = phase.is === 'sending';
  return renderForm(signup, scene, {
    problems: sending ? [] : phase.problems,
    sending,
    long: sending && phase.long,
    note: !sending && phase.refusal ? renderRefusal(scene, phase.refusal) : nothing,
    sum: (party) =>
      state === 'full' ? l.t('who.sum.waiting', {n: party}) : l.t('who.sum', {places: party, left}),
    label: sendLabel(signup, scene),
  });
}

/** What the button does, with the number. */
function sendLabel(signup: Controls, {l, occasion}: SignupScene): string {
  const party = partyOf(signup.typed);
  const n = Number.isNaN(party) ? 1 : party;
  if (occasion.standing.state === 'full') return l.t('button.send.waiting', {n});
  if (hostDecides(occasion)) return l.t('button.send.ask', {n});
  return n === 1 ? l.t('button.send.one') : l.t('button.send.confirmed', {n});
}

function renderRefusal(scene: SignupScene, problem: Problem): TemplateResult {
  const {l, loaded, occasion, heading} = scene;
  const {name: publisher, phone} = loaded.document.publisher ?? {};
  const full = problem.code === 'full' || problem.code === 'partial';
  const waiting = full && occasion.standing.state === 'full' && occasion.standing.waitlist;
  return renderNote(
    full ? 'wait' : 'attention',
    heading(refusalText(problem, l, publisher), 'title', 1),
    full ? l.t(waiting ? 'fullNow.next' : 'fullNow.next.noWaiting') : '',
    full ? html`<p>${renderNext(scene, occasion)}</p>` : '',
    !full && problem.detail ? l.t('refused.detail', {detail: problem.detail}) : '',
    !full && phone ? html`<p>${l.parts('refused.call', {phone: renderPhone(phone)})}</p>` : '',
    l.t('error.kept'),
  );
}
