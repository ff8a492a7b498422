/** How long each question stays where nobody turns, in milliseconds. */
const EACH = 12_000;

/** Turns by itself, if somebody wants it and nobody minds what moves. */
export class Turning {
  readonly #turn: () => void;
  readonly #changed: () => void;
  readonly #calm = matchMedia('(prefers-reduced-motion: reduce)');
  #next: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param turn is called each time
   * @param changed is told when it may be wanted no more
   */
  constructor(turn: () => void, changed: () => void) {
    this.#turn = turn;
    this.#changed = changed;
    this.#calm.addEventListener('change', this.#onCalm);
  }

  /** Whether it may be offered. */
  get isOffered(): boolean {
    return !this.#calm.matches;
  }

  get isOn(): boolean {
    return this.#next !== undefined;
  }

  /** Begins to turn, or stops. */
  readonly toggle = (): void => {
    if (this.isOn) this.pause();
    else if (this.isOffered) this.#wait();
    this.#changed();
  };

  /** Somebody has turned: what is there now stays as long as any other. */
  again(): void {
    if (this.isOn) this.#wait();
  }

  pause(): void {
    clearTimeout(this.#next);
    this.#next = undefined;
  }

  /** Ends it for good. */
  stop(): void {
    this.pause();
    this.#calm.removeEventListener('change', this.#onCalm);
  }

  #wait(): void {
    clearTimeout(this.#next);
    this.#next = setTimeout(this.#turn, EACH);
  }

  readonly #onCalm = (): void => {
    this.pause();
    this.#changed();
  };
}
