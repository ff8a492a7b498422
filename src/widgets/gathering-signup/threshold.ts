import {html, nothing} from 'lit';

import type {Wayfinder} from './navigation-host.js';
import type {Page} from './page/page.js';

/** A form of the page's own, until it is taken over. */
const FORM = 'form[method=post i]:not([hidden])';

/**
 * Where the widget meets its page: the form it takes over, the button that stands for it, what search engines read.
 *
 * Knows only whether there is something to do; whatever does it is fetched then, or when the browser is idle.
 */
export class Threshold {
  readonly #way: Wayfinder;
  #page: Page | undefined;

  constructor(way: Wayfinder) {
    this.#way = way;
  }

  /** Whether the page's own children are to be seen, if they are the best there is while the widget is `waiting`. */
  keeps(waiting: boolean): boolean {
    const {host} = this.#way;
    return host.querySelector(FORM) !== null || (waiting && host.mode !== 'button');
  }

  /** Draws `inside`, or the button that leads to it; nothing beside a form of the page's own. */
  render(inside: () => unknown): unknown {
    const {host} = this.#way;
    if (host.querySelector(FORM)) {
      void this.meet();
      return nothing;
    }
    if (host.mode !== 'button') return inside();
    return [
      html`<button
        class="button"
        part="button"
        type="button"
        @click=${() => this.meet(true)}
        .textContent=${this.#page?.words ?? host.scene().l.t('button.open')}
      ></button>`,
      this.#page?.render(inside),
    ];
  }

  /** Looks what there is to do; opens what the button stands for when `pressed`. */
  async meet(pressed?: boolean): Promise<void> {
    try {
      const {Page} = await import('./page/page.js');
      this.#page ??= new Page(this.#way);
      await this.#page.look(pressed);
    } catch {
      // Without a connection search engines wait, and so does the form; a button gives way to what it stands for.
      if (pressed) this.#way.host.mode = 'inline';
    }
  }
}
