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

function asked<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}
