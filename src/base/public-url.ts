/** Which addresses a stranger's document may have a page fetch. */
import {isLoopback} from './loopback.js';
import {fetchableUrl} from './safe-url.js';

/** Names that never leave a house: they end so, or have no dot at all. */
const PRIVATE_NAME =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|test|invalid|onion|home\.arpa)$/;

/**
 * `value` as a URL that may be fetched although a foreign document names it: https, a public host name, the default
 * port, no user or password. Numbers are no names: a public site has one, and a private network is full of numbers.
 *
 * @param here address of the page; one on loopback may name loopback, as whoever tries things at home does
 */
export function publicUrl(value: unknown, here?: string): URL | undefined {
  const url = fetchableUrl(value);
  if (!url) return undefined;
  if (here !== undefined && isLoopback(new URL(here).hostname) && isLoopback(url.hostname)) return url;
  if (url.protocol !== 'https:' || url.port !== '') return undefined;
  const name = url.hostname.replace(/\.+$/, '');
  if (!name.includes('.') || name.startsWith('[') || /^[\d.]+$/.test(name)) return undefined;
  return PRIVATE_NAME.test(name) ? undefined : url;
}
