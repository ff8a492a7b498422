import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';

import en from '../../../i18n/locales/en.dialog.json';
import {addMessages} from '../../../i18n/locales.js';
import {themeOf} from '../../../ui/theme.js';
import type {SignupEvent} from '../gathering-signup.events.js';
import {takesSignups} from '../occasion.js';
import type {Wayfinder} from '../navigation-host.js';
import {dialogStyles} from './dialog.styles.js';

addMessages('en', en);

/**
 * The list, or the form, in a modal dialog over the page; what a button opens.
 *
 * Owns that it is open, where the focus goes when it opens and closes, and that the page behind keeps still. Owns
 * nothing of what is in it: the widget keeps what was typed and what is on its way, so closing loses nothing.
 */
export class Dialog implements ReactiveController {
  readonly #way: Wayfinder;
  #open = false;
  /** Gives the page back what it was while the dialog was not open. */
  #release: (() => void) | undefined;

  constructor(way: Wayfinder) {
    const {host} = (this.#way = way);
    host.addController(this);
    const sheets = host.shadowRoot?.adoptedStyleSheets;
    if (dialogStyles.styleSheet) sheets?.push(dialogStyles.styleSheet);
    host.addEventListener('ctg-signup', this.#onSignup);
  }

  /** Opens it; by a press where the page fixes the gathering, at its form. */
  open(pressed: boolean): void {
    const {host, place, back} = this.#way;
    if (this.#open) return;
    this.#open = true;
    const fixed = !back || place.id === host.gathering;
    const occasion = host.all.find(({gathering}) => gathering.id === place.id);
    const {writable, mine} = host.scene();
    const fits = writable && occasion && (takesSignups(occasion) || mine.has(occasion.gathering.id));
    if (pressed && place.at === 'gathering' && fixed && fits) this.#way.open(occasion.gathering.id, true);
    else host.requestUpdate();
  }

  render(inside: () => unknown): TemplateResult | typeof nothing {
    if (!this.#open) return nothing;
    const {host, place} = this.#way;
    const {l} = host.scene();
    const name = host.all.find(({gathering}) => gathering.id === place.id)?.gathering.name;
    return html`<dialog
      part="dialog"
      tabindex="-1"
      aria-label=${name ?? l.t('list.heading')}
      @close=${this.#onClose}
    >
      <div class="bar">
        <button
          class="textbutton"
          part="close"
          type="button"
          @click=${() => this.#element?.close()}
          .textContent=${l.t('dialog.close')}
        ></button>
      </div>
      <div class="within">${inside()}</div>
      <p class="silent said" role="status"></p>
    </dialog>`;
  }

  hostUpdated(): void {
    const dialog = this.#element;
    // A dialog that was just closed is still there until its `close` event; opened again, it would close for ever.
    if (!dialog?.isConnected || this.#release) return;
    this.#dress(dialog);
    dialog.showModal();
    this.#release = keepStill(document.documentElement);
    // Not the first button, which closes it: what it is called is heard, and the next press of Tab is inside.
    dialog.focus();
  }

  hostDisconnected(): void {
    // A dialog that is moved with its widget leaves the top layer; it opens again by the button.
    this.#open = false;
    this.#letGo();
    this.#way.host.requestUpdate();
  }

  /** Once only: what the page does with its own scrolling afterwards is not ours to undo. */
  #letGo(): void {
    this.#release?.();
    this.#release = undefined;
  }

  get #element(): HTMLDialogElement | null | undefined {
    return this.#way.host.shadowRoot?.querySelector('dialog');
  }

  /** The button may stand in a dark banner or a big heading; the dialog lies over the whole page, and looks like it. */
  #dress({style}: HTMLDialogElement): void {
    const {host} = this.#way;
    style.setProperty('--_page', getComputedStyle(document.body).fontSize);
    if (host.theme === 'auto' && !host.closest('ctg-site[theme]'))
      style.colorScheme = themeOf(document.body) ?? '';
  }

  readonly #onClose = async (): Promise<void> => {
    const {host} = this.#way;
    this.#open = false;
    this.#letGo();
    host.requestUpdate();
    await host.updateComplete;
    // Some browsers give the focus back to what was pressed, some have never had it there.
    if (!this.#open) host.shadowRoot?.querySelector('button')?.focus();
  };

  /** Says what became of a signup that was closed while it was on its way. */
  readonly #onSignup = ({detail: {status, delivery}}: SignupEvent): void => {
    if (this.#open) return;
    const {host} = this.#way;
    const {l} = host.scene();
    if (delivery === 'waiting') return host.announce(l.t('saved.heading'));
    if (status === 'confirmed' || status === 'waitlisted' || status === 'pending')
      host.announce(l.t(`mine.${status}`));
  };
}

/** Keeps the page behind from scrolling, without a jump where its scrollbar was. */
function keepStill({style, clientWidth}: HTMLElement): () => void {
  const {overflow, scrollbarGutter} = style;
  if (innerWidth > clientWidth) style.scrollbarGutter = 'stable';
  style.overflow = 'hidden';
  return () => {
    style.overflow = overflow;
    style.scrollbarGutter = scrollbarGutter;
  };
}
