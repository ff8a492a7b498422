import {assert} from 'chai';

import {entryOf, receiptFor, Rig, SERVER, UNREACHABLE} from './rig.js';

describe('What lies in the outbox', () => {
  let rig: Rig;
  beforeEach(() => (rig = new Rig()));
  afterEach(() => rig.close());

  it('shows what has outlived its gathering instead of sending it (row 59)', async () => {
    const {outbox, clock, changed, quiet} = rig.tab();
    await outbox.add(entryOf('a', {expiresAt: clock.wall + 60_000}));
    (await rig.endpoint.next()).answer(UNREACHABLE);
    await changed(({outcome}) => outcome !== undefined);

    clock.advance(60_001);
    await outbox.wake();
    await outbox.sendNow('a');
    await quiet();

    assert.lengthOf(rig.endpoint.calls, 1);
    assert.deepInclude((await outbox.entries())[0], {state: 'expired', body: entryOf('a').body});
  });

  it('keeps nothing for sending longer than seven days', async () => {
    const {outbox} = rig.tab();

    await outbox.add(entryOf('a', {expiresAt: Number.MAX_SAFE_INTEGER}));

    const [entry] = await outbox.entries();
    assert.equal(entry!.expiresAt - entry!.createdAt, 7 * 86_400_000);
  });

  it('sends to the address the entry was made for, whatever the document says now (row 60)', async () => {
    await rig.put('out:a', entryOf('a', {href: 'https://old.example/signups'}));
    const {outbox} = rig.tab();

    await outbox.wake();

    assert.equal((await rig.endpoint.next()).entry.href, 'https://old.example/signups');
  });

  it('sets damaged records aside, leaves those of another version alone, and sends the rest (row 56)', async () => {
    const future = {...entryOf('future'), v: 2, secret: true};
    await rig.put('out:broken', {...entryOf('broken'), body: 7});
    await rig.put('out:nothing', null);
    await rig.put('out:other', entryOf('not-its-key'));
    await rig.put('out:future', future);
    await rig.put('out:good', entryOf('good'));
    const {outbox, changed} = rig.tab();

    await outbox.wake();
    (await rig.endpoint.next()).answer(receiptFor('good'));
    await changed(({outcome}) => outcome?.kind === 'confirmed');

    assert.deepEqual(
      (await outbox.quarantined()).map(({id}) => id),
      ['broken', 'nothing', 'other'],
    );
    assert.deepEqual(await rig.get('out:future'), future);
    assert.isEmpty(await outbox.entries());
    await outbox.delete('broken');
    assert.lengthOf(await outbox.quarantined(), 2);
  });

  it('waits by a clock that cannot be set (row 62)', async () => {
    const {outbox, clock, changed, quiet} = rig.tab();
    await outbox.add(entryOf('a', {expiresAt: Number.MAX_SAFE_INTEGER}));
    (await rig.endpoint.next()).answer(SERVER);
    await changed(({outcome}) => outcome !== undefined);

    clock.wall += 6 * 86_400_000;
    await outbox.wake();
    await quiet();
    assert.lengthOf(rig.endpoint.calls, 1, 'a clock set forward makes nothing due');

    clock.wall -= 365 * 86_400_000;
    clock.advance(2_000);
    assert.equal((await rig.endpoint.next()).entry.id, 'a', 'a clock set back delays nothing');
  });

  it('forgets what was delivered when its time is over, or when told to', async () => {
    const {outbox, clock} = rig.tab();
    const mine = {v: 1, kind: 'signups', endpoint: 'x', target: 'y', status: 'confirmed'} as const;
    await outbox.remember({...mine, id: 'soon', expires: clock.wall + 1_000});
    await outbox.remember({...mine, id: 'later', expires: clock.wall + 9_000});

    clock.advance(1_000);
    assert.deepEqual(
      (await outbox.mine()).map(({id}) => id),
      ['later'],
    );
    assert.isUndefined(await rig.get('mine:soon'));

    await outbox.forget('later');
    assert.isEmpty(await outbox.mine());
  });
});
