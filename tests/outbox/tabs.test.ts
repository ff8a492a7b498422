import {assert} from 'chai';

import type {Outbox} from '../../src/outbox/outbox.js';
import type {OutboxOptions} from '../../src/outbox/options.js';
import {Clock, entryOf, receiptFor, Rig, SERVER, type Tab} from './rig.js';

/** An outbox in a page of its own, with that page's own locks; closing the page ends it as a browser would. */
async function openPage(options: OutboxOptions): Promise<{outbox: Outbox; close: () => void}> {
  const frame = document.createElement('iframe');
  const made = new Promise<Outbox>((resolve) => {
    Object.assign(window, {makeOutbox: (Type: typeof Outbox) => resolve(new Type(options))});
  });
  const path = new URL('../../src/outbox/outbox.ts', import.meta.url).href;
  frame.srcdoc = `<script type="module">import {Outbox} from '${path}'; parent.makeOutbox(Outbox);</script>`;
  document.body.append(frame);
  return {outbox: await made, close: () => frame.remove()};
}

for (const [kind, locks] of [
  ['Web Locks', true],
  ['plain http, without Web Locks', false],
] as const) {
  describe(`Two tabs of one browser (${kind})`, () => {
    let rig: Rig;
    let clock: Clock;
    let here: Tab;
    let there: Tab;
    beforeEach(() => {
      rig = new Rig();
      clock = new Clock();
      const options = locks ? {} : {locks: undefined};
      here = rig.tab(options, clock);
      there = rig.tab(options, clock);
    });
    afterEach(async () => {
      assert.isEmpty(rig.endpoint.doubled, 'nothing is ever on its way twice at once');
      await rig.close();
    });

    it('send one entry once, and both hear what became of it (row 48)', async () => {
      await here.outbox.add(entryOf('a'));
      const call = await rig.endpoint.next();
      await there.outbox.wake();
      clock.advance(20_000);
      await there.quiet();
      assert.lengthOf(rig.endpoint.calls, 1);

      call.answer(receiptFor('a'));
      const heard = await there.changed(({outcome}) => outcome !== undefined);

      assert.deepInclude(heard, {id: 'a', from: 'other-tab', outcome: receiptFor('a')});
      assert.isUndefined(heard.entry);
      assert.lengthOf(await there.outbox.mine(), 1);
    });

    it('lose nothing when both add at once', async () => {
      const ids = Array.from({length: 20}, (_, i) => `entry-${i}`);

      await Promise.all(ids.map((id, i) => (i % 2 ? here : there).outbox.add(entryOf(id))));

      assert.lengthOf(await here.outbox.entries(), 20);
    });

    it('hand over when the tab that sends goes to sleep (rows 49 and 61)', async () => {
      await here.outbox.add(entryOf('a'));
      const first = await rig.endpoint.next();
      await there.outbox.wake();

      here.outbox.rest();
      await here.outbox.entries();
      clock.advance(3_000);
      await there.outbox.wake();
      clock.advance(3_000);

      (await rig.endpoint.next()).answer(receiptFor('a'));
      await there.changed(({outcome}) => outcome?.kind === 'confirmed');
      assert.isTrue(first.signal.aborted, 'what was on its way is called back');
      assert.lengthOf(rig.endpoint.calls, 2);
    });

    it('tell each other at the next look what a sleeping one missed', async () => {
      await there.outbox.wake();
      await here.outbox.add(entryOf('a'));
      await there.changed(({entry}) => entry !== undefined);
      there.outbox.rest();

      (await rig.endpoint.next()).answer(receiptFor('a'));
      await here.changed(({outcome}) => outcome?.kind === 'confirmed');
      const before = there.changes.length;
      await there.outbox.wake();

      assert.deepEqual(there.changes.slice(before), [{id: 'a', from: 'other-tab'}]);
    });

    it('let either one hurry what the other has waiting', async () => {
      await here.outbox.add(entryOf('a'));
      (await rig.endpoint.next()).answer(SERVER);
      await there.changed(({outcome}) => outcome !== undefined);

      await there.outbox.sendNow('a');
      clock.advance(2_000);

      (await rig.endpoint.next()).answer(receiptFor('a'));
      await here.changed(({outcome}) => outcome?.kind === 'confirmed');
    });
  });
}

describe('A tab that ends in the middle of sending', () => {
  let rig: Rig;
  beforeEach(() => (rig = new Rig()));
  afterEach(() => rig.close());

  /** Starts to send `entry` in a page of its own and closes the page before an answer. */
  const dieSending = async (entry: ReturnType<typeof entryOf>, clock: Clock) => {
    const page = await openPage({
      send: rig.endpoint.send,
      mineOf: () => assert.fail('never answered'),
      name: rig.name,
      now: () => clock.wall,
      ticks: () => clock.ticks,
      schedule: clock.schedule,
    });
    void page.outbox.add(entry);
    const call = await rig.endpoint.next();
    page.close();
    rig.endpoint.underWay.delete(call);
  };

  it('leaves the entry behind, and another tab sends it under the same id (rows 49 and 50)', async () => {
    const clock = new Clock();
    await dieSending(entryOf('a'), clock);
    const {outbox, changed} = rig.tab({}, clock);

    await outbox.wake();
    clock.advance(2_000);
    const call = await rig.endpoint.next();
    call.answer(receiptFor('a'));
    await changed(({outcome}) => outcome?.kind === 'confirmed');

    assert.equal(call.entry.body, entryOf('a').body);
    assert.equal(call.entry.attempts, 2);
  });

  it('leaves it to the visitor where asking again could double it', async () => {
    const clock = new Clock();
    await dieSending(entryOf('a', {idempotent: false}), clock);
    const {outbox, changed} = rig.tab({}, clock);

    await outbox.wake();
    clock.advance(2_000);
    const {entry} = await changed((change) => change.entry?.state === 'unclear');

    assert.equal(entry?.last, 'interrupted');
    assert.lengthOf(rig.endpoint.calls, 1);
  });

  it('holds a lease for at most thirty seconds (row 49)', async () => {
    const [frozen, clock] = [new Clock(), new Clock()];
    const here = rig.tab({locks: undefined}, frozen);
    const there = rig.tab({locks: undefined}, clock);
    await here.outbox.add(entryOf('a'));
    const first = await rig.endpoint.next();
    rig.endpoint.underWay.delete(first); // Its page is frozen, and its request died with the network.

    await there.outbox.wake();
    clock.advance(2_000);
    await there.quiet();
    assert.lengthOf(rig.endpoint.calls, 1, 'the lease still holds');
    for (let i = 0; i < 15; i++) {
      clock.advance(2_000);
      await there.quiet();
    }

    (await rig.endpoint.next()).answer(receiptFor('a'));
    await there.changed(({outcome}) => outcome?.kind === 'confirmed');
  });

  it('keeps a lease as long as it sends, and calls its request back when it lost it all the same', async () => {
    const clock = new Clock();
    const {outbox, quiet} = rig.tab({locks: undefined}, clock);
    await outbox.add(entryOf('a'));
    const call = await rig.endpoint.next();
    for (let i = 0; i < 6; i++) {
      clock.advance(10_000);
      await quiet();
    }
    assert.isAbove(((await rig.get('lease')) as {until: number}).until, clock.wall);
    assert.isFalse(call.signal.aborted);

    await rig.put('lease', {holder: 'somebody else', until: clock.wall + 30_000});
    clock.advance(10_000);
    await quiet();

    assert.isTrue(call.signal.aborted);
  });

  it('believes no lease that ends later than a lease can', async () => {
    await rig.put('lease', {holder: 'a clock of next year', until: new Clock().wall + 31_536_000_000});
    const {outbox} = rig.tab({locks: undefined});

    await outbox.add(entryOf('a'));

    assert.equal((await rig.endpoint.next()).entry.id, 'a');
  });

  it('uses a lease where a frame has locks that it may not use', async () => {
    const refused = {
      request: () => Promise.reject(new DOMException('third party', 'SecurityError')),
      query: () => Promise.reject(new DOMException('third party', 'SecurityError')),
    };
    const {outbox} = rig.tab({locks: refused});

    await outbox.add(entryOf('a'));
    await rig.endpoint.next();

    assert.isDefined(await rig.get('lease'));
  });

  it('keeps nothing open while it rests, so that the page can be kept whole (row 61)', async () => {
    const opened = new Set<IDBDatabase>();
    const closed = new Set<IDBDatabase>();
    const {close, transaction} = IDBDatabase.prototype;
    IDBDatabase.prototype.close = function () {
      closed.add(this);
      close.call(this);
    };
    IDBDatabase.prototype.transaction = function (...about) {
      opened.add(this);
      return transaction.apply(this, about);
    };
    const {outbox} = rig.tab();
    await outbox.add(entryOf('a'));
    const call = await rig.endpoint.next();

    outbox.rest();

    assert.isTrue(call.signal.aborted);
    await navigator.locks.request(`${rig.name}-outbox`, () => undefined);
    await Promise.resolve(); // A connection is closed one step after it was asked for.
    Object.assign(IDBDatabase.prototype, {close, transaction});
    assert.isAbove(opened.size, 0);
    assert.sameMembers([...closed], [...opened]);
  });

  it('passes on only outcomes it knows from another version of the script', async () => {
    const {outbox, changed} = rig.tab();
    await outbox.wake();
    const other = new BroadcastChannel(`${rig.name}-outbox`);

    for (const word of [null, 'hello', {id: 7}, {id: 'x', outcome: {kind: 'teleported'}}])
      other.postMessage(word);
    const change = await changed(() => true);
    other.close();

    assert.deepEqual(change, {id: 'x', from: 'other-tab'});
  });
});
