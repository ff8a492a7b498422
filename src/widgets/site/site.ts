import {ContextProvider} from '@lit/context';
import {ReactiveElement, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';

import {siteContext} from '../../context/site-context.js';

/**
 * Says once, for every widget inside it, which endpoint they talk to and how they look.
 *
 * The endpoint set is taken whole by a widget that names neither `endpoint` nor `action` itself; nothing is mixed
 * from two levels. `lang` and `--ctg-*` tokens need no help: they are inherited as everywhere in a page.
 *
 * @tag ctg-site
 * @slot - The part of the page that holds the widgets.
 */
export class Site extends ReactiveElement {
  /** URL of the document to read. */
  @property() endpoint: string | undefined;

  /** URI template to post to, with `{gathering}` and `{kind}`; the document's links otherwise. */
  @property() action: string | undefined;

  /** Name of the format the endpoint speaks. */
  @property() format: string | undefined;

  /** How a message is written: `json`. */
  @property() encoding: string | undefined;

  /** What counts as arrived: `receipt` or `status`. */
  @property() ack: string | undefined;

  /** What to do with a redirected write: `refuse` or `follow`. */
  @property() redirects: string | undefined;

  /** `auto`, `light` or `dark`. */
  @property() theme = 'auto';

  readonly #provider = new ContextProvider(this, {context: siteContext});

  protected override createRenderRoot(): HTMLElement {
    // A provider draws nothing, so its children stay where the page's style sheet can reach them.
    return this;
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const {endpoint, action, format, encoding, ack, redirects, theme} = this;
    this.#provider.setValue({attributes: {endpoint, action, format, encoding, ack, redirects}, theme});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ctg-site': Site;
  }
}
