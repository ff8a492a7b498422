import {html, nothing, type TemplateResult} from 'lit';

import {safeUrl} from '../../base/safe-url.js';
import {renderWayOut} from './buttons.js';
import {consentKey, type Consent} from './checks.js';
import {problemOf, renderCheck, renderProblem, type Field} from './field-view.js';

/**
 * Draws the boxes to agree to things, each with its link to read more.
 *
 * @param ticked by `consentKey`; ticking writes into it
 * @param edited draws the form anew
 */
export function renderConsents(
  consents: readonly Consent[],
  ticked: Set<string>,
  {problems, l}: Pick<Field, 'problems' | 'l'>,
  edited: () => void,
): readonly TemplateResult[] {
  return consents.map((consent) => {
    const {id, text, required, url} = consent;
    const field = `c-${id}`;
    const key = consentKey(consent);
    const problem = problemOf(problems, field, l);
    const href = safeUrl(url)?.href;
    const tick = (on: boolean): void => {
      if (on) ticked.add(key);
      else ticked.delete(key);
      edited();
    };
    return html`<div class=${problem ? 'has-error' : ''} part="field">
      ${renderProblem(field, problem)}
      ${renderCheck(
        {id: field, type: 'checkbox', name: field, checked: ticked.has(key), problem, tick},
        html`<span .textContent=${text}></span
          >${required ? nothing : html`<span class="muted" .textContent=${` ${l.t('consent.optional')}`}></span>`}`,
      )}
      ${href ? html`<p class="small indent">${renderWayOut(href, l.t('consent.more'))}</p>` : nothing}
    </div>`;
  });
}
