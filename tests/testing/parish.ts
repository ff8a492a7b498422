import type {Gathering} from '../../src/protocol/gathering.js';
import type {Receipt} from '../../src/protocol/receipt.js';
import type {Signup} from '../../src/protocol/signup.js';

const DAY = 86_400_000;
let parishes = 0;

/** How a parish differs from the usual one. */
export interface ParishOptions {
  readonly gatherings?: readonly object[];
  readonly publisher?: object;
  readonly links?: readonly object[];
}

/** A time of day, `days` from today, as a publisher writes it. */
export function inDays(days: number, time = '18:00'): string {
  return `${new Date(Date.now() + days * DAY).toISOString().slice(0, 10)}T${time}:00Z`;
}

/** A gathering as a host would announce it, next week; whatever matters to a test is given by it. */
export function gathering(more: Partial<Record<keyof Gathering, unknown>> = {}): object {
  return {
    id: 'supper',
    name: 'Supper for neighbours',
    start: inDays(7, '18:00'),
    end: inDays(7, '19:30'),
    timeZone: 'UTC',
    capacity: 20,
    taken: 12,
    place: {name: 'Parish hall', address: '412 Willow Street'},
    host: {name: 'Ruth Alvarez'},
    ...more,
  };
}

/** A refusal as an endpoint words it (RFC 9457). */
export function refusal(status: number, code: string, more: object = {}): Response {
  return json({type: 'about:blank', title: code, status, code, ...more}, status);
}

/** Any JSON as an answer. */
export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {status, headers: {'Content-Type': 'application/json'}});
}

/**
 * An endpoint on an address of its own, answering whatever the page asks of it as the test wants, and remembering
 * it. Everything above `fetch` is real. `close` must be called after each test.
 */
export class Parish {
  /** Where the document is read. */
  readonly url = `https://parish-${++parishes}.example/ctg.json`;
  /** The document. A test may change it between two reads. */
  document: {gatherings: readonly object[]; links?: readonly object[]; publisher?: object; ctg: string};
  /** Everything that was sent to it, in that order, also what was then refused. */
  readonly sent: Signup[] = [];
  /** Everything that was asked of it: method and path. */
  readonly asked: string[] = [];
  /** How often the document was read. */
  reads = 0;
  /** No request reaches it, and none is answered. */
  down = false;
  /** Answers a read; the document unless a test says otherwise. */
  onRead: () => Response | Promise<Response> = () => json(this.document);
  /** Answers a signup; with a confirmation unless a test says otherwise. */
  onSignup: (signup: Signup) => Response | Promise<Response> = (signup) => this.confirm(signup);

  /** Answers a change of a signup; takes it unless a test says otherwise. */
  onChange: (signup: Signup) => Response | Promise<Response> = (signup) => this.change(signup);
  /** Answers whoever looks at a signup; with what is booked unless a test says otherwise. */
  onLook: () => Response | undefined = () => undefined;
  /** Answers whoever wants the e-mail again; with the receipt unless a test says otherwise. */
  onResend: () => Response | undefined = () => undefined;
  /** Everything that was put in the place of a signup, in that order, also what was then refused. */
  readonly changes: Signup[] = [];

  readonly #bookings = new Map<string, {signup: Signup; receipt: Receipt}>();
  /** How to give each page that is served its own connection back. */
  readonly #connections: Array<() => void> = [];

  constructor({gatherings = [gathering()], publisher, links}: ParishOptions = {}) {
    this.document = {
      ctg: '1',
      publisher: {name: 'St Paul’s', phone: '+1 775 555 0142', ...publisher},
      gatherings,
      links: links ?? [
        {rel: 'signups', href: 'gatherings/{gathering}/signups', encoding: 'json', idempotent: true},
        {rel: 'manage', href: 'signups/{token}'},
      ],
    };
    this.serve(window);
  }

  /** Ids of the signups it holds and that were not given up. */
  get booked(): readonly string[] {
    return [...this.#bookings.values()]
      .filter(({receipt}) => receipt.status !== 'cancelled')
      .map(({signup}) => signup.id);
  }

  /** Answers the requests of `page` too: another tab, or a frame. */
  serve(page: Window & typeof globalThis): void {
    const {fetch: connection} = page;
    const {origin} = new URL(this.url);
    page.fetch = async (input, init) => {
      const url = new URL(String(input), location.href);
      return url.origin === origin
        ? this.#answer(url.pathname, init)
        : connection.call(page, input as RequestInfo, init);
    };
    this.#connections.push(() => (page.fetch = connection));
  }

  /** Books `signup`, and says so. */
  confirm(signup: Signup, more: Partial<Receipt> = {}): Response {
    const token = `t${signup.id.slice(0, 8)}`;
    const receipt: Receipt = {id: signup.id, status: 'confirmed', token, ...more};
    this.#bookings.set(token, {signup, receipt});
    return json(receipt, 201);
  }

  /** Puts `signup` in the place of the one with its id, and says so; one that waited for its e-mail is confirmed by it. */
  change(signup: Signup, more: Partial<Receipt> = {}): Response {
    const booking = [...this.#bookings.values()].find((each) => each.signup.id === signup.id);
    if (!booking) return refusal(404, 'not-found');
    const {waitsFor, ...receipt} = booking.receipt;
    booking.signup = signup;
    if (waitsFor === 'email') booking.receipt = {...receipt, status: 'confirmed'};
    booking.receipt = {...booking.receipt, ...more};
    return json(booking.receipt);
  }

  /** Has something come of the one signup it holds: the host decides, or another device changes it. */
  decide(receipt: Partial<Receipt>, signup: Partial<Signup> = {}): void {
    for (const [token, booking] of this.#bookings)
      this.#bookings.set(token, {
        signup: {...booking.signup, ...signup},
        receipt: {...booking.receipt, ...receipt},
      });
  }

  /** The signup it holds, as it is now. */
  get held(): Signup | undefined {
    return [...this.#bookings.values()][0]?.signup;
  }

  /** The fragment of the private link of the signup it holds, for the `n`-th widget of the page. */
  link(n = 1): string {
    return `#ctg-signup-${n}=${[...this.#bookings.keys()][0]}`;
  }

  /** Takes every signup off its books, as a host may. */
  forget(): void {
    this.#bookings.clear();
  }

  /** Holds every answer to a signup back until the returned function is called. */
  hold(): () => void {
    const {onSignup} = this;
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    this.onSignup = async (signup) => {
      await released;
      return onSignup(signup);
    };
    return release;
  }

  /** Gives every page its own connection back. */
  close(): void {
    for (const restore of this.#connections) restore();
  }

  async #answer(path: string, {method = 'GET', body}: RequestInit = {}): Promise<Response> {
    this.asked.push(`${method} ${path}`);
    if (this.down) throw new TypeError('Failed to fetch');
    if (path === '/ctg.json') {
      this.reads++;
      return this.onRead();
    }
    const booking = this.#bookings.get(/^\/signups\/(.+)$/.exec(path)?.[1] ?? '');
    if (method === 'POST' && !path.startsWith('/signups/')) {
      const signup = JSON.parse(String(body)) as Signup;
      this.sent.push(signup);
      return this.onSignup(signup);
    }
    if (!booking) return refusal(404, 'not-found');
    if (method === 'GET') return this.onLook() ?? json(booking);
    if (method === 'POST') return this.onResend() ?? json(booking.receipt);
    if (method === 'PUT') {
      const signup = JSON.parse(String(body)) as Signup;
      this.changes.push(signup);
      return this.onChange(signup);
    }
    if (method === 'DELETE') booking.receipt = {...booking.receipt, status: 'cancelled'};
    return json(method === 'DELETE' ? booking.receipt : booking);
  }
}
