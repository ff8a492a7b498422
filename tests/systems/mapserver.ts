// A MapServer of this machine: its CGI program, behind a web server of a few lines.
import {execFile} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {find} from './process.js';

const TEMPLATES = '/usr/share/mapserver/ogcapi/templates/html-plain/';

/** A point with what is known about it. */
export interface Feature {
  readonly lon: number;
  readonly lat: number;
  readonly properties: Readonly<Record<string, string | number | null>>;
}

/** A MapServer with collections of points, as OGC API Features. */
export class MapServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'ctg-map-'));
  readonly #server: Server;
  /** What it was asked, in order. */
  readonly asked: string[] = [];

  private constructor(program: string, open: boolean) {
    this.#server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://map');
      this.asked.push(url.pathname + url.search);
      const {port} = this.#server.address() as AddressInfo;
      const env = {
        MAPSERVER_CONFIG_FILE: join(this.#folder, 'mapserver.conf'),
        PROJ_LIB: '/usr/share/proj',
        GATEWAY_INTERFACE: 'CGI/1.1',
        REQUEST_METHOD: 'GET',
        SERVER_NAME: '127.0.0.1',
        SERVER_PORT: String(port),
        SCRIPT_NAME: '/mapserv',
        PATH_INFO: url.pathname.replace(/^\/mapserv/, ''),
        QUERY_STRING: url.search.slice(1),
      };
      execFile(program, {env, maxBuffer: 50_000_000}, (_error, out) => {
        const [head = '', ...rest] = out.split(/\r?\n\r?\n/);
        const headers = head.split(/\r?\n/).map((line): [string, string] => {
          const at = line.indexOf(':');
          return [line.slice(0, at), line.slice(at + 1).trim()];
        });
        const named = Object.fromEntries(headers.filter(([name]) => name !== '' && name !== 'Status'));
        const status = Number(headers.find(([name]) => name === 'Status')?.[1].slice(0, 3) ?? 200);
        // It sends no such header itself: whoever runs it has to tell their web server.
        const shared = open ? {'Access-Control-Allow-Origin': '*'} : {};
        response.writeHead(status, {...named, ...shared}).end(rest.join('\n\n'));
      });
    });
  }

  /** Why there is none here; undefined when there can be one. */
  static get lacks(): string | undefined {
    return programHere() ? undefined : 'this machine has no MapServer (Debian: cgi-mapserver)';
  }

  /**
   * @param collections points by the name of their collection
   * @param open whether its web server lets pages of other origins read
   */
  static async start(
    collections: Readonly<Record<string, readonly Feature[]>>,
    open = true,
  ): Promise<MapServer> {
    const server = new MapServer(programHere() ?? '', open);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    server.#write(collections);
    return server;
  }

  get #root(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/mapserv/ctg/ogcapi`;
  }

  /** Address of the features of a collection. */
  items(collection: string, query = ''): string {
    return `${this.#root}/collections/${collection}/items?f=json${query}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    rmSync(this.#folder, {recursive: true, force: true});
  }

  #write(collections: Readonly<Record<string, readonly Feature[]>>): void {
    const file = (name: string, text: string) => {
      writeFileSync(join(this.#folder, name), text);
      return join(this.#folder, name);
    };
    const layers = Object.entries(collections).map(([name, features]) => {
      const points = file(`${name}.geojson`, JSON.stringify(collectionOf(features)));
      return `LAYER NAME "${name}" TYPE POINT STATUS ON TEMPLATE "void" CONNECTIONTYPE OGR CONNECTION "${points}"
        PROJECTION "init=epsg:4326" END
        METADATA "oga_title" "${name}" "oga_featureid" "id" "gml_featureid" "id" "gml_include_items" "all" "gml_types" "auto" "oga_extent" "-180 -90 180 90" END
      END`;
    });
    const map = file(
      'ctg.map',
      `MAP NAME "ctg" EXTENT -180 -90 180 90 UNITS DD SIZE 100 100 PROJECTION "init=epsg:4326" END
      WEB METADATA "oga_title" "Groups near Reno" "oga_enable_request" "*" "oga_srs" "EPSG:4326"
        "oga_onlineresource" "${this.#root}" "oga_max_limit" "100" END END
      ${layers.join('\n')} END`,
    );
    file(
      'mapserver.conf',
      `CONFIG ENV MS_MAP_PATTERN "^${this.#folder}" OGCAPI_HTML_TEMPLATE_DIRECTORY "${TEMPLATES}" END MAPS ctg "${map}" END END`,
    );
  }
}

function programHere(): string | undefined {
  return find('/usr/lib/cgi-bin/mapserv', 'mapserv');
}

function collectionOf(features: readonly Feature[]): object {
  return {
    type: 'FeatureCollection',
    features: features.map(({lon, lat, properties}) => ({
      type: 'Feature',
      properties,
      geometry: {type: 'Point', coordinates: [lon, lat]},
    })),
  };
}
