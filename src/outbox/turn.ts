// Whose turn it is to send: one page per browser, so that two tabs never send the same thing at the same moment.
import {newId} from '../base/id.js';
import type {Settings} from './options.js';
import {LEASE, type Shelf} from './shelf.js';

/** How long a lease holds without being renewed, in milliseconds. */
const HOLDS = 30_000;
/** How often a page that waits for another's lease looks again, in milliseconds. */
const ASK_AGAIN = 2_000;

/**
 * A Web Lock where there is one, else a lease in the database.
 *
 * Web Locks are missing on plain-http pages, which many small sites are. The lock is never stolen: the browser frees
 * it when its page ends, and `release` frees it when its page goes to sleep. A lease ends by itself.
 */
export class Turn {
  readonly #settings: Settings;
  readonly #shelf: Shelf;
  /** Told when the turn is lost while it was held: the page slept so long that another took over. */
  readonly #onLost: () => void;
  readonly #holder = newId();
  #locks: LockManager | undefined;
  #held = false;
  /** Set while the turn is asked for or held; calls it off, or gives it back. */
  #leave: (() => void | Promise<unknown>) | undefined;

  constructor(settings: Settings, shelf: Shelf, onLost: () => void) {
    this.#settings = settings;
    this.#shelf = shelf;
    this.#onLost = onLost;
    this.#locks = settings.locks;
  }

  get held(): boolean {
    return this.#held;
  }

  /** Resolves once the turn is ours or no longer wanted; look at `held`. Asking twice at once asks once. */
  async take(): Promise<void> {
    if (this.#leave) return;
    if (this.#locks && (await this.#lock(this.#locks))) return;
    await this.#lease();
  }

  /** Gives the turn back, or stops asking for it. */
  async release(): Promise<void> {
    const leave = this.#leave;
    this.#leave = undefined;
    this.#held = false;
    await leave?.();
  }

  /** Whether the lock manager could be asked at all; a third-party frame may have one that throws. */
  #lock(locks: LockManager): Promise<boolean> {
    return new Promise((settle) => {
      const controller = new AbortController();
      let free = () => controller.abort();
      const leave = () => free();
      this.#leave = leave;
      const request = async () =>
        locks.request(`${this.#settings.name}-outbox`, {signal: controller.signal}, () => {
          this.#held = true;
          settle(true);
          return new Promise<void>((resolve) => (free = resolve));
        });
      request().catch((error: unknown) => {
        if (this.#leave === leave) this.#leave = undefined;
        // Anything else is our own abort, or a page that is already gone.
        const refused = error instanceof Error && error.name === 'SecurityError';
        if (refused) this.#locks = undefined;
        settle(!refused);
      });
    });
  }

  #lease(): Promise<void> {
    return new Promise((settle) => {
      let cancel = () => {};
      const leave = () => {
        cancel();
        settle();
        return this.#write((mine) => (mine ? undefined : false));
      };
      this.#leave = leave;
      const ask = async () => {
        const wait = await this.#claim();
        if (this.#leave !== leave) return wait ? undefined : leave();
        if (wait && this.#held) {
          this.#leave = undefined;
          this.#held = false;
          return this.#onLost();
        }
        this.#held = !wait;
        if (!wait) settle();
        cancel = this.#settings.schedule(() => void ask(), wait ? Math.min(wait, ASK_AGAIN) : HOLDS / 3);
      };
      void ask();
    });
  }

  /** Takes or renews the lease; how long somebody else still holds it, in milliseconds, or 0 when it is ours. */
  async #claim(): Promise<number> {
    let wait = 0;
    await this.#write((mine, until) => {
      const now = this.#settings.now();
      // A lease that ends later than any lease can was written under another clock.
      wait = !mine && until > now && until <= now + HOLDS ? until - now : 0;
      return wait ? false : {holder: this.#holder, until: now + HOLDS};
    });
    return wait;
  }

  /** Compares and sets in one transaction; `false` leaves the lease as it is. */
  #write(
    decide: (mine: boolean, until: number) => {holder: string; until: number} | undefined | false,
  ): Promise<unknown> {
    return this.#shelf.change(LEASE, (old) => {
      const lease = (old ?? {}) as {holder?: unknown; until?: unknown};
      const value = decide(lease.holder === this.#holder, Number(lease.until));
      return value === false ? [] : [[LEASE, value]];
    });
  }
}
