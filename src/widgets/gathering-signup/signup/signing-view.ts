import {html, nothing, type TemplateResult} from 'lit';

import type {Problem} from '../../../protocol/problem.js';
import {renderNote} from '../../../ui/note.js';
import {renderRefusal} from '../../../ui/sending/kept-view.js';
import {renderNext} from '../list-view.js';
import {hostDecides} from '../occasion.js';
import type {SignupScene} from '../signup-scene.js';
import type {Controls} from './controls.js';
import {partyOf} from './draft.js';
import {renderSignupForm} from './form-view.js';
import type {Phase} from './phase.js';

/** Draws the form by which one signs up. */
export function renderSigning(
  signup: Controls,
  scene: SignupScene,
  phase: Extract<Phase, {is: 'filling' | 'sending'}>,
): TemplateResult {
  const {l, occasion} = scene;
  const {left, state} = occasion.standing;
  const sending = phase.is === 'sending';
  return renderSignupForm(signup, scene, {
    problems: sending ? [] : phase.problems,
    sending,
    long: sending && phase.long,
    note: !sending && phase.refusal ? renderRefused(scene, phase.refusal) : nothing,
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

function renderRefused(scene: SignupScene, problem: Problem): TemplateResult {
  const {l, occasion, heading} = scene;
  const kept = l.t('error.kept');
  if (problem.code !== 'full' && problem.code !== 'partial') return renderRefusal(scene, problem, 1, kept);
  const {state, waitlist} = occasion.standing;
  return renderNote(
    'wait',
    heading(l.t('fullNow'), 'title', 1),
    l.t(state === 'full' && waitlist ? 'fullNow.next' : 'fullNow.next.noWaiting'),
    html`<p>${renderNext(scene, occasion)}</p>`,
    kept,
  );
}
