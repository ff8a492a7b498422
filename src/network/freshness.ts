/** How old what is said of a group is. */

/** `at` is when it was last said, in milliseconds since 1970. */
export interface Freshness {
  readonly state: 'fresh' | 'ageing' | 'stale' | 'undated';
  readonly at: number | undefined;
}

const DAY = 86_400_000;
/** After nine months somebody should look, and after twelve it is no longer believed without a word. */
const AGEING = 274 * DAY;
const STALE = 365 * DAY;

/** The time of a stamp, in milliseconds; `undefined` for none, and for one that lies more than a day ahead. */
export function timeOf(stamp: string | undefined, now: number): number | undefined {
  const at = stamp === undefined ? NaN : Date.parse(stamp);
  return Number.isNaN(at) || at > now + DAY ? undefined : at;
}

/** How fresh something is that was said at `at`. */
export function freshnessOf(at: number | undefined, now: number): Freshness {
  if (at === undefined) return {state: 'undated', at};
  const age = now - at;
  return {state: age >= STALE ? 'stale' : age >= AGEING ? 'ageing' : 'fresh', at};
}

/** Whether a group has said that it would be gone by now. */
export function isExpired(expires: string | undefined, now: number): boolean {
  return expires !== undefined && Date.parse(expires) <= now;
}
