/** Coming back to a signup: looking at it, and giving it up. Knowing the address, with its token, is the permission. */
import type {Outcome} from '../protocol/outcome.js';
import type {Managed} from '../protocol/receipt.js';
import {readManaged} from '../protocol/read-answers.js';
import {exchange, type ExchangeOptions} from './exchange.js';
import {post, unproven} from './post.js';

/** What came of looking at a signup. */
export type ManageOutcome =
  {readonly kind: 'found'; readonly managed: Managed} | Exclude<Outcome, {kind: 'confirmed'}>;

/** Looks at a signup. Without an `id`, as with a private link on another device, any signup with its own receipt counts. */
export async function readSignup(
  href: string,
  id?: string,
  options: ExchangeOptions = {},
): Promise<ManageOutcome> {
  const init: RequestInit = {
    redirect: 'manual',
    headers: {Accept: 'application/json, application/problem+json'},
  };
  const answer = await exchange(href, init, options);
  if (answer.kind !== 'answer') return answer;
  const managed = readManaged(answer.json, id);
  if (managed) return {kind: 'found', managed};
  return unproven(answer);
}

/** Gives up a signup. Confirmed by a receipt that names it and says `cancelled`. */
export async function giveUp(href: string, id: string, options: ExchangeOptions = {}): Promise<Outcome> {
  return post(
    {
      id,
      href,
      method: 'DELETE',
      body: '',
      encoding: 'json',
      idempotencyHeader: false,
      ack: 'receipt',
      redirects: 'refuse',
    },
    options,
  );
}
