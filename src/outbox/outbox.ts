import type {Outcome} from '../protocol/outcome.js';
import type {Receipt} from '../protocol/receipt.js';
import type {Entry, Mine, OutboxChange, Quarantined} from './entry.js';

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
  /** Wall clock in milliseconds: for expiry and for what is written down. */
  readonly now?: () => number;
  /** Monotonic clock in milliseconds: for waiting. */
  readonly ticks?: () => number;
  /** Runs something after `ms` milliseconds; gives back how to call it off. */
  readonly schedule?: (run: () => void, ms: number) => () => void;
  readonly random?: () => number;
}

/** Keeps what a visitor sent until a receipt says that it arrived. */
export class Outbox {
  constructor(_options: OutboxOptions) {
    throw new Error('not there yet');
  }

  declare add: (entry: Entry) => Promise<'device' | 'memory'>;
  declare entries: () => Promise<readonly Entry[]>;
  declare mine: () => Promise<readonly Mine[]>;
  declare quarantined: () => Promise<readonly Quarantined[]>;
  declare remember: (mine: Mine) => Promise<'device' | 'memory'>;
  declare forget: (id: string) => Promise<void>;
  declare sendNow: (id?: string) => Promise<void>;
  declare delete: (id: string) => Promise<void>;
  declare subscribe: (listener: (change: OutboxChange) => void) => () => void;
  declare wake: () => Promise<void>;
  declare rest: () => void;
}
