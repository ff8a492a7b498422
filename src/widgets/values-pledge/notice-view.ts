import {html, nothing, type TemplateResult} from 'lit';

import type {Loaded} from '../../endpoint/loaded.js';
import type {Localizer} from '../../i18n/localizer.js';
import {stampOf} from '../../i18n/phrases.js';
import {renderRetry} from '../../ui/loading-view.js';
import {renderText} from '../../ui/text.js';

/** Says that there is nothing to choose from, and whom to ask. */
export function renderEmpty(l: Localizer, publisher: string | undefined): TemplateResult {
  return html`<div class="card" part="empty">${renderText(l.t('pledge.noValues', {publisher}))}</div>`;
}

/** Says how old the numbers are, when they could not be read anew. */
export function renderStale(l: Localizer, {at}: Loaded, retry: () => void): TemplateResult {
  return html`<div class="card stack" part="stale">
    ${renderText(l.t('pledge.stale', {time: stampOf(l, at)}))} ${renderRetry(l, retry)}
  </div>`;
}

/** Says that the part a visitor asked for can't be had just now. */
export function renderMissing(l: Localizer): TemplateResult | typeof nothing {
  return renderText(l.t(navigator.onLine ? 'load.wait' : 'offline'));
}

/** Says how many values could not be shown; what is on the wall is not chosen from. */
export function renderDropped(l: Localizer, {dropped}: Loaded): TemplateResult | typeof nothing {
  const entries = new Set(
    dropped.map(({path}) => path).filter((path) => /^\/pledge\/values\/\d+$/.test(path)),
  );
  return entries.size === 0 ? nothing : renderText(l.t('load.someDropped', {n: entries.size}), 'small card');
}
