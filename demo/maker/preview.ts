/** The widget itself, as it will stand on the page, reading either what was named or what is being written. */
import type {Choices} from './choices.js';
import {attributesOf, endpointOf, tagOf} from './snippet.js';

/** Where the file that is being written can be read, by this page alone. */
const DRAFT = new URL('/maker/draft.json', location.href).href;

/** Shows the widget in `place`, and makes it anew when an answer changes what it does. */
export class Preview {
  readonly #place: HTMLElement;
  #shown = '';
  #document = '';
  #version = 0;

  constructor(place: HTMLElement) {
    this.#place = place;
    const fetchOthers = globalThis.fetch.bind(globalThis);
    // A file that is on no server yet still has to be read by the real widget, which only asks http addresses.
    globalThis.fetch = (input, init) =>
      String(input).startsWith(DRAFT)
        ? Promise.resolve(new Response(this.#document, {headers: {'Content-Type': 'application/json'}}))
        : fetchOthers(input, init);
  }

  /** @param document the file as it is now, where that is what the widget shall show */
  show(choices: Choices, document: unknown): void {
    const written = document === undefined ? '' : JSON.stringify(document);
    if (written !== this.#document) this.#version += 1;
    this.#document = written;
    const attributes = attributesOf(choices).map(([name, value]): readonly [string, string] => [
      name,
      name === 'endpoint' && written !== '' ? `${DRAFT}?${this.#version}` : value,
    ]);
    // Where it reads what somebody else answers, it says below why nothing comes of it.
    const isElsewhere = ['address', 'ours'].includes(choices.source) && endpointOf(choices) !== '';
    const tag = `ctg-${tagOf(choices)}`;
    const wanted = JSON.stringify([tag, attributes, choices.lang, isElsewhere]);
    if (wanted !== this.#shown) {
      this.#shown = wanted;
      const widget = window.document.createElement(tag);
      for (const [name, value] of attributes) widget.setAttribute(name, value);
      widget.toggleAttribute('debug', isElsewhere);
      if (choices.lang !== '') widget.setAttribute('lang', choices.lang);
      this.#place.replaceChildren(widget);
    }
    this.#place.style.setProperty('--ctg-color-accent', choices.accent);
  }
}
