/** Asks once and keeps everything that can be seen of the answer, for a diagnosis. Widgets read through `client.ts`. */
import {LIMITS} from '../../protocol/limits.js';
import {readText} from '../body.js';
import type {Asked, Seen, Unanswered} from './observation.js';

/** How a question is asked. */
export interface AskOptions {
  readonly fetch?: typeof fetch;
  /** How long the answer may take with its body, in milliseconds. */
  readonly timeout?: number;
  /** The longest body that is read, in bytes. */
  readonly most?: number;
  /** What a rejected request means; a page cannot know. */
  readonly explain?: (reason: unknown) => Pick<Unanswered, 'why' | 'detail'>;
}

const LATE = {why: 'timeout', detail: 'time-out'} as const;
const hide = (reason: unknown) => ({why: 'hidden', detail: String(reason)}) as const;

/** Asks, and waits for the whole answer. It never rejects. */
export async function ask(url: string, init: RequestInit, options: AskOptions = {}): Promise<Asked> {
  const {timeout = LIMITS.readMs, most = LIMITS.readBytes, explain = hide} = options;
  const method = init.method ?? 'GET';
  const started = performance.now();
  const abort = new AbortController();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    abort.abort();
  }, timeout);
  const since = (): number => Math.round(performance.now() - started);
  const failed = (why: Pick<Unanswered, 'why' | 'detail'>): Unanswered => ({
    kind: 'unanswered',
    method,
    url,
    ms: since(),
    ...why,
  });
  try {
    const send = options.fetch ?? fetch.bind(globalThis);
    const response = await send(url, {credentials: 'omit', cache: 'no-store', ...init, signal: abort.signal});
    const body = await readBytes(response, most);
    // Our own word for it: engines name a time-out differently, and some end the body instead of failing.
    if (isLate) return failed(LATE);
    const text = await decoded(body.bytes, response.headers);
    const seen: Seen = {
      kind: 'seen',
      method,
      url,
      final: response.url || url,
      hops: [],
      status: response.status,
      headers: response.headers,
      bytes: body.bytes.length,
      ms: since(),
      text,
      utf8: isUtf8(body.bytes),
      ...(body.cut && {cut: body.cut}),
    };
    return seen;
  } catch (reason) {
    return failed(isLate ? LATE : explain(reason));
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}

async function readBytes(
  response: Response,
  most: number,
): Promise<{bytes: Uint8Array<ArrayBuffer>; cut?: 'too-big' | 'broken'}> {
  const parts: Uint8Array[] = [];
  let length = 0;
  let cut: 'too-big' | 'broken' | undefined;
  const reader = response.body?.getReader();
  try {
    for (;;) {
      const {done, value} = (await reader?.read()) ?? {done: true, value: undefined};
      if (done) break;
      length += value.length;
      if (length > most) {
        cut = 'too-big';
        // What is refused is not waited for either: a sender that never ends would hold us here.
        reader?.cancel().catch(() => undefined);
        break;
      }
      parts.push(value);
    }
  } catch {
    // The connection broke, or time ran out, which our caller knows by itself.
    cut = 'broken';
  }
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return cut ? {bytes, cut} : {bytes};
}

/** The text as a widget reads it: by the character set that the answer names. */
async function decoded(bytes: Uint8Array<ArrayBuffer>, headers: Headers): Promise<string> {
  const type = headers.get('Content-Type');
  const kept = new Response(bytes, {headers: type ? {'Content-Type': type} : {}});
  return (await readText(kept, bytes.length)) ?? '';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes);
    return true;
  } catch {
    // Another character set, named or not.
    return false;
  }
}
