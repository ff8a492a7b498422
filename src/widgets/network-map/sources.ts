import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {settling} from '../../context/kept.js';
import {client} from '../../context/page.js';
import type {Loaded} from '../../endpoint/client.js';
import type {SourceDocument} from '../../network/network.js';
import type {Named} from './named.js';
import type {Source} from './source.js';

export type {Source} from './source.js';

/** Waits after which a visitor is told that something is under way, and that it takes long, in milliseconds. */
const TELL = [300, 5_000] as const;

/**
 * Reads the documents of its host side by side, each with a state of its own.
 *
 * Owns what was read and what was not. Does not own the requests: the page's client shares them between all widgets.
 */
export class Sources implements ReactiveController {
  /** What a visitor has seen of the waiting: nothing, that it loads, that it takes long. */
  told: 0 | 1 | 2 = 0;

  readonly #host: ReactiveControllerHost & Element;
  readonly #onRead: () => void;
  #own: readonly Source[] = [];
  /** Those that documents name. */
  #peers: readonly Source[] = [];
  /** Whether any of them is being read, also where there is something to show of each. */
  #isReading = false;
  #depth = 0;
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
      // What was read stays, where only that was read anew.
      this.#isReading &&= this.#depth > 0;
      if (!this.isSettled) this.#asked = '';
    });
  }

  /** Those that the page names, then those that documents name. */
  get list(): readonly Source[] {
    return [...this.#own, ...this.#peers];
  }

  /** Whether nothing is on its way any more. */
  get isSettled(): boolean {
    return (
      !this.#isReading && this.#own.every(({loaded, failure, isAgain}) => !isAgain && (loaded ?? failure))
    );
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

  /**
   * Reads what is named, and what that names up to `depth` steps away, unless it is what was asked for last. Call it
   * in every `willUpdate`.
   */
  follow(named: readonly Named[], depth: number): void {
    const asked = JSON.stringify([named, depth]);
    if (asked === this.#asked || !this.#host.isConnected) return;
    this.#asked = asked;
    this.#named = named;
    this.#depth = depth;
    this.#peers = [];
    this.#own = named.map((set) => ({
      url: (set.ok ? set.value.endpoint : set.failure.detail) ?? '',
      ...(set.ok ? {set: set.value} : {failure: set.failure}),
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
    // What could not be read is on its way again, which may take as long as the first time.
    this.#own = this.#own.map((source, at) =>
      source.failure && this.#named[at]!.ok ? {...source, isAgain: true} : source,
    );
    this.#isReading = true;
    const tell = TELL.map((wait, at) =>
      setTimeout(() => {
        if (run !== this.#run) return;
        this.told = (at + 1) as 1 | 2;
        this.#host.requestUpdate();
      }, wait),
    );
    const settle = settling();
    const readings = this.#named.map(async (set, at) => {
      if (!set.ok) return undefined;
      const answer = await client.load(set.value, {fresh, signal});
      const copy = await settle(set.value, answer);
      if (run !== this.#run) return undefined;
      this.#own = this.#own.map((source, place) => {
        if (place !== at) return source;
        const {failure: _, isAgain: __, isCopy, loaded: before, ...rest} = source;
        if (answer.ok) return {...rest, loaded: answer.value};
        // What this page has read itself stays; a copy only as long as there is no answer.
        const old = isCopy ? undefined : before;
        const loaded = old ?? copy;
        return {...rest, failure: answer.failure, ...(loaded && {loaded, isCopy: !old})};
      });
      this.#onRead();
      return this.#own[at]?.loaded;
    });
    // Beside each other: one that never ends must not hold up what others name.
    const peers = this.#depth > 0 && this.#readPeers(run, readings, fresh, signal);
    await Promise.all(readings);
    tell.forEach(clearTimeout);
    if (peers) await peers;
    else if (run === this.#run) {
      this.#isReading = false;
      // What was read last was told of before that.
      this.#onRead();
    }
  }

  /** Reads what the documents name, and keeps what was read before until it is known what became of it. */
  async #readPeers(
    run: number,
    coming: readonly Promise<Loaded | undefined>[],
    fresh: boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const before = this.#peers;
    const now = new Map<string, Source>();
    const put = (source: Source): void => {
      if (run !== this.#run) return;
      const {loaded: old, isCopy = false} = before.find(({url}) => url === source.url) ?? {};
      const isOver = source.loaded ?? source.unasked ?? (isCopy && source.failure);
      now.set(source.url, isOver || !old ? source : {loaded: old, isCopy, ...source});
      this.#peers = [...now.values(), ...before.filter(({url}) => !now.has(url))];
      if (source.loaded) this.#onRead();
      else this.#host.requestUpdate();
    };
    try {
      const {readPeers} = await import('./following/index.js');
      const own = this.#own.map(({url}) => url);
      if (run === this.#run) await readPeers(own, coming, {depth: this.#depth, fresh, signal, put});
    } catch (reason) {
      // The part that follows could not be fetched: no connection just now.
      put({url: '', failure: {code: 'unreachable', detail: String(reason)}});
    }
    if (run !== this.#run) return;
    this.#peers = [...now.values()];
    this.#isReading = false;
    this.#onRead();
  }
}
