// A PostgreSQL server for one test file, where the machine has one: in a folder of its own, on a socket in it.
import {type ChildProcess, execFileSync, spawn} from 'node:child_process';
import {chownSync, existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {createInterface} from 'node:readline';
import pg from 'pg';

/** A server refuses to run as root, as which CI often does; the first of these that there is runs it. */
const USERS = ['postgres', 'nobody'];
const NAME = 'ctg';

/**
 * Ends the server when its standard input closes, however the process that started it ended. A test run that is
 * killed must not leave one behind.
 */
const SCRIPT = `
  exec 3<&0
  "$@" & server=$!
  (cat <&3 >/dev/null; kill -INT $server) 2>/dev/null &
  wait $server`;

/** A server that runs, or could. */
export class Server {
  readonly #bin: string;
  readonly #owner: {uid?: number; gid?: number};
  readonly #folder: string;
  #running: ChildProcess | undefined;
  #databases = 0;

  private constructor(bin: string, owner: {uid?: number; gid?: number}) {
    this.#bin = bin;
    this.#owner = owner;
    this.#folder = mkdtempSync(join(tmpdir(), 'ctg-pg-'));
  }

  /** A new server, or a sentence saying why there is none. `settings` are those of `postgresql.conf`. */
  static async start(settings: Readonly<Record<string, string>> = HABITS): Promise<Server | string> {
    const bin = serverFolder();
    if (bin === undefined) return 'this machine has no PostgreSQL server (CTG_POSTGRES names its bin folder)';
    const owner = ownerHere();
    if (owner === undefined)
      return `a PostgreSQL server does not run as root, and there is no ${USERS.join(' or ')}`;
    const server = new Server(bin, owner);
    server.#make();
    await server.resume(settings);
    return server;
  }

  /** A new, empty database: its address, as `DATABASE_URL` has it. */
  async database(): Promise<string> {
    this.#databases += 1;
    const name = `test${this.#databases}`;
    await this.ask(`create database ${name}`);
    return this.#url(name);
  }

  /** Asks the server itself, beside whoever is being tested. */
  async ask<Row>(sql: string, url = this.#url('postgres')): Promise<Row[]> {
    const client = new pg.Client(url);
    await client.connect();
    const {rows} = await client.query(sql).finally(() => client.end());
    return rows as Row[];
  }

  /** Starts it again after `pause`, with the same data. */
  async resume(settings: Readonly<Record<string, string>> = HABITS): Promise<void> {
    const options = Object.entries({
      listen_addresses: '',
      unix_socket_directories: this.#folder,
      ...settings,
    }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const command = [join(this.#bin, 'postgres'), '-D', this.#data, ...options];
    const child = spawn('/bin/sh', ['-c', SCRIPT, 'sh', ...command], {
      ...this.#owner,
      cwd: this.#folder,
      stdio: ['pipe', 'ignore', 'pipe'],
      env: {...process.env, LC_ALL: 'C'},
    });
    this.#running = child;
    const said: string[] = [];
    await new Promise<void>((resolve, reject) => {
      createInterface({input: child.stderr}).on('line', (line) => {
        said.push(line);
        if (line.includes('ready to accept connections')) resolve();
      });
      child.once('exit', () => reject(new Error(`PostgreSQL ended.\n${said.join('\n')}`)));
    });
  }

  /** Ends it, connections and all, and keeps the data. */
  async pause(): Promise<void> {
    const child = this.#running;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.stdin?.end();
    await gone;
  }

  /** Ends it and deletes its data. */
  async stop(): Promise<void> {
    await this.pause();
    rmSync(this.#folder, {recursive: true, force: true});
  }

  get #data(): string {
    return join(this.#folder, 'data');
  }

  #url(database: string): string {
    return `postgres://${NAME}@/${database}?host=${encodeURIComponent(this.#folder)}`;
  }

  #make(): void {
    const {uid, gid} = this.#owner;
    if (uid !== undefined && gid !== undefined) chownSync(this.#folder, uid, gid);
    execFileSync(
      join(this.#bin, 'initdb'),
      [
        '-D',
        this.#data,
        '-U',
        NAME,
        '-A',
        'trust',
        '-E',
        'UTF8',
        '--locale=C',
        '--no-sync',
        '--wal-segsize=1',
      ],
      {...this.#owner, cwd: this.#folder, stdio: ['ignore', 'ignore', 'pipe']},
    );
  }
}

/** Another default than most servers have, so that the endpoint relies on none; and no waiting for the disk. */
const HABITS = {
  default_transaction_isolation: 'repeatable read',
  timezone: 'Asia/Kolkata',
  fsync: 'off',
};

/** The folder with `initdb` and `postgres` in it. Debian keeps them away from PATH, one folder a version. */
function serverFolder(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return [
    process.env['CTG_POSTGRES'] ?? '',
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ].find((folder) => folder !== '' && ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}

/** Who shall run it: whoever we are, or, for root, someone else; undefined when there is nobody. */
function ownerHere(): {uid?: number; gid?: number} | undefined {
  if (process.getuid?.() !== 0) return {};
  for (const user of USERS) {
    const [uid, gid] = ['-u', '-g'].map((flag) => {
      try {
        return Number(
          execFileSync('id', [flag, user], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}),
        );
      } catch {
        // No such user here: the next one is asked for.
        return undefined;
      }
    });
    if (uid !== undefined && gid !== undefined) return {uid, gid};
  }
  return undefined;
}
