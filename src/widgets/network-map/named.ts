import {scriptTag} from '../../context/script-tag.js';
import {type EndpointSet, resolveSet} from '../../endpoint/resolve.js';
import type {Result} from '../../base/result.js';
import type {LoadFailure} from '../../protocol/outcome.js';

/** A document that a page names: the set to read it with, or why there is none. */
export type Named = Result<EndpointSet, LoadFailure>;

/**
 * What a page names: the site's own endpoint, and the other documents by their addresses.
 *
 * @param hasMore whether there is anything to show where no endpoint is named
 */
export function namedBy(own: Named, sources: string, hasMore: boolean): readonly Named[] {
  const {allow} = scriptTag();
  const others = sources
    .split(/\s+/)
    .filter(Boolean)
    .map((endpoint) => resolveSet([{endpoint}], document.baseURI, allow));
  const isOwn = own.ok ? own.value.endpoint !== undefined : own.failure.code !== 'not-set-up';
  return isOwn || (others.length === 0 && !hasMore) ? [own, ...others] : others;
}
