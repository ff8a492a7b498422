import {assert} from 'chai';

import {hasOutbox} from '../../src/outbox/exists.js';
import {entryOf, Rig} from './rig.js';

describe('Looking whether this device keeps anything', () => {
  let rig: Rig;
  beforeEach(() => (rig = new Rig()));
  afterEach(() => rig.close());

  /** As in browsers older than those we serve, which cannot list their databases. */
  const withoutListing = async (run: () => Promise<void>) => {
    Object.defineProperty(indexedDB, 'databases', {value: undefined, configurable: true});
    try {
      await run();
    } finally {
      Reflect.deleteProperty(indexedDB, 'databases');
    }
  };

  it('says no to a new visitor and creates nothing', async () => {
    assert.isFalse(await hasOutbox(rig.name));

    assert.notInclude(
      (await indexedDB.databases()).map(({name}) => name),
      rig.name,
    );
  });

  it('says no and creates nothing where databases cannot be listed', async () => {
    await withoutListing(async () => assert.isFalse(await hasOutbox(rig.name)));

    assert.notInclude(
      (await indexedDB.databases()).map(({name}) => name),
      rig.name,
    );
  });

  it('says yes once something was sent', async () => {
    await rig.tab().outbox.add(entryOf('a'));

    assert.isTrue(await hasOutbox(rig.name));
  });

  it('does not create a database when an outbox is merely looked into', async () => {
    const {outbox} = rig.tab();

    await outbox.wake();

    assert.isEmpty(await outbox.entries());
    assert.isEmpty(await outbox.mine());
    assert.isFalse(await hasOutbox(rig.name));
  });
});
