import {assert} from 'chai';

import {entryOf, receiptFor, Rig} from './rig.js';

/** `indexedDB` as it is, but for what `change` puts in its place. */
function factoryWith(change: Partial<Pick<IDBFactory, 'open'>>): IDBFactory {
  return {
    open: (...about) => indexedDB.open(...about),
    cmp: (a, b) => indexedDB.cmp(a, b),
    databases: () => indexedDB.databases(),
    deleteDatabase: (name) => indexedDB.deleteDatabase(name),
    ...change,
  };
}

/** Lets `fail` decide, before each transaction of this page, what it throws. */
function failingTransactions(
  fail: (mode: IDBTransactionMode | undefined) => DOMException | undefined,
): () => void {
  const real = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    const error = fail(mode);
    if (error) throw error;
    return real.call(this, names, mode, options);
  };
  return () => (IDBDatabase.prototype.transaction = real);
}

describe('Keeping things on a device', () => {
  let rig: Rig;
  let restore = () => {};
  beforeEach(() => (rig = new Rig()));
  afterEach(async () => {
    restore();
    restore = () => {};
    await rig.close();
  });

  const refusing: [string, IDBFactory | undefined][] = [
    ['there is none', undefined],
    [
      'a sandboxed frame may not use it',
      factoryWith({
        open: () => {
          throw new DOMException('insecure', 'SecurityError');
        },
      }),
    ],
  ];
  for (const [why, factory] of refusing) {
    it(`says that it is kept in memory only, and sends it, when ${why} (row 53)`, async () => {
      const {outbox, changed} = rig.tab({indexedDB: factory});

      assert.equal(await outbox.add(entryOf('a')), 'memory');
      assert.isTrue(outbox.unsaved);
      (await rig.endpoint.next()).answer(receiptFor('a'));
      await changed(({outcome}) => outcome?.kind === 'confirmed');

      assert.isFalse(outbox.unsaved, 'nothing left to warn about');
      assert.isEmpty(await outbox.entries());
      assert.lengthOf(await outbox.mine(), 1);
    });
  }

  it('waits two seconds for a database that never opens, and only once (row 54)', async () => {
    const {outbox, clock} = rig.tab({indexedDB: factoryWith({open: () => ({}) as IDBOpenDBRequest})});
    const added = outbox.add(entryOf('a'));
    await Promise.resolve(); // The opening starts behind what was asked for before.
    await Promise.resolve();

    clock.advance(2_000);

    assert.equal(await added, 'memory');
    assert.equal(outbox.trouble, 'slow');
    assert.equal(await outbox.add(entryOf('b')), 'memory', 'without waiting again');
  });

  it('uses a database that opens late after all', async () => {
    let open!: IDBOpenDBRequest;
    let late!: () => void;
    const factory = factoryWith({
      open: (name) => {
        open = indexedDB.open(name);
        // Holds the answer back until the test lets it through.
        const slow = new Proxy(open, {
          set: (request, key, value: unknown) => {
            if (key === 'onsuccess') late = value as () => void;
            else Reflect.set(request, key, value);
            return true;
          },
          get: (request, key) => Reflect.get(request, key, request) as unknown,
        });
        return slow;
      },
    });
    const {outbox, clock} = rig.tab({indexedDB: factory});
    const added = outbox.add(entryOf('a'));
    await Promise.resolve();
    await Promise.resolve();
    const opened = new Promise((resolve) => open.addEventListener('success', resolve));
    clock.advance(2_000);
    assert.equal(await added, 'memory');

    await opened;
    late();

    assert.equal(await outbox.add(entryOf('b')), 'device');
  });

  it('lets go of the database when another page wants to change or delete it (row 54)', async () => {
    const {outbox} = rig.tab();
    await outbox.add(entryOf('a'));

    const request = indexedDB.deleteDatabase(rig.name);
    const blocked = await new Promise<boolean>((resolve) => {
      request.onsuccess = () => resolve(false);
      request.onblocked = () => resolve(true);
    });

    assert.isFalse(blocked);
    assert.equal(await outbox.add(entryOf('b')), 'device', 'and opens it again afterwards');
  });

  it('says so when the disk is full, and tries to send it at once (row 55)', async () => {
    const {outbox} = rig.tab();
    restore = failingTransactions((mode) =>
      mode === 'readwrite' ? new DOMException('full', 'QuotaExceededError') : undefined,
    );

    assert.equal(await outbox.add(entryOf('a')), 'memory');

    assert.equal(outbox.trouble, 'full');
    assert.equal((await rig.endpoint.next()).entry.id, 'a');
  });

  for (const name of ['InvalidStateError', 'UnknownError']) {
    it(`opens once more when the connection turns out to be dead: ${name} (row 57)`, async () => {
      const {outbox} = rig.tab();
      await outbox.add(entryOf('a'));
      let left = 1;
      restore = failingTransactions(() => (left-- > 0 ? new DOMException('lost', name) : undefined));

      assert.equal(await outbox.add(entryOf('b')), 'device');
    });
  }

  it('falls back to memory when opening once more does not help (row 57)', async () => {
    const {outbox} = rig.tab();
    await outbox.add(entryOf('a'));
    restore = failingTransactions(() => new DOMException('lost', 'UnknownError'));

    assert.equal(await outbox.add(entryOf('b')), 'memory');
    assert.isTrue(outbox.unsaved);
  });

  it('takes what was delivered off the device later, when the device refused to at first', async () => {
    const {outbox, changed} = rig.tab();
    await outbox.add(entryOf('a'));
    const call = await rig.endpoint.next();
    let full = true;
    restore = failingTransactions((mode) =>
      full && mode === 'readwrite' ? new DOMException('full', 'QuotaExceededError') : undefined,
    );
    call.answer(receiptFor('a'));
    await changed(({outcome}) => outcome?.kind === 'confirmed');
    assert.isDefined(await rig.get('out:a'), 'the device still has it');

    full = false;
    await outbox.entries();

    assert.isUndefined(await rig.get('out:a'));
    assert.deepInclude((await rig.get('mine:a')) as object, {id: 'a', status: 'confirmed'});
  });

  it('writes the private link and deletes the entry in one step, so that no crash comes between', async () => {
    const {outbox, changed} = rig.tab();
    await outbox.add(entryOf('a'));
    const call = await rig.endpoint.next();
    const {put, delete: remove} = IDBObjectStore.prototype;
    const steps: [IDBValidKey | IDBKeyRange | undefined, IDBTransaction][] = [];
    IDBObjectStore.prototype.put = function (value, key) {
      steps.push([key, this.transaction]);
      return put.call(this, value, key);
    };
    IDBObjectStore.prototype.delete = function (key) {
      steps.push([key, this.transaction]);
      return remove.call(this, key);
    };
    restore = () => Object.assign(IDBObjectStore.prototype, {put, delete: remove});

    call.answer(receiptFor('a'));
    await changed(({outcome}) => outcome?.kind === 'confirmed');

    assert.deepEqual(
      steps.map(([key]) => key),
      ['mine:a', 'out:a'],
    );
    assert.equal(steps[0]![1], steps[1]![1]);
  });
});
