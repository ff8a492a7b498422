import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {newId} from '../../../src/base/id.js';
import type {Gathering} from '../../../src/protocol/gathering.js';
import type {Problem} from '../../../src/protocol/problem.js';
import type {Receipt} from '../../../src/protocol/receipt.js';
import type {Signup} from '../../../src/protocol/signup.js';
import {databaseTemplate} from '../../../scripts/database-template.mjs';
import {weekdayAfter} from '../../../demo/endpoint/clock.js';
import {type Database, openDatabase} from '../../../demo/endpoint/database.js';
import {startEndpoint} from '../../../demo/endpoint/endpoint.js';
import {openServer} from '../../../demo/endpoint/postgres.js';
import type {Planned, PlannedSite} from '../../../demo/endpoint/seed/plan.js';
import {type Settings} from '../../../demo/endpoint/settings.js';
import type {Server} from './server.js';

/** A folder for one endpoint's data, with an empty database in it; deleted by `forget`. */
export async function dataFolder(): Promise<{data: string; forget(): void}> {
  const data = mkdtempSync(join(tmpdir(), 'ctg-endpoint-test-'));
  cpSync(await databaseTemplate(), join(data, 'database'), {recursive: true});
  return {data, forget: () => rmSync(data, {recursive: true, force: true})};
}

/** Where an endpoint keeps its data: in a folder, or in a database of its own on the server in use. */
export interface Home {
  readonly settings: Pick<Settings, 'data' | 'databaseUrl'>;
  /** The same for an endpoint that runs as a process. */
  readonly environment: NodeJS.ProcessEnv;
  open(): Promise<Database>;
  forget(): void;
}

let inUse: Server | undefined;

/** From here on, every `home` of this process is on `server`. */
export function useServer(server: Server): void {
  inUse = server;
}

/** An empty place for one endpoint's data; without `server`, where all of this process are. */
export async function home(server = inUse): Promise<Home> {
  if (!server) {
    const {data, forget} = await dataFolder();
    return {
      settings: {data, databaseUrl: undefined},
      environment: {...process.env, CTG_DATA: data, DATABASE_URL: ''},
      open: () => openDatabase(data),
      forget,
    };
  }
  const url = await server.database();
  const data = mkdtempSync(join(tmpdir(), 'ctg-endpoint-test-'));
  return {
    settings: {data, databaseUrl: url},
    environment: {...process.env, CTG_DATA: data, DATABASE_URL: url},
    open: () => openServer(url),
    forget: () => rmSync(data, {recursive: true, force: true}),
  };
}

/** A gathering in two weeks. */
export function planned(id: string, more: Partial<Planned> = {}, details: Partial<Gathering> = {}): Planned {
  return {
    id,
    day: (today) => weekdayAfter(today, 4, 14),
    time: '18:00',
    minutes: 90,
    capacity: 10,
    ...more,
    details: {name: `Gathering ${id}`, ...details} as Planned['details'],
  };
}

/** A site with these gatherings, which keeps personal data for ten days. */
export function siteOf(...gatherings: readonly Planned[]): PlannedSite {
  return {
    id: 'parish',
    zone: 'America/Los_Angeles',
    publisher: {name: 'A parish', privacy: {keepDays: 10}},
    gatherings,
  };
}

/** What came back. */
export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** A receipt or a refusal: which of them, is what a test looks at. */
export type Said = Partial<Receipt> & Omit<Partial<Problem>, 'status'>;

/** One endpoint of its own for one test file, and the few things tests say to it. */
export class Rig {
  readonly origin: string;
  readonly host: string;
  readonly close: () => Promise<void>;

  constructor(origin: string, host: string, close: () => Promise<void>) {
    this.origin = origin;
    this.host = host;
    this.close = close;
  }

  static async start(site: PlannedSite, options: Partial<Settings> = {}, place?: Home): Promise<Rig> {
    const {settings, forget} = place ?? (await home());
    const endpoint = await startEndpoint({
      port: 0,
      limit: 1_000_000,
      ...settings,
      sites: [site],
      say: () => undefined,
      ...options,
    });
    return new Rig(endpoint.origin, endpoint.hostUrls[site.id]!, async () => {
      await endpoint.close();
      forget();
    });
  }

  async ask<Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
    const response = await fetch(path.startsWith('http') ? path : `${this.origin}/parish/${path}`, {
      method,
      ...(body !== undefined && {body: JSON.stringify(body), headers: {'Content-Type': 'application/json'}}),
    });
    return {status: response.status, headers: response.headers, body: (await response.json()) as Body};
  }

  signUp(message: Signup, query = ''): Promise<Answer<Said>> {
    return this.ask('POST', `gatherings/${message.gathering}/signups${query}`, message);
  }

  /** The counts of one gathering, as the document says them. */
  async gathering(id: string): Promise<Gathering> {
    const {body} = await this.ask<{gatherings: Gathering[]}>('GET', 'ctg.json');
    return body.gatherings.find((gathering) => gathering.id === id)!;
  }

  /** What a browser gets that follows a link. */
  async page(path: string): Promise<Answer<string>> {
    return pageOf(await fetch(this.#url(path), {headers: {Accept: 'text/html'}}));
  }

  /** What a browser gets that sends a form, redirects followed. */
  async form(path: string, fields: Record<string, string>): Promise<Answer<string> & {readonly url: string}> {
    const response = await fetch(this.#url(path), {
      method: 'POST',
      headers: {Accept: 'text/html,*/*;q=0.8'},
      body: new URLSearchParams(fields),
    });
    return {...(await pageOf(response)), url: response.url};
  }

  #url(path: string): string {
    return path.startsWith('http') ? path : `${this.origin}/parish/${path}`;
  }
}

async function pageOf(response: Response): Promise<Answer<string>> {
  return {status: response.status, headers: response.headers, body: await response.text()};
}

/** A signup for one adult. */
export function signup(gathering: string, more: Partial<Signup> = {}): Signup {
  return {
    ctg: '1',
    id: newId(),
    gathering,
    name: 'Ana Ruiz',
    email: 'ana@guest.example',
    adults: 1,
    children: 0,
    answers: {},
    consents: [],
    language: 'en',
    at: new Date().toISOString(),
    ...more,
  };
}
