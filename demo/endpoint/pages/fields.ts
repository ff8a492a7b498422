import type {Consent, Question} from '../../../src/protocol/gathering.js';
import {type Fields, first, UNVERSIONED} from '../form.js';
import type {FieldProblem} from '../problems.js';
import {html, type Markup, type Part} from './html.js';

/** What a form shows: what was typed so far, and what is still to be put right. */
export interface Draft {
  readonly fields: Fields;
  readonly errors: readonly FieldProblem[];
}

/** A form nobody has typed into. */
export const EMPTY: Draft = {fields: new Map(), errors: []};

/** The id of the control for a JSON pointer: where an error's link leads. */
export function idOf(pointer: string): string {
  return `f${pointer.replaceAll(/[^\w-]/g, '-')}`;
}

/** The sentence for a pointer, if something there is to be put right. */
export function errorAt(draft: Draft, pointer: string): string | undefined {
  return draft.errors.find((error) => error.pointer === pointer)?.detail;
}

/** Most letters of a field that says nothing else. */
const MOST = 2_000;

/** One control of a form, with its label, its help and its error, in that order. */
export interface FieldOptions {
  readonly pointer: string;
  readonly name: string;
  readonly label: Part;
  readonly type?: string;
  readonly help?: string;
  readonly autocomplete?: string;
  readonly optional?: boolean;
  readonly value?: string;
  readonly inputmode?: string;
  /** Most letters that fit in. */
  readonly most?: number;
}

/** Something to choose: what is sent, and what is read. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A line to type into. */
export function textField(draft: Draft, options: FieldOptions): Markup {
  const {pointer, name, type = 'text', autocomplete, inputmode, most = MOST} = options;
  const value = first(draft.fields, name) || (options.value ?? '');
  return framed(
    draft,
    options,
    html`<input
      id="${idOf(pointer)}"
      name="${name}"
      type="${type}"
      maxlength="${most}"
      value="${value}"
      ${autocomplete && html`autocomplete="${autocomplete}"`}
      ${inputmode && html`inputmode="${inputmode}"`}
      ${described(draft, options)}
    />`,
  );
}

/** A box for several lines. */
export function textArea(draft: Draft, options: FieldOptions): Markup {
  const {pointer, name, most = MOST} = options;
  // The line break after the tag is the one that browsers drop, so that the text's own first one stays.
  return framed(
    draft,
    options,
    html`<textarea
      id="${idOf(pointer)}"
      name="${name}"
      maxlength="${most}"
      rows="${most > MOST ? 10 : 3}"
      ${described(draft, options)}
    >
${first(draft.fields, name)}</textarea>`,
  );
}

/** A box to tick; `value` is what is sent when it is ticked. */
export function checkBox(draft: Draft, options: FieldOptions & {readonly value: string}): Markup {
  const {pointer, name, value, label} = options;
  const error = errorAt(draft, pointer);
  const ticked = draft.fields.get(name)?.includes(value) === true;
  return html`<div class="field ${error ? 'has-error' : ''}">
    ${errorLine(pointer, error)}
    <label class="check"
      ><input
        id="${idOf(pointer)}"
        type="checkbox"
        name="${name}"
        value="${value}"
        ${ticked && html`checked`}
        ${described(draft, options)}
      /><span>${label}</span></label
    >
  </div>`;
}

/** The boxes for what is to be agreed to, each with its wording and what sends its version. */
export function consentFields(draft: Draft, consents: readonly Consent[] = []): Markup[] {
  return consents.map(({id, version, text, url, required}) =>
    checkBox(draft, {
      pointer: `/consents/${id}`,
      name: `consent[${id}]`,
      value: version ?? UNVERSIONED,
      label: html`${text} ${url && html`<a href="${url}" rel="noopener noreferrer">Read it</a>`}
      ${required !== true && html`<span class="muted">You don’t have to.</span>`}`,
    }),
  );
}

/** Something to choose from a list; a value that is not among the `choices` chooses nothing. */
export function selectField(draft: Draft, field: FieldOptions, choices: readonly Choice[]): Markup {
  const chosen = first(draft.fields, field.name);
  return framed(
    draft,
    field,
    html`<select id="${idOf(field.pointer)}" name="${field.name}" ${described(draft, field)}>
      ${choices.map(
        ({value, label}) =>
          html`<option value="${value}" ${chosen === value && html`selected`}>${label}</option>`,
      )}
    </select>`,
  );
}

/** The control for a question of the gathering's own. */
export function questionField(draft: Draft, question: Question): Markup {
  const {id, label, type, help, required, options = []} = question;
  const pointer = `/answers/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const name = `answers[${id}]`;
  const field: FieldOptions = {pointer, name, label, optional: required !== true, ...(help && {help})};
  switch (type) {
    case 'textarea':
      return textArea(draft, field);
    case 'select':
      return selectField(draft, field, [{value: '', label: 'Choose one'}, ...options]);
    case 'radio':
      return choices(draft, field, options, 'radio');
    case 'checkbox':
      return options.length > 0
        ? choices(draft, field, options, 'checkbox')
        : checkBox(draft, {
            ...field,
            value: 'yes',
            label: html`${label} ${help && html`<small>${help}</small>`}`,
          });
    case 'email':
    case 'tel':
    case 'date':
      return textField(draft, {...field, type});
    case 'number':
      return textField(draft, {...field, inputmode: 'decimal'});
    default:
      return textField(draft, field);
  }
}

/** Several things to choose, one or any number of them, each with a box of its own. */
export function choices(
  draft: Draft,
  field: FieldOptions,
  options: readonly Choice[],
  type: 'radio' | 'checkbox',
): Markup {
  const {pointer, name, label, optional, help} = field;
  const error = errorAt(draft, pointer);
  const chosen = draft.fields.get(name) ?? [];
  return html`<fieldset class="field ${error ? 'has-error' : ''}">
    <legend>${label} ${optional && SKIP}</legend>
    ${helpLine(pointer, help)} ${errorLine(pointer, error)}
    ${options.map(
      (option, index) =>
        html`<label class="check"
          ><input
            ${index === 0 && html`id="${idOf(pointer)}"`}
            type="${type}"
            name="${name}"
            value="${option.value}"
            ${chosen.includes(option.value) && html`checked`}
          /><span>${option.label}</span></label
        >`,
    )}
  </fieldset>`;
}

function framed(draft: Draft, {pointer, label, optional, help}: FieldOptions, control: Markup): Markup {
  const error = errorAt(draft, pointer);
  return html`<div class="field ${error ? 'has-error' : ''}">
    <label for="${idOf(pointer)}">${label} ${optional && SKIP}</label>
    ${helpLine(pointer, help)} ${errorLine(pointer, error)} ${control}
  </div>`;
}

const SKIP = html`<span class="muted">(you can skip this)</span>`;

function helpLine(pointer: string, help: string | undefined): Part {
  return help && html`<p class="help" id="${idOf(pointer)}-help">${help}</p>`;
}

function errorLine(pointer: string, error: string | undefined): Part {
  return error && html`<p class="error" id="${idOf(pointer)}-error">${error}</p>`;
}

function described(draft: Draft, {pointer, help}: Pick<FieldOptions, 'pointer' | 'help'>): Markup {
  const error = errorAt(draft, pointer);
  const ids = [help && `${idOf(pointer)}-help`, error && `${idOf(pointer)}-error`].filter(Boolean).join(' ');
  return html`${ids && html`aria-describedby="${ids}"`} ${error && html`aria-invalid="true"`}`;
}
