/**
 * `npm start`: the endpoint and the pages that use it, on two ports, so that every demonstration crosses origins as
 * it does in the world.
 */
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {serve, type ServerType} from '@hono/node-server';
import {Hono} from 'hono';
import {scriptFrom} from './bundle.js';
import {startEndpoint} from './endpoint/endpoint.js';
import {endWell, explain} from './endpoint/process.js';
import {SITES} from './endpoint/seed/seed.js';
import {numberFrom, ROOT, VERSION} from './endpoint/settings.js';
import {answerFile} from './endpoint/static.js';
import {fillSource} from './extend/source.js';
import {regionRoutes, regionSources, withPeers} from './region.js';

const PORT = 8000;
/** Scripts of our own pages, by the path that they are asked for at. */
const SCRIPTS = {
  '/maker.js': 'maker/maker.ts',
  '/extend.js': 'extend/sunflower-pledge.ts',
  '/many.js': 'many/many.ts',
};

try {
  if (!existsSync(join(ROOT, 'dist'))) await build();
  const port = numberFrom(process.env['PORT'], PORT);
  // Links in letters lead back to the page where people signed up, and the network names documents that are served
  // with the pages. A port that is not known yet can not be named.
  const sources = regionSources(`http://localhost:${port}`, `http://127.0.0.1:${port}`);
  const endpoint = await startEndpoint(
    port === 0 ? {} : {pages: [`http://localhost:${port}`], sites: withPeers(SITES, sources)},
  );
  const pages = await servePages(port, endpoint.origin).catch(async (error: unknown) => {
    await endpoint.close();
    throw error;
  });
  // Before anything is said: whoever reads it may end this at once.
  endWell(async () => {
    await pages.close();
    await endpoint.close();
  });
  console.log(`Pages     ${pages.origin}/`);
  console.log(
    `Endpoint  ${endpoint.origin}/church/ctg.json (also business, nonprofit); plain pages at /church/g/`,
  );
  console.log('Hosts     these addresses are private, like keys:');
  for (const [site, url] of Object.entries(endpoint.hostUrls))
    console.log(`          ${site.padEnd(9)} ${url}`);
  console.log(`Letters   ${endpoint.mail}`);
  console.log('Press Ctrl+C to end.');
} catch (error) {
  explain(error);
}

/**
 * Serves `demo/pages/` at `/`, the built widgets at `/dist/` and documents of other sites at `/network/`. `%ENDPOINT%` in a page becomes the endpoint, and
 * `%ELSEWHERE%` these same pages under the other name of this machine, which browsers take for another host.
 */
async function servePages(port: number, endpoint: string): Promise<{origin: string; close(): Promise<void>}> {
  const app = new Hono();
  const origin = (host: string) => `http://${host}:${(server.address() as AddressInfo).port}`;
  const fill = (text: string) =>
    fillSource(text)
      .replaceAll('%ENDPOINT%', endpoint)
      .replaceAll('%ELSEWHERE%', origin('127.0.0.1'))
      .replaceAll('%VERSION%', VERSION);
  app.get('/dist/*', (context) =>
    answerFile(context, join(ROOT, 'dist'), context.req.path.slice('/dist/'.length), 'no-cache'),
  );
  for (const [path, entry] of Object.entries(SCRIPTS))
    app.get(path, async (context) =>
      context.body(await scriptFrom(entry), 200, {'Content-Type': 'text/javascript; charset=utf-8'}),
    );
  app.get('/endpoints/:file', (context) =>
    answerFile(context, join(ROOT, 'demo/endpoints'), context.req.param('file'), 'no-cache'),
  );
  regionRoutes(app);
  app.get('/*', (context) => {
    // All slashes go: a redirect to `//name/` would leave this origin.
    const path = context.req.path.replace(/^\/+/, '');
    // A folder's page names its neighbours relatively, which only works below a slash.
    if (/(?:^|\/)[^./]+$/.test(path)) return context.redirect(`/${path}/`);
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    return answerFile(
      context,
      join(ROOT, 'demo/pages'),
      file,
      'no-cache',
      file.endsWith('.html') ? fill : undefined,
    );
  });
  const server: ServerType = serve({fetch: app.fetch, port});
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  return {
    origin: origin('localhost'),
    close: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeAllConnections' in server) server.closeAllConnections();
      return closed;
    },
  };
}

/** Builds the widgets once, in their own process. */
function build(): Promise<void> {
  console.log('Building the widgets. This happens once.');
  const child = spawn(process.execPath, [join(ROOT, 'scripts/build.mjs')], {cwd: ROOT, stdio: 'inherit'});
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The build ended with ${code}.`));
    });
  });
}
