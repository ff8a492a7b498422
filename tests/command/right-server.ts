/** A small endpoint that does everything right, each part of which a test may replace by something wrong. */
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

interface Row {
  readonly id: string;
  readonly token: string;
  readonly signup: {readonly adults: number; readonly name?: string};
  cancelled: boolean;
}

/** A sign-up as it came, whichever way it was written. */
export interface Posted {
  readonly id: string;
  readonly name?: string;
  readonly adults: number;
  readonly [key: string]: unknown;
}

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => unknown;

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z');

/** The endpoint. Its fields are its parts. */
export class RightServer {
  readonly rows: Row[] = [];
  /** Headers of every answer. */
  cors: Record<string, string> = {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Retry-After, ETag, Date',
  };
  gatherings: Array<Record<string, unknown>> = [
    {id: 'test', name: 'A test of ours', start: inDays(9), timeZone: 'Europe/Berlin', capacity: 20},
    {id: 'walk', name: 'Evening walk', start: inDays(16), capacity: 20},
  ];
  links: Array<Record<string, unknown>> = [
    {rel: 'signups', href: '/gatherings/{gathering}/signups', idempotent: true},
    {rel: 'manage', href: '/signups/{token}'},
  ];
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => void this.#answer(request, response, body));
      // A client that gives up is no fault of this server's.
      response.on('error', () => undefined);
    });
  }

  get origin(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  get url(): string {
    return `${this.origin}/ctg.json`;
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** What the document says. */
  document(): Record<string, unknown> {
    const taken = this.rows.reduce((sum, row) => sum + (row.cancelled ? 0 : row.signup.adults), 0);
    const [first, ...rest] = this.gatherings;
    return {
      ctg: '1',
      publisher: {name: 'St Paul’s'},
      gatherings: [{...first, taken}, ...rest],
      links: this.links,
    };
  }

  /** Sends a body; a text as it is, anything else as JSON. */
  say(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
    const isRaw = typeof body === 'string' || body instanceof Uint8Array;
    response
      .writeHead(status, {...this.cors, 'Content-Type': 'application/json', ...headers})
      .end(isRaw ? body : JSON.stringify(body));
  }

  read: Answer = (_request, response) => this.say(response, 200, this.document());

  leave: Answer = (_request, response) =>
    this.say(response, 204, '', {
      'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE, OPTIONS',
      'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key',
    });

  post: Answer = (request, response, body) => {
    const sent = this.parse(request, body);
    if (!this.isGood(sent)) return this.refuse(response);
    const known = this.rows.find(({id}) => id === sent.id);
    return this.say(response, known ? 200 : 201, this.receipt(known ?? this.store(sent)));
  };

  manage: Answer = (request, response) => {
    const token = request.url!.split('/').at(-1);
    const row = this.rows.find((one) => one.token === token);
    if (!row) return this.say(response, 404, {code: 'not-found', title: 'Nothing here'});
    if (request.method === 'DELETE') row.cancelled = true;
    const receipt = this.receipt(row);
    return this.say(response, 200, request.method === 'GET' ? {receipt, signup: row.signup} : receipt);
  };

  parse({headers}: IncomingMessage, body: string): Posted {
    if (headers['content-type']?.startsWith('application/json')) return JSON.parse(body) as Posted;
    return this.ofFields(Object.fromEntries(new URLSearchParams(body)));
  }

  /** A sign-up as the fields of a form say it. */
  ofFields({id = '', adults, children, consents = '[]', ...rest}: Record<string, string>): Posted {
    return {
      ...rest,
      id,
      adults: Number(adults),
      children: Number(children),
      answers: {},
      consents: JSON.parse(consents) as unknown,
    };
  }

  isGood({name, adults}: Posted): boolean {
    return typeof name === 'string' && adults > 0;
  }

  refuse(response: ServerResponse): void {
    this.say(
      response,
      422,
      {title: 'Not right', status: 422, code: 'invalid', errors: [{pointer: '/name'}]},
      {'Content-Type': 'application/problem+json'},
    );
  }

  store(sent: Posted): Row {
    const row = {id: sent.id, token: `t${String(this.rows.length)}x`, signup: sent, cancelled: false};
    this.rows.push(row);
    return row;
  }

  receipt({id, token, cancelled}: Row): Record<string, unknown> {
    return {id, token, status: cancelled ? 'cancelled' : 'confirmed'};
  }

  #answer(request: IncomingMessage, response: ServerResponse, body: string): unknown {
    const path = request.url ?? '/';
    if (request.method === 'OPTIONS') return this.leave(request, response, body);
    if (path.startsWith('/signups/')) return this.manage(request, response, body);
    if (request.method === 'POST') return this.post(request, response, body);
    return this.read(request, response, body);
  }
}
