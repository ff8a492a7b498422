/** What an endpoint answers once it has a message: the proof that it arrived, and what became of it. */
import {count, href, id, text} from './fields.js';
import {PlaceSchema} from './gathering.js';
import {LIMITS} from './limits.js';
import {PledgeSchema} from './pledge.js';
import {SignupSchema} from './signup.js';
import {z} from './zod.js';

/** A receipt. It counts only when its `id` is the one that was sent. */
export const ReceiptSchema = z.strictObject({
  id,
  status: z.enum(['confirmed', 'waitlisted', 'pending', 'declined', 'cancelled']),
  waitsFor: z.optional(z.enum(['host', 'email'])),
  position: z.optional(count),
  token: z.optional(id),
  manage: z.optional(href),
  place: z.optional(PlaceSchema),
  message: z.optional(text(LIMITS.text)),
  counts: z.optional(
    z.strictObject({
      people: z.optional(count),
      organisations: z.optional(count),
      taken: z.optional(count),
      waiting: z.optional(count),
    }),
  ),
  gathering: z.optional(id),
  /** Of an organisation's pledge: the public id that its badge is asked for by. */
  badge: z.optional(id),
});
/** A receipt. */
export type Receipt = z.output<typeof ReceiptSchema>;

/** What an endpoint answers to someone who comes back with a token. */
export const ManagedSchema = z.strictObject({receipt: ReceiptSchema, signup: SignupSchema});
/** What an endpoint answers to someone who comes back with a token. */
export type Managed = z.output<typeof ManagedSchema>;

/** What an endpoint answers to someone who comes back to a pledge. */
export const ManagedPledgeSchema = z.strictObject({receipt: ReceiptSchema, pledge: PledgeSchema});
/** What an endpoint answers to someone who comes back to a pledge. */
export type ManagedPledge = z.output<typeof ManagedPledgeSchema>;
