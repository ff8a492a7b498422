// A WordPress of this machine, in a folder of its own, with a database of its own.
import {execFileSync} from 'node:child_process';
import {chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {find, freePort, phpWith, Program} from '../process.js';

const HERE = new URL('.', import.meta.url).pathname;
const PLUGIN = new URL('../../../demo/endpoints/wordpress/ctg-signups.php', import.meta.url).pathname;
/** Where Debian's package puts it; elsewhere `CTG_WORDPRESS` names the folder with `wp-load.php`. */
const SOURCE = process.env['CTG_WORDPRESS'] ?? '/usr/share/wordpress';

/** An event as its webmaster keeps it. */
export interface Event {
  readonly title: string;
  readonly meta: Readonly<Record<string, string | number | boolean>>;
}

/** A WordPress that runs. */
export class WordPress {
  readonly version: string;
  /** Ids of the events, in the order in which they were given. */
  readonly ids: readonly number[];
  readonly origin: string;
  readonly #folder: string;
  readonly #php: string;
  readonly #programs: readonly Program[];

  private constructor(
    folder: string,
    php: string,
    origin: string,
    programs: readonly Program[],
    made: {version: string; ids: number[]},
  ) {
    [this.#folder, this.#php, this.origin, this.#programs] = [folder, php, origin, programs];
    ({version: this.version, ids: this.ids} = made);
  }

  /** Why there is none here; undefined when there can be one. */
  static get lacks(): string | undefined {
    const php = phpWith('mysqli');
    if ('skip' in php) return php.skip;
    if (!existsSync(join(SOURCE, 'wp-load.php')))
      return 'this machine has no WordPress (Debian: wordpress php-mysql; CTG_WORDPRESS names its folder)';
    return databaseProgram() ? undefined : 'this machine has no MariaDB (Debian: mariadb-server)';
  }

  /** @param files origin from which its pages load the widget */
  static async start(events: readonly Event[], files: string): Promise<WordPress> {
    const php = phpWith('mysqli');
    if (!('php' in php)) throw new Error(php.skip);
    const folder = mkdtempSync(join(tmpdir(), 'ctg-wp-'));
    chmodSync(folder, 0o755);
    const database = await startDatabase(folder);
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const www = join(folder, 'www');
    copySite(www, folder, origin, files);
    const run = (script: string, input: string) =>
      JSON.parse(
        execFileSync(php.php, [join(HERE, script), www], {
          input,
          encoding: 'utf8',
          stdio: ['pipe', 'pipe', 'pipe'],
        }),
      ) as {version: string; ids: number[]};
    const made = run('install.php', JSON.stringify(events));
    const server = await Program.start(
      [php.php, '-S', `127.0.0.1:${port}`, '-t', www, join(folder, 'router.php')],
      {
        cwd: www,
        env: {PHP_CLI_SERVER_WORKERS: '4'},
        ready: /Development Server .* started/,
      },
    );
    return new WordPress(folder, php.php, origin, [server, database], made);
  }

  /** Publishes a post as an author; answers its address, and what WordPress left of it. */
  publish(content: string): {url: string; stored: string} {
    const out = execFileSync(this.#php, [join(HERE, 'publish.php'), join(this.#folder, 'www')], {
      input: content,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const {path, stored} = JSON.parse(out) as {path: string; stored: string};
    return {url: this.origin + path, stored};
  }

  /** Deletes old sign-ups as if all had come in long ago, after one event was and one is gone; answers who is left. */
  forget(ids: readonly number[], change: {over: number; gone: number}): number[] {
    const out = execFileSync(this.#php, [join(HERE, 'forget.php'), join(this.#folder, 'www')], {
      input: JSON.stringify({ids, ...change}),
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    return JSON.parse(out) as number[];
  }

  async close(): Promise<void> {
    for (const program of this.#programs) await program.stop();
    rmSync(this.#folder, {recursive: true, force: true});
  }
}

function databaseProgram(): {server: string; install: string} | undefined {
  const server = find('mariadbd', '/usr/sbin/mariadbd');
  const install = find('mariadb-install-db');
  return server && install ? {server, install} : undefined;
}

async function startDatabase(folder: string): Promise<Program> {
  const programs = databaseProgram();
  if (!programs) throw new Error('no MariaDB');
  const data = join(folder, 'data');
  // It refuses to run as root, and its package makes somebody who may.
  const user = process.getuid?.() === 0 ? ['--user=mysql'] : [];
  mkdirSync(data);
  execFileSync(
    programs.install,
    [
      '--no-defaults',
      ...user,
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ],
    {stdio: 'pipe'},
  );
  const program = await Program.start(
    [
      programs.server,
      '--no-defaults',
      ...user,
      `--datadir=${data}`,
      `--socket=${data}/db.sock`,
      `--pid-file=${data}/db.pid`,
      `--tmpdir=${data}`,
      '--skip-networking',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-buffer-pool-size=32M',
      '--performance-schema=OFF',
    ],
    {cwd: data, ready: /ready for connections/},
  );
  return program;
}

function copySite(www: string, folder: string, origin: string, files: string): void {
  // Without its own settings, which belong to the machine's site and not to ours.
  cpSync(SOURCE, www, {
    recursive: true,
    dereference: true,
    filter: (path) => !path.endsWith('wp-config.php'),
  });
  const content = join(www, 'wp-content');
  for (const part of ['mu-plugins', 'plugins', 'uploads', 'themes/test'])
    mkdirSync(join(content, part), {recursive: true});
  cpSync(join(HERE, 'events.php'), join(content, 'mu-plugins/events.php'));
  cpSync(PLUGIN, join(content, 'plugins/ctg-signups.php'));
  cpSync(join(HERE, 'theme.php'), join(content, 'themes/test/index.php'));
  writeFileSync(join(content, 'themes/test/style.css'), '/* Theme Name: Test */');
  const constants = {
    DB_NAME: 'wordpress',
    DB_USER: 'root',
    DB_PASSWORD: '',
    DB_HOST: `localhost:${join(folder, 'data/db.sock')}`,
    DB_CHARSET: 'utf8mb4',
    WP_HOME: origin,
    WP_SITEURL: origin,
    CTG_TEST_FILES: files,
  };
  const lines = Object.entries(constants).map(([name, value]) => `define('${name}', '${value}');`);
  const on = ['WP_HTTP_BLOCK_EXTERNAL', 'DISABLE_WP_CRON', 'AUTOMATIC_UPDATER_DISABLED'];
  writeFileSync(
    join(www, 'wp-config.php'),
    `<?php\n${lines.join('\n')}\n${on.map((name) => `define('${name}', true);`).join('\n')}
mysqli_query(mysqli_connect('localhost', 'root', '', '', 0, '${join(folder, 'data/db.sock')}'), 'create database if not exists wordpress character set utf8mb4');
$table_prefix = 'wp_';
define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';\n`,
  );
  writeFileSync(
    join(folder, 'router.php'),
    `<?php
$file = $_SERVER['DOCUMENT_ROOT'] . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (is_file($file)) return false;
$_SERVER['SCRIPT_NAME'] = '/index.php';
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';\n`,
  );
}
