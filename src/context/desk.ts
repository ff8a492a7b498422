/**
 * The desk of a page: where what a visitor sends is written down, sent and remembered.
 *
 * The one place where the outbox meets the endpoint. Two copies of this file on a page are two desks over one
 * database and one lock, so still one sender.
 */
import {post} from '../endpoint/post.js';
import {manageOf} from '../endpoint/manage-href.js';
import type {Entry, Mine} from '../outbox/entry.js';
import {Outbox} from '../outbox/outbox.js';
import type {Receipt} from '../protocol/receipt.js';
import {scriptTag} from './script-tag.js';

/** What a widget may do once somebody wants to send something. */
export interface Desk {
  readonly outbox: Outbox;
}

let opened: Desk | undefined;

/** The desk of this page and copy, opened on first use and kept going for as long as the page lives. */
export function openDesk(): Desk {
  opened ??= createDesk();
  return opened;
}

function createDesk(): Desk {
  const outbox = new Outbox({
    send: (entry, signal) => post(entry, {signal, allow: scriptTag().allow}),
    mineOf,
  });
  // A lock or a request under way keeps a page out of the back/forward cache, and `unload` would too.
  addEventListener('pagehide', () => outbox.rest());
  addEventListener('pageshow', ({persisted}) => persisted && outbox.wake());
  addEventListener('online', () => outbox.wake());
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && outbox.wake(),
  );
  addEventListener('beforeunload', (event) => {
    // Only while something would be lost: it is in memory alone because this browser keeps nothing.
    if (outbox.unsaved) event.preventDefault();
  });
  void outbox.wake();
  return {outbox};
}

/** What stays on the device after delivery: where it can be changed, and nothing personal. */
function mineOf(entry: Entry, receipt: Receipt): Mine {
  const {kind, endpoint, target, id, expiresAt, over, own} = entry;
  const manage = manageOf(receipt, entry);
  const known = {
    v: 1,
    kind,
    endpoint,
    target,
    id,
    status: receipt.status,
    expires: over ?? expiresAt,
    ...(own !== undefined && {own}),
  } as const;
  return manage === undefined ? known : {...known, manage};
}
