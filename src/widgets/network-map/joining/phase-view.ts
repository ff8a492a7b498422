import {html, nothing} from 'lit';

import {renderButton} from '../../../ui/form/buttons.js';
import {renderKept, renderRefusal} from '../../../ui/sending/kept-view.js';
import {renderText} from '../../../ui/text.js';
import type {Controls} from './controls.js';
import {renderGroupForm} from './form-view.js';
import type {AddingScene} from './phase.js';
import {renderSettled} from './thanks-view.js';

/** Draws whatever a group has come to. */
export function renderPhase(adding: Controls, scene: AddingScene): unknown {
  const {phase} = adding;
  const {l, target, publisher} = scene;
  switch (phase.is) {
    case 'filling':
    case 'sending': {
      const sending = phase.is === 'sending';
      return renderGroupForm(
        adding,
        scene,
        {
          problems: sending ? [] : phase.problems,
          sending,
          long: sending && phase.long,
          note:
            !sending && phase.refusal
              ? renderRefusal(scene, phase.refusal, 1, l.t('error.kept'))
              : renderText(l.t('join.lead')),
          label: target ? l.t('join.send', {publisher}) : l.t('join.file.make'),
        },
        target ? () => adding.makeFile() : undefined,
      );
    }
    case 'kept':
      return renderKept(adding, scene, phase);
    case 'looking':
      return html`${scene.header()}${renderText(l.t('manage.loading'))}`;
    case 'settled':
      return renderSettled(adding, scene, phase);
    case 'managed':
    case 'file':
      return phase.render(scene);
    case 'over':
      return html`${scene.heading(phase.text, 'title')}
        <div class="row">${renderButton('quiet', l.t('join.another'), () => adding.another())}</div>`;
    default:
      return nothing;
  }
}
