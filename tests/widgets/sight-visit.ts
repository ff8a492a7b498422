import type {CircleOptions} from '../testing/circle.js';
import {answerSites} from '../testing/map-sites.js';
import {JoiningVisit} from './joining-visit.js';
import {until} from './network-map.harness.js';

/** Stands in a sentence for whatever comes into a slot of it. */
export const ANY = '\ufffc';
const SLOT = /[\ufffc\u2066-\u2069]/;

/**
 * Somebody who comes to see one sight of a map, in whatever language: with sites that answer, and an endpoint that takes
 * groups. `leave` must be called.
 */
export class SightVisit extends JoiningVisit {
  readonly #after: Array<() => unknown> = [];

  constructor(circle: CircleOptions = {}) {
    // Before the circle, which answers for itself and asks these for all else.
    const {fetch} = globalThis;
    globalThis.fetch = answerSites(fetch);
    super(circle);
    this.afterwards(() => (globalThis.fetch = fetch));
  }

  /** Has `undo` done once the sight was seen, before what was put down earlier. */
  afterwards(undo: () => unknown): void {
    this.#after.unshift(undo);
  }

  override async leave(): Promise<void> {
    await super.leave();
    for (const undo of this.#after) await undo();
  }

  /** Waits until a sentence of ours is to be read, whatever fills its slots. */
  async says(sentence: string): Promise<void> {
    await this.reads(gist(sentence));
  }

  /** Waits until something matches. */
  async has(selector: string): Promise<void> {
    await until(() => {
      if (!this.root.querySelector(selector)) throw new Error(`There is no ${selector} in: ${this.text}`);
    });
  }

  /** Types into a field, or chooses in it, by what it is called in the code: labels differ from language to language. */
  async type(selector: string, words: string): Promise<void> {
    const field = this.root.querySelector<HTMLInputElement>(selector)!;
    field.value = words;
    field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    field.dispatchEvent(new Event('change', {bubbles: true}));
    await this.stage.settled();
  }

  /** Ticks a box, or chooses among buttons. */
  async mark(selector: string): Promise<void> {
    this.root.querySelector<HTMLElement>(selector)!.click();
    await this.stage.settled();
  }

  /** Has the clipboard take what is copied, or refuse it. */
  allowCopying(isAllowed: boolean): void {
    const writeText = (): Promise<void> =>
      isAllowed ? Promise.resolve() : Promise.reject(new DOMException('', 'NotAllowedError'));
    this.#answerFor('clipboard', {writeText});
  }

  /** Has the browser answer like this where it is asked for a place: with one, with an error, or never. */
  answerWhere(answer: GeolocationCoordinates | GeolocationPositionError | undefined): void {
    const getCurrentPosition: Geolocation['getCurrentPosition'] = (success, failure) => {
      if (answer && 'code' in answer) failure?.(answer);
      else if (answer) success({coords: answer, timestamp: 0} as GeolocationPosition);
    };
    this.#answerFor('geolocation', {getCurrentPosition});
  }

  /** Puts something in the place of what the browser offers. */
  #answerFor(name: 'clipboard' | 'geolocation', value: object): void {
    Object.defineProperty(navigator, name, {value, configurable: true});
    this.afterwards(() => Reflect.deleteProperty(navigator, name));
  }
}

/** The longest piece of a sentence between its slots: what engines make of the marks around those when text is read differs. */
function gist(sentence: string): string {
  const pieces = sentence.split(SLOT).map((piece) => piece.replaceAll(/\s+/g, ' ').trim());
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest));
}
