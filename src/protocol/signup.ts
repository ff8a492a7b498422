/** What a visitor sends who signs up. An unknown key is a mistake of ours, so it fails loudly. */
import {
  adults,
  answer,
  children,
  email,
  flag,
  id,
  language,
  list,
  named,
  page,
  phone,
  stamp,
  text,
  uuid,
} from './fields.js';
import {LIMITS} from './limits.js';
import {z} from './zod.js';

/** What a visitor agreed to, in which version, and when. */
export const AgreedSchema = z.strictObject({id, version: z.optional(id), at: stamp});

/** A sign-up of a party. `adults` includes the sender; children are counted and never named. */
export const SignupSchema = z.strictObject({
  ctg: z.literal('1'),
  id: uuid,
  gathering: id,
  name: text(LIMITS.name),
  email: z.optional(email),
  phone: z.optional(phone),
  adults,
  children,
  names: z.optional(list(text(LIMITS.name))),
  answers: z.record(id, answer),
  consents: named(AgreedSchema),
  note: z.optional(text(LIMITS.text)),
  /** The whole party asks for the waiting list. Without it nobody is put there: they are told `full` or `partial`. */
  waitlist: z.optional(flag),
  language,
  page: z.optional(page),
  at: stamp,
});
/** A sign-up of a party. */
export type Signup = z.output<typeof SignupSchema>;
