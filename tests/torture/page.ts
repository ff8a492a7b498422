// What runs in each tab: the real outbox and the real post, wired as on a site, with a shorter time-out.
import {post} from '../../src/endpoint/post.js';
import type {Entry} from '../../src/outbox/entry.js';
import {Outbox} from '../../src/outbox/outbox.js';

/** A post that has not been answered after this counts as timed out, in milliseconds; visitors get ten times as long. */
const TIMEOUT = 1_500;

/** What the driver can do in a tab. */
export interface Desk {
  submit(entry: Entry): Promise<'device' | 'memory'>;
  /** What is still there, by state. */
  left(): Promise<{waiting: string[]; unclear: string[]; given: string[]}>;
  press(id: string): Promise<void>;
  /** Ids whose receipt this device has. */
  confirmed(): Promise<string[]>;
}

declare global {
  var desk: Desk;
}

const outbox = new Outbox({
  send: (entry, signal) => post(entry, {signal, timeout: TIMEOUT}),
  mineOf: ({kind, endpoint, target, id, expiresAt}, {status}) => ({
    v: 1,
    kind,
    endpoint,
    target,
    id,
    status,
    expires: expiresAt,
  }),
});
outbox.subscribe(({id, outcome}) => {
  // Told at the moment a visitor would be told, and in a way that outlives the page.
  if (outcome?.kind === 'confirmed') void fetch(`/heard/${id}`, {method: 'POST', keepalive: true});
});
addEventListener('pagehide', () => outbox.rest());
void outbox.wake();

globalThis.desk = {
  submit: (entry) => outbox.add(entry),
  left: async () => {
    const entries = await outbox.entries();
    const ids = (...states: Entry['state'][]) =>
      entries.filter(({state}) => states.includes(state)).map(({id}) => id);
    return {waiting: ids('waiting'), unclear: ids('unclear'), given: ids('refused', 'expired')};
  },
  press: (id) => outbox.sendNow(id),
  confirmed: async () => (await outbox.mine()).map(({id}) => id),
};
