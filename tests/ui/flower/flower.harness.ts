import {render, type CSSResult} from 'lit';

import {flowerStyles} from '../../../src/ui/flower/flower.styles.js';
import {renderFlower, type FlowerPicture} from '../../../src/ui/flower/flower-view.js';
import {hostStyles} from '../../../src/ui/styles/host.styles.js';
import {partStyles} from '../../../src/ui/styles/part.styles.js';
import {tokenStyles} from '../../../src/ui/styles/token.styles.js';

/** Five values as a document has them. */
export const FIVE = [
  {id: 'love', label: 'Love', count: 181},
  {id: 'integrity', label: 'Integrity', count: 96},
  {id: 'courage', label: 'Courage', count: 61},
  {id: 'service', label: 'Service', count: 143},
  {id: 'respect', label: 'Respect', count: 118},
];

/** As many values as a test wants. */
export const values = (n: number): typeof FIVE =>
  Array.from({length: n}, (_, index) => ({id: `v${index}`, label: `Value ${index}`, count: 10 + index}));

/** A flower in a widget's wrapper on a page, as a visitor meets it; the only one who knows its markup. */
export class FlowerHarness {
  readonly host = document.createElement('div');
  readonly #root = this.host.attachShadow({mode: 'open'});
  readonly #wrapper = document.createElement('div');
  readonly pressed: string[] = [];
  #picture: FlowerPicture = {
    values: FIVE,
    chosen: new Set(),
    size: 'large',
    onPress: (id) => void this.pressed.push(id),
  };

  constructor(width = '30em') {
    const sheets: CSSResult[] = [tokenStyles, hostStyles, partStyles, flowerStyles];
    this.#root.adoptedStyleSheets = sheets.map(({styleSheet}) => styleSheet!);
    this.#wrapper.className = 'root';
    this.#wrapper.dataset['theme'] = 'light';
    this.#root.append(this.#wrapper);
    this.host.style.inlineSize = width;
    document.body.append(this.host);
  }

  /** Draws it, with what a test says and the rest as before. */
  show(change: Partial<FlowerPicture> = {}): this {
    this.#picture = {...this.#picture, ...change};
    render(renderFlower(this.#picture), this.#wrapper);
    return this;
  }

  choose(...ids: string[]): this {
    return this.show({chosen: new Set(ids)});
  }

  /** Has it stand on a light or a dark page. */
  wear(theme: 'light' | 'dark'): this {
    this.#wrapper.dataset['theme'] = theme;
    // Colours on their way from one theme to the other are neither.
    for (const transition of this.#root.getAnimations()) transition.finish();
    return this;
  }

  read(direction: 'ltr' | 'rtl'): this {
    this.#wrapper.dir = direction;
    return this;
  }

  get svg(): SVGSVGElement {
    return this.#root.querySelector('svg')!;
  }

  all(selector: string): SVGGraphicsElement[] {
    return [...this.#root.querySelectorAll<SVGGraphicsElement>(selector)];
  }

  /** One petal or bar for each value, chosen or not. */
  get petals(): SVGGraphicsElement[] {
    return this.all('.petal:not(.bloom *, .ring ~ .petal)');
  }

  /** Those drawn as chosen, in the order of the list. */
  get bloomed(): SVGGraphicsElement[] {
    return this.all('.bloom > *, .bars .chosen');
  }

  get isEmpty(): boolean {
    return this.#root.querySelector('svg') === null;
  }

  /** The texts that a visitor sees. */
  get seen(): string[] {
    return this.all('text')
      .filter((text) => getComputedStyle(text).display !== 'none' && text.getBoundingClientRect().width > 0)
      .filter((text) => getComputedStyle(text.parentElement!).display !== 'none')
      .map((text) => text.textContent.replaceAll(/[\u2066-\u2069]/g, ''));
  }

  /**
   * Presses what lies at a place of a petal: 0 at the heart's middle, 100 at its tip. Without names around it, since
   * Firefox leaves the room for them out of what it says of places.
   */
  pressPetal(index: number, along: number): void {
    const petal = this.petals[index]!.querySelector<SVGGraphicsElement>('.whole')!;
    const {x, y} = new DOMPoint(0, -along).matrixTransform(petal.getScreenCTM()!);
    this.pressAt(x, y);
  }

  pressBar(index: number): void {
    this.petals[index]!.scrollIntoView({block: 'center'});
    const {x, y, width, height} = this.petals[index]!.querySelector('.whole')!.getBoundingClientRect();
    this.pressAt(x + width / 2, y + height / 2);
  }

  pressAt(x: number, y: number): void {
    this.#root
      .elementFromPoint(x, y)!
      .dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
  }

  /** The colour that something is drawn with. */
  fill(element: Element): string {
    return getComputedStyle(element).fill;
  }

  /** The colour that something is edged with. */
  stroke(element: Element): string {
    return getComputedStyle(element).stroke;
  }

  /** What a token of the look, by its name, has come to. */
  token(name: string): string {
    return this.resolved(`var(--_${name})`);
  }

  /** What a system colour or another is here. */
  resolved(color: string): string {
    const probe = document.createElement('i');
    probe.style.color = color;
    this.#wrapper.append(probe);
    const is = getComputedStyle(probe).color;
    probe.remove();
    return is;
  }

  end(): void {
    this.host.remove();
  }
}
