import {html, nothing, type TemplateResult} from 'lit';

import type {Localizer} from '../../i18n/localizer.js';
import {renderNote} from '../note.js';
import type {FieldProblem} from './checks.js';

/** What every field of the form is given. */
export interface Field {
  /** Id of the control, and what a problem names. */
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly optional?: boolean;
  readonly problems: readonly FieldProblem[];
  readonly l: Localizer;
}

/** The sentence that belongs to `id`, if it has to be looked at again. */
export function problemOf(problems: readonly FieldProblem[], id: string, l: Localizer): string | undefined {
  return problems.find(({field}) => field === id)?.text(l);
}

/** What an input is given besides what ties it to its label. */
export interface Input {
  /** As in HTML; `textarea` for several lines. */
  readonly type: 'text' | 'email' | 'tel' | 'date' | 'textarea';
  readonly inputmode?: string;
  readonly autocomplete?: 'name' | 'email' | 'tel' | 'off';
  /** In UTF-16 code units. */
  readonly maxlength?: number;
  readonly value: string;
  /** Hears every letter. */
  readonly write: (value: string) => void;
  /** Hears when the visitor moves on. */
  readonly done?: () => void;
}

/** A box to tick, or one of several to choose from. */
export interface Box {
  readonly id?: string;
  readonly type: 'checkbox' | 'radio';
  readonly name: string;
  readonly value?: string;
  readonly checked: boolean;
  readonly problem?: string | undefined;
  readonly tick: (checked: boolean) => void;
}

type Wrong = 'true' | typeof nothing;

/** Label, help, problem, control, in that order; `control` is given what ties it to them. */
export function renderField(
  field: Field,
  control: (describedBy: string | typeof nothing, wrong: Wrong) => TemplateResult,
): TemplateResult {
  const {id, label, help, optional, problems, l} = field;
  const problem = problemOf(problems, id, l);
  return html`<div class="field ${problem ? 'has-error' : ''}" part="field">
    <label for=${id}><span .textContent=${label}></span>${renderOptional(l, optional)}</label>
    ${renderHelp(id, help)} ${renderProblem(id, problem)}
    ${control(describedBy(field, problem), problem ? 'true' : nothing)}
  </div>`;
}

/** A field in which something is typed. */
export function renderInput(
  field: Field,
  {type, inputmode, autocomplete, maxlength, value, write, done}: Input,
): TemplateResult {
  const {id} = field;
  const onInput = (event: Event): void => write((event.target as HTMLInputElement).value);
  return renderField(field, (describedBy, wrong) =>
    type === 'textarea'
      ? html`<textarea
          id=${id}
          name=${id}
          rows="3"
          .value=${value}
          aria-describedby=${describedBy}
          aria-invalid=${wrong}
          @input=${onInput}
        ></textarea>`
      : html`<input
          id=${id}
          name=${id}
          type=${type}
          inputmode=${inputmode ?? nothing}
          autocomplete=${autocomplete ?? 'on'}
          maxlength=${maxlength ?? nothing}
          .value=${value}
          aria-describedby=${describedBy}
          aria-invalid=${wrong}
          @input=${onInput}
          @change=${done}
        />`,
  );
}

/** A field in which one of several is chosen; an empty value stands for none. */
export function renderSelect(
  field: Field,
  options: readonly {readonly value: string; readonly label: string}[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult {
  const {id} = field;
  return renderField(
    field,
    (describedBy, wrong) =>
      html`<select
        id=${id}
        name=${id}
        aria-describedby=${describedBy}
        aria-invalid=${wrong}
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
      >
        ${options.map(
          ({value, label}) =>
            html`<option value=${value} ?selected=${value === chosen} .textContent=${label}></option>`,
        )}
      </select>`,
  );
}

/** The same for several controls under one legend. */
export function renderGroup(field: Field, controls: unknown, className = 'stack-2'): TemplateResult {
  const {id, label, help, optional, problems, l} = field;
  const problem = problemOf(problems, id, l);
  return html`<fieldset
    class="${className} ${problem ? 'has-error' : ''}"
    part="field"
    aria-describedby=${describedBy(field, problem)}
  >
    <legend class="legend"><span .textContent=${label}></span>${renderOptional(l, optional)}</legend>
    ${renderHelp(id, help)} ${renderProblem(id, problem)} ${controls}
  </fieldset>`;
}

/** Draws a box with its label, a sentence or something drawn. */
export function renderCheck(
  {id, type, name, value, checked, problem, tick}: Box,
  label: unknown,
): TemplateResult {
  return html`<label class="check"
    ><input
      id=${id ?? nothing}
      type=${type}
      name=${name}
      value=${value ?? nothing}
      .checked=${checked}
      aria-invalid=${problem ? 'true' : nothing}
      aria-describedby=${problem ? sideId(name, 'problem') : nothing}
      @change=${(event: Event) => tick((event.target as HTMLInputElement).checked)}
    /><span>${typeof label === 'string' ? html`<span .textContent=${label}></span>` : label}</span></label
  >`;
}

/** The id of what stands beside the control `id`. Escaped, since a list of ids ends each of them at a space. */
function sideId(id: string, kind: 'help' | 'problem'): string {
  return `${encodeURIComponent(id)}-${kind}`;
}

function describedBy({id, help}: Field, problem: string | undefined): string | typeof nothing {
  return [help && sideId(id, 'help'), problem && sideId(id, 'problem')].filter(Boolean).join(' ') || nothing;
}

function renderOptional(l: Localizer, optional: boolean | undefined): unknown {
  return optional
    ? html`<span class="muted optional" .textContent=${` ${l.t('optional')}`}></span>`
    : nothing;
}

function renderHelp(id: string, help: string | undefined): unknown {
  return help ? html`<p class="small muted" id=${sideId(id, 'help')} .textContent=${help}></p>` : nothing;
}

/** The sentence about a problem, tied to its control by its id. */
export function renderProblem(id: string, problem: string | undefined): unknown {
  return problem
    ? html`<p class="error" id=${sideId(id, 'problem')}><span .textContent=${problem}></span></p>`
    : nothing;
}

/** The heading and links of everything that has to be looked at again; it takes the focus. */
export function renderSummary(
  l: Localizer,
  problems: readonly FieldProblem[],
  title: TemplateResult,
  onFollow: (field: string) => void,
): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  const links = problems.map(
    ({field, text}) =>
      html`<li>
        <a
          href="#${field}"
          @click=${(event: Event) => {
            // Fragments don't reach into a shadow root.
            event.preventDefault();
            onFollow(field);
          }}
          .textContent=${text(l)}
        ></a>
      </li>`,
  );
  return html`<div part="errors" role="group" tabindex="-1" aria-labelledby="errors-title">
    ${renderNote(
      'bad',
      html`<div id="errors-title">${title}</div>`,
      html`<ul>
        ${links}
      </ul>`,
      l.t('error.kept'),
    )}
  </div>`;
}
