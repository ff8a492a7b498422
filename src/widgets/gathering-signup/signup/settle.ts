/** What is known of a signup once the endpoint has it, on the page and on the device. */
import {manageHref} from '../../../endpoint/manage-href.js';
import type {Entry, Mine} from '../../../outbox/entry.js';
import type {Receipt} from '../../../protocol/receipt.js';
import type {SignupScene} from '../signup-scene.js';
import {messageIn} from './message.js';
import type {Settled} from './phase.js';

/** What a receipt and the message that it answers say together. */
export function settledOf(entry: Entry, receipt: Receipt, {loaded, desk: {outbox}}: SignupScene): Settled {
  const message = messageIn(entry);
  return {
    receipt,
    party: message && message.adults + message.children,
    name: message?.name,
    email: message?.email,
    manage: manageHref(receipt, loaded, entry.href),
    remembered: !outbox.unsaved && outbox.trouble === undefined,
  };
}

/** What this device knows of a signup of an earlier visit, until the endpoint has been asked. */
export function knownOf({id, status, manage}: Mine): Settled {
  return {receipt: {id, status}, manage, remembered: true};
}
