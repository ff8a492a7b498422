import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {PlannedSite} from './seed/plan.js';
import {SITES} from './seed/seed.js';

/** The folder of the whole project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The version whose files are served under `/dist/VERSION/`. */
export const VERSION: string = (
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {version: string}
).version;

/** What can be set from outside, each with a value that works without. */
export interface Settings {
  /** Port to listen on; 0 takes any free one. */
  readonly port: number;
  /** Folder of everything that is kept. */
  readonly data: string;
  /** Address of a PostgreSQL server, `postgres://…`; without it, an embedded database in `data`. */
  readonly databaseUrl?: string | undefined;
  /** Folder of an empty embedded database to begin with, where `data` has none: tests make one and copy it. */
  readonly template?: string;
  /** Writes a minute for one address. The default lets a parish hall sign up at once behind one connection. */
  readonly limit: number;
  /** Origin under which visitors reach the endpoint; without it, what their request says. */
  readonly publicUrl?: string;
  /** Whether a proxy in front tells the visitor's address; believed from nobody else. */
  readonly trustProxy: boolean;
  /** Mail server, `smtps://user:password@host`; without it, letters become files under `data`. */
  readonly smtpUrl?: string;
  /** Who letters come from, `Name <address>` or an address alone; without it, the host's own address. */
  readonly mailFrom?: string;
  /** Origins of pages, or whole pages, besides those that a site has named, to which links in letters may lead. */
  readonly pages: readonly string[];
  /** Folder of the built widgets. */
  readonly dist: string;
  /** The sites that are there from the start. */
  readonly sites: readonly PlannedSite[];
  /** The present time, in milliseconds; replaced in tests that wait for weeks. */
  readonly now: () => number;
  /** Told what takes long, in one line. */
  readonly say: (line: string) => void;
}

const PORT = 8001;
const LIMIT = 600;

/**
 * Reads the settings from the environment: `ENDPOINT_PORT CTG_DATA DATABASE_URL CTG_LIMIT PUBLIC_URL CTG_TRUST_PROXY`,
 * `CTG_TEMPLATE`, and for letters `SMTP_URL MAIL_FROM CTG_PAGES`.
 */
export function settingsFrom(environment: NodeJS.ProcessEnv): Settings {
  const publicUrl = environment['PUBLIC_URL']?.replace(/\/+$/, '');
  const smtpUrl = environment['SMTP_URL'];
  const mailFrom = environment['MAIL_FROM'];
  const template = environment['CTG_TEMPLATE'];
  return {
    port: numberFrom(environment['ENDPOINT_PORT'], PORT),
    data: environment['CTG_DATA'] ?? join(ROOT, '.data'),
    databaseUrl: environment['DATABASE_URL'] || undefined,
    limit: Math.max(1, numberFrom(environment['CTG_LIMIT'], LIMIT)),
    ...(publicUrl && {publicUrl}),
    ...(smtpUrl && {smtpUrl}),
    ...(mailFrom && {mailFrom}),
    ...(template && {template}),
    pages: (environment['CTG_PAGES'] ?? '').split(/\s+/).filter(Boolean),
    trustProxy: environment['CTG_TRUST_PROXY'] === '1',
    dist: join(ROOT, 'dist'),
    sites: SITES,
    now: Date.now,
    say: (line) => console.log(line),
  };
}

/** A whole number from 0, or what stands in for it. */
export function numberFrom(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : otherwise;
}
