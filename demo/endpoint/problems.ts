import type {Context} from 'hono';
import type {ContentfulStatusCode} from 'hono/utils/http-status';
import type {Problem} from '../../src/protocol/problem.js';

/** One field that could not be taken: where in the message (a JSON pointer) and a sentence for the visitor. */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
}

/** A refusal on its way out: what is said, and with which HTTP status. */
export interface Refusal {
  readonly status: ContentfulStatusCode;
  readonly problem: Problem;
}

/** No such site, gathering or token; which of them is not told, so that guessing teaches nothing. */
export const NOT_FOUND: Refusal = refusal(404, 'not-found', 'There is nothing here', 'Check the address.');

/** The database is not there for the moment: nothing is wrong with what was asked, and asking again is right. */
export const AWAY: Refusal = refusal(503, 'away', 'Not there at the moment', 'Try again in a moment.', {
  retryAfter: 5,
});

/** A mistake of ours, of which the console knows more. */
export const BROKEN: Refusal = refusal(500, 'server', 'Something broke here', 'Try again in a moment.');

/** A refusal with the usual members of RFC 9457 (no `type`: that means `about:blank`); `more` adds `places`, `errors` or `retryAfter`. */
export function refusal(
  status: ContentfulStatusCode,
  code: string,
  title: string,
  detail: string,
  more: Partial<Problem> = {},
): Refusal {
  return {status, problem: {title, status, detail, code, ...more}};
}

/** The message does not say what it must: one entry for each field, so that the form can point at all of them. */
export function invalid(errors: readonly FieldProblem[]): Refusal {
  return refusal(422, 'invalid', 'Something is missing or not right', 'Check the fields named here.', {
    errors: [...errors],
  });
}

/** Answers with a refusal as `application/problem+json`. */
export function answerProblem(context: Context, {status, problem}: Refusal): Response {
  const headers: Record<string, string> = {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
  };
  if (problem.retryAfter !== undefined) headers['Retry-After'] = String(problem.retryAfter);
  return context.body(JSON.stringify(problem), status, headers);
}
