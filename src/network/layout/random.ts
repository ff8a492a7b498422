/**
 * Numbers from 0 up to, and without, 1 that are always the same for one seed: a linear congruential generator
 * (Press et al., Numerical Recipes). They look random enough to shuffle with, and are good for nothing else.
 */
export function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 0x100000000;
  };
}
