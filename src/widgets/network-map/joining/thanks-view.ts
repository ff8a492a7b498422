import {html, nothing, type TemplateResult} from 'lit';

import {renderTextButton} from '../../../ui/form/buttons.js';
import {renderNote} from '../../../ui/note.js';
import {renderAfterwards} from '../../../ui/sending/afterwards-view.js';
import {renderText} from '../../../ui/text.js';
import type {Controls} from './controls.js';
import type {AddingScene, Confirmed} from './phase.js';

/** Draws the thanks, what comes next, and what can be done with the group. */
export function renderSettled(adding: Controls, scene: AddingScene, confirmed: Confirmed): TemplateResult {
  const {l, publisher, heading} = scene;
  const {settled, news} = confirmed;
  const {receipt, name} = settled;
  const {status, waitsFor, message} = receipt;
  const more = message === undefined ? '' : l.t('refused.detail', {detail: message});
  return html`${news ? renderNote('ok', renderText(news, 'strong')) : nothing}
    ${
      status === 'declined'
        ? renderNote('attention', heading(l.t('join.declined', {publisher}), 'title'), more)
        : status === 'confirmed'
          ? renderNote('ok', heading(l.t('join.done', {name}), 'title'), l.t('join.confirmed'), more)
          : renderNote(
              'wait',
              heading(l.t('join.done', {name}), 'title'),
              l.t(waitsFor === 'email' ? 'join.pending.email' : 'join.pending', {publisher}),
              more,
            )
    }
    ${renderAfterwards(adding, scene, confirmed, {
      none: l.t('join.manage.none', {publisher}),
      change: status === 'declined' ? undefined : l.t('join.change'),
      back: l.t('join.back'),
    })}
    <p>${renderTextButton(l.t('join.another'), () => adding.another())}</p>`;
}
