/** What a visitor sends who adds a group to the network, and what an endpoint answers to whoever comes back to it. */
import {email, flag, language, named, page, stamp, uuid} from './fields.js';
import {groupFields} from './group.js';
import {ReceiptSchema} from './receipt.js';
import {AgreedSchema} from './signup.js';
import {z} from './zod.js';

/**
 * What a visitor sends who adds a group.
 *
 * Its `id` is only the key under which the endpoint acts once; documents name the group by an id of the endpoint's.
 */
export const GroupMessageSchema = z.strictObject({
  ctg: z.literal('1'),
  ...groupFields,
  id: uuid,
  /** Where whoever sends it can be asked back. Never shown: what is to be shown stands in `contact`. */
  email: z.optional(email),
  /** Whoever sends it may speak for this group, and a person speaks for themselves. Never shown. */
  speaks: z.optional(flag),
  consents: z.optional(named(AgreedSchema)),
  language: z.optional(language),
  page: z.optional(page),
  at: z.optional(stamp),
});
/** What a visitor sends who adds a group. */
export type GroupMessage = z.output<typeof GroupMessageSchema>;

/** What an endpoint answers to someone who comes back to a group. */
export const ManagedGroupSchema = z.strictObject({receipt: ReceiptSchema, group: GroupMessageSchema});
/** What an endpoint answers to someone who comes back to a group. */
export type ManagedGroup = z.output<typeof ManagedGroupSchema>;
