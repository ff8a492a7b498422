import {ContextProvider} from '@lit/context';
import {ReactiveElement, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';

import {siteContext} from '../../context/site-context.js';
import {attributesOf} from '../../ui/endpoint-attributes.js';

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

  /** How a message is written: `json`, `form` or `multipart`. */
  @property() encoding: string | undefined;

  /** What counts as arrived: `receipt` or `status`. */
  @property() ack: string | undefined;

  /** What to do with a redirected write: `refuse` or `follow`. */
  @property() redirects: string | undefined;

  /** How to read and write an endpoint that speaks another JSON: a mapping, as JSON or as an object. */
  @property() mapping: string | object | undefined;

  /** What the endpoint can't say: questions, consents, privacy; as JSON or as an object. */
  @property() defaults: string | object | undefined;

  /** Headers for every request, as JSON or as an object: `{"X-Parish": "stpaul"}`. */
  @property() headers: string | object | undefined;

  /** `auto`, `light` or `dark`. */
  @property() theme = 'auto';

  readonly #provider = new ContextProvider(this, {context: siteContext});

  protected override createRenderRoot(): HTMLElement {
    // A provider draws nothing, so its children stay where the page's style sheet can reach them.
    return this;
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    this.#provider.setValue({attributes: attributesOf(this), theme: this.theme});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ctg-site': Site;
  }
}
