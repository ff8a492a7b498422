// Programs of this machine, started for one test file and ended with it.
import {type ChildProcess, execFileSync, spawn} from 'node:child_process';
import {createServer, type AddressInfo} from 'node:net';
import {accessSync, constants} from 'node:fs';
import {delimiter, join} from 'node:path';
import {createInterface} from 'node:readline';

/**
 * Ends the program and everything it has started when its standard input closes, however the process that started
 * it ended. A test run that is killed must not leave a server behind. All of them are one group of processes; the
 * shell itself outlives the signal to the group, so that whoever waits for it waits for the program.
 */
const SCRIPT = `
  exec 3<&0
  trap : TERM
  "$@" </dev/null & program=$!
  (cat <&3 >/dev/null; kill -TERM 0) 2>/dev/null & watch=$!
  wait $program
  while kill -0 $program 2>/dev/null; do wait $program; done
  kill -KILL $watch 2>/dev/null`;

/** How a program is started. */
export interface Start {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The line, on either output, that says that it serves. */
  readonly ready: RegExp;
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
}

/** A program that runs until it is stopped. */
export class Program {
  readonly #child: ChildProcess;
  /** Everything it has said so far, for when a test has to tell what went wrong. */
  readonly said: string[] = [];

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Starts it and waits for the line that says that it is ready. */
  static async start(command: readonly string[], {cwd, env, ready, uid, gid}: Start): Promise<Program> {
    const child = spawn('/bin/sh', ['-c', SCRIPT, 'sh', ...command], {
      cwd,
      env: {...process.env, ...env},
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
      ...(uid !== undefined && {uid}),
      ...(gid !== undefined && {gid}),
    });
    const program = new Program(child);
    await new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr])
        createInterface({input: stream}).on('line', (line) => {
          program.said.push(line);
          if (ready.test(line)) resolve();
        });
      child.once('exit', () => reject(new Error(`${command[0]} ended.\n${program.said.join('\n')}`)));
    });
    return program;
  }

  /** Ends it, and waits until it has. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.stdin?.end();
    await gone;
  }
}

/** Where a program is: one of these files, or a name on PATH; undefined when this machine lacks it. */
export function find(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names
    .flatMap((name) => (name.includes('/') ? [name] : folders.map((folder) => join(folder, name))))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        // Not here: the next place is looked at.
        return false;
      }
    });
}

/** A port that was free a moment ago, for programs that can not choose one and say which. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The PHP of this machine, or the sentence with which a test says why it is skipped. */
export function phpWith(...modules: readonly string[]): {php: string} | {skip: string} {
  const php = find('php');
  if (!php) return {skip: 'this machine has no php (Debian: php-cli php-sqlite3)'};
  const has = execFileSync(php, ['-m'], {encoding: 'utf8'}).toLowerCase().split(/\s+/);
  const missing = modules.filter((module) => !has.includes(module));
  return missing.length > 0 ? {skip: `php here lacks ${missing.join(', ')}`} : {php};
}
