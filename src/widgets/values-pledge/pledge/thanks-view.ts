import {html, nothing, type TemplateResult} from 'lit';

import {listOf} from '../../../i18n/phrases.js';
import {renderButton, renderTextButton} from '../../../ui/form/buttons.js';
import {renderNote} from '../../../ui/note.js';
import type {Act} from '../../../ui/sending/phase.js';
import {renderFlower} from '../../../ui/flower/flower-view.js';
import {renderText} from '../../../ui/text.js';
import {tallyOf} from '../tally.js';
import {renderKeepsakes} from './keepsakes-view.js';
import type {Confirmed, PledgingScene} from './phase.js';
import type {Controls} from './controls.js';

/** Draws the thanks with one's own flower, and what can be done with the pledge. */
export function renderSettled(
  pledging: Controls,
  scene: PledgingScene,
  {settled, news, trouble, again, busy, device}: Confirmed,
): TemplateResult {
  const {l, section, publisher, heading} = scene;
  const {receipt, name, values: ids = [], manage, shows} = settled;
  const values = section.values ?? [];
  const chosen = new Set(ids);
  const labels = values.filter(({id}) => chosen.has(id)).map(({label}) => label);
  const {all, known} = tallyOf({...section, counts: {...section.counts, ...receipt.counts}});
  const act = (kind: 'quiet' | 'grave', text: string, what: Act): TemplateResult =>
    renderButton(kind, text, () => void pledging.manage(what), busy);
  if (receipt.status === 'declined')
    return renderNote(
      'attention',
      heading(l.t('pledge.declined', {publisher}), 'title'),
      receipt.message ?? '',
    );
  return html`<div class="thanks">
      <div class="picture">
        ${renderFlower({values: values.map(({id, label}) => ({id, label})), chosen, size: 'large', numbered: false})}
      </div>
      <div class="stack-2">
        ${news ? renderNote('ok', renderText(news, 'strong')) : nothing}
        ${heading(l.t('pledge.done', {name: name?.trim().split(/\s+/)[0]}), 'head')}
        ${labels.length > 0 ? renderText(l.t('pledge.done.values', {values: listOf(l, labels)}), 'lead') : nothing}
        ${known ? renderText(l.t('pledge.done.others', {n: Math.max(0, all - 1)}), 'muted') : nothing}
        ${receipt.status === 'pending' && shows ? renderText(l.t('pledge.pending', {publisher})) : nothing}
        ${renderText(l.t('pledge.again'), 'small muted')}
      </div>
    </div>
    ${ids.length > 0 ? renderKeepsakes(scene, {...settled, month: settled.month ?? scene.mine?.own}) : nothing}
    <hr />
    <div class="stack-2">
      ${heading(l.t('manage.heading'), 'strong', 1)} ${renderText(trouble ?? '', 'error-text')}
      ${renderText(manage === undefined ? l.t('manage.help.none', {publisher}) : l.t('manage.help'), 'small')}
      <div class="row">
        ${trouble && again ? act('quiet', l.t('load.retry'), again) : nothing}
        ${manage === undefined ? nothing : act('quiet', l.t('pledge.change'), 'change')}
        ${manage === undefined ? nothing : act('grave', l.t('pledge.back'), 'giveUp')}
      </div>
    </div>
    ${
      device
        ? device(scene)
        : receipt.token !== undefined || settled.remembered
          ? renderTextButton(l.t('manage.other'), () => void pledging.manage('device'))
          : nothing
    }`;
}
