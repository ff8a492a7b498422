import {html, nothing, type TemplateResult} from 'lit';

import {safeUrl} from '../../../base/safe-url.js';
import {targetOf} from '../../../endpoint/target.js';
import type {Question} from '../../../protocol/gathering.js';
import {renderText} from '../../../ui/text.js';
import type {SignupScene} from '../signup-scene.js';
import {renderWayOut} from './buttons.js';
import type {FormControls} from './controls.js';
import {consentKey, countOf, emailGuess, partyOf, type FieldProblem} from './draft.js';
import {
  problemOf,
  renderCheck,
  renderGroup,
  renderInput,
  renderProblem,
  renderSummary,
  type Field,
  type Input,
} from './field-view.js';
import {hostOf} from './message.js';
import {renderQuestion} from './question-view.js';

/** Questions that ask what the field for food and access needs would ask again. */
const NEEDS = /diet|food|allerg|access|needs/i;

/** What tells one form from another: that of signing up, and that of changing a signup. */
export interface FormView {
  readonly problems: readonly FieldProblem[];
  /** It is on its way, for long even. */
  readonly sending: boolean;
  readonly long: boolean;
  /** What is said above the fields. */
  readonly note: unknown;
  /** What is said below the counts about a party of this size. */
  readonly sum: (party: number) => string;
  /** What the button that sends does, with the number. */
  readonly label: string;
  /** What else one may do instead. */
  readonly beside?: unknown;
}

/** Draws the form: who is coming, how to reach them, the host's questions, consents, and where it all goes. */
export function renderForm(signup: FormControls, scene: SignupScene, view: FormView): TemplateResult {
  const {l, occasion, heading, changed} = scene;
  const {gathering} = occasion;
  const {problems, note, sending} = view;
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    void signup.send();
  };
  const context = {problems, l};
  return html`${scene.header()} ${note}
    <form class="stack-5" part="form" novalidate @submit=${onSubmit} aria-busy=${sending}>
      ${renderSummary(
        l,
        problems,
        heading(l.t('errors.heading', {n: problems.length}), 'title', 1),
        (field) => changed(`#${CSS.escape(field === 'contact' ? 'email' : field)}`),
      )}
      ${renderParty(signup, scene, view)}
      ${renderTyped(signup, {...context, id: 'name', label: l.t('name')}, {type: 'text', autocomplete: 'name'})}
      ${renderContact(signup, scene, problems)}
      ${(gathering.questions ?? []).filter(isAsked).map((question) => renderQuestion(signup, question, context))}
      ${renderNeeds()} ${renderConsents(signup, scene, problems)} ${renderSend(scene, view)}
      ${renderPrivacy(scene)}
    </form>`;

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

/** A field whose text the draft keeps under the id of the field. */
function renderTyped(
  signup: FormControls,
  field: Field & {readonly id: 'name' | 'email' | 'phone' | 'note'},
  input: Pick<Input, 'type' | 'autocomplete'>,
): TemplateResult {
  const {typed} = signup;
  return renderInput(field, {
    ...input,
    value: typed[field.id],
    write: (value) => void (typed[field.id] = value),
    done: () => signup.edited(),
  });
}

function renderParty(signup: FormControls, {l}: SignupScene, {problems, sum}: FormView): TemplateResult {
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
  signup: FormControls,
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

function renderConsents(
  signup: FormControls,
  {l, occasion}: SignupScene,
  problems: readonly FieldProblem[],
): unknown {
  const {consents} = signup.typed;
  return (occasion.gathering.consents ?? []).map((consent) => {
    const {id, text, required, url} = consent;
    const field = `c-${id}`;
    const key = consentKey(consent);
    const problem = problemOf(problems, field, l);
    const href = safeUrl(url)?.href;
    const tick = (ticked: boolean): void => {
      if (ticked) consents.add(key);
      else consents.delete(key);
      signup.edited();
    };
    return html`<div class=${problem ? 'has-error' : ''} part="field">
      ${renderProblem(field, problem)}
      ${renderCheck(
        {id: field, type: 'checkbox', name: field, checked: consents.has(key), problem, tick},
        html`<span .textContent=${text}></span
          >${required ? nothing : html`<span class="muted" .textContent=${` ${l.t('consent.optional')}`}></span>`}`,
      )}
      ${href ? html`<p class="small indent">${renderWayOut(href, l.t('consent.more'))}</p>` : nothing}
    </div>`;
  });
}

function renderSend({l}: SignupScene, {sending, long, label, beside}: FormView): TemplateResult {
  return html`<div class="row">
    <button
      class="button wide"
      part="button"
      type="submit"
      aria-disabled=${sending ? 'true' : nothing}
      .textContent=${sending ? l.t('sending') : label}
    ></button>
    ${beside} ${long ? renderText(l.t('sending.long'), 'small muted') : nothing}
  </div>`;
}

function renderPrivacy({l, loaded, set, occasion}: SignupScene): TemplateResult {
  const {name: publisher, privacy = {}} = loaded.document.publisher ?? {};
  const target = targetOf(loaded, set, 'signups', occasion.gathering.id);
  const link = safeUrl(privacy.url)?.href;
  return html`<div class="goes small muted" part="privacy">
    <p>
      <b .textContent=${l.t('privacy.heading')}></b>
      <span
        .textContent=${l.t('privacy.signup', {publisher, host: target && hostOf(target.href), days: privacy.keepDays})}
      ></span>
      ${privacy.keepDays === undefined ? html`<span .textContent=${l.t('privacy.unknownKeep', {publisher})}></span>` : nothing}
      ${link ? renderWayOut(link, l.t('privacy.link')) : nothing}
    </p>
  </div>`;
}
