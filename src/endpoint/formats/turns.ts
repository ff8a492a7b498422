/** Long work in pieces, so that a page goes on scrolling while ten thousand entries are translated. */

/** How long one piece takes at most, in milliseconds: half of a frame, since the rest of the page works too. */
const PIECE = 8;

/** Where the browser has a way to yield that does not send us to the end of the queue, it is taken. */
type Yielding = {readonly scheduler?: {readonly yield?: () => Promise<void>}};

/** Counts the time since the page had its turn. */
export class Turns {
  #since = performance.now();

  /** Something to wait for when the page is due; `undefined` when it is not, so that most entries cost no promise. */
  due(): Promise<void> | undefined {
    return performance.now() - this.#since < PIECE ? undefined : this.#pause();
  }

  async #pause(): Promise<void> {
    const {scheduler} = globalThis as Yielding;
    await (scheduler?.yield?.() ??
      new Promise<void>((resolve) => {
        setTimeout(resolve);
      }));
    this.#since = performance.now();
  }
}
