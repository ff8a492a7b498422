/** The reader of pledges that come back, and the strict side of those that are sent. Fetched with the pledge's form. */
import {RECEIPT} from './answer-tables.js';
import type {Pledge} from './pledge.js';
import {SENT} from './pledge-tables.js';
import {readAnswer, strictly} from './read-answers.js';
import type {ManagedPledge} from './receipt.js';

/** The pledge and its receipt in an answer to someone who came back. Without an `id` the two must name the same. */
export function readManagedPledge(json: unknown, id?: string): ManagedPledge | undefined {
  const managed = readAnswer({'!receipt': RECEIPT, '!pledge': SENT}, json) as ManagedPledge | undefined;
  const ours = id ?? managed?.pledge.id;
  return managed?.receipt.id === ours && managed?.pledge.id === ours ? managed : undefined;
}

/** A pledge that can be sent, or `undefined`. A property test holds this to `PledgeSchema`. */
export function strictPledge(message: unknown): Pledge | undefined {
  const pledge = strictly(SENT, message) as Pledge | undefined;
  // A list of one at least is the one rule that a table does not know.
  return pledge && pledge.values.length > 0 ? pledge : undefined;
}
