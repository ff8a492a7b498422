/**
 * The built-in examples: `mock:NAME` behaves as an endpoint does, for trying a page before there is one.
 *
 * Nothing leaves the page, and what is signed up or pledged is forgotten with it.
 */
import {parse} from '../../protocol/parse.js';
import {PledgeSchema} from '../../protocol/pledge.js';
import {SignupSchema} from '../../protocol/signup.js';
import type {z} from '../../protocol/zod.js';
import {Bookings, refuse, type Reply} from './bookings.js';
import {documentOf} from './content.js';
import {Pledges} from './pledges.js';
import {type MockState, STATES} from './states.js';

/** What one example remembers. */
interface Memory {
  readonly book: Bookings;
  readonly pledges: Pledges;
}

const memories = new Map<string, Memory>();

/** Answers a request to `mock:NAME…` as an endpoint in that state would. */
export async function mockFetch(address: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const path = String(address instanceof Request ? address.url : address).slice('mock:'.length);
  const [steady = '', query] = path.split('#')[0]!.split('?');
  const [name = '', ...steps] = steady.split('/');
  const state = STATES.get(name);
  if (!state)
    return respond(refuse(404, 'not-found', {detail: `The examples are ${[...STATES.keys()].join(' ')}.`}));
  await wait(state.delay ?? 0, init.signal);
  if (state.down) return respond(refuse(503, 'down', {retryAfter: 30}));
  const {book, pledges} = memoryOf(name, state);
  const said = steps.map(decodeURIComponent);
  if (said[0] === 'pledges')
    return respond(answerPledge(pledges, said.slice(1), new URLSearchParams(query), init));
  if (said.length > 0) return respond(answerSignup(book, said, init));
  const {links = [], ...read} = documentOf(name, book.gatherings(), Date.now());
  const body = {...read, pledge: pledges.section(), links: [...links, ...pledges.links()]};
  return respond((init.method ?? 'GET') === 'GET' ? {status: 200, body} : refuse(404, 'not-found'));
}

function answerSignup(book: Bookings, steps: readonly string[], {method, body}: RequestInit): Reply {
  const [what, key = '', messages] = steps;
  if (what === 'gatherings' && messages === 'signups' && method === 'POST') {
    return withMessage(SignupSchema, body, (signup) =>
      signup.gathering === key ? book.signUp(signup) : refuse(404, 'not-found'),
    );
  }
  if (what !== 'signups') return refuse(404, 'not-found');
  switch (method ?? 'GET') {
    case 'GET':
      return book.look(key);
    case 'POST':
      return new URLSearchParams(String(body)).get('do') === 'resend'
        ? book.resend(key)
        : refuse(400, 'unknown');
    case 'DELETE':
      return book.giveUp(key);
    case 'PUT':
      return withMessage(SignupSchema, body, (signup) => book.change(key, signup));
    default:
      return refuse(404, 'not-found');
  }
}

function answerPledge(
  pledges: Pledges,
  [key, about]: readonly string[],
  query: URLSearchParams,
  {method = 'GET', body}: RequestInit,
): Reply {
  if (about === 'badge' && method === 'GET') return pledges.proof(key ?? '');
  switch (`${method} ${key ? 'one' : 'all'}`) {
    case 'GET all':
      return pledges.page(query);
    case 'POST all':
      return withMessage(PledgeSchema, body, (pledge) => pledges.take(pledge));
    case 'GET one':
      return pledges.look(key!);
    case 'PUT one':
      return withMessage(PledgeSchema, body, (pledge) => pledges.change(key!, pledge));
    case 'DELETE one':
      return pledges.takeBack(key!);
    default:
      return refuse(404, 'not-found');
  }
}

/** Checks a message as strictly as an endpoint should, then acts on it. */
function withMessage<Schema extends z.ZodMiniType>(
  schema: Schema,
  body: unknown,
  act: (message: z.output<Schema>) => Reply,
): Reply {
  const read = parse(schema, parseJson(body));
  if (read.ok) return act(read.value);
  return refuse(422, 'invalid', {
    errors: read.failure.map(({pointer, code}) => ({pointer: pointer || '/', detail: code})),
  });
}

function parseJson(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    // What is no JSON is refused like any other message that is not what it should be.
    return undefined;
  }
}

function memoryOf(name: string, state: MockState): Memory {
  let memory = memories.get(name);
  if (!memory) {
    memory = {book: new Bookings(name, state, Date.now), pledges: new Pledges(name, state, Date.now())};
    memories.set(name, memory);
  }
  return memory;
}

function respond({status, body}: Reply): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return new Response(JSON.stringify(body), {status, headers: {'Content-Type': type}});
}

/** Waits as a slow endpoint does, and stops when nobody waits for it any more. */
async function wait(delay: number, signal: AbortSignal | null | undefined): Promise<void> {
  if (delay === 0) return;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, delay);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('Nobody waits any more.', 'AbortError'));
    });
  });
}
