import {assert} from 'chai';

import {Copies, type Copy} from '../../src/outbox/copies.js';
import {eventually} from '../testing/eventually.js';
import {Clock} from './rig.js';

const OVEN = '["https://oven.example/ctg.json"]';
const LONG = 2_000;

const copyAt = (at: number): Copy => ({
  url: 'https://oven.example/ctg.json',
  format: 'ctg',
  at,
  body: new TextEncoder().encode('{"ctg": "1"}'),
});

/** `indexedDB` as it is, but for what `change` puts in its place. */
const factoryWith = (change: Partial<IDBFactory>): IDBFactory => ({
  open: (...about) => indexedDB.open(...about),
  cmp: (a, b) => indexedDB.cmp(a, b),
  databases: () => indexedDB.databases(),
  deleteDatabase: (name) => indexedDB.deleteDatabase(name),
  ...change,
});

/** A deletion that comes to nothing, as on a broken disk. */
const failing = (): IDBOpenDBRequest =>
  Object.defineProperty({} as IDBOpenDBRequest, 'onerror', {
    set(told: () => void) {
      queueMicrotask(told);
    },
  });

describe('Copies in two tabs of one browser', () => {
  let name: string;
  let clock: Clock;
  let tabs: Copies[];
  let undo: (() => void)[];

  const tab = (change: Partial<IDBFactory> = {}): Copies => {
    const {schedule} = clock;
    const copies = new Copies({name, indexedDB: factoryWith(change), now: () => clock.wall, schedule});
    tabs.push(copies);
    return copies;
  };
  const isThere = async (): Promise<boolean> =>
    (await indexedDB.databases()).some((database) => database.name === name);

  beforeEach(() => {
    name = `ctg-test-${crypto.getRandomValues(new Uint32Array(2)).join('')}`;
    clock = new Clock();
    tabs = [];
    undo = [];
  });
  afterEach(async () => {
    for (const each of undo) each();
    for (const each of tabs) each.rest();
    const gone = indexedDB.deleteDatabase(name);
    await new Promise((resolve) => (gone.onsuccess = gone.onerror = resolve));
  });

  /** Has a tab look whether there is a database just before another tab deletes it. */
  const lookTooEarly = (): void => {
    Object.defineProperty(indexedDB, 'databases', {
      configurable: true,
      value: async () => [{name, version: 1}],
    });
    const again = (): void => void Reflect.deleteProperty(indexedDB, 'databases');
    undo.push(again);
  };

  /** A page that does not let go of the database when it is asked to, and what lies there as it sees it. */
  const sleeper = async (): Promise<{close: () => void; keys: () => Promise<readonly IDBValidKey[]>}> => {
    const open = indexedDB.open(name);
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    undo.push(() => database.close());
    const keys = (): Promise<readonly IDBValidKey[]> =>
      new Promise((resolve) => {
        const request = database.transaction(name).objectStore(name).getAllKeys();
        request.onsuccess = () => resolve(request.result);
      });
    return {close: () => database.close(), keys};
  };

  it('keep for each other, once one of them was told to', async () => {
    const [here, there] = [tab(), tab()];
    await there.put(OVEN, copyAt(clock.wall));
    assert.isFalse(await isThere());

    await here.begin();
    await there.put(OVEN, copyAt(clock.wall));

    assert.equal((await here.get(OVEN))?.at, clock.wall);
  });

  for (const [what, use] of [
    ['writing', (copies: Copies) => copies.put(OVEN, copyAt(new Clock().wall))],
    ['reading', (copies: Copies) => copies.get(OVEN)],
  ] as const)
    it(`leave no database behind where one ends it while the other is about to begin ${what}`, async () => {
      const [here, there] = [tab(), tab()];
      await here.begin();
      await here.put(OVEN, copyAt(clock.wall));
      await there.get(OVEN);
      assert.isTrue(await here.end());

      lookTooEarly();
      await use(there).catch(() => undefined);
      undo.pop()!();

      await eventually(async () => !(await isThere()));
      // And the tick can be set again, in whichever tab.
      await here.begin();
      await there.put(OVEN, copyAt(clock.wall));
      assert.equal((await there.get(OVEN))?.at, clock.wall);
    });

  it('wait until the other has let go, and call it done then only', async () => {
    const copies = tab({
      deleteDatabase: (each) => {
        const request = indexedDB.deleteDatabase(each);
        request.addEventListener('blocked', () => {
          void indexedDB
            .databases()
            .then(() => indexedDB.databases())
            .then(() => other.close());
        });
        return request;
      },
    });
    await copies.begin();
    const other = await sleeper();

    assert.isTrue(await copies.end());

    assert.isFalse(await isThere());
  });

  it('empty a database that could not be opened before, where another page does not let go of it', async () => {
    let isStuck = false;
    let isAsked = (): void => {};
    const asked = new Promise<void>((resolve) => (isAsked = resolve));
    let isBlocked = (): void => {};
    const blocked = new Promise<void>((resolve) => (isBlocked = resolve));
    const copies = tab({
      open: (each) => {
        if (!isStuck) return indexedDB.open(each);
        queueMicrotask(isAsked);
        return {} as IDBOpenDBRequest;
      },
      deleteDatabase: (each) => {
        const request = indexedDB.deleteDatabase(each);
        request.addEventListener('blocked', () => isBlocked());
        return request;
      },
    });
    await copies.begin();
    await copies.put(OVEN, copyAt(clock.wall));
    copies.rest();
    const other = await sleeper();
    isStuck = true;
    const got = copies.get(OVEN).catch(() => 'too late');
    await asked;
    clock.advance(LONG);
    assert.equal(await got, 'too late');
    isStuck = false;

    const ended = copies.end();
    await blocked;
    await indexedDB.databases();
    clock.advance(LONG);

    assert.isTrue(await ended, 'no copy is left');
    assert.isEmpty(await other.keys());
    // The database itself goes with the page that held it.
    const gone = indexedDB.deleteDatabase(name);
    other.close();
    await new Promise((resolve) => (gone.onsuccess = resolve));
    assert.isFalse(await isThere());
  });

  it('say so where nothing could be deleted', async () => {
    let isBroken = false;
    const copies = tab({
      open: (each) => {
        if (isBroken) throw new DOMException('broken', 'UnknownError');
        return indexedDB.open(each);
      },
      deleteDatabase: (each) => (isBroken ? failing() : indexedDB.deleteDatabase(each)),
    });
    await copies.begin();
    copies.rest();
    isBroken = true;

    assert.isFalse(await copies.end());

    isBroken = false;
    assert.isTrue(await copies.end());
    assert.isFalse(await isThere());
  });

  it('delete an empty database that could not be deleted before, as soon as they come upon it', async () => {
    const here = tab({deleteDatabase: failing});
    await here.begin();
    assert.isTrue(await here.end(), 'no copy is left');
    assert.isTrue(await isThere());

    const there = tab();
    await there.put(OVEN, copyAt(clock.wall));

    assert.isFalse(await isThere());
    await here.begin();
    await there.put(OVEN, copyAt(clock.wall));
    assert.equal((await here.get(OVEN))?.at, clock.wall);
  });

  it('leave a database of another version of us alone', async () => {
    const here = tab();
    await here.begin();
    await here.put(OVEN, copyAt(clock.wall));
    const open = indexedDB.open(name);
    await new Promise((resolve) => (open.onsuccess = resolve));
    const write = open.result.transaction(name, 'readwrite');
    write.objectStore(name).put({v: 2, all: []}, 'list');
    await new Promise((resolve) => (write.oncomplete = resolve));
    open.result.close();

    await here.put(OVEN, copyAt(clock.wall + 1));

    assert.isTrue(await isThere());
  });

  it('forget what is kept of one document', async () => {
    const here = tab();
    await here.begin();
    await here.put(OVEN, copyAt(clock.wall));

    await here.drop(OVEN);

    assert.isUndefined(await here.get(OVEN));
    assert.isTrue(await isThere());
  });
});
