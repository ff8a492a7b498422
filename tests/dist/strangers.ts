import {createServer, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {gzipSync} from 'node:zlib';

/** A piece of a flood. */
const PIECE = Buffer.alloc(64 * 1024, ' ');

/** Bytes of the whole flood. */
export const FLOOD = 100_000_000;

/**
 * The servers of strangers, on an origin of their own. `NAME.json` is a document of that name, but for `flood`,
 * `announced` (a flood that says so first), `bomb` (one that is small on its way), `trickle`, `silence` and `astray`.
 */
export class Strangers {
  readonly #server: Server;
  readonly asked: string[] = [];
  /** Bytes of the flood that somebody took. */
  poured = 0;
  /** Answers that never end, and that somebody still waits for. */
  readonly endless = new Set<ServerResponse>();

  constructor() {
    this.#server = createServer((request, response) => {
      const path = request.url ?? '/';
      this.asked.push(`${request.headers.host?.split(':')[0] ?? ''}${path}`);
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Content-Type', 'application/json');
      if (path === '/flood.json') this.#pour(response);
      else if (path === '/announced.json') this.#pour(response.setHeader('Content-Length', FLOOD));
      else if (path === '/bomb.json') response.setHeader('Content-Encoding', 'gzip').end(bomb());
      else if (path === '/trickle.json') this.#trickle(response);
      else if (path === '/silence.json') this.#keep(response);
      else if (path === '/astray.json')
        response.writeHead(302, {Location: `http://inside.internal:${this.port}/secret.json`}).end();
      else response.end(JSON.stringify(this.#documentAt(path.slice(1, -5))));
    });
  }

  get port(): string {
    return String((this.#server.address() as AddressInfo).port);
  }

  url(name: string, host = '127.0.0.1'): string {
    return `http://${host}:${this.port}/${name}.json`;
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Two documents that name each other, and whoever named them. */
  #documentAt(name: string): object {
    return documentOf(name, [this.url('mill'), this.url('farm'), this.url('mill')]);
  }

  #pour(response: ServerResponse): void {
    let left = FLOOD;
    const more = (): void => {
      while (left > 0 && !response.destroyed) {
        const piece = PIECE.subarray(0, left);
        left -= piece.length;
        this.poured += piece.length;
        if (!response.write(piece)) return void response.once('drain', more);
      }
      response.end();
    };
    more();
  }

  /** Sends a letter now and then, for ever. */
  #trickle(response: ServerResponse): void {
    const timer = setInterval(() => response.write(' '), 200);
    response.on('close', () => clearInterval(timer));
    this.#keep(response);
  }

  #keep(response: ServerResponse): void {
    this.endless.add(response);
    response.on('close', () => this.endless.delete(response));
  }
}

/** A flood, as small as it gets. */
const bomb = (): Buffer => gzipSync(Buffer.alloc(FLOOD, ' '), {level: 1});

/** A document of one group that names `peers`. */
export const documentOf = (name: string, peers: readonly string[]): object => ({
  ctg: '1',
  publisher: {name: `The ${name}`},
  groups: [{id: `https://${name}.example/`, name: `Group of the ${name}`}],
  links: peers.map((href) => ({rel: 'peer', href})),
});
