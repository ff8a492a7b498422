/** Reads documents: each once, however many widgets of the page ask, and never longer or larger than is good. */
import {fail, ok} from '../base/result.js';
import {LIMITS} from '../protocol/limits.js';
import type {LoadFailure} from '../protocol/outcome.js';
import {readDocument, SECTIONS} from '../protocol/read.js';
import {isTooDeep, readText} from './body.js';
import type {Refused} from './foreign.js';
import type {LoadResult, RawResult} from './loaded.js';
import {reachFor} from './reach.js';
import type {EndpointSet} from './resolve.js';

export type {Loaded, LoadResult} from './loaded.js';

/** A longer document, in UTF-16 code units, is read in steps between which the page has its turn. */
const LONG = 200_000;

/** How the client reaches the world; a test gives its own. */
export interface ClientOptions {
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
  /** How long a read may take with its body, in milliseconds. */
  readonly timeout?: number;
}

/** What one read may take, its later pages included, and where it may be led. */
export interface Most {
  readonly bytes: number;
  readonly milliseconds: number;
  /** Whether an address that a redirect led to may be read. */
  readonly mayRead: (url: string) => boolean;
}

/** One read on its way, with as many requests as it has pages. */
interface Trip {
  /** Whether what the browser has kept does not count; of the first page alone. */
  fresh: boolean;
  readonly abort: AbortController;
  readonly most: Most | undefined;
  /** When it started, by the clock that nobody sets. */
  readonly started: number;
  /** How many bytes have come so far. */
  bytes: number;
}

interface Read {
  readonly answer: Promise<LoadResult>;
  readonly abort: AbortController;
  /** The last good one before it, to go back to. */
  readonly before: Read | undefined;
  isGood: boolean;
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

  constructor({fetch: ask, now = Date.now, timeout = LIMITS.readMs}: ClientOptions = {}) {
    this.#fetch = ask;
    this.#timeout = timeout;
    this.#now = now;
  }

  /**
   * The document of a set. With `fresh` it is read again; an answer that comes in after a later one was asked for
   * is replaced by that later one. An aborted `signal` ends the read once nobody else waits for it. With `most` it
   * is given up at what that says, and the answer says how many bytes it took; those that share it share its limits.
   */
  async load(
    set: EndpointSet,
    {fresh, signal, most}: {fresh?: boolean; signal?: AbortSignal; most?: Most} = {},
  ): Promise<LoadResult> {
    const {endpoint, format, mapping, defaults, headers} = set;
    if (!endpoint) return fail({code: 'not-set-up'});
    // A widget that comes later brings a section along that was not read before.
    // What is given up early for one that has little time is no answer for one that has more.
    const key = JSON.stringify([endpoint, format, mapping, defaults, headers, Object.keys(SECTIONS), !!most]);
    const known = this.#reads.get(key);
    const read = known && !fresh ? known : this.#start(key, set, !!fresh, most);
    read.waiting += 1;
    signal?.addEventListener('abort', () => this.#leave(key, read), {once: true});
    if (signal?.aborted) this.#leave(key, read);
    return read.answer;
  }

  #leave(key: string, read: Read): void {
    read.waiting -= 1;
    if (read.waiting > 0 || read.isGood) return;
    this.#forget(key, read);
    read.abort.abort();
  }

  #start(key: string, set: EndpointSet, fresh: boolean, most: Most | undefined): Read {
    const abort = new AbortController();
    const trip: Trip = {fresh, abort, most, started: performance.now(), bytes: 0};
    const answer = this.#understand(set, trip).then((read) => {
      const result = most ? counted(read, trip.bytes) : read;
      const latest = this.#reads.get(key);
      if (latest && latest !== reading) return latest.answer;
      if (result.ok) reading.isGood = true;
      else this.#forget(key, reading);
      return result;
    });
    const last = this.#reads.get(key);
    const before = last?.isGood ? last : last?.before;
    const reading: Read = {answer, abort, before, isGood: false, waiting: 0};
    this.#reads.set(key, reading);
    return reading;
  }

  /** Back from `read`, if it is the latest, to the last good one, if there is one. */
  #forget(key: string, read: Read): void {
    if (this.#reads.get(key) !== read) return;
    if (read.before) this.#reads.set(key, read.before);
    else this.#reads.delete(key);
  }

  async #ask(set: EndpointSet, address: string, trip: Trip): Promise<RawResult> {
    const {abort, most, started} = trip;
    const timeout = most ? most.milliseconds - (performance.now() - started) : this.#timeout;
    let timer: unknown;
    const stopped = new Promise<RawResult>((resolve) => {
      // Our own word for it: engines name a time-out differently, and a body that hangs ignores the abort in some.
      timer = setTimeout(() => resolve(fail({code: 'timeout'})), timeout);
      abort.signal.onabort = () => resolve(fail({code: 'unreachable', detail: 'given up'}));
    });
    const result = await Promise.race([this.#read(set, address, trip), stopped]);
    clearTimeout(timer as number);
    if (!result.ok) abort.abort();
    return result;
  }

  async #read({headers, allow}: EndpointSet, address: string, trip: Trip): Promise<RawResult> {
    const {most, fresh} = trip;
    const ceiling = most ? most.bytes - trip.bytes : LIMITS.readBytes;
    let response: Response;
    let text: string | undefined;
    try {
      response = await (this.#fetch ?? (await reachFor(address)))(address, {
        credentials: 'omit',
        headers: {
          Accept: 'application/json, */*;q=0.5',
          ...(headers && (await import('./foreign.js')).headersOf(headers)),
        },
        cache: fresh ? 'no-cache' : 'default',
        signal: trip.abort.signal,
      });
      if (!response.ok) return fail(refusalOf(response));
      const {url} = response;
      // A redirect may lead to where the page does not want to be taken: nothing of it is read.
      if (url && (allow?.includes(new URL(url).origin) === false || most?.mayRead(url) === false))
        return fail({code: 'bad-address', detail: url});
      const announced = Number(response.headers.get('Content-Length'));
      const count = (bytes: number): void => void (trip.bytes += bytes);
      text = announced > ceiling ? undefined : await readText(response, ceiling, count);
    } catch (reason) {
      // No connection, a refused origin, a loop of redirects: all engines say the same of each, so we do too.
      return fail((reason as Partial<Refused>).failure ?? {code: 'unreachable', detail: String(reason)});
    }
    if (text === undefined) return fail({code: 'too-big'});
    return ok({text, json: parse(text), headers: response.headers, url: response.url || address});
  }

  async #understand(set: EndpointSet, trip: Trip): Promise<LoadResult> {
    const result = await this.#ask(set, set.endpoint!, trip);
    trip.fresh = false;
    if (!result.ok) return result;
    const {text, json, url} = result.value;
    const plain = !set.mapping && !set.defaults && /auto|ctg/.test(set.format);
    if (plain && (json as {ctg?: unknown} | undefined)?.ctg !== undefined) {
      await turn(text);
      if (isTooDeep(text, LIMITS.depth)) return fail({code: 'too-deep'});
      await turn(text);
      const reading = readDocument(json);
      await turn(text);
      if (!reading.ok) return reading;
      if (!reading.value.document.links?.some(({rel}) => rel === 'next'))
        return ok({...reading.value, format: 'ctg', url, at: this.#now()});
    }
    try {
      const {readForeign} = await import('./foreign.js');
      return await readForeign(result.value, set, this.#now(), (address, set) =>
        this.#ask(set, address, trip),
      );
    } catch (reason) {
      // The part that reads what is foreign could not be fetched: no connection just now.
      return fail({code: 'unreachable', detail: String(reason)});
    }
  }
}

/** What came of a read, with how many bytes it took. */
const counted = (result: LoadResult, bytes: number): LoadResult =>
  result.ok ? ok({...result.value, bytes}) : fail({...result.failure, bytes});

/** The end of one task and the start of the next, after a step that may have taken long. */
async function turn({length}: string): Promise<void> {
  if (length > LONG) await new Promise((resolve) => setTimeout(resolve));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A table, or cut off, or never JSON: what it is instead is found out by the part that reads what is foreign.
    return undefined;
  }
}

function refusalOf({status}: Response): LoadFailure {
  const busy = status >= 500 || status === 408 || status === 425 || status === 429;
  return {code: busy ? 'server' : status === 404 || status === 410 ? 'not-found' : 'refused', status};
}
