/** The reader of groups that come back, and the strict side of those that are sent. Fetched with the form for a group. */
import {RECEIPT} from './answer-tables.js';
import type {GroupMessage, ManagedGroup} from './group-message.js';
import {JOINING} from './group-tables.js';
import {readAnswer, strictly} from './read-answers.js';

/** The group and its receipt in an answer to someone who came back. Without an `id` the two must name the same. */
export function readManagedGroup(json: unknown, id?: string): ManagedGroup | undefined {
  const managed = readAnswer({'!receipt': RECEIPT, '!group': JOINING}, json) as ManagedGroup | undefined;
  const ours = id ?? managed?.group.id;
  return managed?.receipt.id === ours && managed?.group.id === ours ? managed : undefined;
}

/** A group that can be sent, or `undefined`. A property test holds this to `GroupMessageSchema`. */
export const strictGroup = (message: unknown): GroupMessage | undefined =>
  strictly(JOINING, message) as GroupMessage | undefined;
