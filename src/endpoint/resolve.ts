/** Where an endpoint comes from: one whole set, from the nearest place that names one. */
import {fail, ok, type Result} from '../base/result.js';
import {isLoopback} from '../base/loopback.js';
import {fetchableUrl} from '../base/safe-url.js';
import type {LoadFailure} from '../protocol/outcome.js';

/** Everything that says how to talk to one endpoint. It travels as a whole, so that two places are never mixed. */
export interface EndpointSet {
  /** The absolute URL of the document. */
  readonly endpoint?: string;
  /** An absolute template of the URL to post to, with `{gathering}` and `{kind}`. */
  readonly action?: string;
  readonly format: string;
  /** How a message is written, where the link does not say. */
  readonly encoding: Encoding;
  /** What counts as a yes: a receipt with our id, or the bare status. */
  readonly ack: 'receipt' | 'status';
  /** Whether a message may be sent on by a redirect. */
  readonly redirects: 'refuse' | 'follow';
  /** How to read and write what is no document of ours, as JSON or its text. Looked into only by the part that maps. */
  readonly mapping?: string | object;
  /** What the endpoint can't say and the site does: questions, consents, privacy. JSON, or its text. */
  readonly defaults?: string | object;
  /** More headers for every request. JSON, or its text. */
  readonly headers?: string | object;
  /** The only origins to talk to, where the page says so: links of the document are held to it too. */
  readonly allow?: readonly string[];
}

/** How a message can be written. */
export type Encoding = 'json' | 'form' | 'multipart';

type Word = 'endpoint' | 'action' | 'format' | 'encoding' | 'ack' | 'redirects';
type Thing = 'mapping' | 'defaults' | 'headers';

/** What makes up a set: the attributes of an element, and the `data-*` of a script tag. */
export const SET_NAMES = 'endpoint action format encoding ack redirects mapping defaults headers'.split(
  ' ',
) as ReadonlyArray<Word | Thing>;

/** Those that a script may also give as objects. */
const THINGS = SET_NAMES.slice(6) as readonly Thing[];

/** The attributes of one level, as the markup has them; the rich ones may be given as objects by a script. */
export type EndpointAttributes = Partial<
  Record<Word, string | null | undefined> & Record<Thing, string | object | null | undefined>
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
  const encoding = level.encoding || 'json';
  if (!/^(json|form|multipart)$/.test(encoding))
    return fail({code: 'not-set-up', detail: `encoding=${encoding}`});

  const given: {-readonly [Name in keyof EndpointSet]?: EndpointSet[Name]} = {};
  for (const name of ['endpoint', 'action'] as const) {
    const written = level[name];
    if (!written) continue;
    const checked = check(written, base, allow);
    if (!checked.ok) return checked;
    given[name] = checked.value;
  }
  for (const name of THINGS) if (level[name]) given[name] = level[name];
  return ok({
    ...given,
    format: level.format || 'auto',
    encoding: encoding as Encoding,
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
  // Browsers let a page on https talk to its own machine over http.
  if (base.startsWith('https:') && url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return fail({code: 'mixed-content', detail: url.origin});
  }
  // The slots of a template must survive the URL parser.
  return ok(url.href.replace(/%7B(\w+)%7D/g, '{$1}'));
}
