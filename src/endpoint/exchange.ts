/** One request and its answer, sorted into what it means. Shared by what sends and what looks at a signup again. */
import {LIMITS} from '../protocol/limits.js';
import type {Outcome} from '../protocol/outcome.js';
import {readProblem} from '../protocol/read-answers.js';
import {isHtml, isTooDeep, readText} from './body.js';
import {reachFor} from './reach.js';
import {retryAfter} from './retry-after.js';

/** How an exchange reaches the world; a test gives its own. */
export interface ExchangeOptions {
  readonly fetch?: typeof fetch;
  /** How long the answer may take with its body, in milliseconds. */
  readonly timeout?: number;
  /** Ends the exchange when the page goes away. */
  readonly signal?: AbortSignal;
  readonly now?: () => number;
  /** The only origins that an answer may come from, where the page says so. */
  readonly allow?: readonly string[] | undefined;
}

/** A good status, and what came with it. */
export interface Answer {
  readonly kind: 'answer';
  /** What the body was: JSON, something else, nothing at all, or cut off on the way. */
  readonly body: 'json' | 'foreign' | 'empty' | 'cut-off';
  readonly json: unknown;
  readonly redirected: boolean;
  /** Where the answer came from in the end; empty for the built-in examples. */
  readonly url: string;
}

/** What an exchange comes to before anyone has looked for a receipt. */
export type Exchanged = Answer | Exclude<Outcome, {kind: 'confirmed'}>;

/** Statuses that ask for another attempt; those of 500 and above do too. */
const AGAIN = new Set([408, 425, 429]);

/** Asks once and sorts the answer. It never rejects. */
export async function exchange(
  href: string,
  init: RequestInit,
  options: ExchangeOptions = {},
): Promise<Exchanged> {
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<Exchanged>((resolve) => {
    timer = setTimeout(() => resolve({kind: 'retry', code: 'timeout'}), options.timeout ?? LIMITS.writeMs);
  });
  const gone = new Promise<Exchanged>((resolve) => {
    const leave = (): void => resolve({kind: 'retry', code: 'unreachable'});
    if (options.signal?.aborted) leave();
    options.signal?.addEventListener('abort', leave, {signal: abort.signal});
  });
  const result = await Promise.race([ask(href, {...init, signal: abort.signal}, options), timeout, gone]);
  clearTimeout(timer);
  abort.abort();
  return result;
}

async function ask(href: string, init: RequestInit, options: ExchangeOptions): Promise<Exchanged> {
  let response: Response;
  try {
    response = await (options.fetch ?? (await reachFor(href)))(href, {
      credentials: 'omit',
      cache: 'no-store',
      ...init,
    });
  } catch {
    // Offline, a refused origin, a blocked request: no engine tells these apart.
    return {kind: 'retry', code: 'unreachable'};
  }
  const {status, type} = response;
  if (type === 'opaqueredirect' || type === 'opaque' || (status >= 300 && status < 400)) {
    return {kind: 'unknown', code: 'redirect'};
  }
  let text: string | undefined;
  let isWhole = true;
  try {
    text = await readText(response, LIMITS.writeBytes);
  } catch {
    // Cut off on the way: the status still tells what it told.
    isWhole = false;
  }
  const json = text === undefined ? undefined : parse(text);
  if (!response.ok) return refusal(response, json, (options.now ?? Date.now)());
  return {
    kind: 'answer',
    body: isWhole ? bodyOf(text, json) : 'cut-off',
    json,
    redirected: response.redirected,
    url: response.url,
  };
}

function refusal(response: Response, json: unknown, now: number): Exchanged {
  const {status, headers} = response;
  const problem = {...readProblem(json), status};
  const body =
    typeof json === 'object' && json !== null && 'retryAfter' in json ? json.retryAfter : undefined;
  const after = retryAfter({header: headers.get('Retry-After'), body, date: headers.get('Date')}, now);
  const wait = {...(after !== undefined && {after}), status};
  if (status === 429) return {kind: 'retry', code: 'slow-down', ...wait};
  if (status === 409 && problem.code === 'in-progress') return {kind: 'retry', code: 'in-progress', ...wait};
  if (status >= 500 || AGAIN.has(status)) return {kind: 'retry', code: 'server', ...wait};
  return {kind: 'refused', status, problem};
}

/** One engine calls a body whole whose connection broke: what starts as JSON and is none was cut off. */
function bodyOf(text: string | undefined, json: unknown): Answer['body'] {
  if (json !== undefined) return 'json';
  if (text === undefined || isTooDeep(text, LIMITS.depth)) return 'foreign';
  if (!text.trim()) return 'empty';
  return !isHtml(text) && /^\s*[[{]/.test(text) ? 'cut-off' : 'foreign';
}

function parse(text: string): unknown {
  if (isTooDeep(text, LIMITS.depth)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Empty, cut off, or a page: without a whole answer there is no proof.
    return undefined;
  }
}
