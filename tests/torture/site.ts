import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {fileURLToPath} from 'node:url';

import {build} from 'esbuild';

/** A page on an origin of its own, so that every post crosses origins as on a real site. */
export interface Site {
  readonly origin: string;
  /** Ids of which a page heard that they arrived. */
  readonly heard: ReadonlySet<string>;
  close(): Promise<void>;
}

const page = (body: string): string =>
  `<!doctype html><title>Torture</title><link rel="icon" href="data:,"><body>${body}`;

/** The tag as a webmaster pastes it, open on one gathering. */
const widget = (about: URLSearchParams): string =>
  `<ctg-gathering-signup endpoint="${about.get('endpoint')}" gathering="${about.get('gathering')}"></ctg-gathering-signup>
  <script type="module" src="/dist/gathering-signup.js"></script>
  <script type="module" src="/eyes.js"></script>`;

/** Address of the page with the widget, open on one gathering. */
export const widgetPage = (origin: string, endpoint: string, gathering: string): string =>
  `${origin}/widget?${new URLSearchParams({endpoint, gathering}).toString()}`;

/**
 * Serves the pages that the tabs show: `/` with the outbox alone, `/widget`, and `dist/`.
 *
 * @param host name under which the browser is to reach it
 */
export async function startSite(host: string): Promise<Site> {
  const scripts = new Map([
    ['/page.js', await bundled('page.ts')],
    ['/eyes.js', await bundled('eyes.ts')],
  ]);
  const heard = new Set<string>();
  const server = createServer(({url = '/'}, response) => {
    const {pathname, searchParams} = new URL(url, 'http://localhost');
    const send = (type: string, body: string | Buffer) => {
      response.writeHead(200, {'Content-Type': `${type}; charset=utf-8`});
      response.end(body);
    };
    if (pathname === '/') return send('text/html', page('<script type="module" src="/page.js"></script>'));
    const script = scripts.get(pathname);
    if (script !== undefined) return send('text/javascript', script);
    if (pathname.startsWith('/heard/')) {
      heard.add(pathname.slice('/heard/'.length));
      return response.writeHead(204).end();
    }
    if (pathname === '/widget') return send('text/html', page(widget(searchParams)));
    readFile(new URL(`../../${pathname.replaceAll('..', '').slice(1)}`, import.meta.url)).then(
      (file) => send('text/javascript', file),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    heard,
    close: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

async function bundled(file: string): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  return outputFiles[0]!.text;
}
