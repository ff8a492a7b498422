/** How much of other people's websites a visitor's device keeps, and what makes way when there is more. */

/** The limits of all copies of one website's pages. */
export const COPYING = {
  most: 30,
  /** One of them, and all of them, in bytes. */
  bytes: 2_000_000,
  allBytes: 10_000_000,
  /** How long after it was read one may still be shown, in milliseconds: 90 days. */
  age: 90 * 86_400_000,
} as const;

/** A copy that is kept, without what it says. */
export interface Kept {
  readonly key: string;
  /** When it was read, in milliseconds since 1970. */
  readonly at: number;
  readonly bytes: number;
}

/** Whether what was read at `at` is too old at `now`, or from a time that is still to come by more than a day. */
export const isTooOld = (at: number, now: number): boolean =>
  !(at >= now - COPYING.age && at <= now + 86_400_000);

/**
 * What is kept once `copy` is, the newest first, within {@link COPYING}: the oldest make way. One that is too large
 * itself is not kept, and neither is what was kept of the same document before. O(n log n).
 */
export function makeRoom(kept: readonly Kept[], copy: Kept, now: number): readonly Kept[] {
  let bytes = 0;
  const others = kept.filter(({key}) => key !== copy.key).sort((a, b) => b.at - a.at);
  return [copy, ...others]
    .filter((each) => {
      const fits = each.bytes <= COPYING.bytes && bytes + each.bytes <= COPYING.allBytes;
      if (isTooOld(each.at, now) || !fits) return false;
      bytes += each.bytes;
      return true;
    })
    .slice(0, COPYING.most);
}
