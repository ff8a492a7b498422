import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Result} from '../base/result.js';
import {client} from '../context/page.js';
import type {Loaded} from '../endpoint/client.js';
import type {EndpointSet} from '../endpoint/resolve.js';
import type {LoadFailure} from '../protocol/outcome.js';

/** Waits after which a visitor is told that something is under way, and that it takes long, in milliseconds. */
const TELL = 300;
const TELL_AGAIN = 5_000;

/** Where the reading of a document stands. */
export type DocumentState =
  /** `told` counts what a visitor has seen of the waiting: nothing, that it loads, that it takes long. */
  | {readonly is: 'loading'; readonly told: 0 | 1 | 2}
  | {readonly is: 'failed'; readonly failure: LoadFailure}
  /** `stale` says why what is shown could not be read anew. */
  | {readonly is: 'ready'; readonly loaded: Loaded; readonly stale: LoadFailure | undefined};

/** Whose document is read. */
export interface DocumentHost extends ReactiveControllerHost, Element {
  /** Fetches what has to be here, too, before a document is shown. Never rejects. */
  prepare?(loaded: Loaded): Promise<unknown> | undefined;
}

/**
 * Reads the document of its host's endpoint set, and again when the set changes.
 *
 * Owns what is shown while it reads and when it can't. Of two readings under way the later one counts, whichever
 * answers first. Does not own the request: the page's client shares one between all widgets.
 */
export class DocumentController implements ReactiveController {
  state: DocumentState = {is: 'loading', told: 0};
  /** The set that was last asked for. */
  set: EndpointSet | undefined;

  readonly #host: DocumentHost;
  readonly #onSettled: (state: DocumentState) => void;
  #asked = '';
  #run = 0;
  #waiting: AbortController | undefined;

  constructor(host: DocumentHost, onSettled: (state: DocumentState) => void) {
    this.#host = host;
    this.#onSettled = onSettled;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    // Moving is leaving and coming back at once; what is being read for it is still wanted then.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#run++;
      this.#waiting?.abort();
      // Put back later it asks again; the client may still know the answer.
      if (this.state.is === 'loading') this.#asked = '';
    });
  }

  /** Reads `set` unless it is what was asked for last. Call it in every `willUpdate`. */
  follow(set: Result<EndpointSet, LoadFailure> | undefined): void {
    if (!set || !this.#host.isConnected) return;
    const asked = JSON.stringify(set);
    if (asked === this.#asked) return;
    this.#asked = asked;
    if (set.ok) {
      if (this.set) this.state = {is: 'loading', told: 0};
      this.set = set.value;
      void this.#read(false);
      return;
    }
    this.#run++;
    this.set = undefined;
    this.#settle({is: 'failed', failure: set.failure});
  }

  /** Reads the document anew, keeping what is shown until there is something better. Nothing once its host is gone. */
  async refresh(): Promise<void> {
    if (this.set && this.#host.isConnected) await this.#read(true);
  }

  async #read(fresh: boolean): Promise<void> {
    const run = ++this.#run;
    this.#waiting?.abort();
    const waiting = (this.#waiting = new AbortController());
    const {set} = this;
    if (!set) return;
    if (this.state.is === 'failed') this.state = {is: 'loading', told: 0};
    const tell = [this.#after(TELL, run, 1), this.#after(TELL_AGAIN, run, 2)];
    const answer = await client.load(set, {fresh, signal: waiting.signal});
    if (answer.ok) await this.#host.prepare?.(answer.value);
    tell.forEach(clearTimeout);
    if (run !== this.#run) return;
    if (answer.ok) this.#settle({is: 'ready', loaded: answer.value, stale: undefined});
    else if (this.state.is === 'ready') this.#settle({...this.state, stale: answer.failure});
    else this.#settle({is: 'failed', failure: answer.failure});
  }

  #after(wait: number, run: number, told: 1 | 2): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      if (run !== this.#run || this.state.is !== 'loading') return;
      this.state = {is: 'loading', told};
      this.#host.requestUpdate();
    }, wait);
  }

  #settle(state: DocumentState): void {
    this.state = state;
    this.#host.requestUpdate();
    this.#onSettled(state);
  }
}
