/** Why an endpoint did not take a message (RFC 9457), in words of ours for the cases a widget can help with. */
import {count, id, link, list, text} from './fields.js';
import {LIMITS} from './limits.js';
import {z} from './zod.js';

/** One field that the endpoint could not take. */
export const FieldProblemSchema = z.strictObject({
  /** A JSON pointer into what was sent, `/answers/diet`. */
  pointer: id,
  detail: z.optional(text(LIMITS.text)),
});

/**
 * A refusal. `code` is `full`, `partial` (with `places`), `closed`, `in-progress`, `invalid` (with `errors`),
 * `slow-down` (with `retryAfter`, in seconds), or a word of the endpoint's own.
 */
export const ProblemSchema = z.strictObject({
  type: z.optional(link),
  title: z.optional(text(LIMITS.name)),
  status: z.optional(count),
  detail: z.optional(text(LIMITS.text)),
  instance: z.optional(link),
  code: id,
  places: z.optional(count),
  errors: z.optional(list(FieldProblemSchema)),
  retryAfter: z.optional(count),
});
/** A refusal. */
export type Problem = z.output<typeof ProblemSchema>;
