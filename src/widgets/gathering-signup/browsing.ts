import type {Loaded} from '../../endpoint/client.js';
import type {BrowsingHost} from './browsing-host.js';

/** A list of more than this many comes with facets and in steps. */
const MANY = 8;

/**
 * Fetches what draws cards, a month, facets, steps and series, where the page or what was `loaded` calls for it.
 *
 * Resolves when the list may be drawn: also when there is no connection just now, because the plain list says the
 * most of it. The next drawing then asks again.
 */
export function fetchBrowse(host: BrowsingHost, loaded: Loaded | undefined): Promise<void> | undefined {
  const {layout, limit, showPast} = host;
  const gatherings = loaded?.document.gatherings ?? [];
  const series = gatherings.flatMap((each) => each.series?.id ?? []);
  if (
    /^ca/.test(layout) ||
    limit ||
    showPast ||
    gatherings.length > MANY ||
    // Several dates of one series are one entry.
    new Set(series).size < series.length
  ) {
    host.coming ??= import('./browse/index.js').then(
      ({Browse}) => void (host.browse ??= new Browse(host)),
      () => (host.coming = undefined),
    );
  }
  return host.coming;
}
