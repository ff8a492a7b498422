/** Where an endpoint comes from: one whole set, from the nearest place that names one. */
import {fail, ok, type Result} from '../base/result.js';
import {fetchableUrl} from '../base/safe-url.js';
import type {LoadFailure} from '../protocol/outcome.js';

/** Everything that says how to talk to one endpoint. It travels as a whole, so that two places are never mixed. */
export interface EndpointSet {
  /** The absolute URL of the document. */
  readonly endpoint?: string;
  /** An absolute template of the URL to post to, with `{gathering}` and `{kind}`. */
  readonly action?: string;
  readonly format: string;
  readonly encoding: 'json';
  /** What counts as a yes: a receipt with our id, or the bare status. */
  readonly ack: 'receipt' | 'status';
  /** Whether a message may be sent on by a redirect. */
  readonly redirects: 'refuse' | 'follow';
  /** The only origins to talk to, where the page says so: links of the document are held to it too. */
  readonly allow?: readonly string[];
}

/** The attributes of one level, as the markup has them. */
export type EndpointAttributes = Partial<
  Record<'endpoint' | 'action' | 'format' | 'encoding' | 'ack' | 'redirects', string | null | undefined>
>;

/**
 * The set of the nearest of `levels` that has an `endpoint` or an `action`.
 *
 * @param base the URL of the page, for relative addresses
 * @param allow the only origins this page may talk to, if it says so: in a CMS anyone who may write a post can
 * place an element
 */
export function resolveSet(
  levels: readonly EndpointAttributes[],
  base: string,
  allow?: readonly string[],
): Result<EndpointSet, LoadFailure> {
  const level = levels.find((each) => each.endpoint || each.action);
  if (!level) return fail({code: 'not-set-up'});
  if ((level.encoding || 'json') !== 'json')
    return fail({code: 'not-set-up', detail: `encoding=${level.encoding}`});

  const addresses: {endpoint?: string; action?: string} = {};
  for (const name of ['endpoint', 'action'] as const) {
    const written = level[name];
    if (!written) continue;
    const checked = check(written, base, allow);
    if (!checked.ok) return checked;
    addresses[name] = checked.value;
  }
  return ok({
    ...addresses,
    format: level.format || 'auto',
    encoding: 'json',
    ack: level.ack === 'status' ? 'status' : 'receipt',
    redirects: level.redirects === 'follow' ? 'follow' : 'refuse',
    ...(allow && {allow}),
  });
}

function check(
  written: string,
  base: string,
  allow: readonly string[] | undefined,
): Result<string, LoadFailure> {
  const address = written.trim();
  const isMock = address.startsWith('mock:');
  const url = isMock ? undefined : fetchableUrl(address, base);
  if (!isMock && !url) return fail({code: 'bad-address', detail: address.slice(0, 200)});
  if (allow && !allow.includes(url ? url.origin : 'mock:')) {
    return fail({
      code: 'bad-address',
      detail: `not in data-allow: ${url ? url.origin : address.slice(0, 200)}`,
    });
  }
  if (!url) return ok(address);
  if (base.startsWith('https:') && url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return fail({code: 'mixed-content', detail: url.origin});
  }
  // The slots of a template must survive the URL parser.
  return ok(url.href.replace(/%7B(\w+)%7D/g, '{$1}'));
}

/** Browsers let a page on https talk to its own machine over http. */
function isLoopback(host: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(host);
}
