import type {Outcome} from '../protocol/outcome.js';
import type {Receipt} from '../protocol/receipt.js';
import type {Entry, Mine} from './entry.js';
import {DATABASE} from './exists.js';

/** Runs something after `ms` milliseconds; gives back how to call it off. */
export type Schedule = (run: () => void, ms: number) => () => void;

/** What an outbox is given. Everything after `mineOf` has a default and is there for tests. */
export interface OutboxOptions {
  /**
   * Sends one entry and says what became of it. It must settle (with a time-out of its own) and should stop when
   * `signal` aborts: the page is being left, and a request under way would keep it out of the back/forward cache.
   */
  readonly send: (entry: Entry, signal: AbortSignal) => Promise<Outcome>;
  /** What stays on the device once `receipt` confirmed `entry`. */
  readonly mineOf: (entry: Entry, receipt: Receipt) => Mine;
  /** Name of the database; the lock and the channel are called `NAME-outbox`. */
  readonly name?: string;
  readonly indexedDB?: IDBFactory | undefined;
  readonly locks?: LockManager | undefined;
  /** Wall clock in milliseconds: for expiry, and for times that are written down. */
  readonly now?: () => number;
  /** Monotonic clock in milliseconds: for waiting. A wall clock that is set must not make anybody wait for a year. */
  readonly ticks?: () => number;
  readonly schedule?: Schedule;
  readonly random?: () => number;
}

/** The options with their defaults. */
export type Settings = Required<Omit<OutboxOptions, 'indexedDB' | 'locks'>> & {
  readonly indexedDB: IDBFactory | undefined;
  readonly locks: LockManager | undefined;
};

/** By the timers of the page. */
export const onTimer: Schedule = (run, ms) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** Fills in what was not given; `undefined` for the database or the locks means that there are none. */
export function settingsFrom(options: OutboxOptions): Settings {
  return {
    name: DATABASE,
    indexedDB: globalThis.indexedDB,
    locks: navigator.locks,
    now: Date.now,
    ticks: () => performance.now(),
    schedule: onTimer,
    random: Math.random,
    ...options,
  };
}
