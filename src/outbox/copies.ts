// What websites said when they could last be reached, for who wants it kept. Room of its own in a database of its own:
// it may go at any time, and the outbox may not.
import {promisifyRequest} from 'idb-keyval';

import {type Kept, isTooOld, makeRoom} from './copy-room.js';
import {Device} from './device.js';
import {COPIES, hasOutbox} from './exists.js';
import {onTimer} from './options.js';

/** Key of the list of what is kept. Where there is none nobody wants anything kept, and nothing is written. */
const LIST = 'list';

/** A copy as it lies on the device. Whoever reads it trusts it no more than an answer. */
export interface Copy {
  /** Where it came from in the end. */
  readonly url: string;
  /** What it was read as. */
  readonly format: string;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  /** What it says: a document as JSON, in UTF-8. */
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Where copies are kept; a test gives its own. */
export interface CopiesOptions {
  readonly name?: string;
  readonly indexedDB?: IDBFactory | undefined;
  readonly now?: () => number;
}

/**
 * Copies by the address that was asked, and how it was read. Nothing is opened, and no database created, before
 * somebody wants copies kept; once nobody does any more there is no database either.
 */
export class Copies {
  readonly #name: string;
  readonly #indexedDB: IDBFactory | undefined;
  readonly #now: () => number;
  readonly #device: Device;

  constructor(options: CopiesOptions = {}) {
    const {name, indexedDB, now} = {
      name: COPIES,
      indexedDB: globalThis.indexedDB,
      now: Date.now,
      ...options,
    };
    this.#name = name;
    this.#indexedDB = indexedDB;
    this.#now = now;
    this.#device = new Device({name, indexedDB, schedule: onTimer});
  }

  /** Keeps copies from now on. Rejects where the device keeps nothing. */
  async begin(): Promise<void> {
    this.#device.again();
    await this.#device.change(LIST, (list) => (list === undefined ? [[LIST, listOf([])]] : []));
    // What nobody could find again must not lie there.
    if (!(await hasOutbox(this.#name))) throw new DOMException('no list of databases', 'NotFoundError');
  }

  /** Deletes all copies, and keeps none from now on. Never rejects. */
  async end(): Promise<void> {
    // First what they say: while another page has it open, the database itself has to wait.
    if (await this.#isThere())
      await this.#device.use('readwrite', (store) => promisifyRequest(store.clear())).catch(() => undefined);
    this.#device.close();
    await new Promise((gone) => {
      const request = this.#indexedDB?.deleteDatabase(this.#name);
      if (request) request.onsuccess = request.onerror = request.onblocked = gone;
      else gone(undefined);
    }).catch(() => undefined);
  }

  /** Keeps a copy in place of what was kept under `key`, if copies are wanted. Rejects where the device is full. */
  async put(key: string, copy: Copy): Promise<void> {
    if (!(await this.#isThere())) return;
    const {at, body} = copy;
    const now = this.#now();
    await this.#device.change(LIST, (list) => {
      const kept = keptIn(list);
      if (!kept || kept.some((old) => old.key === key && old.at === at)) return [];
      const room = makeRoom(kept, {key, at, bytes: body.length}, now);
      const isIn = room.some((each) => each.key === key);
      const gone = kept.filter((old) => !room.some((each) => each.key === old.key));
      return [
        [LIST, listOf(room)],
        ...(isIn ? [[placeOf(key), copy] as const] : []),
        ...gone.map((old) => [placeOf(old.key), undefined] as const),
      ];
    });
  }

  /** What is kept under `key`; `undefined` where nothing is, and where it is too old. */
  async get(key: string): Promise<Copy | undefined> {
    if (!(await this.#isThere())) return undefined;
    const copy = copyOf(
      await this.#device.use('readonly', (store) => promisifyRequest<unknown>(store.get(placeOf(key)))),
    );
    return copy && !isTooOld(copy.at, this.#now()) ? copy : undefined;
  }

  /** Closes the database; the next use opens it again. */
  rest(): void {
    this.#device.close();
  }

  /** Asked before every use, since another page may have deleted it meanwhile. */
  #isThere(): Promise<boolean> {
    return hasOutbox(this.#name);
  }
}

const placeOf = (key: string): string => `copy:${key}`;

const listOf = (kept: readonly Kept[]): object => ({v: 1, kept});

/** What is listed; `undefined` where nothing is wanted, and where another version of us wrote the list. */
function keptIn(list: unknown): readonly Kept[] | undefined {
  const {v, kept} = Object(list) as {v?: unknown; kept?: unknown};
  if (v !== 1 || !Array.isArray(kept)) return undefined;
  return (kept as Partial<Kept>[]).filter(
    (each): each is Kept =>
      typeof each?.key === 'string' && typeof each.at === 'number' && typeof each.bytes === 'number',
  );
}

function copyOf(value: unknown): Copy | undefined {
  const {url, format, at, body} = Object(value) as Partial<Record<keyof Copy, unknown>>;
  const isCopy =
    typeof url === 'string' &&
    typeof format === 'string' &&
    typeof at === 'number' &&
    body instanceof Uint8Array;
  return isCopy ? (value as Copy) : undefined;
}
