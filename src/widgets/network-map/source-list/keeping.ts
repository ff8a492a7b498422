import {html, nothing, type TemplateResult} from 'lit';

import {COPIES, hasOutbox} from '../../../outbox/exists.js';
import {renderText} from '../../../ui/text.js';
import type {MapHost} from '../map-host.js';

/** Lets a visitor have the sources kept on their device, for when they can't be reached, and have that undone. */
export class Keeping {
  readonly #host: MapHost;
  #isOn = false;
  #hasFailed = false;
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
      ${this.#hasFailed ? renderText(l.t('source.keep.failed')) : nothing}
    </div>`;
  }

  async #keep(box: HTMLInputElement): Promise<void> {
    const {words: l, sourceList} = this.#host;
    const isWanted = box.checked;
    const read = sourceList.flatMap(({set, loaded}) => (set && loaded ? [{set, loaded}] : []));
    try {
      const copies = await import('../../../context/copies.js');
      if (isWanted) this.#isOn = await copies.beginKeeping(read);
      else await copies.endKeeping();
      this.#isOn &&= isWanted;
    } catch {
      // The part that keeps could not be fetched: no connection just now, and nothing has changed.
    }
    this.#hasFailed = this.#isOn !== isWanted;
    box.checked = this.#isOn;
    if (this.#hasFailed) this.#host.announce(l.t('source.keep.failed'));
    this.#host.requestUpdate();
  }
}
