// What websites said when they could last be reached, for who wants it kept. Room of its own in a database of its own:
// it may go at any time, and the outbox may not.
import {promisifyRequest} from 'idb-keyval';

import {type Kept, isTooOld, makeRoom} from './copy-room.js';
import {Device, type Writes} from './device.js';
import {COPIES, hasOutbox} from './exists.js';
import {onTimer, type Schedule} from './options.js';

/** Key of the list of what is kept. Where there is none nobody wants anything kept, and nothing is written. */
const LIST = 'list';

/**
 * How long another page may take to let go of what is to be deleted, in milliseconds. It is told to, and does so at
 * once where it does not sleep.
 */
const PATIENCE = 2_000;

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
  readonly schedule?: Schedule;
}

/**
 * Copies by the address that was asked, and how it was read. Nothing is opened, and no database created, before
 * somebody wants copies kept; once nobody does any more there is no database either.
 */
export class Copies {
  readonly #name: string;
  readonly #indexedDB: IDBFactory | undefined;
  readonly #now: () => number;
  readonly #schedule: Schedule;
  readonly #device: Device;

  constructor(options: CopiesOptions = {}) {
    const {name, indexedDB, now, schedule} = {
      name: COPIES,
      indexedDB: globalThis.indexedDB,
      now: Date.now,
      schedule: onTimer,
      ...options,
    };
    this.#name = name;
    this.#indexedDB = indexedDB;
    this.#now = now;
    this.#schedule = schedule;
    this.#device = new Device({name, indexedDB, schedule});
    // Only `begin` makes one: another page may delete it between a look and a use.
    this.#device.fill = undefined;
  }

  /** Keeps copies from now on. Rejects where the device keeps nothing. */
  async begin(): Promise<void> {
    this.#device.again();
    // At once with the database: one without a list is what could not be deleted.
    this.#device.fill = (store) => store.put(listOf([]), LIST);
    try {
      await this.#device.change(LIST, (list) => (list === undefined ? [[LIST, listOf([])]] : []));
    } finally {
      this.#device.fill = undefined;
    }
    // What nobody could find again must not lie there.
    if (!(await hasOutbox(this.#name))) throw new DOMException('no list of databases', 'NotFoundError');
  }

  /** Deletes all copies, and keeps none from now on. Whether none is left; never rejects. */
  async end(): Promise<boolean> {
    this.#device.again();
    // First what they say: while another page has it open, the database itself has to wait.
    const isEmpty = (await this.#isThere()) && (await this.#clear());
    this.#device.close();
    return (await this.#delete()) || isEmpty;
  }

  /** Keeps a copy in place of what was kept under `key`, if copies are wanted. Rejects where the device is full. */
  async put(key: string, copy: Copy): Promise<void> {
    const {at, body} = copy;
    const now = this.#now();
    await this.#change((kept) => {
      if (kept.some((old) => old.key === key && old.at === at)) return [];
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

  /** Deletes what is kept under `key`. */
  drop(key: string): Promise<void> {
    return this.#change((kept) => [
      [LIST, listOf(kept.filter((each) => each.key !== key))],
      [placeOf(key), undefined],
    ]);
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

  /** Writes what `decide` makes of what is kept, where anybody wants copies kept. */
  async #change(decide: (kept: readonly Kept[]) => Writes): Promise<void> {
    if (!(await this.#isThere())) return;
    let isOver = false;
    await this.#device.change(LIST, (list) => {
      isOver = list === undefined;
      const kept = keptIn(list);
      return kept ? decide(kept) : [];
    });
    if (isOver) await this.end();
  }

  #clear(): Promise<boolean> {
    const clear = this.#device.use('readwrite', (store) => promisifyRequest(store.clear()));
    return clear.then(
      () => true,
      () => false,
    );
  }

  /** Whether the database is gone. Where another page sleeps with it open, it goes when that page wakes or is left. */
  async #delete(): Promise<boolean> {
    try {
      const request = this.#indexedDB?.deleteDatabase(this.#name);
      return await new Promise<boolean>((resolve) => {
        if (!request) return resolve(true);
        request.onsuccess = () => resolve(true);
        request.onerror = () => resolve(false);
        request.onblocked = () => this.#schedule(() => resolve(false), PATIENCE);
      });
    } catch {
      // It may not be touched, so there is none.
      return true;
    }
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
