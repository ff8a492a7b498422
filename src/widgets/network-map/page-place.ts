import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {inPageOrder} from './page-order.js';

/** The maps of the page, those in shadow roots too. */
const maps = new Set<ReactiveControllerHost & Element>();

/**
 * Which map of the page one is, in the order of the page: what a link in its address names. So a link means the same map
 * whenever the same page is opened.
 */
export class PagePlace implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    maps.add(this.#host);
    this.#tell();
  }

  hostDisconnected(): void {
    maps.delete(this.#host);
    this.#tell();
  }

  /** The place, from 1. */
  get number(): number {
    return [...maps].sort(inPageOrder).indexOf(this.#host) + 1;
  }

  /** The numbers of the others, which are in their links, may be others now. */
  #tell(): void {
    for (const map of maps) map.requestUpdate();
  }
}
