import {html, nothing, type TemplateResult} from 'lit';

import {safeUrl} from '../../../base/safe-url.js';
import {dateOf, listOf} from '../../../i18n/phrases.js';
import type {ShownPledge} from '../../../protocol/pledge.js';
import {renderFlower} from '../../../ui/flower/flower-view.js';
import {renderText} from '../../../ui/text.js';
import type {PledgeScene} from '../pledge-host.js';

/**
 * Draws what an organisation promised and when, as far as the endpoint confirms it; on a website that is not known to
 * be the organisation's own, also whose badge it is.
 *
 * @param page the host of the page on which it stands
 */
export function renderBadge(
  scene: PledgeScene,
  proof: ShownPledge | undefined,
  page: string,
): TemplateResult | typeof nothing {
  const {l, section, loaded, publisher} = scene;
  const values = section.values ?? [];
  const chosen = new Set(proof?.values);
  const labels = values.filter(({id}) => chosen.has(id)).map(({label}) => label);
  const isConfirmed = proof && labels.length > 0;
  const home = safeUrl(loaded.document.publisher?.url, loaded.url);
  const link = isConfirmed ? l.t('badge.see') : l.t('badge.lookUp', {host: home?.host ?? publisher});
  return html`<div class="card badge" part="badge">
    ${renderFlower({values, chosen, size: 'small'})}
    <div class="stack-2">
      ${isConfirmed ? renderProof(l, proof, labels, page) : renderText(l.t('badge.unsure'), 'small strong')}
      ${
        home
          ? html`<p class="small">
              <a href=${home.href} target="_blank" rel="noopener noreferrer" .textContent=${link}></a>
            </p>`
          : nothing
      }
    </div>
  </div>`;
}

function renderProof(
  l: PledgeScene['l'],
  proof: ShownPledge,
  labels: readonly string[],
  page: string,
): unknown {
  const {name, url, at} = proof;
  const owner = safeUrl(url)?.host;
  return [
    renderText(l.t('badge.text', {values: listOf(l, labels)}), 'small strong'),
    renderText(l.t('badge.since', {date: at && dateOf(l, Date.parse(at))}), 'small muted'),
    owner && bare(owner) === bare(page)
      ? nothing
      : renderText(l.t('badge.notYours', {host: owner ?? name}), 'small strong'),
  ];
}

/** `www.` aside, because many sites answer with and without it. */
function bare(host: string): string {
  return host.replace(/^www\./, '');
}
