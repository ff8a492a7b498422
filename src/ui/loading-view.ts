import {html, nothing, type TemplateResult} from 'lit';

import {loadFailureWords} from '../i18n/failures.js';
import type {Localizer} from '../i18n/localizer.js';
import type {MessageKey} from '../i18n/messages.js';
import type {LoadFailure} from '../protocol/outcome.js';
import {renderText} from './text.js';

/**
 * What a visitor sees while the document is on its way; nothing at first, because most documents are here by then.
 *
 * @param key what is said first, where that is not gatherings
 */
export function renderLoading(
  l: Localizer,
  told: 0 | 1 | 2,
  key: MessageKey = 'loading',
): TemplateResult | typeof nothing {
  if (told === 0) return nothing;
  return html`<div class="card" part="loading">${renderText(l.t(told === 1 ? key : 'load.slow'))}</div>`;
}

/** What a visitor sees when there is nothing to show, and what they can do about it. */
export function renderFailure(
  l: Localizer,
  {code}: LoadFailure,
  heading: (text: string, className: string) => TemplateResult,
  retry: () => void,
): TemplateResult {
  const words = loadFailureWords(code);
  const help = words.help && l.t(navigator.onLine ? words.help : 'offline');
  return html`<div class="card stack" part="failed">
    <div class="stack-2">${heading(l.t(words.heading), 'title')} ${help && renderText(help)}</div>
    ${words.retry ? renderRetry(l, retry) : nothing}
  </div>`;
}

/** The quiet button that asks once more. */
export function renderRetry(l: Localizer, retry: () => void): TemplateResult {
  return html`<button
    class="button quiet"
    type="button"
    part="button"
    @click=${retry}
    .textContent=${l.t('load.retry')}
  ></button>`;
}

/** A telephone number as a link that calls it, or as text where it is none. */
export function renderPhone(phone: string): TemplateResult {
  const digits = phone.replace(/[^\d+]/g, '');
  return digits
    ? html`<a href="tel:${digits}" dir="ltr" .textContent=${phone}></a>`
    : html`<bdi .textContent=${phone}></bdi>`;
}
