import type {TemplateResult} from 'lit';

import type {Question} from '../../../protocol/gathering.js';
import {LIMITS} from '../../../protocol/limits.js';
import {
  renderCheck,
  renderGroup,
  renderInput,
  renderSelect,
  type Field,
} from '../../../ui/form/field-view.js';
import type {FormControls} from '../../../ui/form/form-controls.js';
import type {Draft} from './draft.js';

/** Draws one question of the host's, in the control that fits its type. */
export function renderQuestion(
  signup: FormControls<Draft>,
  question: Question,
  context: Pick<Field, 'problems' | 'l'>,
): TemplateResult {
  const {id: name, type, label, help, required, options = []} = question;
  const {answers} = signup.typed;
  const given = answers.get(name);
  const text = typeof given === 'string' ? given : '';
  const id = `q-${name}`;
  const field: Field = {...context, id, label, help, optional: required !== true};
  const box = type === 'radio' ? type : 'checkbox';
  const set = (value: string | readonly string[]): void => {
    answers.set(name, value);
    signup.edited();
  };

  switch (type) {
    case 'select':
      return renderSelect(field, [{value: '', label: context.l.t('choose')}, ...options], text, set);
    case 'radio':
    case 'checkbox':
      return renderGroup(
        field,
        type === 'checkbox' && options.length === 0 ? renderYes() : options.map(renderOption),
      );
    case 'number':
      // A number input shows some numbers in another way than they were typed, and drops what it can't read.
      return renderInput(field, {type: 'text', inputmode: 'decimal', value: text, write: set});
    default:
      return renderInput(field, {type, maxlength: LIMITS.answer, value: text, write: set});
  }

  function renderOption({value, label}: {value: string; label: string}, i: number): TemplateResult {
    const checked = typeof given === 'string' ? given === value : (given ?? []).includes(value);
    const tick = (ticked: boolean): void => {
      if (type === 'radio') return set(value);
      const others = typeof given === 'string' ? [] : (given ?? []).filter((each) => each !== value);
      set(ticked ? [...others, value] : others);
    };
    // The first one carries the id, so that the summary's link leads to it.
    return renderCheck({id: i === 0 ? id : `${id}-${i}`, type: box, name: id, value, checked, tick}, label);
  }

  /** A box without options is a yes, said by ticking it. */
  function renderYes(): TemplateResult {
    const tick = (ticked: boolean): void => set(ticked ? ['yes'] : []);
    const checked = (given?.length ?? 0) > 0;
    return renderCheck({id, type: 'checkbox', name: id, checked, tick}, context.l.t('yes'));
  }
}
