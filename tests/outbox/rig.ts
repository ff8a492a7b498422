// What a test of the outbox stands on: clocks that only move when told, an endpoint that only answers when told, and
// a database, lock and channel of its own.
import type {Entry, OutboxChange} from '../../src/outbox/entry.js';
import type {OutboxOptions} from '../../src/outbox/options.js';
import {Outbox} from '../../src/outbox/outbox.js';
import type {Outcome} from '../../src/protocol/outcome.js';

/** A wall clock, a monotonic clock and timers. None of them moves by itself. */
export class Clock {
  wall = Date.UTC(2026, 10, 23, 12);
  ticks = 1_000;
  readonly #timers = new Set<{at: number; run: () => void}>();

  readonly schedule = (run: () => void, ms: number): (() => void) => {
    const timer = {at: this.ticks + ms, run};
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  /** Moves both clocks and runs what falls due on the way. */
  advance(ms: number): void {
    const end = this.ticks + ms;
    for (;;) {
      const due = [...this.#timers].filter(({at}) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#timers.delete(due);
      this.#move(Math.max(0, due.at - this.ticks));
      due.run();
    }
    this.#move(end - this.ticks);
  }

  #move(ms: number): void {
    this.ticks += ms;
    this.wall += ms;
  }
}

/** One request under way. */
export interface Call {
  readonly entry: Entry;
  readonly signal: AbortSignal;
  readonly answer: (outcome: Outcome) => void;
}

/** An endpoint that waits for the test to say what it answers. Stops when asked to, as a real request does. */
export class FakeEndpoint {
  readonly calls: Call[] = [];
  readonly underWay = new Set<Call>();
  /** Ids that were under way twice at the same moment. Must stay empty. */
  readonly doubled: string[] = [];
  readonly #waiting: ((call: Call) => void)[] = [];
  #seen = 0;

  readonly send = (entry: Entry, signal: AbortSignal): Promise<Outcome> =>
    new Promise((resolve) => {
      if ([...this.underWay].some((call) => call.entry.id === entry.id)) this.doubled.push(entry.id);
      const call: Call = {
        entry,
        signal,
        answer: (outcome) => {
          this.underWay.delete(call);
          resolve(outcome);
        },
      };
      signal.addEventListener('abort', () => call.answer({kind: 'retry', code: 'unreachable'}));
      this.underWay.add(call);
      this.calls.push(call);
      this.#waiting.shift()?.(this.calls[this.#seen++]!);
    });

  /** The next request that the test has not looked at yet, now or when it comes. */
  next(): Promise<Call> {
    if (this.#seen < this.calls.length) return Promise.resolve(this.calls[this.#seen++]!);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** How often `id` was asked for. */
  count(id: string): number {
    return this.calls.filter((call) => call.entry.id === id).length;
  }
}

/** A page with an outbox. */
export interface Tab {
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly changes: OutboxChange[];
  /** The first change that fits, past or to come. */
  changed(fits: (change: OutboxChange) => boolean): Promise<OutboxChange>;
  /** Resolves when the outbox has nothing left to do but wait for a timer, an answer or its turn. */
  quiet(): Promise<void>;
}

/** One browser with one database; `tab` opens a page in it. `close` must be called after each test. */
export class Rig {
  readonly name = `ctg-test-${crypto.getRandomValues(new Uint32Array(2)).join('')}`;
  readonly endpoint = new FakeEndpoint();
  readonly #tabs: Outbox[] = [];

  tab(options: Partial<OutboxOptions> = {}, clock = new Clock()): Tab {
    const outbox = new Outbox({
      send: this.endpoint.send,
      mineOf: (entry, receipt) => ({
        v: 1,
        kind: entry.kind,
        endpoint: entry.endpoint,
        target: entry.target,
        id: entry.id,
        status: receipt.status,
        expires: entry.expiresAt,
      }),
      name: this.name,
      now: () => clock.wall,
      ticks: () => clock.ticks,
      schedule: clock.schedule,
      random: () => 0.5,
      ...options,
    });
    this.#tabs.push(outbox);
    const changes: OutboxChange[] = [];
    const waiting = new Set<() => void>();
    outbox.subscribe((change) => {
      changes.push(change);
      for (const look of waiting) look();
    });
    const changed = (fits: (change: OutboxChange) => boolean) =>
      new Promise<OutboxChange>((resolve) => {
        const look = () => {
          const found = changes.find(fits);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      });
    // A round of the outbox is at most: look, ask for the lock, look, write. Each of these steps is behind one of ours.
    const quiet = async () => {
      for (let i = 0; i < 4; i++) {
        await outbox.entries();
        await navigator.locks.query();
      }
    };
    return {outbox, clock, changes, changed, quiet};
  }

  /** Opens the database as somebody else would. */
  async store<Value>(
    mode: IDBTransactionMode,
    run: (store: IDBObjectStore) => IDBRequest<Value>,
  ): Promise<Value> {
    const open = indexedDB.open(this.name);
    open.onupgradeneeded = () => open.result.createObjectStore(this.name);
    const database = await asked(open);
    try {
      return await asked(run(database.transaction(this.name, mode).objectStore(this.name)));
    } finally {
      database.close();
    }
  }

  /** Puts a record there as another version, another script or a bad disk might have left it. */
  async put(key: string, value: unknown): Promise<void> {
    await this.store('readwrite', (store) => store.put(value, key));
  }

  /** The record under `key`, as it lies there. */
  get(key: string): Promise<unknown> {
    return this.store('readonly', (store) => store.get(key) as IDBRequest<unknown>);
  }

  async close(): Promise<void> {
    for (const outbox of this.#tabs) outbox.rest();
    const gone = indexedDB.deleteDatabase(this.name);
    await new Promise((resolve) => (gone.onsuccess = gone.onerror = resolve));
  }
}

function asked<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

/** An entry for an idempotent endpoint, made at the time of a new `Clock`. */
export function entryOf(id: string, more: Partial<Entry> = {}): Entry {
  const createdAt = new Clock().wall;
  return {
    v: 1,
    kind: 'signups',
    id,
    endpoint: 'https://church.example/ctg.json',
    target: '2026-12-03',
    host: "St Paul's",
    href: 'https://church.example/gatherings/2026-12-03/signups',
    encoding: 'json',
    body: `{"id":"${id}","name":"Ana"}`,
    idempotent: true,
    idempotencyHeader: false,
    ack: 'receipt',
    redirects: 'refuse',
    createdAt,
    expiresAt: createdAt + 3 * 86_400_000,
    attempts: 0,
    nextAt: createdAt,
    state: 'waiting',
    ...more,
  };
}

/** The receipt for `id`. */
export const receiptFor = (id: string): Outcome => ({kind: 'confirmed', receipt: {id, status: 'confirmed'}});

export const UNREACHABLE: Outcome = {kind: 'retry', code: 'unreachable'};
export const TIMEOUT: Outcome = {kind: 'retry', code: 'timeout'};
export const SERVER: Outcome = {kind: 'retry', code: 'server', status: 500};
export const NO_RECEIPT: Outcome = {kind: 'unknown', code: 'no-receipt'};
export const FULL: Outcome = {kind: 'refused', status: 409, problem: {code: 'full'}};
