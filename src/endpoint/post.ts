/** Sends a message once, and says what became of it. Sending again is the business of the outbox. */
import {LIMITS} from '../protocol/limits.js';
import type {Outcome} from '../protocol/outcome.js';
import type {Encoding} from './resolve.js';
import type {Receipt} from '../protocol/receipt.js';
import {readReceipt} from '../protocol/read-answers.js';
import {type Answer, exchange, type ExchangeOptions} from './exchange.js';

/** A message on its way: the same bytes at each attempt, because browsers and outboxes send more than once. */
export interface Delivery {
  /** The key under which the endpoint acts only once; it is in the body too. */
  readonly id: string;
  readonly href: string;
  readonly method?: 'POST' | 'PUT' | 'DELETE';
  readonly body: string;
  readonly encoding: Encoding;
  /** More headers, and the type of a body that is not JSON. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Where our receipt is in an answer of another shape, as the mapping says it. */
  readonly receipt?: object;
  /** Which field of ours is meant where a refusal names one of theirs. */
  readonly pointers?: Readonly<Record<string, string>>;
  /** Whether the id goes into a header as well. Off by default: the header makes browsers ask leave first. */
  readonly idempotencyHeader: boolean;
  readonly ack: 'receipt' | 'status';
  readonly redirects: 'refuse' | 'follow';
}

/**
 * Sends a message and waits for its answer, 15 seconds at most.
 *
 * Without `keepalive`: its 64 kB are shared by the whole page and stay taken until the answer is read, and what
 * is sent is on the device before it is sent, so a closed tab loses nothing.
 */
export async function post(delivery: Delivery, options: ExchangeOptions = {}): Promise<Outcome> {
  const {id, href, method = 'POST', body, ack, pointers} = delivery;
  if (new Blob([body]).size > LIMITS.writeBytes) {
    return {kind: 'refused', status: 413, problem: {code: 'too-big', status: 413}};
  }
  const answer = await exchange(
    href,
    {
      method,
      ...(method !== 'DELETE' && {body}),
      redirect: delivery.redirects === 'follow' ? 'follow' : 'manual',
      headers: {
        Accept: 'application/json, application/problem+json',
        ...(method !== 'DELETE' && {'Content-Type': 'application/json'}),
        ...(delivery.idempotencyHeader && {'Idempotency-Key': `"${id}"`}),
        ...delivery.headers,
      },
    },
    options,
  );
  if (pointers && answer.kind === 'refused')
    // Without its chunk the refusal stands, and no field is marked.
    return import('./mapping/pointers.js').then(
      ({ours}) => ({...answer, problem: ours(answer.problem, pointers)}),
      () => answer,
    );
  if (answer.kind !== 'answer') return answer;
  // Led to where the page does not want to be taken: whatever it says there is no proof.
  if (answer.url && options.allow?.includes(new URL(answer.url).origin) === false)
    return {kind: 'unknown', code: 'redirect'};
  const {receipt: where} = delivery;
  // Without its chunk nothing is proven, as without a receipt.
  const json = where
    ? await import('./mapping/write-mapping.js').then(
        ({receiptIn}) => receiptIn(answer.json, where),
        () => undefined,
      )
    : answer.json;
  const receipt = readReceipt(json, id);
  if (receipt) return {kind: 'confirmed', receipt};
  // A receipt of somebody else may say no, and this is no bare status.
  if (receipt !== null && ack === 'status' && !answer.redirected)
    return {kind: 'confirmed', receipt: bareReceipt(id, method)};
  return unproven(answer);
}

function bareReceipt(id: string, method: string): Receipt {
  return {id, status: method === 'DELETE' ? 'cancelled' : 'confirmed'};
}

/** A good status that proves nothing. A cut-off answer may still come whole the next time. */
export function unproven({body}: Answer): Exclude<Outcome, {kind: 'confirmed'}> {
  if (body === 'cut-off') return {kind: 'retry', code: 'cut-off'};
  return {kind: 'unknown', code: body === 'foreign' ? 'not-json' : 'no-receipt'};
}
