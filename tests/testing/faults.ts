// Everything a network does to a message, on purpose: a proxy in front of an endpoint that breaks a share of the
// posts in ten ways. Alone: `tsx tests/testing/faults.ts http://localhost:8001 [share] [seed] [port]`.
import {createServer, request} from 'node:http';
import type {IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {pathToFileURL} from 'node:url';

/** The ten ways to break a post. `after` means: the endpoint has taken the message, the visitor does not hear of it. */
export const FAULTS = [
  'drop-before',
  'drop-after',
  'error-before',
  'error-after',
  'unavailable',
  'slow-down',
  'hang',
  'truncate',
  'html',
  'slow',
] as const;
export type Fault = (typeof FAULTS)[number];

/** How to start the proxy. */
export interface FaultOptions {
  /** Origin of the endpoint behind it, `http://localhost:8001`. */
  readonly target: string;
  /** The same seed breaks the same attempts in the same order. */
  readonly seed?: number;
  /** Share of posts that are broken, from 0 to 1. */
  readonly share?: number;
  /** Kinds to choose from; all ten when left out. */
  readonly kinds?: readonly Fault[];
  readonly port?: number;
  /** How long a slow answer takes at most, in milliseconds. */
  readonly slowest?: number;
}

/** What happened so far; also what `GET /__faults` answers. */
export interface FaultStatistics {
  readonly posts: number;
  readonly kinds: Readonly<Record<Fault | 'none', number>>;
  /** How often each id was posted, browsers' own repetitions included. */
  readonly attempts: Readonly<Record<string, number>>;
  /** How often each id was taken by the endpoint with a good status: an endpoint that ignores ids doubles these. */
  readonly taken: Readonly<Record<string, number>>;
}

/** A proxy that runs. */
export interface Faults {
  readonly origin: string;
  statistics(): FaultStatistics;
  /** From now on `share` of the posts are broken. */
  break(share: number): void;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What lets a page on another origin read an answer of ours: no less than the endpoint itself allows. */
const OPEN = {'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Retry-After, ETag, Date'};
/** Headers that belong to one connection or to a body's form on the wire, and are not passed on. */
const HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding']);
/**
 * When a connection that hangs is cut, in milliseconds; servers and proxies take a minute. It must end: Firefox does not
 * give up the requests of a process that was killed, and six of them are all the connections it has to one server.
 */
const HANGS = 20_000;
/** Seconds that a 429 of ours asks for. */
const RETRY_AFTER = 1;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Starts the proxy; resolves once it listens. */
export async function startFaults(options: FaultOptions): Promise<Faults> {
  const {target, seed = 1, kinds = FAULTS, port = 0, slowest = 800} = options;
  let {share = 0.3} = options;
  const random = seeded(seed);
  let origin = '';
  let posts = 0;
  const counts = Object.fromEntries([...FAULTS, 'none'].map((kind) => [kind, 0])) as Record<
    Fault | 'none',
    number
  >;
  const attempts = new Map<string, number>();
  const taken = new Map<string, number>();
  const statistics = (): FaultStatistics => ({
    posts,
    kinds: {...counts},
    attempts: Object.fromEntries(attempts),
    taken: Object.fromEntries(taken),
  });

  const forward = async (incoming: IncomingMessage, body: Buffer): Promise<Answer> => {
    const answer = await ask(new URL(incoming.url ?? '/', target), incoming, body);
    const good = answer.status >= 200 && answer.status < 300;
    if (incoming.method === 'POST' && good) count(taken, idOf(body));
    const json = /[/+]json/.test(answer.headers['content-type'] ?? '');
    // Links in a document must lead back here, or the posts would go round the faults.
    return json ? {...answer, body: Buffer.from(answer.body.toString().replaceAll(target, origin))} : answer;
  };

  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    if (incoming.url === '/__faults') return reply(outgoing, 200, statistics());
    const body = await read(incoming);
    if (incoming.method !== 'POST') return pass(outgoing, await forward(incoming, body));
    posts++;
    count(attempts, idOf(body));
    // Drawn for every post, so that one more post does not change what becomes of all that follow.
    const [broken, which, coin] = [random() < share, random(), random()];
    const fault = broken ? kinds[Math.floor(which * kinds.length)]! : 'none';
    counts[fault]++;
    await inject(fault, coin, () => forward(incoming, body), outgoing, slowest);
  };

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => {
      // The endpoint behind is down: the same to a visitor as a connection that breaks.
      outgoing.destroy();
    });
  });
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  );
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    statistics,
    break: (next) => void (share = next),
    close: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

/** Does `fault` to one post. `coin`, from 0 to 1, decides what a fault leaves open. */
async function inject(
  fault: Fault | 'none',
  coin: number,
  forward: () => Promise<Answer>,
  outgoing: ServerResponse,
  slowest: number,
): Promise<void> {
  switch (fault) {
    case 'none':
      return pass(outgoing, await forward());
    case 'drop-before':
      return void outgoing.destroy();
    case 'drop-after':
      await forward();
      return void outgoing.destroy();
    case 'error-before':
      return reply(outgoing, 500, {code: 'server', status: 500});
    case 'error-after':
      await forward();
      return reply(outgoing, 500, {code: 'server', status: 500});
    case 'unavailable':
      return reply(outgoing, 503, {code: 'server', status: 503});
    case 'slow-down': {
      const problem = {code: 'slow-down', status: 429, retryAfter: RETRY_AFTER};
      return reply(outgoing, 429, problem, {'Retry-After': String(RETRY_AFTER)});
    }
    case 'hang':
      // Half of those that hang have done their work.
      if (coin < 0.5) await forward();
      setTimeout(() => outgoing.destroy(), HANGS).unref();
      return;
    case 'truncate': {
      const answer = await forward();
      outgoing.writeHead(answer.status, {...passed(answer.headers), 'Content-Length': answer.body.length});
      outgoing.write(answer.body.subarray(0, answer.body.length / 2), () => outgoing.destroy());
      return;
    }
    case 'html':
      outgoing.writeHead(200, {...OPEN, 'Content-Type': 'text/html'});
      return void outgoing.end('<!doctype html><title>Welcome to our Wi-Fi</title><h1>Please log in</h1>');
    case 'slow': {
      const answer = await forward();
      return void setTimeout(() => pass(outgoing, answer), coin * slowest);
    }
  }
}

function ask(url: URL, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {...passed(incoming.headers), host: url.host, 'accept-encoding': 'identity'};
    const asked = request(url, {
      method: incoming.method ?? 'GET',
      headers: {...headers, 'content-length': body.length},
    });
    asked.on('error', reject).on('response', (response) => {
      read(response).then((got) => {
        resolve({status: response.statusCode ?? 502, headers: response.headers, body: got});
      }, reject);
    });
    asked.end(body);
  });
}

async function read(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const passed = (headers: IncomingHttpHeaders): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP.has(name)));

function pass(outgoing: ServerResponse, {status, headers, body}: Answer): void {
  const bodiless = status === 204 || status === 304;
  outgoing.writeHead(status, {...passed(headers), ...(!bodiless && {'Content-Length': body.length})});
  outgoing.end(bodiless ? undefined : body);
}

function reply(
  outgoing: ServerResponse,
  status: number,
  json: object,
  headers: OutgoingHttpHeaders = {},
): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  outgoing.writeHead(status, {...OPEN, 'Content-Type': type, ...headers});
  outgoing.end(JSON.stringify(json));
}

const count = (counts: Map<string, number>, id: string): void =>
  void counts.set(id, (counts.get(id) ?? 0) + 1);

function idOf(body: Buffer): string {
  try {
    const {id} = JSON.parse(body.toString()) as {id?: unknown};
    return typeof id === 'string' ? id : '';
  } catch {
    // A form, or a message that was cut: counted under no id.
    return '';
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [target = 'http://localhost:8001', share = '0.3', seed = '1', port = '8002'] = process.argv.slice(2);
  const {origin} = await startFaults({target, share: Number(share), seed: Number(seed), port: Number(port)});
  console.log(
    `${origin} passes on to ${target} and breaks ${Number(share) * 100} % of the posts; see ${origin}/__faults`,
  );
}
