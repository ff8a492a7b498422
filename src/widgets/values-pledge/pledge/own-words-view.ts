import {html, nothing, type TemplateResult} from 'lit';

import {renderTextButton} from '../../../ui/form/buttons.js';
import {renderInput} from '../../../ui/form/field-view.js';
import {renderText} from '../../../ui/text.js';
import type {PledgingScene} from './phase.js';
import type {OwnWords} from './controls.js';

/** Draws below a ticked value how others live it, and the field for one's own words, once it is asked for. */
export function renderOwnWords(
  {typed, problems}: OwnWords,
  {l, section, publisher, changed}: PledgingScene,
  id: string,
): TemplateResult {
  const value = section.values?.find((each) => each.id === id);
  const words = typed.words.get(id);
  const field = `w-${id}`;
  return html`${value?.practice ? renderText(l.t('pledge.practice', {practice: value.practice}), 'small') : nothing}
  ${
    words === undefined
      ? html`<div>
          ${renderTextButton(l.t('pledge.own.add'), () => {
            typed.words.set(id, '');
            changed(`#${CSS.escape(field)}`);
          })}
        </div>`
      : renderInput(
          {
            id: field,
            label: l.t('pledge.own'),
            help: l.t('pledge.own.help', {publisher}),
            optional: true,
            problems,
            l,
          },
          {type: 'textarea', value: words, write: (text) => void typed.words.set(id, text)},
        )
  }`;
}
