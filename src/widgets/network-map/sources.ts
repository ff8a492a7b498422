import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {client} from '../../context/page.js';
import type {Loaded} from '../../endpoint/client.js';
import type {SourceDocument} from '../../network/network.js';
import type {LoadFailure} from '../../protocol/outcome.js';
import type {Named} from './named.js';

/** Waits after which a visitor is told that something is under way, and that it takes long, in milliseconds. */
const TELL = [300, 5_000] as const;

/** A document that the network is made of, and where its reading stands. */
export interface Source {
  /** Its address, as far as it could be made out. */
  readonly url: string;
  /** What was read last, also where it could not be read anew. */
  readonly loaded?: Loaded;
  /** Why it could not be read; neither this nor `loaded` while it is on its way. */
  readonly failure?: LoadFailure;
}

/**
 * Reads the documents of its host side by side, each with a state of its own.
 *
 * Owns what was read and what was not. Does not own the requests: the page's client shares them between all widgets.
 */
export class Sources implements ReactiveController {
  list: readonly Source[] = [];
  /** What a visitor has seen of the waiting: nothing, that it loads, that it takes long. */
  told: 0 | 1 | 2 = 0;

  readonly #host: ReactiveControllerHost & Element;
  readonly #onRead: () => void;
  #named: readonly Named[] = [];
  #asked = '';
  #run = 0;
  #waiting: AbortController | undefined;

  constructor(host: ReactiveControllerHost & Element, onRead: () => void) {
    this.#host = host;
    this.#onRead = onRead;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    // Moving is leaving and coming back at once.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#run++;
      this.#waiting?.abort();
      if (!this.isSettled) this.#asked = '';
    });
  }

  /** Whether nothing is on its way any more. */
  get isSettled(): boolean {
    return this.list.every(({loaded, failure}) => loaded ?? failure);
  }

  /** What was read, as the network is built of it. */
  get documents(): readonly SourceDocument[] {
    return this.list.flatMap(({loaded}) => {
      if (!loaded) return [];
      const {document, url, at: readAt} = loaded;
      const {publisher, updated, groups = []} = document;
      return [{url, publisher, updated, readAt, groups}];
    });
  }

  /** Reads what is named unless it is what was asked for last. Call it in every `willUpdate`. */
  follow(named: readonly Named[]): void {
    const asked = JSON.stringify(named);
    if (asked === this.#asked || !this.#host.isConnected) return;
    this.#asked = asked;
    this.#named = named;
    this.list = named.map((set) => ({
      url: (set.ok ? set.value.endpoint : set.failure.detail) ?? '',
      ...(!set.ok && {failure: set.failure}),
    }));
    void this.#read(false);
  }

  /** Reads all anew, keeping what there is until there is something better. */
  refresh(): Promise<void> {
    return this.#host.isConnected ? this.#read(true) : Promise.resolve();
  }

  async #read(fresh: boolean): Promise<void> {
    const run = ++this.#run;
    this.#waiting?.abort();
    const {signal} = (this.#waiting = new AbortController());
    this.told = 0;
    const tell = TELL.map((wait, at) =>
      setTimeout(() => {
        if (run !== this.#run) return;
        this.told = (at + 1) as 1 | 2;
        this.#host.requestUpdate();
      }, wait),
    );
    const readings = this.#named.map(async (set, at) => {
      if (!set.ok) return;
      const answer = await client.load(set.value, {fresh, signal});
      if (run !== this.#run) return;
      this.list = this.list.map((source, place) => {
        if (place !== at) return source;
        const {failure: _, ...rest} = source;
        return answer.ok ? {...rest, loaded: answer.value} : {...rest, failure: answer.failure};
      });
      this.#onRead();
    });
    await Promise.all(readings);
    tell.forEach(clearTimeout);
    if (run === this.#run && !this.#named.some(({ok}) => ok)) this.#onRead();
  }
}
