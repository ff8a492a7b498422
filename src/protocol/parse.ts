import {fail, ok, type Result} from '../base/result.js';
import type {z} from './zod.js';

/** One thing wrong with a message: where, and which rule, never a sentence for people. */
export interface Issue {
  /** A JSON pointer from the root of the message, `''` for the message itself. */
  readonly pointer: string;
  /** zod's stable issue code, `too_big`. */
  readonly code: string;
  /** Names that the schema does not know, where that is what is wrong. */
  readonly keys?: readonly string[];
}

/** Checks `input` strictly against `schema`, without throwing. */
export function parse<Schema extends z.ZodMiniType>(
  schema: Schema,
  input: unknown,
): Result<z.output<Schema>, readonly Issue[]> {
  const outcome = schema.safeParse(input);
  if (outcome.success) return ok(outcome.data);
  return fail(
    outcome.error.issues.map((issue) => ({
      pointer: pointerOf(issue.path),
      code: issue.code,
      ...(issue.code === 'unrecognized_keys' && {keys: issue.keys}),
    })),
  );
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
