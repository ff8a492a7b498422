/** What browsers ask of an answer before a page may read it (Fetch, "CORS check" and "CORS-preflight fetch"). */
import type {Asked, Preflight, Seen} from './observation.js';

/** Whether a page of `origin` may read an answer that says `allowOrigin`. */
export function mayRead(allowOrigin: string | null, origin: string): boolean {
  return allowOrigin === '*' || allowOrigin === origin;
}

/** Where the way to an answer is closed to pages of `origin`; `undefined` where it is open. */
export function closedAt(
  seen: Seen,
  origin: string,
): {readonly url: string; readonly says: string | null; readonly isHop: boolean} | undefined {
  let asks = origin;
  let isForeign = false;
  for (const [index, {url, allowOrigin}] of seen.hops.entries()) {
    isForeign ||= new URL(url).origin !== origin;
    if (isForeign && !mayRead(allowOrigin, asks)) return {url, says: allowOrigin, isHop: true};
    const next = seen.hops[index + 1]?.url ?? seen.final;
    // Sent on from one foreign origin to another, a request no longer says where it comes from.
    if (isForeign && new URL(next).origin !== new URL(url).origin) asks = 'null';
  }
  const says = seen.headers.get('Access-Control-Allow-Origin');
  isForeign ||= new URL(seen.final).origin !== origin;
  return !isForeign || mayRead(says, asks) ? undefined : {url: seen.final, says, isHop: false};
}

/** Whether a header of an answer is shown to pages. */
export function isExposed(headers: Headers, name: string): boolean {
  const exposed = (headers.get('Access-Control-Expose-Headers') ?? '').toLowerCase().split(/\s*,\s*/);
  return exposed.includes('*') || exposed.includes(name.toLowerCase());
}

/** Methods for which no leave is needed, whatever an endpoint lists. */
const FREE = new Set(['GET', 'HEAD', 'POST']);

/** Why a browser would not send what it asked leave for; `undefined` where it would. */
export function refusalOf({answer, method, headers}: Preflight, origin: string): string | undefined {
  if (answer === 'passes') return undefined;
  if (answer === 'refused') return 'the browser was refused, and hides why';
  if (answer.kind === 'unanswered') return `OPTIONS is not answered (${answer.why})`;
  if (answer.status < 200 || answer.status > 299) return `OPTIONS is answered with ${answer.status}`;
  const says = answer.headers.get('Access-Control-Allow-Origin');
  if (!mayRead(says, origin))
    return `OPTIONS is answered with ${says === null ? 'no Access-Control-Allow-Origin' : `Access-Control-Allow-Origin: ${says}`}`;
  const methods = listOf(answer, 'Access-Control-Allow-Methods');
  if (!FREE.has(method) && !methods.includes(method.toLowerCase()) && !methods.includes('*'))
    return `Access-Control-Allow-Methods does not name ${method}`;
  const allowed = listOf(answer, 'Access-Control-Allow-Headers');
  const missing = headers.filter((name) => !allowed.includes(name) && !allowed.includes('*'));
  return missing.length > 0 ? `Access-Control-Allow-Headers does not name ${missing.join(', ')}` : undefined;
}

function listOf(answer: Asked & {kind: 'seen'}, name: string): readonly string[] {
  return (answer.headers.get(name) ?? '').toLowerCase().split(/\s*,\s*/);
}
