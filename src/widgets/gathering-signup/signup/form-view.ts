import {html, nothing, type TemplateResult} from 'lit';

import {targetOf} from '../../../endpoint/target.js';
import type {Question} from '../../../protocol/gathering.js';
import {emailGuess, type FieldProblem} from '../../../ui/form/checks.js';
import {renderConsents} from '../../../ui/form/consents-view.js';
import {problemOf, renderGroup, renderProblem} from '../../../ui/form/field-view.js';
import {renderForm, renderPrivacy, renderTyped, type FormView} from '../../../ui/form/form-view.js';
import type {FormControls} from '../../../ui/form/form-controls.js';
import type {SignupScene} from '../signup-scene.js';
import {countOf, partyOf, type Draft} from './draft.js';
import {renderQuestion} from './question-view.js';

/** Questions that ask what the field for food and access needs would ask again. */
const NEEDS = /diet|food|allerg|access|needs/i;

/** What tells the form of signing up from that of changing a signup. */
export interface SignupFormView extends FormView {
  /** What is said below the counts about a party of this size. */
  readonly sum: (party: number) => string;
}

/** Draws the form: who is coming, how to reach them, the host's questions, consents, and where it all goes. */
export function renderSignupForm(
  signup: FormControls<Draft>,
  scene: SignupScene,
  view: SignupFormView,
): TemplateResult {
  const {l, loaded, set, occasion} = scene;
  const {gathering} = occasion;
  const {problems} = view;
  const context = {problems, l};
  return renderForm(
    {send: () => void signup.send()},
    scene,
    view,
    [
      renderParty(signup, scene, view),
      renderTyped(signup, {...context, id: 'name', label: l.t('name')}, {type: 'text', autocomplete: 'name'}),
      renderContact(signup, scene, problems),
      (gathering.questions ?? [])
        .filter(isAsked)
        .map((question) => renderQuestion(signup, question, context)),
      renderNeeds(),
      renderConsents(gathering.consents ?? [], signup.typed.consents, context, () => signup.edited()),
    ],
    renderPrivacy(scene, targetOf(loaded, set, 'signups', gathering.id), 'privacy.signup'),
  );

  /** Where they came from is not asked where the page's address says it. */
  function isAsked({id}: Question): boolean {
    return (
      !id.startsWith('utm_') ||
      problems.some(({field}) => field === `q-${id}`) ||
      signup.typed.answers.get(id) !== new URLSearchParams(location.search).get(id)
    );
  }

  function renderNeeds(): TemplateResult {
    const asked = gathering.questions?.some(({id}) => NEEDS.test(id));
    const label = asked ? l.t('note', {host: gathering.host?.name}) : l.t('needs.label');
    const help = asked ? undefined : l.t('needs.help');
    return renderTyped(signup, {...context, id: 'note', label, help, optional: true}, {type: 'textarea'});
  }
}

function renderParty(
  signup: FormControls<Draft>,
  {l}: SignupScene,
  {problems, sum}: SignupFormView,
): TemplateResult {
  const {typed} = signup;
  const party = partyOf(typed);
  return renderGroup(
    {id: 'party', label: l.t('who.heading'), problems, l},
    html`${renderProblem('adults', problemOf(problems, 'adults', l))}
      <div class="steps">
        ${renderStepper('adults', 1)} ${renderStepper('children', 0)}
        <p class="sum" role="status" .textContent=${Number.isNaN(party) ? '' : sum(party)}></p>
      </div>`,
    problemOf(problems, 'adults', l) ? 'stack-2 has-error' : 'stack-2',
  );

  function renderStepper(field: 'adults' | 'children', least: number): TemplateResult {
    const step = (by: number): void => {
      const count = countOf(typed[field]);
      typed[field] = String(Math.max(least, (Number.isNaN(count) ? least : count) + by));
      signup.edited();
    };
    const onInput = (event: Event): void => {
      typed[field] = (event.target as HTMLInputElement).value;
      signup.edited();
    };
    const wrong = field === 'adults' && problemOf(problems, 'adults', l);
    return html`<label for=${field} .textContent=${l.t(`who.${field}`)}></label>
      <span class="stepper">
        <button type="button" aria-label=${l.t(`who.${field}.fewer`)} @click=${() => step(-1)}>−</button
        ><input
          id=${field}
          name=${field}
          type="text"
          inputmode="numeric"
          autocomplete="off"
          maxlength="4"
          .value=${typed[field]}
          aria-invalid=${wrong ? 'true' : nothing}
          aria-describedby=${wrong ? 'adults-problem' : nothing}
          @input=${onInput}
        /><button type="button" aria-label=${l.t(`who.${field}.more`)} @click=${() => step(1)}>+</button>
      </span>`;
  }
}

function renderContact(
  signup: FormControls<Draft>,
  {l, occasion}: SignupScene,
  problems: readonly FieldProblem[],
): unknown {
  const asks = occasion.gathering.contact ?? 'either';
  const guess = emailGuess(signup.typed.email);
  const help = guess && l.t('error.email.hint', {guess});
  const email = renderTyped(
    signup,
    {id: 'email', label: l.t('email'), help, problems, l},
    {type: 'email', autocomplete: 'email'},
  );
  const phone = renderTyped(
    signup,
    {id: 'phone', label: l.t('phone'), problems, l},
    {type: 'tel', autocomplete: 'tel'},
  );
  if (asks === 'email') return email;
  if (asks === 'phone') return phone;
  return renderGroup({id: 'contact', label: l.t('contact.heading'), help: l.t('contact.help'), problems, l}, [
    email,
    phone,
  ]);
}
