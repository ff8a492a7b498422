// What lies in the database of copies, as a test looks at it and spoils it.
import {assert} from 'chai';

import {COPIES} from '../../src/outbox/exists.js';
import {until} from './network-map.harness.js';

/** All that lies in the database. */
async function store<Value>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<Value>) {
  const open = indexedDB.open(COPIES);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    open.onupgradeneeded = () => open.transaction!.abort();
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error!);
  });
  try {
    return await new Promise<Value>((resolve, reject) => {
      const request = ask(database.transaction(COPIES, mode).objectStore(COPIES));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error!);
    });
  } finally {
    database.close();
  }
}

/** Waits until so many copies are kept. */
export const kept = (n: number): Promise<true> =>
  until(async () =>
    assert.lengthOf(
      (await store('readonly', (all) => all.getAllKeys())).filter((key) => String(key).startsWith('copy:')),
      n,
    ),
  );

/** What all copies say. */
export const said = async (): Promise<string> =>
  (await store('readonly', (all) => all.getAll() as IDBRequest<{body?: Uint8Array}[]>))
    .map(({body}) => new TextDecoder().decode(body))
    .join('\n');

/** Puts in place of every copy what is none. */
export async function spoil(): Promise<void> {
  for (const key of await store('readonly', (all) => all.getAllKeys()))
    if (String(key).startsWith('copy:')) {
      const body = new TextEncoder().encode('{"ctg": "1", "groups": ');
      await store('readwrite', (all) =>
        all.put({url: 'https://attic.example/', format: 'ctg', at: Date.now(), body}, key),
      );
    }
}
