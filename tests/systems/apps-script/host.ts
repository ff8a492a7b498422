// A stand-in for Google Apps Script, which can not be run here: the globals that a script sees, each request in an
// execution of its own, and the two hosts through which it answers. What Google really does, this imitates as its
// documentation and measurements of others describe it: one answer in two steps (302 to another host, which gives the
// text once asked for), status 200 whatever happens, `Access-Control-Allow-Origin: *` on both, and nothing that
// answers a preflight.
import {readFileSync} from 'node:fs';
import {createServer, type IncomingMessage, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {MessageChannel, Worker} from 'node:worker_threads';

import {Book, type Cell, Lock} from './book.js';

const OPEN = {'Access-Control-Allow-Origin': '*'};
const PATH = '/macros/s/AKfycb/exec';

/** When what a script has not flushed is written, in milliseconds after its end: Google says "later". */
const LATER = 100;

interface Output {
  readonly text: string;
  readonly type: string;
  /** What was written and not flushed. */
  readonly rest: readonly (readonly [string, ...unknown[]])[];
}

/** A script that is deployed as a web app, with the spreadsheet it belongs to. */
export class AppsScript {
  readonly book = new Book();
  readonly #lock = new Lock();
  readonly #source: string;
  readonly #zone: string;
  readonly #outputs = new Map<string, Output>();
  readonly #front: Server;
  readonly #echo: Server;
  /** Methods with which the script's own host was asked, in order. */
  readonly asked: string[] = [];

  /** @param change what somebody has changed in the script before they pasted it */
  constructor(file: URL, zone: string, change: (source: string) => string = (source) => source) {
    this.#source = change(readFileSync(file, 'utf8'));
    this.#zone = zone;
    this.#front = createServer((request, response) => {
      this.asked.push(request.method ?? '');
      const isMethod = request.method === 'GET' || request.method === 'POST';
      if (!isMethod || !request.url?.startsWith(PATH)) {
        response.writeHead(isMethod ? 404 : 405).end();
        return;
      }
      void eventOf(request)
        .then((event) => this.run(request.method === 'GET' ? 'doGet' : 'doPost', event))
        .then((output) => {
          const key = String(this.#outputs.size);
          this.#outputs.set(key, output);
          const to = `${originOf(this.#echo)}/macros/echo?user_content_key=${key}`;
          response.writeHead(302, {Location: to, ...OPEN}).end();
        });
    });
    this.#echo = createServer((request, response) => {
      const key = new URL(request.url ?? '/', 'http://echo').searchParams.get('user_content_key') ?? '';
      const output = this.#outputs.get(key);
      if (!output || request.method !== 'GET') response.writeHead(405).end();
      else response.writeHead(200, {'Content-Type': output.type, ...OPEN}).end(output.text);
    });
  }

  /** The address that somebody copies after they have deployed it. */
  get url(): string {
    return originOf(this.#front) + PATH;
  }

  async open(): Promise<this> {
    for (const server of [this.#front, this.#echo])
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async close(): Promise<void> {
    for (const server of [this.#front, this.#echo]) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  /** Runs one function of the script, as its editor does with "Run". */
  async run(name: string, event: object = {}): Promise<Output> {
    const {port1: here, port2: there} = new MessageChannel();
    const signal = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(new URL('execution.mjs', import.meta.url), {
      workerData: {
        source: this.#source,
        name,
        event,
        port: there,
        signal,
        address: this.url,
        zone: this.#zone,
      },
      transferList: [there],
      execArgv: [],
    });
    try {
      const output = await new Promise<Output>((resolve, reject) => {
        worker.once('error', reject);
        here.on('message', ({op, args}: {op: string; args: unknown[]}) => {
          if (op === 'end') resolve(args[0] as Output);
          void this.#answer(here, op, args).then((message) => {
            here.postMessage(message);
            Atomics.store(signal, 0, 1);
            Atomics.notify(signal, 0);
          });
        });
      });
      if (output.rest.length > 0)
        await new Promise((resolve) => {
          setTimeout(resolve, LATER);
        });
      for (const [op, ...args] of output.rest) await this.#do(here, op, args);
      return output;
    } finally {
      this.#lock.release(here);
      here.close();
      await worker.terminate();
    }
  }

  async #answer(who: object, op: string, args: unknown[]): Promise<{value?: unknown; error?: string}> {
    try {
      return {value: await this.#do(who, op, args)};
    } catch (error) {
      // A mistake of the script: it gets it as an exception, as from Google.
      return {error: String(error)};
    }
  }

  #do(who: object, op: string, args: unknown[]): unknown {
    const [sheet, row, column, cells] = args as [string, number, number, Cell[][]];
    switch (op) {
      case 'has':
        return this.book.has(sheet);
      case 'insert':
        return this.book.insert(sheet);
      case 'values':
        return this.book.values(sheet);
      case 'shown':
        return this.book.shown(sheet);
      case 'write':
        return this.book.write(sheet, row, column, cells);
      case 'append':
        if (!this.#lock.isHeld) this.book.unlocked += 1;
        return this.book.append(sheet, args[1] as Cell[]);
      case 'delete':
        return this.book.delete(sheet, row);
      case 'lock':
        return this.#lock.take(who, args[0] as number);
      case 'release':
        return this.#lock.release(who);
      default:
        return undefined;
    }
  }
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

/** What `doGet` and `doPost` are given; the fields of a form are in it, those of the address first. */
async function eventOf(request: IncomingMessage): Promise<object> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const contents = Buffer.concat(chunks).toString();
  const type = request.headers['content-type'] ?? '';
  const query = new URL(request.url ?? '/', 'http://script').searchParams;
  const pairs = [...query, ...(type.startsWith('application/x-www-form-urlencoded') ? form(contents) : [])];
  const parameters: Record<string, string[]> = {};
  for (const [name, value] of pairs) (parameters[name] ??= []).push(value);
  const parameter = Object.fromEntries(Object.entries(parameters).map(([name, [first]]) => [name, first]));
  return {
    parameter,
    parameters,
    queryString: String(query),
    ...(request.method === 'POST' && {postData: {contents, type, length: Buffer.byteLength(contents)}}),
  };
}

function form(body: string): [string, string][] {
  return [...new URLSearchParams(body)];
}
