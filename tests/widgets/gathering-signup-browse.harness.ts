import {eventually, frame} from '../testing/eventually.js';
import {GatheringSignupHarness} from './gathering-signup.harness.js';

const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** What a visitor can see of cards, series, facets and the month, and do with them. Knows their markup alone. */
export class BrowseHarness extends GatheringSignupHarness {
  /** Where the gatherings of the list stand on the screen. */
  get boxes(): DOMRect[] {
    return this.#all('[part=item]').map((item) => item.getBoundingClientRect());
  }

  /** Whether the gatherings of the list are drawn as cards. */
  get areCards(): boolean {
    return this.#all('.cards').length > 0;
  }

  /** What can be read of the dates of the series that are open. */
  get dates(): string[] {
    return this.#all('[part=dates] li').map((date) => plain(date.innerText));
  }

  /** The month that is shown. */
  get month(): string {
    return plain(this.#all('.days caption')[0]?.textContent ?? '');
  }

  /** What the columns of the month are called. */
  get columns(): string[] {
    return this.#all('.days th .silent').map((name) => plain(name.textContent));
  }

  /** What the buttons before and after the month say. */
  get neighbours(): string[] {
    return this.#all('.turning button').map((button) => plain(button.innerText));
  }

  /** Where the buttons before and after the month stand on the screen. */
  get turning(): DOMRect[] {
    return this.#all('.turning button').map((button) => button.getBoundingClientRect());
  }

  /** What stands in a day of the month, its number left out. */
  day(number: number): string {
    return plain(this.cell(number).innerText.replace(/^\s*\p{N}+/u, ''));
  }

  /** A day of the month. */
  cell(number: number): HTMLElement {
    const found = this.#days[number - 1];
    if (!found) throw new Error(`${this.month} has no day ${number}`);
    return found;
  }

  /** The day that has the focus; 0 when none has. */
  get focusedDay(): number {
    const cell = this.element.shadowRoot?.activeElement?.closest('td');
    return cell ? this.#days.indexOf(cell) + 1 : 0;
  }

  /** How many stops the month is on the way of the Tab key. */
  get stops(): number {
    return this.#all('.days *').filter((each) => each.tabIndex === 0).length;
  }

  /** Presses a key where the focus is; true when the page is left alone with it. */
  async key(key: string, more: KeyboardEventInit = {}): Promise<boolean> {
    const target = this.element.shadowRoot!.activeElement!;
    const event = new KeyboardEvent('keydown', {
      key,
      bubbles: true,
      composed: true,
      cancelable: true,
      ...more,
    });
    const left = target.dispatchEvent(event);
    await this.element.updateComplete;
    await frame();
    return left;
  }

  /** Puts the focus on a button by its words. */
  focusOn(words: string): void {
    this.#all('button')
      .find(({ariaLabel}) => ariaLabel === words)!
      .focus();
  }

  /** Draws a finger across the month. */
  async swipe(x: number, y = 0, pointerType = 'touch'): Promise<void> {
    const target = this.cell(15);
    const at = (clientX: number, clientY: number): PointerEventInit => ({
      pointerId: 7,
      pointerType,
      isPrimary: true,
      bubbles: true,
      composed: true,
      clientX,
      clientY,
    });
    target.dispatchEvent(new PointerEvent('pointerdown', at(200, 200)));
    target.dispatchEvent(new PointerEvent('pointerup', at(200 + x, 200 + y)));
    await this.element.updateComplete;
  }

  /** Opens the dates of a series. Browsers tell of it a moment later. */
  async unfold(words: string): Promise<void> {
    await this.press(words);
    await eventually(() => this.dates.length > 0, 'dates of a series');
  }

  /** The facets with their values and counts: `Language: English 11, Spanish 1`. */
  get facets(): string[] {
    return this.#all('[part=facets] fieldset').map((set) => {
      const values = Array.from(set.querySelectorAll('label')).map((label) =>
        plain(label.textContent).replace(/ \d+ gatherings?$/, ''),
      );
      return `${plain(set.querySelector('legend')!.textContent)}: ${values.join(', ')}`;
    });
  }

  /** Ticks or unticks the box of a value. */
  async choose(value: string): Promise<void> {
    const label = this.#all('[part=facets] label').find((each) => plain(each.textContent).startsWith(value));
    if (!label) throw new Error(`One can't choose "${value}" among ${this.facets.join(' | ')}`);
    label.querySelector('input')!.click();
    await this.element.updateComplete;
  }

  #all(selector: string): HTMLElement[] {
    return Array.from(this.element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []);
  }

  /** The days of the month, which have numbers in the digits of their language. */
  get #days(): HTMLElement[] {
    return this.#all('.days [data-day]');
  }
}
