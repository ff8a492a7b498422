import {html, nothing, type TemplateResult} from 'lit';

import type {BrowsingHost} from '../browsing-host.js';

/** How many come with a press at least. */
export const STEP = 20;

/** Shows long lists a step at a time, each list by a key of its own; remembers how far each has come. */
export class Steps {
  readonly #host: BrowsingHost;
  readonly #shown = new Map<string, number>();

  constructor(host: BrowsingHost) {
    this.#host = host;
  }

  /** The part of `all` that is shown. */
  of<T>(key: string, all: readonly T[], first = STEP): readonly T[] {
    return all.slice(0, this.#shown.get(key) ?? first);
  }

  /** The button that shows more of the list whose element has `data-steps=key`; nothing when all of it is shown. */
  renderMore(
    key: string,
    count: number,
    first = STEP,
    className = 'button quiet wide',
  ): TemplateResult | typeof nothing {
    const {l} = this.#host.scene();
    const shown = this.#shown.get(key) ?? first;
    const n = Math.min(count - shown, Math.max(first, STEP));
    if (n <= 0) return nothing;
    const onClick = (): void => {
      this.#shown.set(key, shown + n);
      this.#host.announce(l.t('list.moreShown', {shown: l.number(shown + n), n: count}));
      this.#host.requestUpdate();
      void this.#host.updateComplete.then(() => {
        const list = this.#host.shadowRoot?.querySelector(`[data-steps="${CSS.escape(key)}"]`);
        list?.children[shown]?.querySelector('a')?.focus();
      });
    };
    return html`<button
      class=${className}
      part="button"
      type="button"
      @click=${onClick}
      .textContent=${l.t('list.more', {n})}
    ></button>`;
  }
}
