import type {ReactiveController} from 'lit';

import {hasOutbox} from '../../outbox/exists.js';
import type {MapHost} from './map-host.js';

/**
 * Looks whether an earlier visit has left a group that waits, or the page's address names one by a private link; what
 * draws it is fetched only then. Stores nothing by looking.
 */
export class Recall implements ReactiveController {
  readonly #host: MapHost;

  constructor(host: MapHost) {
    this.#host = host;
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#look);
    void this.#look();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#look);
  }

  readonly #look = async (): Promise<void> => {
    const isLinked = location.hash.startsWith(`#ctg-group-${this.#host.place}=`);
    if (isLinked || (await hasOutbox())) (await this.#host.bring('joining'))?.recall();
  };
}
