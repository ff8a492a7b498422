import {assert} from 'chai';

import {openDesk} from '../../src/context/desk.js';
import type {Entry} from '../../src/outbox/entry.js';
import {entryOf} from '../outbox/rig.js';
import {forgetDevice, keptOnDevice} from '../testing/device.js';
import {frame} from '../testing/eventually.js';
import {Parish} from '../testing/parish.js';

const DAY = 86_400_000;

describe('the desk of a page', () => {
  let parish: Parish;

  beforeEach(() => {
    parish = new Parish();
  });

  afterEach(async () => {
    parish.close();
    await forgetDevice();
  });

  function entry(more: Partial<Entry> = {}): Entry {
    const now = Date.now();
    const href = new URL('gatherings/supper/signups', parish.url).href;
    const id = crypto.randomUUID();
    return entryOf(id, {
      endpoint: parish.url,
      href,
      createdAt: now,
      nextAt: now,
      expiresAt: now + DAY,
      over: now + 2 * DAY,
      ...more,
    });
  }

  it('is one for all who ask, and stores nothing by being opened', async () => {
    const desk = openDesk();

    assert.equal(desk, openDesk());
    assert.isEmpty(await desk.outbox.entries());
    assert.isEmpty(await indexedDB.databases());
  });

  it('keeps of what was delivered where it can be changed, and nothing personal', async () => {
    const {outbox} = openDesk();
    const sent = entry({manage: 'signups/{token}'});

    await outbox.add(sent);
    const [mine] = await settled();

    assert.deepEqual(mine as object, {
      v: 1,
      kind: 'signups',
      endpoint: parish.url,
      target: sent.target,
      id: sent.id,
      status: 'confirmed',
      expires: sent.over,
      manage: new URL(`signups/t${sent.id.slice(0, 8)}`, parish.url).href,
    });
  });

  it('keeps no address of another origin, whatever an endpoint answers', async () => {
    parish.onSignup = (signup) => parish.confirm(signup, {manage: 'https://elsewhere.example/x'});

    await openDesk().outbox.add(entry());
    const [mine] = await settled();

    assert.notProperty(mine, 'manage');
  });

  it('stops when the page is left, so that the browser may keep it, and goes on when it is back (row 61)', async () => {
    const {onSignup} = parish;
    const underWay = new Promise<void>((resolve) => {
      parish.onSignup = () => new Promise(() => resolve());
    });
    await openDesk().outbox.add(entry());
    await underWay;

    window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
    // A lock that is held keeps a page out of the browser's memory; it must go while the page still lies there.
    while ((await navigator.locks.query()).held?.some(({name}) => name === 'ctg-outbox')) await frame();
    parish.onSignup = onSignup;
    window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    await settled();

    assert.lengthOf(parish.booked, 1);
    assert.lengthOf(new Set(parish.sent.map(({id}) => id)), 1);
  });

  /** What is remembered once there is something. */
  async function settled(): Promise<ReadonlyArray<Record<string, unknown>>> {
    for (;;) {
      const kept = [...(await keptOnDevice())].filter(([key]) => key.startsWith('mine:'));
      if (kept.length > 0) return kept.map(([, value]) => value);
      await frame();
    }
  }
});
