/** How far a finger has to go for a page, in CSS pixels, and how much more sideways than up or down. */
const FAR = 48;
const SLANT = 2;

/**
 * Turns a page when a finger or a pen is drawn across. The style sheet leaves up and down to the page
 * (`touch-action: pan-y`), which then cancels the pointer; a mouse is left to mark text.
 */
export class Swipe {
  readonly #turn: (pages: number) => void;
  #from: {readonly id: number; readonly x: number; readonly y: number} | undefined;

  constructor(turn: (pages: number) => void) {
    this.#turn = turn;
  }

  readonly onDown = ({pointerType, pointerId, isPrimary, clientX, clientY}: PointerEvent): void => {
    this.#from = pointerType !== 'mouse' && isPrimary ? {id: pointerId, x: clientX, y: clientY} : undefined;
  };

  readonly onUp = ({pointerId, clientX, clientY, currentTarget}: PointerEvent): void => {
    const from = this.#from;
    this.#from = undefined;
    if (from?.id !== pointerId) return;
    const [x, y] = [clientX - from.x, clientY - from.y];
    if (Math.abs(x) < FAR || Math.abs(x) < SLANT * Math.abs(y)) return;
    // The next page comes from the side where reading goes on.
    const rightToLeft = getComputedStyle(currentTarget as Element).direction === 'rtl';
    this.#turn(x < 0 === rightToLeft ? -1 : 1);
  };

  readonly onCancel = (): void => {
    this.#from = undefined;
  };
}
