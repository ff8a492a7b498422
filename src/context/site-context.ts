import {ContextConsumer, ContextRoot, createContext} from '@lit/context';
import type {ReactiveElement} from 'lit';

import type {EndpointAttributes} from '../endpoint/resolve.js';

/** What a `<ctg-site>` gives to every widget inside it. */
export interface Site {
  /** The endpoint set as the site's attributes say it; taken whole or not at all. */
  readonly attributes: EndpointAttributes;
  readonly theme: string;
}

/**
 * Carries a {@link Site} down to its widgets.
 *
 * A registered symbol, not `Symbol()`: a page may paste two of our script tags, each with its own copy of this
 * module, and both copies must mean the same context. The number changes whenever `Site` changes incompatibly.
 */
export const siteContext = createContext<Site>(Symbol.for('ctg.site.1'));

// A widget's script may run before the site's: what was asked before anyone could answer is asked again later.
new ContextRoot().attach(document.documentElement);

/** Has `host` hear, now and after every change, what the `<ctg-site>` around it gives. */
export function consumeSite(host: ReactiveElement, hear: (site: Site | undefined) => void): void {
  new ContextConsumer(host, {context: siteContext, subscribe: true, callback: hear});
}
