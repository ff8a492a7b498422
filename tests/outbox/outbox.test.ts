import {assert} from 'chai';

import {entryOf, FULL, NO_RECEIPT, receiptFor, Rig, SERVER, TIMEOUT, UNREACHABLE} from './rig.js';

describe('The outbox', () => {
  let rig: Rig;
  beforeEach(() => (rig = new Rig()));
  afterEach(async () => {
    assert.isEmpty(rig.endpoint.doubled, 'nothing is ever on its way twice at once');
    await rig.close();
  });

  it('has written down what a visitor sent before the first byte leaves', async () => {
    const {outbox} = rig.tab();

    assert.equal(await outbox.add(entryOf('a')), 'device');
    const call = await rig.endpoint.next();

    const record = (await rig.get('out:a')) as {body: string; last: string; attempts: number};
    assert.equal(record.body, entryOf('a').body);
    assert.deepInclude(record, {last: 'sending', attempts: 1});
    assert.equal(call.entry.body, entryOf('a').body);
  });

  it('keeps only the private link once the receipt is there', async () => {
    const {outbox, changed} = rig.tab();
    await outbox.add(entryOf('a'));

    (await rig.endpoint.next()).answer(receiptFor('a'));
    const change = await changed(({outcome}) => outcome?.kind === 'confirmed');

    assert.deepInclude(change, {id: 'a', from: 'here'});
    assert.isUndefined(change.entry);
    assert.isUndefined(await rig.get('out:a'));
    assert.deepEqual(
      (await outbox.mine()).map(({id, status}) => ({id, status})),
      [{id: 'a', status: 'confirmed'}],
    );
  });

  it('makes one entry of a double press (row 46)', async () => {
    const {outbox, changed} = rig.tab();

    await Promise.all([outbox.add(entryOf('a')), outbox.add(entryOf('a')), outbox.add(entryOf('a'))]);
    (await rig.endpoint.next()).answer(receiptFor('a'));
    await changed(({outcome}) => outcome?.kind === 'confirmed');

    assert.lengthOf(rig.endpoint.calls, 1);
    assert.lengthOf(await outbox.entries(), 0);
  });

  it('does not start over when the same draft is sent again after a reload (row 47)', async () => {
    const first = rig.tab();
    await first.outbox.add(entryOf('a'));
    (await rig.endpoint.next()).answer(SERVER);
    await first.changed(({outcome}) => outcome !== undefined);
    first.outbox.rest();

    const second = rig.tab();
    await second.outbox.add(entryOf('a'));

    assert.deepInclude((await second.outbox.entries())[0], {attempts: 1, last: 'server'});
  });

  it('sends the same bytes under the same id until a receipt comes (rows 51 and 52)', async () => {
    const {outbox, clock, changed} = rig.tab();
    await outbox.add(entryOf('a'));

    (await rig.endpoint.next()).answer(TIMEOUT);
    await changed(({outcome}) => outcome?.kind === 'retry');
    clock.advance(10_000);
    (await rig.endpoint.next()).answer(receiptFor('a'));
    await changed(({outcome}) => outcome?.kind === 'confirmed');

    assert.deepEqual(
      rig.endpoint.calls.map(({entry}) => [entry.id, entry.body]),
      [
        ['a', entryOf('a').body],
        ['a', entryOf('a').body],
      ],
    );
  });

  it('keeps the entry for a receipt that names somebody else', async () => {
    const {outbox, changed} = rig.tab();
    await outbox.add(entryOf('a'));

    (await rig.endpoint.next()).answer(receiptFor('b'));
    const {outcome} = await changed((change) => change.outcome !== undefined);

    assert.deepEqual(outcome, NO_RECEIPT);
    assert.lengthOf(await outbox.entries(), 1);
    assert.isEmpty(await outbox.mine());
  });

  it('shows a refused entry with its reason, never sends it again, and lets a new try take its place', async () => {
    const {outbox, clock, changed, quiet} = rig.tab();
    await outbox.add(entryOf('a'));
    (await rig.endpoint.next()).answer(FULL);
    await changed(({entry}) => entry?.state === 'refused');

    clock.advance(86_400_000);
    await outbox.wake();
    await outbox.sendNow('a');
    await quiet();

    assert.lengthOf(rig.endpoint.calls, 1);
    assert.deepEqual((await outbox.entries())[0]?.problem, {code: 'full'});
    await outbox.add(entryOf('a', {body: '{"waitlist":true}'}));
    assert.equal((await rig.endpoint.next()).entry.body, '{"waitlist":true}');
  });

  it('asks for an unclear one again only when the visitor presses for that one', async () => {
    const {outbox, clock, changed, quiet} = rig.tab();
    await outbox.add(entryOf('a', {idempotent: false}));
    (await rig.endpoint.next()).answer(NO_RECEIPT);
    await changed(({entry}) => entry?.state === 'unclear');

    clock.advance(3_600_000);
    await outbox.wake();
    await outbox.sendNow();
    await quiet();
    assert.lengthOf(rig.endpoint.calls, 1);

    await outbox.sendNow('a');
    (await rig.endpoint.next()).answer(receiptFor('a'));
    await changed(({outcome}) => outcome?.kind === 'confirmed');
  });

  it('asks again at every wake what became of an unclear one, where asking cannot double it', async () => {
    const {outbox, changed} = rig.tab();
    await outbox.add(entryOf('a', {state: 'unclear', doubts: 3}));

    await outbox.wake();
    (await rig.endpoint.next()).answer(NO_RECEIPT);
    await changed(({entry, outcome}) => outcome !== undefined && entry?.state === 'unclear');
    await outbox.wake();
    (await rig.endpoint.next()).answer(receiptFor('a'));

    await changed(({outcome}) => outcome?.kind === 'confirmed');
  });

  it('tries at once when the page is back online, however long it would have waited', async () => {
    const {outbox, clock, changed} = rig.tab();
    await outbox.add(entryOf('a'));
    for (const wait of [4_000, 8_000, 16_000]) {
      (await rig.endpoint.next()).answer(UNREACHABLE);
      await changed(
        ({entry, outcome}) => outcome !== undefined && entry?.attempts === rig.endpoint.calls.length,
      );
      clock.advance(wait);
    }
    (await rig.endpoint.next()).answer(UNREACHABLE);
    await changed(({entry, outcome}) => outcome !== undefined && entry?.attempts === 4);

    await outbox.wake();
    clock.advance(1_000);

    (await rig.endpoint.next()).answer(receiptFor('a'));
    await changed(({outcome}) => outcome?.kind === 'confirmed');
  });

  it('lets a visitor give up an entry, and keeps what arrives all the same', async () => {
    const {outbox, changed} = rig.tab();
    await outbox.add(entryOf('a'));
    const call = await rig.endpoint.next();

    await outbox.delete('a');
    assert.isEmpty(await outbox.entries());
    call.answer(receiptFor('a'));
    await changed(({outcome}) => outcome?.kind === 'confirmed');

    assert.deepEqual(
      (await outbox.mine()).map(({id}) => id),
      ['a'],
    );
  });

  it('does not bring back an entry that was given up while it failed', async () => {
    const {outbox, changed} = rig.tab();
    await outbox.add(entryOf('a'));
    const call = await rig.endpoint.next();

    await outbox.delete('a');
    call.answer(SERVER);
    await changed(({outcome}) => outcome !== undefined);

    assert.isEmpty(await outbox.entries());
  });

  it('lets the others through when one always fails (row 63)', async () => {
    const {outbox, clock, changed} = rig.tab();
    await outbox.add(entryOf('poisoned'));
    for (let i = 1; i <= 3; i++) {
      (await rig.endpoint.next()).answer(SERVER);
      await changed(({entry, outcome}) => outcome !== undefined && entry?.attempts === i);
      clock.advance(20_000);
    }
    const poisoned = await rig.endpoint.next();

    await outbox.add(entryOf('b'));
    const other = await rig.endpoint.next();
    other.answer(receiptFor('b'));
    await changed(({id, outcome}) => id === 'b' && outcome?.kind === 'confirmed');

    assert.equal(other.entry.id, 'b');
    assert.isTrue(rig.endpoint.underWay.has(poisoned));
  });

  it('sends at most three at once, and the fourth as soon as one is settled', async () => {
    const {outbox, quiet} = rig.tab();
    for (const id of ['a', 'b', 'c', 'd']) await outbox.add(entryOf(id));
    const first = await rig.endpoint.next();
    await quiet();
    assert.equal(rig.endpoint.underWay.size, 3);

    first.answer(receiptFor(first.entry.id));
    await rig.endpoint.next();
    await rig.endpoint.next();

    assert.equal((await rig.endpoint.next()).entry.id, 'd');
  });

  it('keeps the entry when whoever sends it fails in a way nobody thought of', async () => {
    const {outbox, changed} = rig.tab({send: () => Promise.reject(new Error('a mistake of ours'))});
    await outbox.add(entryOf('a'));

    await changed(({outcome}) => outcome?.kind === 'retry');

    assert.lengthOf(await outbox.entries(), 1);
  });
});
