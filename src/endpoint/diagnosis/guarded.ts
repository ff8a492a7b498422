/** What a request says besides its address, and for which of it browsers ask leave before they send it to another origin. */
import {fail, ok, type Result} from '../../base/result.js';
import type {LoadFailure} from '../../protocol/outcome.js';
import {headersOf} from '../headers.js';
import type {EndpointSet} from '../resolve.js';
import {originOf, type Target} from '../target.js';

/** Headers by their names. */
export type Named = Readonly<Record<string, string>>;

/** What the widgets' client asks for; a server may answer differently to another wish. */
const ACCEPT = 'application/json, */*;q=0.5';
/** Names for which no leave is needed (Fetch, "CORS-safelisted request-header"). */
const FREE = /^(?:accept|accept-language|content-language)$/i;

/** The headers that a site asks for, or why they cannot be sent. */
export function ownHeaders({headers}: EndpointSet): Result<Named, LoadFailure> {
  try {
    return ok(headers ? headersOf(headers) : {});
  } catch (reason) {
    return fail({code: 'bad-headers', detail: reason instanceof Error ? reason.message : ''});
  }
}

/** The headers of a reading, as the client sends them. */
export function readingHeaders(own: Named): Named {
  return {Accept: ACCEPT, ...own};
}

/** Those of `headers` for which leave is asked. */
export function guarded(headers: Named): Named {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !FREE.test(name)));
}

/** The headers of a sign-up for which leave is asked; a form without any is let through everywhere. */
export function guardedInSignup(
  {href, encoding, idempotencyHeader}: Target,
  {endpoint, action}: EndpointSet,
  own: Named,
): Named {
  // What the site tells its endpoint stays at home, as in `writing.ts`.
  const isHome = [endpoint, action].some((each) => each && originOf(each) === originOf(href));
  return {
    ...(encoding === 'json' && {'Content-Type': 'application/json'}),
    ...(idempotencyHeader && {'Idempotency-Key': '"ctg-debug"'}),
    ...(isHome && guarded(own)),
  };
}

/** Names of headers as a preflight has them. */
export function namesOf(headers: Named): readonly string[] {
  return Object.keys(headers).map((name) => name.toLowerCase());
}
