import type {EndpointAttributes} from '../endpoint/resolve.js';

/** What the page's own script tag says for all widgets of this copy. */
export interface ScriptTag {
  readonly attributes: EndpointAttributes;
  /** Origins that `data-allow` limits every endpoint of the page to; undefined when it does not limit them. */
  readonly allow: readonly string[] | undefined;
}

let found: ScriptTag | undefined;

/**
 * The `data-*` of the script tag that loaded this file.
 *
 * Found by address, because `document.currentScript` is null inside a module; by the name of the file where the
 * address was redirected, or what the page allows would be lost. A page whose bundler moved us into a file of its own
 * has no such tag, and then nothing is set.
 */
export function scriptTag(): ScriptTag {
  if (found) return found;
  const scripts = Array.from(document.scripts);
  const here = import.meta.url;
  const tag =
    scripts.find(({src}) => src === here) ?? scripts.find(({src}) => src && fileOf(src) === fileOf(here));
  return (found = read(tag?.dataset ?? {}));
}

const fileOf = (address: string): string | undefined => address.split(/[?#]/)[0]!.split('/').pop();

function read(data: DOMStringMap): ScriptTag {
  const {endpoint, action, format, encoding, ack, redirects, allow} = data;
  return {
    attributes: {endpoint, action, format, encoding, ack, redirects},
    allow: allow?.split(/\s+/).filter((origin) => origin !== ''),
  };
}
