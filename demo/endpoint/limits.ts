import {BoundedMap} from '../../src/base/bounded-map.js';

/** Seconds in which an address may use up its allowance. */
const WINDOW = 60;
/** Addresses remembered at once; the one unheard of for longest is forgotten first, so that memory stays small. */
const ADDRESSES = 10_000;

/** Largest body of a write, in bytes (64 kB). A signup with every answer at its limit is a third of this. */
export const BODY_BYTES = 64_000;

/**
 * Counts writes per address: an allowance that refills evenly, so that a whole parish hall behind one connection
 * may sign up at once and a script can not go on for long.
 */
export class Allowance {
  readonly #most: number;
  readonly #spent = new BoundedMap<string, {left: number; at: number}>(ADDRESSES);

  /** @param most writes a minute for one address */
  constructor(most: number) {
    this.#most = most;
  }

  /** Takes one write from `address`'s allowance; answers 0, or the seconds after which it may try again. */
  take(address: string, now: number): number {
    const known = this.#spent.get(address) ?? {left: this.#most, at: now};
    const refilled = Math.min(this.#most, known.left + ((now - known.at) / 1000 / WINDOW) * this.#most);
    if (refilled >= 1) {
      this.#spent.set(address, {left: refilled - 1, at: now});
      return 0;
    }
    this.#spent.set(address, {left: refilled, at: now});
    return Math.max(1, Math.ceil(((1 - refilled) / this.#most) * WINDOW));
  }
}
