import {readdirSync, readFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import {extname, join, normalize} from 'node:path';
import type {AddressInfo} from 'node:net';

const DIST = new URL('../../dist/', import.meta.url).pathname;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};

/** What a webmaster writes into one page of the site. */
export interface Page {
  body: string;
  head?: string;
  /** Response headers, such as a policy. */
  headers?: Record<string, string>;
  /** A page as they were made in 1999, without a doctype. */
  quirks?: boolean;
}

/** A website of a webmaster: its own pages, and our files under `/w/`, as they would be uploaded. */
export class Site {
  readonly #pages = new Map<string, Page>();
  readonly #files = new Map<string, string>();
  readonly #server: Server;
  #reported: (() => void) | undefined;
  /** Answers that wait, by path. */
  readonly #held = new Map<string, Promise<void>>();
  /** Addresses that were asked for, with their queries, in order. */
  readonly requests: string[] = [];
  /** Paths that answer with 503 for now. */
  readonly down = new Set<string>();
  /** Bodies of policy reports that browsers sent to `/report`. */
  readonly reports: string[] = [];

  /** Lets pages of other sites have our files, as the endpoint and public hosts do. */
  shared = false;

  constructor(readonly dist: string = DIST) {
    this.#server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://site');
      this.requests.push(url.pathname + url.search);
      if (request.method === 'POST') {
        let body = '';
        request.on('data', (part) => (body += String(part)));
        request.on('end', () => {
          this.reports.push(body);
          this.#reported?.();
          response.writeHead(204).end();
        });
        return;
      }
      if (url.pathname === '/icon.png') {
        response.writeHead(204).end();
        return;
      }
      if (this.down.has(url.pathname)) {
        response.writeHead(503).end();
        return;
      }
      const page = this.#pages.get(url.pathname);
      const content = page ? htmlOf(page) : this.#read(url.pathname);
      if (content === undefined) {
        response.writeHead(404).end();
        return;
      }
      const type = TYPES[page ? '.html' : extname(url.pathname)] ?? 'application/octet-stream';
      void (this.#held.get(url.pathname) ?? Promise.resolve()).then(() =>
        response
          .writeHead(200, {
            'Content-Type': type,
            'Cache-Control': 'no-cache',
            ...(this.shared && {'Access-Control-Allow-Origin': '*'}),
            ...page?.headers,
          })
          .end(content),
      );
    });
  }

  /** The site's origin, once `open` has resolved. */
  get origin(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Puts a page on the site and gives its address. What the site was asked before is forgotten. */
  page(page: Page): string {
    const path = `/page-${String(this.#pages.size + 1)}.html`;
    this.#pages.set(path, page);
    this.requests.length = 0;
    this.reports.length = 0;
    return this.origin + path;
  }

  /** Puts a file on the site, such as a stylesheet or a script of the page's own, and gives its path. */
  file(name: string, content: string): string {
    this.#files.set(`/${name}`, content);
    return `/${name}`;
  }

  /** Answers no request for `path` until the returned function is called. */
  hold(path: string): () => void {
    let release = (): void => undefined;
    this.#held.set(path, new Promise((resolve) => (release = resolve)));
    return () => {
      this.#held.delete(path);
      release();
    };
  }

  /** Resolves with the next report; browsers send theirs some time after the page knows. */
  async nextReport(): Promise<string> {
    await new Promise<void>((resolve) => (this.#reported = resolve));
    return this.reports.at(-1) ?? '';
  }

  /** The path of the chunk whose name matches, of those that the file of `tag` fetches or that its chunks do. */
  chunk(name: RegExp, tag = 'gathering-signup'): string {
    const all = readdirSync(join(this.dist, 'chunks'));
    const found = new Set<string>();
    const look = (file: string): void => {
      const code = readFileSync(join(this.dist, file), 'utf8');
      for (const each of all) {
        if (found.has(each) || !code.includes(each)) continue;
        found.add(each);
        look(`chunks/${each}`);
      }
    };
    look(`${tag}.js`);
    const file = [...found].find((each) => name.test(each));
    if (file === undefined) throw new Error(`No chunk of ${tag} is called ${String(name)}.`);
    return `/w/chunks/${file}`;
  }

  /** Which of our files were asked for, without their queries, in order. */
  get ours(): string[] {
    return this.requests.filter((path) => path.startsWith('/w/')).map((path) => path.replace(/\?.*/, ''));
  }

  #read(path: string): string | Buffer | undefined {
    const own = this.#files.get(path);
    if (own !== undefined || !path.startsWith('/w/')) return own;
    const file = join(this.dist, normalize(path.slice(3)));
    try {
      return file.startsWith(normalize(this.dist)) ? readFileSync(file) : undefined;
    } catch {
      // Not one of our files: the browser is told so, as by any web server.
      return undefined;
    }
  }
}

function htmlOf({head = '', body, quirks = false}: Page): string {
  return `${quirks ? '' : '<!doctype html>'}<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="/icon.png"><title>A site</title>${head}</head><body>${body}</body></html>`;
}
