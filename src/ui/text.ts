import {html, nothing, type TemplateResult} from 'lit';

/** A paragraph whose text a page translator can't detach from us. */
export function renderText(text: string, className = ''): TemplateResult | typeof nothing {
  return text === '' ? nothing : html`<p class=${className || nothing} .textContent=${text}></p>`;
}
