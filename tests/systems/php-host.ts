// A shared host with PHP: a folder that is served, with ctg.php in it as somebody would upload it.
import {copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import type {CtgDocument} from '../../src/protocol/document.js';
import {newId} from '../../src/base/id.js';
import type {Gathering} from '../../src/protocol/gathering.js';
import type {Problem} from '../../src/protocol/problem.js';
import type {Receipt} from '../../src/protocol/receipt.js';
import type {Signup} from '../../src/protocol/signup.js';
import {freePort, Program} from './process.js';

const FILE = new URL('../../demo/endpoints/ctg.php', import.meta.url).pathname;

/** Key of the host's page in these tests. */
export const KEY = 'a key of the parish office';

/** A receipt or a refusal: what a test asks for is there or undefined. */
export type Said = Partial<Receipt> & Partial<Problem>;

/** A signup as a widget sends it; `more` replaces some of it. */
export function signup(gathering: string, more: Partial<Signup> = {}): Signup {
  return {
    ctg: '1',
    id: newId(),
    gathering,
    name: 'Ana Ruiz',
    email: 'ana@example.org',
    adults: 1,
    children: 0,
    answers: {},
    consents: [],
    language: 'en',
    at: '2026-11-20T10:00:00Z',
    ...more,
  };
}

/** A gathering in thirty days. */
export function planned(id: string, more: Partial<Gathering> = {}): Gathering {
  const start = new Date(Date.now() + 30 * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z');
  return {id, name: `The ${id}`, start, ...more};
}

/** A host with PHP, running. */
export class PhpHost {
  readonly folder = mkdtempSync(join(tmpdir(), 'ctg-php-'));
  readonly #php: string;
  #program: Program | undefined;
  #port = 0;

  constructor(php: string) {
    this.#php = php;
    copyFileSync(FILE, join(this.folder, 'ctg.php'));
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Address of the document. */
  get url(): string {
    return `${this.origin}/ctg.php`;
  }

  /** Changes what a webmaster may change at the top of the file. */
  set(name: string, value: string): this {
    const file = join(this.folder, 'ctg.php');
    const before = readFileSync(file, 'utf8');
    const after = before.replace(new RegExp(`^const ${name} = .*;$`, 'm'), `const ${name} = ${value};`);
    if (after === before) throw new Error(`ctg.php has no ${name} to set`);
    writeFileSync(file, after);
    return this;
  }

  /** Uploads the gatherings as a file beside it. */
  upload(document: CtgDocument): this {
    writeFileSync(join(this.folder, 'ctg.json'), JSON.stringify(document));
    return this;
  }

  async open(): Promise<this> {
    this.#port = await freePort();
    this.#program = await Program.start([this.#php, '-S', `127.0.0.1:${this.#port}`, '-t', this.folder], {
      cwd: this.folder,
      env: {PHP_CLI_SERVER_WORKERS: '4'},
      ready: /Development Server .* started/,
    });
    return this;
  }

  async close(): Promise<void> {
    await this.#program?.stop();
    rmSync(this.folder, {recursive: true, force: true});
  }

  async ask(
    path: string,
    method = 'GET',
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<{status: number; headers: Headers; body: Said; text: string}> {
    const json = body !== undefined && typeof body !== 'string';
    const response = await fetch(new URL(path, this.url), {
      method,
      redirect: 'manual',
      headers: {...(json && {'Content-Type': 'application/json'}), ...headers},
      ...(body !== undefined && {body: json ? JSON.stringify(body) : String(body)}),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? (JSON.parse(text) as Said) : {},
      text,
    };
  }

  signUp(message: Signup) {
    return this.ask(`?gathering=${encodeURIComponent(message.gathering)}`, 'POST', message);
  }

  async gathering(id: string): Promise<Gathering> {
    const document = (await (await fetch(this.url)).json()) as CtgDocument;
    const found = document.gatherings?.find((each) => each.id === id);
    if (!found) throw new Error(`no gathering ${id}`);
    return found;
  }
}
