import type {Outcome} from '../protocol/outcome.js';
import type {Device, Writes} from './device.js';
import type {Entry, OutboxChange} from './entry.js';
import type {Settings} from './options.js';
import {readEntry} from './read-record.js';
import {OUT, Shelf} from './shelf.js';
import {expired} from './verdict.js';

/** What one page tells the others. Only the id and the outcome: what is there now, everyone reads for themselves. */
interface Word {
  readonly id: string;
  readonly outcome?: Outcome;
}

/** The outcomes this version can pass on; another version of us on the page may know more. */
const KINDS = ['confirmed', 'refused', 'retry', 'unknown'];

function readWord(data: unknown): Word | undefined {
  const {id, outcome} = (data ?? {}) as {id?: unknown; outcome?: Outcome};
  if (typeof id !== 'string') return undefined;
  return outcome && KINDS.includes(outcome.kind) ? {id, outcome} : {id};
}

/**
 * The records, and everyone who wants to know about them: listeners on this page, and other pages over a channel.
 *
 * Reads and writes of one page run one after the other, so that changes are told in the order they happened. A page
 * that missed a word (asleep, or no channel) finds the difference at its next look.
 */
export class Ledger {
  readonly shelf: Shelf;
  readonly #settings: Settings;
  /** Told after a word from another page has been taken in. */
  readonly #onHeard: () => void;
  readonly #listeners = new Set<(change: OutboxChange) => void>();
  /** What this page last knew to be there. */
  readonly #known = new Map<string, Entry>();
  #channel: BroadcastChannel | undefined;
  #order: Promise<unknown> = Promise.resolve();

  constructor(device: Device, settings: Settings, onHeard: () => void) {
    this.shelf = new Shelf(device, settings.name);
    this.#settings = settings;
    this.#onHeard = onHeard;
  }

  /** Calls `listener` at every change; gives back how to stop that. */
  subscribe(listener: (change: OutboxChange) => void): () => void {
    this.#listeners.add(listener);
    this.open();
    return () => this.#listeners.delete(listener);
  }

  /** Starts to hear other pages. */
  open(): void {
    if (this.#channel) return;
    this.#channel = new BroadcastChannel(`${this.#settings.name}-outbox`);
    this.#channel.onmessage = async (event: MessageEvent<unknown>) => {
      const word = readWord(event.data);
      if (!word) return;
      await this.look(word);
      this.#onHeard();
    };
  }

  /** Stops hearing other pages. */
  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }

  /** Every record as it is. */
  all(): Promise<Map<string, unknown>> {
    return this.#inOrder(() => this.shelf.all());
  }

  /** Every readable entry. Says what others have changed, and marks what has expired. */
  look(word?: Word): Promise<Entry[]> {
    return this.#inOrder(async () => {
      const found = new Map<string, Entry>();
      for (const [key, value] of await this.shelf.all()) {
        const id = key.slice(OUT.length);
        const entry = key.startsWith(OUT) ? readEntry(value, id) : undefined;
        if (typeof entry === 'object') found.set(id, await this.#inTime(entry));
      }
      for (const id of new Set([...this.#known.keys(), ...found.keys()])) {
        if (id !== word?.id && this.#known.get(id)?.state !== found.get(id)?.state)
          this.#tell({id}, found.get(id), 'other-tab');
      }
      if (word) this.#tell(word, found.get(word.id), 'other-tab');
      this.#known.clear();
      for (const [id, entry] of found) this.#known.set(id, entry);
      return [...found.values()];
    });
  }

  /**
   * Changes what lies under `id` in one transaction, then tells everyone. `decide` gives `undefined` where there is
   * nothing to change: then nobody is told.
   */
  write(
    id: string,
    decide: (entry: Entry | undefined, old: unknown) => Writes | undefined,
    outcome?: Outcome,
  ): Promise<'device' | 'memory' | undefined> {
    return this.#inOrder(async () => {
      let writes: Writes | undefined;
      let entry: Entry | undefined;
      const key = OUT + id;
      const where = await this.shelf.change(key, (old) => {
        const there = readEntry(old, id);
        writes = decide(typeof there === 'object' ? there : undefined, old);
        const write = writes?.find(([at]) => at === key);
        entry = (write ? write[1] : typeof there === 'object' ? there : undefined) as Entry | undefined;
        return writes ?? [];
      });
      if (!writes) return undefined;
      if (entry) this.#known.set(id, entry);
      else this.#known.delete(id);
      const word = outcome ? {id, outcome} : {id};
      this.#tell(word, entry, 'here');
      this.#channel?.postMessage(word);
      return where;
    });
  }

  #tell(word: Word, entry: Entry | undefined, from: OutboxChange['from']): void {
    const change = {...word, ...(entry && {entry}), from};
    for (const listener of [...this.#listeners]) listener(change);
  }

  async #inTime(entry: Entry): Promise<Entry> {
    if (entry.state !== 'waiting' || entry.expiresAt > this.#settings.now()) return entry;
    await this.shelf.change(OUT + entry.id, (old) => {
      const there = readEntry(old, entry.id);
      return typeof there === 'object' && there.state === 'waiting' ? [[OUT + entry.id, expired(there)]] : [];
    });
    return expired(entry);
  }

  #inOrder<Value>(task: () => Promise<Value>): Promise<Value> {
    const run = this.#order.then(task);
    this.#order = run.catch(() => undefined); // Whoever asked hears of it; the next one starts all the same.
    return run;
  }
}
