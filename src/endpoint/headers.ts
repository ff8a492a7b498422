/** More headers for every request, as a site asks for them. */
import {jsonOf, MappingError} from './mapping/flaw.js';

/** Names that browsers leave out without a word (Fetch, "forbidden request-header"), so nobody would learn why. */
const FORBIDDEN =
  /^(?:accept-charset|accept-encoding|access-control-.*|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|proxy-.*|sec-.*|x-http-method(?:-override)?|x-method-override)$/i;
/** How a body is written is ours to say. */
const OURS = /^(?:content-type|idempotency-key)$/i;
const NAME = /^[!#$%&'*+.^_`|~\w-]{1,100}$/;
const VALUE = /^[\t\x20-\x7e]{0,2000}$/;

/**
 * The headers that a site asks for, as JSON or as an object. Throws a {@link MappingError} that names the first one
 * that cannot be sent; a token in one is for everybody to read in the page, and that is the site's to decide.
 */
export function headersOf(given: unknown): Record<string, string> {
  const headers: [string, string][] = [];
  for (const [name, value] of Object.entries(jsonOf(given))) {
    const path = `/${name}`;
    if (!NAME.test(name)) throw new MappingError(path, 'is no name of a header');
    if (FORBIDDEN.test(name)) throw new MappingError(path, 'is a header that no browser sends for a page');
    if (OURS.test(name)) throw new MappingError(path, 'is ours to send');
    if (typeof value !== 'string' || !VALUE.test(value))
      throw new MappingError(path, 'should be a text in one line');
    headers.push([name, value]);
  }
  return Object.fromEntries(headers);
}
