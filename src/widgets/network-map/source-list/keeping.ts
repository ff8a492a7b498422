import {html, nothing, type TemplateResult} from 'lit';

import type {MessageKey} from '../../../i18n/messages.js';
import {COPIES, hasOutbox} from '../../../outbox/exists.js';
import {renderText} from '../../../ui/text.js';
import type {MapHost} from '../map-host.js';

/** Lets a visitor have the sources kept on their device, for when they can't be reached, and have that undone. */
export class Keeping {
  readonly #host: MapHost;
  #isOn = false;
  /** Why the tick is not as it was pressed. */
  #trouble: MessageKey | undefined;
  /** One press after the other, or the last one would not be the one that counts. */
  #order: Promise<void>;

  constructor(host: MapHost) {
    this.#host = host;
    this.#order = hasOutbox(COPIES).then((isOn) => {
      this.#isOn = isOn;
      host.requestUpdate();
    });
  }

  /** Draws the tick; nothing where the page has read everything itself. */
  render(): TemplateResult | typeof nothing {
    const {words: l, sourceList} = this.#host;
    if (!sourceList.some(({set}) => set)) return nothing;
    const press = (event: Event): void => {
      const box = event.target as HTMLInputElement;
      this.#order = this.#order.then(() => this.#keep(box));
    };
    return html`<div class="keeping">
      <label
        ><input type="checkbox" aria-describedby="keeping" .checked=${this.#isOn} @change=${press} /><span
          .textContent=${l.t('source.keep')}
        ></span
      ></label>
      <p id="keeping" class="muted" .textContent=${l.t('source.keep.help')}></p>
      ${this.#trouble ? renderText(l.t(this.#trouble)) : nothing}
    </div>`;
  }

  async #keep(box: HTMLInputElement): Promise<void> {
    const {words: l, sourceList} = this.#host;
    const isWanted = box.checked;
    const read = sourceList.flatMap(({set, loaded}) => (set && loaded ? [{set, loaded}] : []));
    try {
      const copies = await import('../../../context/copies.js');
      this.#isOn = isWanted ? await copies.beginKeeping(read) : !(await copies.endKeeping());
    } catch {
      // The part that keeps could not be fetched: no connection just now, and nothing has changed.
    }
    this.#trouble =
      this.#isOn === isWanted ? undefined : this.#isOn ? 'source.keep.stays' : 'source.keep.failed';
    box.checked = this.#isOn;
    if (this.#trouble) this.#host.announce(l.t(this.#trouble));
    this.#host.requestUpdate();
  }
}
