import type {EndpointAttributes} from '../endpoint/resolve.js';

/** What the page's own script tag says for all widgets of this copy. */
export interface ScriptTag {
  readonly attributes: EndpointAttributes;
  /** Origins that `data-allow` limits every endpoint of the page to; undefined when it does not limit them. */
  readonly allow: readonly string[] | undefined;
}

/** Where a loader leaves its tag for the widgets that it fetches, which have none of their own. */
const PLACE = Symbol.for('ctg.tag');
const page = globalThis as {[PLACE]?: Element | null | undefined};

let found: ScriptTag | undefined;

/**
 * The `data-*` of the script tag that loaded this file, or of the loader's.
 *
 * What either tag allows holds for both: a page that limits its widgets must not lose that by a second tag. A page
 * whose bundler moved us into a file of its own has no such tag, and then nothing is set.
 */
export function scriptTag(): ScriptTag {
  if (found) return found;
  const loader = (page[PLACE] as HTMLScriptElement | undefined)?.dataset;
  const attributes: DOMStringMap = Object.assign({}, ownTag()?.dataset ?? loader);
  const {allow = loader?.['allow']} = attributes;
  found = {attributes, allow: allow?.split(/\s+/).filter(Boolean)};
  return found;
}

/** Leaves the tag of a loader for the widgets. Kept at the start, because pages remove tags that have run. */
export function rememberTag(tag: Element | null | undefined = ownTag()): void {
  page[PLACE] ??= tag;
}

/**
 * Found by address, because `document.currentScript` is null inside a module; by the name of the file where the
 * address was redirected, or what the page allows would be lost.
 */
function ownTag(): HTMLScriptElement | undefined {
  const scripts = [...document.scripts];
  const here = import.meta.url;
  return scripts.find(({src}) => src === here) ?? scripts.find(({src}) => fileOf(src) === fileOf(here));
}

const fileOf = (address: string): string | undefined => address.split(/[?#]/)[0]!.split('/').pop();
