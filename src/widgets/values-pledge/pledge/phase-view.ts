import {html, nothing} from 'lit';

import {renderKept, renderRefusal} from '../../../ui/sending/kept-view.js';
import {renderText} from '../../../ui/text.js';
import {renderPledgeForm} from './form-view.js';
import type {PledgingScene} from './phase.js';
import type {Controls} from './controls.js';
import {renderSettled} from './thanks-view.js';

/** Draws whatever a pledge has come to; while values are chosen, what stands below them. */
export function renderPhase(pledging: Controls, scene: PledgingScene): unknown {
  const {phase} = pledging;
  const {l, section} = scene;
  switch (phase.is) {
    case 'filling':
    case 'sending': {
      const sending = phase.is === 'sending';
      return renderPledgeForm(pledging, scene, {
        problems: sending ? [] : phase.problems,
        sending,
        long: sending && phase.long,
        note: !sending && phase.refusal ? renderRefusal(scene, phase.refusal, 1, l.t('error.kept')) : nothing,
        label:
          section.button ??
          l.t(pledging.typed.display === 'anonymous' ? 'pledge.button.none' : 'pledge.button.name'),
      });
    }
    case 'kept':
      return renderKept(pledging, scene, phase);
    case 'looking':
      return html`${scene.header()}${renderText(l.t('manage.loading'))}`;
    case 'settled':
      return renderSettled(pledging, scene, phase);
    case 'managed':
      return phase.render(scene);
    case 'over':
      return scene.heading(phase.text, 'title');
  }
}
