/** Coming back to a message: looking at it, changing it, giving it up. Knowing the address, with its token, is the permission. */
import type {Outcome} from '../protocol/outcome.js';
import type {Managed} from '../protocol/receipt.js';
import {readManaged, readReceipt} from '../protocol/read-answers.js';
import {exchange, type ExchangeOptions} from './exchange.js';
import {post, unproven} from './post.js';

/** What came of looking at a message. */
export type ManageOutcome<Found = Managed> =
  {readonly kind: 'found'; readonly managed: Found} | Exclude<Outcome, {kind: 'confirmed'}>;

/** How everything is sent to a private link: each act counts once however often it arrives, and only a receipt counts. */
const DELIVERY = {encoding: 'json', idempotencyHeader: false, ack: 'receipt', redirects: 'refuse'} as const;

/** Looks at a message; what `read` finds in the answer counts. */
export async function lookAt<Found>(
  href: string,
  read: (json: unknown) => Found | undefined,
  options: ExchangeOptions = {},
): Promise<ManageOutcome<Found>> {
  const init: RequestInit = {
    redirect: 'manual',
    headers: {Accept: 'application/json, application/problem+json'},
  };
  const answer = await exchange(href, init, options);
  if (answer.kind !== 'answer') return answer;
  const managed = read(answer.json);
  if (managed) return {kind: 'found', managed};
  return unproven(answer);
}

/** Looks at a signup. Without an `id`, as with a private link on another device, any signup with its own receipt counts. */
export function readSignup(href: string, id?: string, options: ExchangeOptions = {}): Promise<ManageOutcome> {
  return lookAt(href, (json) => readManaged(json, id), options);
}

/** Gives up what was sent. Confirmed by a receipt that names it and says `cancelled`. */
export function giveUp(href: string, id: string, options: ExchangeOptions = {}): Promise<Outcome> {
  return post({...DELIVERY, id, href, method: 'DELETE', body: ''}, options);
}

/** Puts `body`, a message with the same id, in the place of what is there; also confirms one that waits for its e-mail. */
export function change(
  href: string,
  id: string,
  body: string,
  options: ExchangeOptions = {},
): Promise<Outcome> {
  return post({...DELIVERY, id, href, method: 'PUT', body}, options);
}

/** Has the message with the private link sent once more. Written as a form is, so that no leave is asked first. */
export async function resend(href: string, id: string, options: ExchangeOptions = {}): Promise<Outcome> {
  const init: RequestInit = {
    method: 'POST',
    body: new URLSearchParams({do: 'resend'}),
    redirect: 'manual',
    headers: {Accept: 'application/json, application/problem+json'},
  };
  const answer = await exchange(href, init, options);
  if (answer.kind !== 'answer') return answer;
  const receipt = readReceipt(answer.json, id);
  return receipt ? {kind: 'confirmed', receipt} : unproven(answer);
}
