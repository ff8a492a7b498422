import {html, nothing, type TemplateResult} from 'lit';

/** A button that says what it does: the likely act, a quiet one, or a grave one. */
export function renderButton(
  kind: '' | 'quiet' | 'grave',
  text: string,
  press: () => void,
  busy = false,
): TemplateResult {
  return html`<button
    class="button ${kind}"
    part="button"
    type="button"
    aria-disabled=${busy ? 'true' : 'false'}
    @click=${press}
    .textContent=${text}
  ></button>`;
}

/** A link that leaves the page for another tab, and says where it leads. */
export function renderWayOut(href: string, text: string): TemplateResult {
  return html`<a
    href=${href}
    target="_blank"
    rel="noopener noreferrer"
    .textContent=${`${text} (${new URL(href).host})`}
  ></a>`;
}

/** A lesser button, as a line of text that the paragraph with the id `help` explains. */
export function renderTextButton(
  text: string,
  press: (event: Event) => void,
  help: string | typeof nothing = nothing,
): TemplateResult {
  return html`<button
    class="textbutton"
    type="button"
    aria-describedby=${help}
    @click=${press}
    .textContent=${text}
  ></button>`;
}
