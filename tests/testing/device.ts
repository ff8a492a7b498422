/** The visitor's device: what it keeps between visits. */

/** Deletes everything that this origin keeps, as a device that was never here. */
export async function forgetDevice(): Promise<void> {
  const gone = indexedDB.deleteDatabase('ctg');
  await new Promise((resolve) => (gone.onsuccess = gone.onerror = resolve));
}

/** Everything that is kept, by key; nothing is created by looking. */
export async function keptOnDevice(): Promise<ReadonlyMap<string, Record<string, unknown>>> {
  const names = (await indexedDB.databases()).map(({name}) => name);
  if (!names.includes('ctg')) return new Map();
  const database = await asked(indexedDB.open('ctg'));
  try {
    const store = database.transaction('ctg').objectStore('ctg');
    const [keys, values] = await Promise.all([asked(store.getAllKeys()), asked(store.getAll())]);
    return new Map(keys.map((key, i) => [String(key), values[i]]));
  } finally {
    database.close();
  }
}

/** Puts a record there, as an earlier visit or another version might have left it. */
export async function keepOnDevice(key: string, value: unknown): Promise<void> {
  const request = indexedDB.open('ctg');
  request.onupgradeneeded = () => request.result.createObjectStore('ctg');
  const database = await asked(request);
  try {
    await asked(database.transaction('ctg', 'readwrite').objectStore('ctg').put(value, key));
  } finally {
    database.close();
  }
}

/** Calls `listener` when something is gone from the device for good, before whoever deleted it hears; gives back how to stop. */
export function onForgotten(listener: (key: string) => void): () => void {
  const begin = IDBDatabase.prototype.transaction;
  const remove = IDBObjectStore.prototype.delete;
  const gone = new WeakMap<IDBTransaction, string[]>();
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given) {
    const transaction = begin.apply(this, given);
    // Here and not where something is deleted: listeners are called in the order in which they came.
    transaction.addEventListener('complete', () => gone.get(transaction)?.forEach((key) => listener(key)));
    return transaction;
  };
  IDBObjectStore.prototype.delete = function (this: IDBObjectStore, key) {
    gone.set(this.transaction, [...(gone.get(this.transaction) ?? []), String(key)]);
    return remove.call(this, key);
  };
  return () => {
    IDBDatabase.prototype.transaction = begin;
    IDBObjectStore.prototype.delete = remove;
  };
}

function asked<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}
