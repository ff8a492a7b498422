// The database on the device, in the shape idb-keyval calls a `UseStore`, with what idb-keyval leaves to its caller:
// a time-out for opening, giving way to another version, and one reopening when the handle turns out to be dead.
import type {UseStore} from 'idb-keyval';

import type {Settings} from './options.js';

/** Longest wait for the database to open, in milliseconds. Some phones never answer; the visitor is standing there. */
const OPEN_TIMEOUT = 2_000;
/**
 * What a handle says whose connection is gone: iOS cuts it when a page sleeps, and a handle kept in spite of it fails
 * for the rest of the page's life.
 */
const LOST = new Set(['InvalidStateError', 'UnknownError', 'AbortError', 'TransactionInactiveError']);

/** What to write: a key with its new value, or with `undefined` to delete it. */
export type Writes = ReadonlyArray<readonly [key: string, value: unknown]>;

/**
 * One database with one object store of the same name. Every method fails by rejecting; what to do then is its
 * caller's affair.
 */
export class Device {
  readonly #settings: Pick<Settings, 'name' | 'indexedDB' | 'schedule'>;
  #opening: Promise<IDBDatabase> | undefined;
  #failed = false;
  /** Fills a database that opening has just made. Where there is no such thing none is made, and opening fails. */
  fill: ((store: IDBObjectStore) => void) | undefined = () => undefined;
  /** Why it cannot keep things: the disk is full, it never answers, or anything else. */
  trouble: 'full' | 'slow' | 'refused' | undefined;

  constructor(settings: Pick<Settings, 'name' | 'indexedDB' | 'schedule'>) {
    this.#settings = settings;
  }

  /** Whether a connection is open or being opened. */
  get open(): boolean {
    return this.#opening !== undefined;
  }

  readonly use: UseStore = async (mode, run) => {
    try {
      return await this.#transact(mode, run);
    } catch (error) {
      const name = error instanceof Error ? error.name : '';
      if (LOST.has(name)) {
        this.close();
        return await this.#transact(mode, run);
      }
      this.trouble = name === 'QuotaExceededError' ? 'full' : name === 'TimeoutError' ? 'slow' : 'refused';
      throw error;
    }
  };

  /** Reads `key` and writes what `decide` makes of it, in one transaction that is on the disk when this resolves. */
  change(key: string, decide: (old: unknown) => Writes): Promise<void> {
    return this.use(
      'readwrite',
      (store) =>
        new Promise((resolve, reject) => {
          const {transaction} = store;
          transaction.oncomplete = () => resolve();
          // Only `onabort`: while an error still bubbles, the transaction does not know its reason yet.
          transaction.onabort = () => reject(transaction.error);
          const request = store.get(key);
          request.onsuccess = () => {
            for (const [at, value] of decide(request.result)) {
              if (value === undefined) store.delete(at);
              else store.put(value, at);
            }
          };
        }),
    );
  }

  /** Closes the connection; the next use opens a new one. */
  close(): void {
    const opening = this.#opening;
    this.#opening = undefined;
    opening?.then(
      (database) => database.close(),
      () => undefined, // It never opened, so there is nothing to close.
    );
  }

  /** Lets the next use try to open again after a failure. Until then a failure is final, so that nobody waits twice. */
  again(): void {
    if (this.#failed) this.#opening = undefined;
    this.#failed = false;
  }

  async #transact<Value>(
    mode: IDBTransactionMode,
    run: (store: IDBObjectStore) => Value | PromiseLike<Value>,
  ): Promise<Value> {
    const {name} = this.#settings;
    const database = await (this.#opening ??= this.#connect());
    // `strict`: a phone whose battery dies must not lose what its owner was told is saved.
    return run(database.transaction(name, mode, {durability: 'strict'}).objectStore(name));
  }

  #connect(): Promise<IDBDatabase> {
    const {name, indexedDB, schedule} = this.#settings;
    const opening = new Promise<IDBDatabase>((resolve, reject) => {
      if (!indexedDB) throw new DOMException('no IndexedDB', 'SecurityError');
      const request = indexedDB.open(name);
      const cancel = schedule(() => reject(new DOMException('open', 'TimeoutError')), OPEN_TIMEOUT);
      request.onupgradeneeded = () => {
        if (this.fill) return this.fill(request.result.createObjectStore(name));
        request.transaction!.abort();
        // WebKit would keep an empty one.
        indexedDB.deleteDatabase(name);
        // That it was gone says nothing of the next time.
        if (this.#opening === opening) this.#opening = undefined;
      };
      request.onerror = () => {
        cancel();
        reject(request.error);
      };
      request.onsuccess = () => {
        cancel();
        const database = request.result;
        const gone = () => {
          if (this.#opening === opening || this.#opening === late) this.#opening = undefined;
        };
        database.onclose = gone;
        database.onversionchange = () => {
          database.close();
          gone();
        };
        const late = Promise.resolve(database);
        if (this.#opening !== opening) return database.close();
        // Opened after the time-out: better late than for this page never.
        if (this.#failed) this.#opening = late;
        this.#failed = false;
        resolve(database);
      };
    });
    opening.catch(() => {
      if (this.#opening === opening) this.#failed = true;
    });
    return opening;
  }
}
