/** What is known of a message once the endpoint has it, on the page and on the device. */
import {manageOf} from '../../endpoint/manage-href.js';
import type {Entry, Mine} from '../../outbox/entry.js';
import type {Receipt} from '../../protocol/receipt.js';
import type {Settled} from './phase.js';
import type {SendingScene} from './scene.js';

/** What a receipt says of the entry that it answers. */
export function settledOf(entry: Entry, receipt: Receipt, {desk: {outbox}}: SendingScene): Settled {
  return {
    receipt,
    manage: manageOf(receipt, entry),
    remembered: !outbox.unsaved && outbox.trouble === undefined,
  };
}

/** What this device knows of a message of an earlier visit, until the endpoint has been asked. */
export function knownOf({id, status, manage}: Mine): Settled {
  return {receipt: {id, status}, manage, remembered: true};
}
