/** Holds back every timer that is set for a quarter of a second or more, until the test lets the time pass. */
export class LateTimers {
  readonly #real = globalThis.setTimeout;
  readonly #held = new Set<{readonly ms: number; readonly run: () => void}>();

  constructor() {
    const hold = (run: () => void, ms = 0): unknown => {
      if (ms < 250) return this.#real.call(globalThis, run, ms);
      const timer = {ms, run};
      this.#held.add(timer);
      return timer;
    };
    globalThis.setTimeout = hold as typeof setTimeout;
  }

  /** Runs what was set for `ms` milliseconds at most. */
  pass(ms: number): void {
    for (const timer of [...this.#held].filter((each) => each.ms <= ms).sort((a, b) => a.ms - b.ms)) {
      this.#held.delete(timer);
      timer.run();
    }
  }

  /** Gives the page its own timers back. What is still held never runs. */
  release(): void {
    globalThis.setTimeout = this.#real;
  }
}
