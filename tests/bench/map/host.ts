/** A website with a page for each contestant and size, and what a visitor of it has to load. */
import {readdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {basename, dirname, extname, join} from 'node:path';
import {brotliCompressSync} from 'node:zlib';

import {build} from 'esbuild';
import {feature} from 'topojson-client';
import type {GeometryCollection, Topology} from 'topojson-specification';

import {Site} from '../../dist/site.js';
import {CONTESTANTS, DEEDS, HANDED, type Visited} from './contestants.js';
import {networkOf} from './crowd.js';
import {unfolded} from './land.js';
import {featuresOf, groupsOf, nodesOf} from './shapes.js';

const require = createRequire(import.meta.url);
const PAGES = new URL('pages/', import.meta.url).pathname;

/** Where our build is. */
const OURS = '/w/';

/** The site of this bench. */
export class Host {
  readonly #site = new Site();
  /** By path, what the peers' pages load. */
  readonly #files = new Map<string, string>();
  readonly #weighed = new Map<string, number>();

  /** Bundles the peers into memory, and opens the site. */
  async open(): Promise<this> {
    const {outputFiles} = await build({
      entryPoints: [...CONTESTANTS, DEEDS].map(({script}) => join(PAGES, `${script}.ts`)),
      outdir: '/',
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      external: CONTESTANTS.flatMap(({modules = {}}) => Object.keys(modules)),
      logLevel: 'error',
    });
    for (const {path, text} of outputFiles) this.#put(basename(path), text);
    for (const {styles = [], modules = {}} of CONTESTANTS) {
      for (const file of styles) this.#put(file, readFileSync(require.resolve(file), 'utf8'));
      for (const file of Object.values(modules)) this.#besides(file);
    }
    this.#put('land.json', JSON.stringify(landOf()));
    await this.#site.open();
    return this;
  }

  /** The address of a page with so many groups. */
  page(
    {script, reads, attributes = '', styles = [], scripts = [], modules = {}}: Visited,
    size: number,
  ): string {
    const from = reads && size < HANDED ? this.#network(reads, size) : undefined;
    const imports = Object.fromEntries(Object.entries(modules).map(([name, file]) => [name, `/${file}`]));
    return this.#site.page({
      head:
        styles.map((file) => `<link rel="stylesheet" href="/${file}">`).join('') +
        `<script type="importmap">${JSON.stringify({imports})}</script>` +
        scripts.map((file) => `<script type="module" src="/${file}"></script>`).join('') +
        '<style>body{margin:0}#map{width:960px;height:600px}</style>',
      body:
        `<div id="map" ${attributes} data-size="${size}"${from === undefined ? '' : ` data-from="${from}"`}></div>` +
        `<script type="module" src="/${script}.js"></script>`,
    });
  }

  /** Brotli bytes of all that was asked for since the last page was put up, but that page and its network. */
  loaded(): number {
    const paths = new Set(this.#site.requests.map((path) => path.replace(/\?.*/, '')));
    return [...paths].reduce((sum, path) => sum + this.#weigh(path), 0);
  }

  async close(): Promise<void> {
    await this.#site.close();
  }

  #weigh(path: string): number {
    const content = path.startsWith(OURS)
      ? readFileSync(join(this.#site.dist, path.slice(OURS.length)))
      : this.#files.get(path);
    if (content === undefined) return 0;
    const weighed = this.#weighed.get(path) ?? brotliCompressSync(content).length;
    this.#weighed.set(path, weighed);
    return weighed;
  }

  #put(name: string, content: string): void {
    this.#files.set(this.#site.file(name, content), content);
  }

  /** Puts up a file of a package with the scripts beside it, as a site does that does not bundle it. */
  #besides(file: string): void {
    const resolved = require.resolve(file);
    for (const each of readdirSync(dirname(resolved)))
      if (extname(each) === extname(resolved))
        this.#put(join(dirname(file), each), readFileSync(join(dirname(resolved), each), 'utf8'));
  }

  #network(reads: NonNullable<Visited['reads']>, size: number): string {
    const name = `network-${reads}-${size}.json`;
    const network = networkOf(size);
    const content =
      reads === 'document'
        ? {ctg: '1', publisher: {id: 'https://bench.example/', name: 'Bench'}, groups: groupsOf(network)}
        : reads === 'features'
          ? featuresOf(network)
          : nodesOf(network);
    return this.#site.file(name, JSON.stringify(content));
  }
}

function landOf(): object {
  const topology = JSON.parse(
    readFileSync(require.resolve('world-atlas/land-110m.json'), 'utf8'),
  ) as Topology;
  return unfolded(feature(topology, topology.objects['land'] as GeometryCollection));
}
