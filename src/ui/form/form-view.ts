import {html, nothing, type TemplateResult} from 'lit';

import {safeUrl} from '../../base/safe-url.js';
import type {Loaded} from '../../endpoint/loaded.js';
import {hostOf, type Target} from '../../endpoint/target.js';
import type {Localizer} from '../../i18n/localizer.js';
import type {MessageKey} from '../../i18n/messages.js';
import {renderText} from '../text.js';
import {renderWayOut} from './buttons.js';
import type {FieldProblem} from './checks.js';
import {renderInput, renderSummary, type Field, type Input} from './field-view.js';
import type {FormControls} from './form-controls.js';

/** What a form draws from: a part of the scene of its message. */
export interface FormScene {
  readonly l: Localizer;
  readonly loaded: Loaded;
  /** Draws what stays on top while somebody fills in the form. */
  readonly header: () => TemplateResult;
  readonly heading: (text: unknown, className: string, below?: number) => TemplateResult;
  /** Has the widget draw itself anew; then puts the focus on the first match of `focus`. */
  readonly changed: (focus?: string) => void;
}

/** What tells one form from another: that by which something is sent, and that by which it is changed. */
export interface FormView {
  readonly problems: readonly FieldProblem[];
  /** It is on its way, for long even. */
  readonly sending: boolean;
  readonly long: boolean;
  /** What is said above the fields. */
  readonly note: unknown;
  /** What the button that sends does. */
  readonly label: string;
  /** What else one may do instead. */
  readonly beside?: unknown;
}

/** Draws a form around `fields`: what has to be looked at again above them, the button and where it all goes below. */
export function renderForm(
  {send}: {readonly send: () => void},
  {l, header, heading, changed}: FormScene,
  {problems, sending, long, note, label, beside}: FormView,
  fields: unknown,
  privacy: unknown,
): TemplateResult {
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    send();
  };
  return html`${header()} ${note}
    <form class="stack-5" part="form" novalidate @submit=${onSubmit} aria-busy=${sending}>
      ${renderSummary(
        l,
        problems,
        heading(l.t('errors.heading', {n: problems.length}), 'title', 1),
        (field) => changed(`#${CSS.escape(field === 'contact' ? 'email' : field)}`),
      )}
      ${fields}
      <div class="row">
        <button
          class="button wide"
          part="button"
          type="submit"
          aria-disabled=${sending ? 'true' : nothing}
          .textContent=${sending ? l.t('sending') : label}
        ></button>
        ${beside} ${long ? renderText(l.t('sending.long'), 'small muted') : nothing}
      </div>
      ${privacy}
    </form>`;
}

/** A field whose text the draft keeps under the id of the field. */
export function renderTyped<Id extends string>(
  form: Pick<FormControls<Record<Id, string>>, 'typed' | 'edited'>,
  field: Field & {readonly id: Id},
  input: Pick<Input, 'type' | 'autocomplete' | 'inputmode' | 'maxlength'>,
): TemplateResult {
  const {typed} = form;
  return renderInput(field, {
    ...input,
    value: typed[field.id],
    write: (value) => void (typed[field.id] = value),
    done: () => form.edited(),
  });
}

/** Draws whom all this goes to, for how long, and where to read more; `key` says what for. */
export function renderPrivacy(
  {l, loaded}: Pick<FormScene, 'l' | 'loaded'>,
  target: Target | undefined,
  key: MessageKey,
): TemplateResult {
  const {name: publisher, privacy = {}} = loaded.document.publisher ?? {};
  const link = safeUrl(privacy.url)?.href;
  return html`<div class="goes small muted" part="privacy">
    <p>
      <b .textContent=${l.t('privacy.heading')}></b>
      <span
        .textContent=${l.t(key, {publisher, host: target && hostOf(target.href), days: privacy.keepDays})}
      ></span>
      ${privacy.keepDays === undefined ? html`<span .textContent=${l.t('privacy.unknownKeep', {publisher})}></span>` : nothing}
      ${link ? renderWayOut(link, l.t('privacy.link')) : nothing}
    </p>
  </div>`;
}
