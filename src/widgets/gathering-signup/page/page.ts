/** What a widget does for the page around it. Fetched in idle time, or earlier where a form or a button needs it. */
import type {ReactiveController, TemplateResult} from 'lit';

import type {Dialog} from '../dialog/dialog.js';
import {gatheringIn} from '../fragment.js';
import type {Wayfinder} from '../navigation-host.js';
import type {Occasion} from '../occasion.js';
import {describe} from './describe.js';

/** One widget's page: writes what search engines read, takes over its form, and opens the dialog behind a button. */
export class Page implements ReactiveController {
  readonly #way: Wayfinder;
  #dialog: Dialog | undefined;
  readonly #forms = new WeakSet<HTMLFormElement>();

  constructor(way: Wayfinder) {
    this.#way = way;
    way.host.addController(this);
    // Whoever comes near the button will probably press it.
    for (const type of ['pointerenter', 'focusin'])
      way.host.addEventListener(type, () => void this.#fetchDialog().catch(() => {})); // A press asks again.
    // The button may say more now.
    way.host.requestUpdate();
  }

  /** What the button does: signs up, for the one gathering if there is one, or shows what became of that. */
  get words(): string {
    const {host, place} = this.#way;
    const {l, mine} = host.scene();
    const phase = place.signup?.phase.is;
    if (phase === 'sending') return l.t('sending');
    if (phase === 'kept') return l.t('saved.heading');
    const occasion = this.#fixed;
    if (occasion && mine.has(occasion.gathering.id)) return l.t('mine.show');
    return l.t(occasion?.standing.state === 'full' ? 'button.openWaiting' : 'button.open');
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.#onFragment);
    this.#onFragment();
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#onFragment);
  }

  hostUpdated(): void {
    const {host} = this.#way;
    const button = host.mode === 'button' && host.shadowRoot?.querySelector('button');
    const name = this.#fixed?.gathering.name;
    // For those who hear the button away from what stands around it.
    if (button) button.ariaLabel = name === undefined ? null : `${this.words}: ${name}`;
  }

  render(inside: () => unknown): TemplateResult | symbol | undefined {
    return this.#dialog?.render(inside);
  }

  /** Does what there is to do now. Rejects when the dialog is wanted and can't be had. */
  async look(pressed?: boolean): Promise<void> {
    const {host} = this.#way;
    describe(host);
    const form = host.querySelector<HTMLFormElement>('form[method=post i]:not([hidden])');
    if (form && !this.#forms.has(form)) void this.#takeOver(form);
    if (pressed) await this.#open(true);
  }

  /** A link to a gathering, or to a signup of one's own, is not to be looked for behind a button. */
  readonly #onFragment = (): void => {
    const {host, number, place} = this.#way;
    const own = location.hash.startsWith(`#ctg-signup-${number}=`);
    const shared = place.id !== undefined && gatheringIn(location.hash) === place.id;
    if (host.mode === 'button' && (own || shared)) void this.#open(false).catch(() => {}); // A press asks again.
  };

  async #open(pressed: boolean): Promise<void> {
    await this.#fetchDialog();
    this.#dialog?.open(pressed);
  }

  async #takeOver(form: HTMLFormElement): Promise<void> {
    this.#forms.add(form);
    try {
      await (await import('../plain-form/take-over.js')).takeOver(this.#way, form);
      form.hidden = true;
      this.#way.host.requestUpdate();
    } catch {
      // No connection just now: the form does without us, and is looked at again with the next drawing.
      this.#forms.delete(form);
    }
  }

  async #fetchDialog(): Promise<void> {
    if (this.#way.host.mode !== 'button') return;
    const {Dialog} = await import('../dialog/dialog.js');
    this.#dialog ??= new Dialog(this.#way);
  }

  /** The gathering that the page fixes, or the only one there is. */
  get #fixed(): Occasion | undefined {
    const {host, place, back} = this.#way;
    if (back && place.id !== host.gathering) return undefined;
    return host.all.find(({gathering}) => gathering.id === place.id);
  }
}
