/** What a document's links lead to is read as a document, too: a page of the wall, the proof of a badge. */
import type {EndpointSet} from './resolve.js';
import {addressOf, originOf} from './target.js';

/**
 * The set with which the document behind `template` is read; `undefined` where it must not be asked for.
 *
 * What maps the site's own document is not for pages in our own format, and what a site tells its endpoint in headers,
 * a key perhaps, is not for an address somewhere else that the document names.
 */
export function linkedSet(
  set: EndpointSet,
  template: string,
  slots: Record<string, string>,
  base: string,
): EndpointSet | undefined {
  const address = addressOf(template, slots, base);
  if (address === undefined || set.allow?.includes(originOf(address)) === false) return undefined;
  const {mapping: _, defaults: __, headers, endpoint, ...bare} = set;
  const isOwn = endpoint !== undefined && originOf(endpoint) === originOf(address);
  return {...bare, endpoint: address, format: 'auto', ...(isOwn && headers && {headers})};
}
