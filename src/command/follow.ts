/** Asks over the network as Node sees it: each redirect on its own, and why there was no answer. */
import {ask, type AskOptions} from '../endpoint/diagnosis/ask.js';
import type {Asked, Hop, Unanswered} from '../endpoint/diagnosis/observation.js';

/** Redirects that browsers follow before they give up (Fetch, 4.4). */
const MOST_HOPS = 20;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

const DNS = new Set(['ENOTFOUND', 'EAI_AGAIN']);
const DOWN = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT']);

/** Node tells in `cause` what browsers hide. */
function explain(reason: unknown): Pick<Unanswered, 'why' | 'detail'> {
  const cause = (reason as {cause?: {code?: string; message?: string}}).cause ?? {};
  const {code = '', message = String(reason)} = cause;
  const detail = code || message;
  if (DNS.has(code)) return {why: 'dns', detail};
  if (DOWN.has(code)) return {why: 'down', detail};
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_/.test(code)) return {why: 'tls', detail};
  return {why: 'broken', detail};
}

/** Asks once, without following. */
export function askOnce(url: string, init: RequestInit, options: AskOptions = {}): Promise<Asked> {
  return ask(url, {...init, redirect: 'manual'}, {...options, explain});
}

/** Reads, following redirects as a browser does; each of them is kept, since a page has to be let through at each. */
export async function follow(
  url: string,
  headers: Record<string, string>,
  options: AskOptions = {},
): Promise<Asked> {
  const hops: Hop[] = [];
  let at = url;
  let ms = 0;
  for (;;) {
    const asked = await askOnce(at, {headers}, options);
    ms += asked.ms;
    if (asked.kind === 'unanswered') return {...asked, ms};
    const to = REDIRECTS.has(asked.status) ? asked.headers.get('Location') : null;
    if (to === null || !URL.canParse(to, at)) return {...asked, url, hops, ms};
    hops.push({url: at, status: asked.status, allowOrigin: asked.headers.get('Access-Control-Allow-Origin')});
    const next = new URL(to, at).href;
    if (hops.length > MOST_HOPS || hops.some((hop) => hop.url === next))
      return {kind: 'unanswered', method: 'GET', url, ms, why: 'loop', detail: `${at} leads to ${next}`};
    at = next;
  }
}
