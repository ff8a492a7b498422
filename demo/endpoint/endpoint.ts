import type {AddressInfo} from 'node:net';
import {serve, type ServerType} from '@hono/node-server';
import type {Hono} from 'hono';
import {appOf} from './app.js';
import {openDatabase} from './database.js';
import {release} from './holds.js';
import {mailFolder} from './mail/carriers.js';
import {Letters} from './mail/letters.js';
import {Postman} from './mail/mail.js';
import {openServer} from './postgres.js';
import {purge} from './retention.js';
import {seed} from './seed/seed.js';
import {type Settings, settingsFrom} from './settings.js';

/** An endpoint that runs. */
export interface Endpoint {
  /** Where it is reached from this machine, `http://localhost:8001`. */
  readonly origin: string;
  /** The host's page of each site, by the site's id. Private: they carry the tokens. */
  readonly hostUrls: Readonly<Record<string, string>>;
  /** Where letters go, in words. */
  readonly mail: string;
  close(): Promise<void>;
}

/** How often old data are deleted and the demonstration's calendar is moved to today, in milliseconds: hourly. */
const CHORES = 3_600_000;
/** How often places are let go that nobody confirmed in time, in milliseconds: every minute. */
const HOLDS = 60_000;

/**
 * Starts the endpoint: database, demonstration data, server; resolves once requests are answered.
 *
 * Rejects with `EADDRINUSE` when the port is taken, with `FolderInUse` when the folder is, and with `DatabaseAway`
 * when the server of `DATABASE_URL` can not be reached.
 *
 * @param options what differs from the environment's settings
 */
export async function startEndpoint(options: Partial<Settings> = {}): Promise<Endpoint> {
  const settings: Settings = {...settingsFrom(process.env), ...options};
  const database = settings.databaseUrl
    ? await openServer(settings.databaseUrl, settings.say)
    : await openDatabase(settings.data, settings.say, settings.template);
  // Each process does them, at times of its own: what is deleted or seeded already is left alone.
  const chores = async () => {
    await purge(database, settings.now(), mailFolder(settings));
    await seed(database, settings.sites, settings.now());
  };
  const mail = new Postman(database, settings);
  let base = settings.publicUrl ?? `http://localhost:${settings.port}`;
  const letters = new Letters(mail, settings, () => base);
  let server: ServerType;
  try {
    await chores();
    server = await listen(appOf({database, settings, mail, letters}), settings.port);
  } catch (error) {
    await database.close();
    throw error;
  }
  const timer = setInterval(() => {
    chores().catch((error: unknown) => console.error('ctg-endpoint: the hourly chores failed', error));
  }, CHORES);
  timer.unref();
  const minutely = setInterval(() => {
    release(database, settings.now()).catch((error: unknown) =>
      console.error('ctg-endpoint: places could not be let go', error),
    );
  }, HOLDS);
  minutely.unref();
  // What an earlier run had written and not sent goes out now.
  mail.wake();
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  base = settings.publicUrl ?? origin;
  if (settings.smtpUrl && !settings.publicUrl)
    settings.say(
      `PUBLIC_URL is not set: links in letters lead to ${origin}, which only this machine can open.`,
    );
  const sites = await database.query<{id: string; host_token: string}>(
    'select id, host_token from sites order by id',
  );
  return {
    origin,
    hostUrls: Object.fromEntries(sites.map(({id, host_token}) => [id, `${base}/${id}/host/${host_token}`])),
    mail: mail.where,
    close: async () => {
      clearInterval(timer);
      clearInterval(minutely);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Browsers keep sockets open that nobody speaks on; they would hold the end up for minutes.
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
      await mail.close();
      await database.close();
    },
  };
}

function listen({fetch}: Hono, port: number): Promise<ServerType> {
  const server = serve({fetch, port});
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve(server)).once('error', reject);
  });
}
