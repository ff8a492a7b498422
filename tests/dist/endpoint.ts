import {createServer, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

import type {CtgDocument} from '../../src/protocol/document.js';

/** What a page reads and may do here, from any origin. */
const OPEN = {'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'Content-Type'};

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z');

/** An endpoint of a parish, with a pledge where a test adds one, on an origin of its own, whose answers a test can hold back. */
export class Endpoint {
  /** Said anew to whoever reads; a test may change it. */
  document: CtgDocument = {
    ctg: '1',
    publisher: {name: 'St Paul’s'},
    gatherings: [
      {id: 'supper', name: 'Supper for neighbours', start: inDays(9), capacity: 20, taken: 12},
      {
        id: 'walk',
        name: 'Evening walk',
        start: inDays(16),
        capacity: 20,
        taken: 3,
        questions: [
          {
            id: 'diet',
            type: 'select',
            label: 'Food',
            options: [
              {value: 'vegan', label: 'Vegan'},
              {value: 'all', label: 'Everything'},
            ],
          },
        ],
        consents: [{id: 'contact', text: 'You may write to me.', version: '1', required: true}],
      },
      {id: 'soup', name: 'Soup and stories', start: inDays(23), capacity: 20, taken: 0},
    ],
  };

  /** Bodies that were posted, as they came. */
  readonly posts: string[] = [];
  /** How often the document was asked for. */
  reads = 0;
  /** How many readings were given up before they were answered. */
  aborted = 0;
  /** Resolves when the first is. */
  readonly gaveUp: Promise<void>;
  #giveUp!: () => void;
  #held: Promise<void> | undefined;
  readonly #waiting = new Map<'GET' | 'POST', () => void>();
  readonly #server: Server;

  constructor() {
    this.gaveUp = new Promise((resolve) => (this.#giveUp = resolve));
    this.#server = createServer((request, response) => {
      const {method} = request;
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        if (method === 'POST') this.posts.push(body);
        if (method === 'GET') {
          this.reads++;
          response.once('close', () => {
            if (response.writableEnded) return;
            this.aborted++;
            this.#giveUp();
          });
        }
        if (method === 'GET' || method === 'POST') this.#waiting.get(method)?.();
        void Promise.resolve(method === 'OPTIONS' ? undefined : this.#held).then(() =>
          answer(response, method === 'POST' ? receiptFor(body) : this.#said),
        );
      });
    });
  }

  get origin(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  /** Address of the document. */
  get url(): string {
    return `${this.origin}/ctg.json`;
  }

  get #said(): CtgDocument {
    const signups = {rel: 'signups', href: `${this.origin}/gatherings/{gathering}/signups`, idempotent: true};
    const pledges = {rel: 'pledges', href: `${this.origin}/pledges`, idempotent: true};
    return {...this.document, links: this.document.pledge ? [signups, pledges] : [signups]};
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Holds answers back from now on, until what it returns is called. */
  hold(): () => void {
    let release = (): void => undefined;
    this.#held = new Promise((resolve) => (release = resolve));
    return () => {
      this.#held = undefined;
      release();
    };
  }

  /** Resolves when the next message of this kind has come in, answered or not. */
  next(method: 'GET' | 'POST'): Promise<void> {
    return new Promise((resolve) => this.#waiting.set(method, resolve));
  }
}

function receiptFor(body: string): object {
  return {id: (JSON.parse(body) as {id: string}).id, status: 'confirmed'};
}

function answer(response: ServerResponse, json: object): void {
  if (response.destroyed) return;
  response.writeHead(200, {...OPEN, 'Content-Type': 'application/json'}).end(JSON.stringify(json));
}
