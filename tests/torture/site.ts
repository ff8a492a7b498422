import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {fileURLToPath} from 'node:url';

import {build} from 'esbuild';

/** A page on an origin of its own, so that every post crosses origins as on a real site. */
export interface Site {
  readonly origin: string;
  close(): Promise<void>;
}

const page = (body: string): string =>
  `<!doctype html><title>Torture</title><link rel="icon" href="data:,"><body>${body}`;

/** The tag as a webmaster pastes it, open on one gathering. */
const widget = (about: URLSearchParams): string =>
  `<ctg-gathering-signup endpoint="${about.get('endpoint')}" gathering="${about.get('gathering')}"></ctg-gathering-signup>
  <script type="module" src="/dist/gathering-signup.js"></script>`;

/** Address of the page with the widget, open on one gathering. */
export const widgetPage = (origin: string, endpoint: string, gathering: string): string =>
  `${origin}/widget?${new URLSearchParams({endpoint, gathering}).toString()}`;

/** Serves the pages that the tabs show: `/` with the outbox alone, `/widget`, and `dist/`. */
export async function startSite(): Promise<Site> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  const script = bundle.outputFiles[0]!.text;
  const server = createServer(({url = '/'}, response) => {
    const {pathname, searchParams} = new URL(url, 'http://localhost');
    const send = (type: string, body: string | Buffer) => {
      response.writeHead(200, {'Content-Type': `${type}; charset=utf-8`});
      response.end(body);
    };
    if (pathname === '/') return send('text/html', page('<script type="module" src="/page.js"></script>'));
    if (pathname === '/page.js') return send('text/javascript', script);
    if (pathname === '/widget') return send('text/html', page(widget(searchParams)));
    readFile(new URL(`../../${pathname.replaceAll('..', '').slice(1)}`, import.meta.url)).then(
      (file) => send('text/javascript', file),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}
