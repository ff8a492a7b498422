/**
 * Keeps the focus in its map when what has it goes, such as the button that closes a card: a key pressed then would
 * begin at the top of the page. It goes back to where one was before the card, or else to the view that is shown.
 * Whoever knows a better place puts it there afterwards.
 */
export class FocusKeeper {
  /** What is to have the focus once it is drawn, as a selector. */
  wanted: string | undefined;
  readonly #host: HTMLElement;
  #held: Element | null = null;
  /** What had it last outside of the card. */
  #before: HTMLElement | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Before a drawing: sees what has the focus. */
  look(): void {
    this.#held = this.#host.shadowRoot?.activeElement ?? null;
    if (this.#held && !this.#held.closest('.detail')) this.#before = this.#held as HTMLElement;
  }

  /** After it: puts the focus somewhere else if that is gone. */
  keep(): void {
    const find = (selector: string) => this.#host.shadowRoot!.querySelector<HTMLElement>(selector);
    // What is read out from stands in for what is not there yet: it is there whatever is drawn.
    const rest = find('.said')!;
    const isResting = this.#held === rest;
    if (!this.#held || (this.#held.isConnected && !isResting)) return;
    const there =
      this.#before?.isConnected && !isResting
        ? this.#before
        : (find('.tabs [aria-pressed=true], [part=failed] [role=heading]') ?? rest);
    rest.tabIndex = -1;
    there.focus();
  }

  /** After that: puts it where it is wanted, if that is there. */
  settle(): void {
    const there = this.wanted && this.#host.shadowRoot?.querySelector<HTMLElement>(this.wanted);
    if (!there) return;
    this.wanted = undefined;
    there.focus();
  }
}
