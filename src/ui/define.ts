import {debug} from './debug.js';

/** That a second copy was met is worth one line on a page, however many tags and copies there are. */
const TOLD = Symbol.for('ctg.told');
const page = globalThis as {[TOLD]?: boolean};

/**
 * Registers `ctor` as `tag` unless the page already has that tag.
 *
 * Two copies of the library on one page is normal (two teams, two script tags); the first wins and the second says
 * so instead of throwing and breaking the page around it. A browser older than those we serve (`light-dark()` came to
 * each with the first version of it that has everything we use) keeps what is inside the tag.
 */
export function define(tag: string, ctor: CustomElementConstructor): void {
  if (!CSS.supports('color', 'light-dark(red, red)')) return;
  debug();
  const existing = customElements.get(tag);
  if (existing === undefined) customElements.define(tag, ctor);
  else if (existing !== ctor && !page[TOLD]) {
    page[TOLD] = true;
    console.info(`<${tag}>: the first copy stays.`);
  }
}
