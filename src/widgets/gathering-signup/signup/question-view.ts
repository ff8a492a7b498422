import {html, type TemplateResult} from 'lit';

import type {Question} from '../../../protocol/gathering.js';
import {LIMITS} from '../../../protocol/limits.js';
import type {Controls} from './controls.js';
import {renderCheck, renderField, renderGroup, type Field} from './field-view.js';

/** Draws one question of the host's, in the control that fits its type. */
export function renderQuestion(
  signup: Controls,
  question: Question,
  context: Pick<Field, 'problems' | 'l'>,
): TemplateResult {
  const {id: name, type, label, help, required, options = []} = question;
  const {answers} = signup.typed;
  const given = answers.get(name);
  const text = typeof given === 'string' ? given : '';
  const id = `q-${name}`;
  const field: Field = {...context, id, label, help, optional: required !== true};
  const set = (value: string | readonly string[]): void => {
    answers.set(name, value);
    signup.edited();
  };
  const onInput = (event: Event): void => set((event.target as HTMLInputElement).value);

  switch (type) {
    case 'textarea':
      return renderField(
        field,
        (describedBy, wrong) =>
          html`<textarea
            id=${id}
            name=${id}
            rows="3"
            .value=${text}
            aria-describedby=${describedBy}
            aria-invalid=${wrong}
            @input=${onInput}
          ></textarea>`,
      );
    case 'select':
      return renderField(
        field,
        (describedBy, wrong) =>
          html`<select
            id=${id}
            name=${id}
            aria-describedby=${describedBy}
            aria-invalid=${wrong}
            @change=${onInput}
          >
            <option value="" ?selected=${text === ''} .textContent=${context.l.t('choose')}></option>
            ${options.map(({value, label}) => html`<option value=${value} ?selected=${value === text} .textContent=${label}></option>`)}
          </select>`,
      );
    case 'radio':
    case 'checkbox':
      return type === 'checkbox' && options.length === 0
        ? renderYes()
        : renderGroup(field, options.map(renderOption));
    default:
      return renderField(
        field,
        (describedBy, wrong) =>
          html`<input
            id=${id}
            name=${id}
            type=${type === 'number' ? 'text' : type}
            inputmode=${type === 'number' ? 'decimal' : type === 'tel' ? 'tel' : type === 'email' ? 'email' : 'text'}
            maxlength=${LIMITS.answer}
            .value=${text}
            aria-describedby=${describedBy}
            aria-invalid=${wrong}
            @input=${onInput}
          />`,
      );
  }

  function renderOption({value, label}: {value: string; label: string}, i: number): TemplateResult {
    const chosen = typeof given === 'string' ? given === value : (given ?? []).includes(value);
    const onChange = (event: Event): void => {
      if (type === 'radio') return set(value);
      const others = typeof given === 'string' ? [] : (given ?? []).filter((each) => each !== value);
      set((event.target as HTMLInputElement).checked ? [...others, value] : others);
    };
    // The first one carries the id, so that the summary's link leads to it.
    return renderCheck(
      html`<input
        id=${i === 0 ? id : `${id}-${i}`}
        type=${type}
        name=${id}
        value=${value}
        .checked=${chosen}
        @change=${onChange}
      />`,
      html`<span .textContent=${label}></span>`,
    );
  }

  /** A box without options is a yes, said by ticking it. */
  function renderYes(): TemplateResult {
    const onChange = (event: Event): void => set((event.target as HTMLInputElement).checked ? ['yes'] : []);
    return renderGroup(
      field,
      renderCheck(
        html`<input
          id=${id}
          type="checkbox"
          name=${id}
          .checked=${(given?.length ?? 0) > 0}
          @change=${onChange}
        />`,
        html`<span .textContent=${context.l.t('yes')}></span>`,
      ),
    );
  }
}
