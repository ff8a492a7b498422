import {html, nothing, type TemplateResult} from 'lit';

import {listOf} from '../../../i18n/phrases.js';
import {renderNote} from '../../../ui/note.js';
import {renderAfterwards} from '../../../ui/sending/afterwards-view.js';
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
  confirmed: Confirmed,
): TemplateResult {
  const {settled, news} = confirmed;
  const {l, section, publisher, heading} = scene;
  const {receipt, name, values: ids = [], shows} = settled;
  const values = section.values ?? [];
  const chosen = new Set(ids);
  const labels = values.filter(({id}) => chosen.has(id)).map(({label}) => label);
  const {all, known} = tallyOf({...section, counts: {...section.counts, ...receipt.counts}});
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
    ${renderAfterwards(pledging, scene, confirmed, {
      none: l.t('manage.help.none', {publisher}),
      change: l.t('pledge.change'),
      back: l.t('pledge.back'),
    })}`;
}
