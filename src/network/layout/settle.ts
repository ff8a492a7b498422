/**
 * How long steps follow each other without a pause, in milliseconds: a frame has 16, and has to be drawn as
 * well.
 */
const TURN = 12;

/** How to go about it. */
export interface Turns<T> {
  /** Resolves when the page has had its turn, and it is time to go on. */
  readonly pause: () => Promise<void>;
  /** Is shown what there is so far, before each pause. */
  readonly show?: (soFar: T) => void;
  /** Milliseconds, from whenever. */
  readonly clock?: () => number;
  /** Ends it at the next pause. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Goes through all steps of a long piece of work, some milliseconds at a time, so that the page stays alive;
 * what comes of it does not depend on the clock. Resolves with what the work returns, with `undefined` if it
 * was ended before. Throws what the work throws.
 */
export async function settle<T>(
  steps: Generator<T, T>,
  {pause, show, clock = () => performance.now(), signal}: Turns<T>,
): Promise<T | undefined> {
  let since = clock();
  while (!signal?.aborted) {
    const {done, value} = steps.next();
    if (done) return value;
    if (clock() - since < TURN) continue;
    show?.(value);
    await pause();
    since = clock();
  }
  steps.return(undefined as T);
  return undefined;
}
