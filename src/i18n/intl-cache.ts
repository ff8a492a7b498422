/** Every `Intl` formatter, made once: making one costs a hundred times what using one does. */

import {BoundedMap} from '../base/bounded-map.js';

/** More than a page with all widgets in two languages needs. */
const MOST = 60;

let cache: BoundedMap<string, unknown> | undefined;

/**
 * The formatter kept under `key`, made by `make` when it is not there.
 *
 * All are dropped when the visitor changes languages: a browser may then format the same tag differently.
 */
export function cached<Formatter>(key: string, make: () => Formatter): Formatter {
  if (!cache) {
    globalThis.addEventListener?.('languagechange', () => (cache = undefined), {once: true});
    cache = new BoundedMap(MOST);
  }
  return cache.ensure(key, make) as Formatter;
}
