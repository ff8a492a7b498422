/** Reading JSON that is no document, such as the outline of a region: within the limits of a document. */
import {fail, ok, type Result} from '../base/result.js';
import {LIMITS} from '../protocol/limits.js';
import type {LoadFailure} from '../protocol/outcome.js';
import {isTooDeep, readText} from './body.js';

/** The JSON at an absolute address. Says why where there is none; never rejects. */
export async function readJson(
  address: string,
  allow: readonly string[] | undefined,
): Promise<Result<unknown, LoadFailure>> {
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      headers: {Accept: 'application/geo+json, application/json, */*;q=0.5'},
      signal: AbortSignal.timeout(LIMITS.readMs),
    });
    if (!response.ok) return fail({code: response.status === 404 ? 'not-found' : 'refused'});
    if (response.url && allow?.includes(new URL(response.url).origin) === false)
      return fail({code: 'bad-address', detail: response.url});
    const text = await readText(response, LIMITS.readBytes);
    if (text === undefined) return fail({code: 'too-big'});
    return isTooDeep(text, LIMITS.depth) ? fail({code: 'too-deep'}) : ok(JSON.parse(text));
  } catch (reason) {
    // No connection, too slow, or no JSON: for a picture that does without, these are one.
    return fail({code: 'unreachable', detail: String(reason)});
  }
}
