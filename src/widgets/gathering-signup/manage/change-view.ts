import {html, nothing, type TemplateResult} from 'lit';

import type {Signup as Message} from '../../../protocol/signup.js';
import {renderNote} from '../../../ui/note.js';
import {renderText} from '../../../ui/text.js';
import {renderNext} from '../list-view.js';
import {renderButton} from '../../../ui/form/buttons.js';
import type {FieldProblem} from '../../../ui/form/checks.js';
import type {NotDone} from '../../../ui/managing/put.js';
import type {FormControls} from '../../../ui/form/form-controls.js';
import {partyOf, type Draft} from '../signup/draft.js';
import {renderSignupForm} from '../signup/form-view.js';
import type {Settled} from '../signup/phase.js';
import type {SignupScene} from '../signup-scene.js';

/** What the form may read of a change, and what its buttons do. */
export interface ChangeControls extends FormControls<Draft> {
  /** What the endpoint has. */
  readonly before: Message;
  readonly settled: Settled;
  readonly problems: readonly FieldProblem[];
  readonly sending: 'no' | 'short' | 'long';
  /** What became of the last attempt, when it was not done. */
  readonly last: NotDone | undefined;
  /** Takes as many places as are left. */
  takeWhatIsLeft(places: number): void;
  /** Leaves everything as it was. */
  keep(): void;
}

/** Draws the form of signing up, filled with what the endpoint has. */
export function renderChange(changing: ChangeControls, scene: SignupScene): TemplateResult {
  const {l} = scene;
  const {typed, before, problems, sending, last} = changing;
  const party = partyOf(typed);
  const same = party === before.adults + before.children;
  return renderSignupForm(changing, scene, {
    problems,
    sending: sending !== 'no',
    long: sending === 'long',
    note:
      last && problems.length === 0 ? renderTrouble(changing, scene, last) : renderText(l.t('change.help')),
    sum: (n) => sumOf(changing, scene, n),
    label: same || Number.isNaN(party) ? l.t('change.send.same') : l.t('change.send', {n: party}),
    beside: renderButton('quiet', l.t('change.keep'), () => changing.keep(), sending !== 'no'),
  });
}

/** How many places a party of this size has, and how many more it may have. */
function sumOf({before, settled}: ChangeControls, {l, occasion}: SignupScene, n: number): string {
  const {status} = settled.receipt;
  const {left} = occasion.standing;
  if (status === 'waitlisted') return l.t('who.sum.waiting', {n});
  // Whoever only asks has none of the places that are counted.
  const most =
    left === undefined ? undefined : left + (status === 'confirmed' ? before.adults + before.children : 0);
  if (most !== undefined && n > most && status === 'confirmed') return l.t('change.most', {n: most});
  return l.t('change.sum', {places: n, left: most === undefined ? undefined : Math.max(0, most - n)});
}

function renderTrouble(changing: ChangeControls, scene: SignupScene, last: NotDone): TemplateResult {
  const {l, heading} = scene;
  const {settled, typed} = changing;
  const had = settled.party ?? 0;
  const most = last.is === 'refused' && last.problem.code === 'partial' ? (last.problem.places ?? 0) : 0;
  return renderNote(
    'attention',
    heading(l.t(last.is === 'unsure' ? 'unclear.heading' : 'change.not'), 'title', 1),
    ...(last.is === 'refused' ? refusalOf() : waitOf(scene, last)),
    last.is === 'unsure' ? '' : stillOf(changing, scene),
    l.t('error.kept'),
    most > had
      ? html`<div class="row">
          ${renderButton('', l.t('fewer.some', {n: most}), () => changing.takeWhatIsLeft(most))}
        </div>`
      : nothing,
  );

  function refusalOf(): readonly unknown[] {
    const {code, detail} = (last as NotDone & {is: 'refused'}).problem;
    const {loaded, occasion} = scene;
    const {state} = occasion.standing;
    if (most > had) return [l.t('change.most', {n: most})];
    if (code === 'full' || code === 'partial') return [l.t('change.full'), renderNextOf(scene)];
    if (state === 'cancelled' || state === 'past') return [l.t(`state.${state}`)];
    const closed = code === 'closed' && partyOf(typed) > had;
    return [
      closed ? l.t('change.closed') : l.t('change.refused', {publisher: loaded.document.publisher?.name}),
      detail ? l.t('refused.detail', {detail}) : '',
    ];
  }
}

/** The next gathering like this one with places, as a paragraph; nothing where there is none. */
export function renderNextOf(scene: SignupScene): unknown {
  return html`<p>${renderNext(scene, scene.occasion)}</p>`;
}

/** What can be done where nothing was refused. */
export function waitOf({l, dates}: SignupScene, last: NotDone & {is: 'not' | 'unsure'}): readonly unknown[] {
  if (last.is === 'unsure') return [l.t('change.unsure')];
  const time = last.after === undefined ? undefined : dates.stamp(Date.now() + last.after);
  return [navigator.onLine ? '' : l.t('offline'), l.t('change.later', {time})];
}

/** What one has all the same. */
function stillOf({settled: {receipt, party = 1}}: ChangeControls, {l}: SignupScene): string {
  return receipt.status === 'confirmed' ? l.t('change.still', {n: party}) : l.t('change.still.other');
}
