import {html, nothing, type TemplateResult} from 'lit';

import type {Loaded} from '../../endpoint/client.js';
import type {Dates} from '../../i18n/dates.js';
import type {Localizer} from '../../i18n/localizer.js';
import type {Publisher} from '../../protocol/document.js';
import {renderPhone, renderRetry} from '../../ui/loading-view.js';
import {renderText} from '../../ui/text.js';

/** Says that nothing is planned, and whom to ask. */
export function renderEmpty(l: Localizer, {name, phone}: Partial<Publisher> = {}): TemplateResult {
  return html`<div class="card stack-2" part="empty">
    ${renderText(l.t('list.empty', {publisher: name}))}
    ${phone ? html`<p>${renderPhone(phone)}</p>` : nothing}
  </div>`;
}

/** Says how old the list is, when it could not be read anew. */
export function renderStale(l: Localizer, dates: Dates, {at}: Loaded, retry: () => void): TemplateResult {
  return html`<div class="card stack" part="stale">
    ${renderText(l.t('load.stale', {time: dates.stamp(at)}))} ${renderRetry(l, retry)}
  </div>`;
}

/** Says how many gatherings could not be shown. */
export function renderDropped(l: Localizer, {dropped}: Loaded): TemplateResult | typeof nothing {
  const entries = new Set(dropped.map(({path}) => path).filter((path) => /^\/gatherings\/\d+$/.test(path)));
  return entries.size === 0 ? nothing : renderText(l.t('load.someDropped', {n: entries.size}), 'small card');
}
