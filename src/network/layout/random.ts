/**
 * Numbers from 0 up to, and without, 1 that look random and are always the same for one seed (mulberry32, by Tommy
 * Ettinger, 2017: public domain).
 */
export function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), 61 | bits);
    return ((bits ^ (bits >>> 14)) >>> 0) / 0x100000000;
  };
}
