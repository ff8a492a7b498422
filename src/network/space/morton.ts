// Morton codes: the bits of x and y taken in turns, so that sorting by the code keeps every square of a quadtree
// in one run. 32 bits an axis (9 mm at the equator) come as two words of 16 bits an axis each.

/** The 16 low bits of a number, each followed by a zero. */
function spread(bits: number): number {
  let spaced = bits & 0xffff;
  spaced = (spaced | (spaced << 8)) & 0x00ff00ff;
  spaced = (spaced | (spaced << 4)) & 0x0f0f0f0f;
  spaced = (spaced | (spaced << 2)) & 0x33333333;
  return (spaced | (spaced << 1)) & 0x55555555;
}

/** The code of a square from 16 bits of each axis, as an unsigned 32-bit number. */
export function mortonCode(x: number, y: number): number {
  return (spread(x) | (spread(y) << 1)) >>> 0;
}

/** The 32-bit step of a coordinate between 0 and 1; the far edge belongs to the last one. */
export function stepOf(coordinate: number): number {
  return Math.max(0, Math.min(0xffffffff, Math.floor(coordinate * 0x100000000)));
}

/** Radix passes of 16 bits cost 65,536 counters each, which pays from about here on. */
const WIDE_FROM = 20_000;

/**
 * Sorts indexes by the 32-bit key that each has, keeping the order of equal ones: O(n), least significant digit
 * first. Returns the sorted array, which is one of the two given; the other is scratch.
 */
export function sortByKey(order: Uint32Array, scratch: Uint32Array, keys: Uint32Array): Uint32Array {
  const bits = order.length > WIDE_FROM ? 16 : 8;
  const digits = 1 << bits;
  const starts = new Uint32Array(digits + 1);
  let from = order;
  let to = scratch;
  for (let shift = 0; shift < 32; shift += bits) {
    starts.fill(0);
    for (let i = 0; i < from.length; i++) starts[((keys[from[i]!]! >>> shift) & (digits - 1)) + 1]!++;
    for (let digit = 0; digit < digits; digit++) starts[digit + 1]! += starts[digit]!;
    for (let i = 0; i < from.length; i++) {
      const item = from[i]!;
      to[starts[(keys[item]! >>> shift) & (digits - 1)]!++] = item;
    }
    [from, to] = [to, from];
  }
  return from;
}
