/** Reads documents: each once, however many widgets of the page ask, and never longer or larger than is good. */
import {fail, ok, type Result} from '../base/result.js';
import type {CtgDocument} from '../protocol/document.js';
import {LIMITS} from '../protocol/limits.js';
import type {LoadFailure} from '../protocol/outcome.js';
import {readDocument, type Dropped} from '../protocol/read.js';
import {isHtml, isTooDeep, readText} from './body.js';
import {reachFor} from './reach.js';
import type {EndpointSet} from './resolve.js';

/** A document that was read, and how. */
export interface Loaded {
  readonly document: CtgDocument;
  readonly dropped: readonly Dropped[];
  /** Where it came from in the end; relative addresses in it start here. */
  readonly url: string;
  /** When it was read, by the clock of the device, in milliseconds. */
  readonly at: number;
}

/** What came of a read. */
export type LoadResult = Result<Loaded, LoadFailure>;

/** How the client reaches the world; a test gives its own. */
export interface ClientOptions {
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
  /** How long a read may take with its body, in milliseconds. */
  readonly timeout?: number;
}

interface Read {
  readonly answer: Promise<LoadResult>;
  readonly abort: AbortController;
  /** How many still wait for it. At none it is given up. */
  waiting: number;
}

/** Reads documents. One per page: it is what makes a document be read once. */
export class Client {
  readonly #fetch: typeof fetch | undefined;
  readonly #now: () => number;
  readonly #timeout: number;
  /** The read in flight, or the last good one, by address. A failed one is forgotten, so that asking again asks. */
  readonly #reads = new Map<string, Read>();
  readonly #good = new Map<string, Read>();

  constructor({fetch: ask, now = Date.now, timeout = LIMITS.readMs}: ClientOptions = {}) {
    this.#fetch = ask;
    this.#timeout = timeout;
    this.#now = now;
  }

  /**
   * The document of a set. With `fresh` it is read again; an answer that comes in after a later one was asked for
   * is replaced by that later one. An aborted `signal` ends the read once nobody else waits for it.
   */
  async load(
    set: EndpointSet,
    {fresh, signal}: {fresh?: boolean; signal?: AbortSignal} = {},
  ): Promise<LoadResult> {
    const address = set.endpoint;
    if (!address) return fail({code: 'not-set-up'});
    if (set.format !== 'auto' && set.format !== 'ctg')
      return fail({code: 'not-set-up', detail: `format=${set.format}`});

    const known = this.#reads.get(address);
    const read = known && !fresh ? known : this.#start(address, !!fresh);
    read.waiting += 1;
    signal?.addEventListener('abort', () => this.#leave(address, read), {once: true});
    if (signal?.aborted) this.#leave(address, read);
    return read.answer;
  }

  #leave(address: string, read: Read): void {
    read.waiting -= 1;
    if (read.waiting > 0 || this.#good.get(address) === read) return;
    if (this.#reads.get(address) === read) this.#forget(address);
    read.abort.abort();
  }

  #start(address: string, fresh: boolean): Read {
    const abort = new AbortController();
    const answer = this.#ask(address, fresh, abort).then((result) => {
      const latest = this.#reads.get(address);
      if (latest && latest !== read) return latest.answer;
      if (latest === read && result.ok) this.#good.set(address, read);
      else if (latest === read) this.#forget(address);
      return result;
    });
    const read: Read = {answer, abort, waiting: 0};
    this.#reads.set(address, read);
    return read;
  }

  /** Back to the last good read, if there is one. */
  #forget(address: string): void {
    const good = this.#good.get(address);
    if (good) this.#reads.set(address, good);
    else this.#reads.delete(address);
  }

  async #ask(address: string, fresh: boolean, abort: AbortController): Promise<LoadResult> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Our own word for it: engines name a time-out differently, and a body that hangs ignores the abort in some.
    const timeout = new Promise<LoadResult>((resolve) => {
      timer = setTimeout(() => resolve(fail({code: 'timeout'})), this.#timeout);
    });
    const given = new Promise<LoadResult>((resolve) => {
      abort.signal.addEventListener('abort', () => resolve(fail({code: 'unreachable', detail: 'given up'})));
    });
    const result = await Promise.race([this.#read(address, fresh, abort.signal), timeout, given]);
    clearTimeout(timer);
    if (!result.ok) abort.abort();
    return result;
  }

  async #read(address: string, fresh: boolean, signal: AbortSignal): Promise<LoadResult> {
    let response: Response;
    let text: string | undefined;
    try {
      response = await (this.#fetch ?? (await reachFor(address)))(address, {
        credentials: 'omit',
        headers: {Accept: 'application/json'},
        cache: fresh ? 'no-cache' : 'default',
        signal,
      });
      if (!response.ok) return fail(refusalOf(response));
      const announced = Number(response.headers.get('Content-Length'));
      text = announced > LIMITS.readBytes ? undefined : await readText(response, LIMITS.readBytes);
    } catch (reason) {
      // No connection, a refused origin, a loop of redirects: all engines say the same of each, so we do too.
      return fail({code: 'unreachable', detail: String(reason)});
    }
    if (text === undefined) return fail({code: 'too-big'});
    return this.#understand(text, response, address);
  }

  #understand(text: string, response: Response, address: string): LoadResult {
    if (isHtml(text)) return fail({code: 'html'});
    if (isTooDeep(text, LIMITS.depth)) return fail({code: 'too-deep'});
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch (reason) {
      // Cut off or never JSON: the parser is the only one who can tell.
      return fail({code: 'not-json', detail: String(reason)});
    }
    const reading = readDocument(json);
    if (!reading.ok) return reading;
    return ok({...reading.value, url: response.url || address, at: this.#now()});
  }
}

function refusalOf({status}: Response): LoadFailure {
  const busy = status >= 500 || status === 408 || status === 425 || status === 429;
  return {code: busy ? 'server' : status === 404 || status === 410 ? 'not-found' : 'refused', status};
}
