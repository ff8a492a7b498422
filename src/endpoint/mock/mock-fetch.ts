/**
 * The built-in examples: `mock:NAME` behaves as an endpoint does, for trying a page before there is one.
 *
 * Nothing leaves the page, and what is signed up is forgotten with it.
 */
import {parse} from '../../protocol/parse.js';
import {SignupSchema, type Signup} from '../../protocol/signup.js';
import {Bookings, refuse, type Reply} from './bookings.js';
import {documentOf} from './content.js';
import {type MockState, STATES} from './states.js';

const books = new Map<string, Bookings>();

/** Answers a request to `mock:NAME…` as an endpoint in that state would. */
export async function mockFetch(address: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const path = String(address instanceof Request ? address.url : address).slice('mock:'.length);
  const [name = '', ...steps] = path.split(/[?#]/)[0]!.split('/');
  const state = STATES.get(name);
  if (!state)
    return respond(refuse(404, 'not-found', {detail: `The examples are ${[...STATES.keys()].join(' ')}.`}));
  await wait(state.delay ?? 0, init.signal);
  if (state.down) return respond(refuse(503, 'down', {retryAfter: 30}));
  return respond(answer(name, state, steps.map(decodeURIComponent), init));
}

function answer(name: string, state: MockState, steps: readonly string[], init: RequestInit): Reply {
  const method = init.method ?? 'GET';
  const book = bookOf(name, state);
  if (steps.length === 0 && method === 'GET') {
    return {status: 200, body: documentOf(name, book.gatherings(), Date.now())};
  }
  const [what, key = '', messages] = steps;
  if (what === 'gatherings' && messages === 'signups' && method === 'POST') {
    return withSignup(init.body, (signup) =>
      signup.gathering === key ? book.signUp(signup) : refuse(404, 'not-found'),
    );
  }
  if (what === 'signups' && method === 'GET') return book.look(key);
  if (what === 'signups' && method === 'POST')
    return new URLSearchParams(String(init.body)).get('do') === 'resend'
      ? book.resend(key)
      : refuse(400, 'unknown');
  if (what === 'signups' && method === 'DELETE') return book.giveUp(key);
  if (what === 'signups' && method === 'PUT')
    return withSignup(init.body, (signup) => book.change(key, signup));
  return refuse(404, 'not-found');
}

/** Checks a signup as strictly as an endpoint should, then acts on it. */
function withSignup(body: unknown, act: (signup: Signup) => Reply): Reply {
  const read = parse(SignupSchema, parseJson(body));
  if (read.ok) return act(read.value);
  return refuse(422, 'invalid', {
    errors: read.failure.map(({pointer, code}) => ({pointer: pointer || '/', detail: code})),
  });
}

function parseJson(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    // What is no JSON is refused like any other message that is not a signup.
    return undefined;
  }
}

function bookOf(name: string, state: MockState): Bookings {
  let book = books.get(name);
  if (!book) books.set(name, (book = new Bookings(name, state, Date.now)));
  return book;
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
