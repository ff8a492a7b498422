/**
 * The shortest of five runs of `work`, in milliseconds: a machine that does other things as well makes some of them
 * long, while work that is too much is long in each.
 */
export function quickest(work: () => unknown): number {
  const runs = Array.from({length: 5}, () => {
    const before = performance.now();
    work();
    return performance.now() - before;
  });
  return Math.min(...runs);
}
