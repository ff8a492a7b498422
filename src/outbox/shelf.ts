// Where records lie: on the device, or in this page's memory where the device will not take them.
import {promisifyRequest} from 'idb-keyval';

import type {Device, Writes} from './device.js';
import {hasOutbox} from './exists.js';

/** First part of the key of what waits. */
export const OUT = 'out:';
/** First part of the key of what was delivered. */
export const MINE = 'mine:';
/** Key of the lease. Always asked of the device first: in memory it says nothing about other pages. */
export const LEASE = 'lease';

/**
 * Keys and values, with two verbs: read everything, and change one key atomically.
 *
 * Memory lies over the device record by record: what the device refused is remembered here, everything else stays
 * there. Deletions that the device refused are repeated, or the next visit would send again what has arrived.
 */
export class Shelf {
  readonly #device: Device;
  readonly #name: string;
  /** `undefined` stands for a deletion that the device has not heard of. */
  readonly #memory = new Map<string, unknown>();

  constructor(device: Device, name: string) {
    this.#device = device;
    this.#name = name;
  }

  /** Whether something waits that is gone when this page is closed. */
  get unsaved(): boolean {
    return [...this.#memory].some(([key, value]) => key.startsWith(OUT) && value !== undefined);
  }

  /** Every record, without creating a database where there is none. */
  async all(): Promise<Map<string, unknown>> {
    await this.#repeat();
    const all = new Map<string, unknown>();
    try {
      if (this.#device.open || (await hasOutbox(this.#name))) {
        // Not idb-keyval's `entries`: it brings its own way to open a database along.
        const [keys, values] = await this.#device.use('readonly', (store) =>
          Promise.all([promisifyRequest(store.getAllKeys()), promisifyRequest<unknown[]>(store.getAll())]),
        );
        keys.forEach((key, i) => all.set(String(key), values[i]));
      }
    } catch {
      // The device does not answer: what this page knows itself is all there is.
    }
    for (const [key, value] of this.#memory) {
      if (value === undefined) all.delete(key);
      else all.set(key, value);
    }
    return all;
  }

  /**
   * Reads `key` and writes what `decide` makes of it, in one transaction; says where that lies now.
   *
   * `decide` may run twice (the connection can die under the first), so it only decides.
   */
  async change(key: string, decide: (old: unknown) => Writes): Promise<'device' | 'memory'> {
    let writes: Writes | undefined;
    if (key === LEASE || !this.#memory.has(key)) {
      try {
        await this.#device.change(key, (old) => (writes = decide(old)));
        this.#memory.delete(key);
        return 'device';
      } catch {
        // Full, lost or refused: memory takes it, and the caller is told so.
      }
    }
    writes ??= decide(this.#memory.get(key));
    for (const [at, value] of writes) this.#memory.set(at, value);
    return 'memory';
  }

  /** Tries again what the device refused, except entries: those may meanwhile have been sent from another tab. */
  async #repeat(): Promise<void> {
    const owed = [...this.#memory].filter(([key, value]) =>
      key.startsWith(OUT) ? value === undefined : key.startsWith(MINE),
    );
    if (!owed.length) return;
    try {
      await this.#device.change(owed[0]![0], () => owed);
      for (const [key, value] of owed) if (this.#memory.get(key) === value) this.#memory.delete(key);
    } catch {
      // Still refused: it stays owed until the next look.
    }
  }
}
