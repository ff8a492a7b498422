import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {fileURLToPath} from 'node:url';

import {build} from 'esbuild';

/** A page on an origin of its own, so that every post crosses origins as on a real site. */
export interface Site {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the page that the tabs show. */
export async function startSite(): Promise<Site> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  const script = bundle.outputFiles[0]!.text;
  const page =
    '<!doctype html><title>Torture</title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>';
  const server = createServer(({url}, response) => {
    const isScript = url === '/page.js';
    response.writeHead(200, {'Content-Type': isScript ? 'text/javascript' : 'text/html; charset=utf-8'});
    response.end(isScript ? script : page);
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
