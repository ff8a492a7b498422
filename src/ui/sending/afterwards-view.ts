import {html, nothing, type TemplateResult} from 'lit';

import {renderButton, renderTextButton} from '../form/buttons.js';
import {renderText} from '../text.js';
import type {Act, Confirmed, Settled} from './phase.js';
import type {SendingScene} from './scene.js';

/** What the buttons below a delivered message say. */
export interface AfterwardsWords {
  /** Where nothing can be changed here: whom to ask. */
  readonly none: string;
  /** Nothing where it can't be changed any more. */
  readonly change: string | undefined;
  readonly back: string;
}

/** Draws how a delivered message is changed and taken back, here and on other devices. */
export function renderAfterwards<Scene extends SendingScene, Known extends Settled>(
  sent: {manage(act: Act): Promise<void>},
  scene: Scene,
  {settled, trouble, again, busy, device}: Confirmed<Scene, Known>,
  {none, change, back}: AfterwardsWords,
): TemplateResult {
  const {l, heading} = scene;
  const {receipt, manage, remembered} = settled;
  const button = (kind: 'quiet' | 'grave', text: string, what: Act): TemplateResult =>
    renderButton(kind, text, () => void sent.manage(what), busy);
  return html`<hr />
    <div class="stack-2">
      ${heading(l.t('manage.heading'), 'strong', 1)} ${renderText(trouble ?? '', 'error-text')}
      ${renderText(manage === undefined ? none : l.t('manage.help'), 'small')}
      <div class="row">
        ${trouble && again ? button('quiet', l.t('load.retry'), again) : nothing}
        ${manage === undefined || change === undefined ? nothing : button('quiet', change, 'change')}
        ${manage === undefined ? nothing : button('grave', back, 'giveUp')}
      </div>
    </div>
    ${
      device
        ? device(scene)
        : receipt.token !== undefined || remembered
          ? renderTextButton(l.t('manage.other'), () => void sent.manage('device'))
          : nothing
    }`;
}
