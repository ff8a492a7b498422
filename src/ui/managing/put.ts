/** Sends a changed message, and finds out what became of it where the answer leaves that open. */
import {change, lookAt} from '../../endpoint/manage.js';
import type {Problem} from '../../protocol/problem.js';
import type {Receipt} from '../../protocol/receipt.js';
import {written} from '../sending/message.js';
import {GONE} from './look.js';
import type {Answer, Reader} from './reader.js';

/** What became of a change. */
export type Change<Managed extends Answer> =
  | {readonly is: 'done'; readonly receipt: Receipt}
  /** It is not there any more. */
  | {readonly is: 'gone'}
  /** It was given up or declined meanwhile, and a change does not bring it back. */
  | {readonly is: 'ended'; readonly managed: Managed}
  | {readonly is: 'refused'; readonly problem: Problem}
  /** Nothing has changed; `after` is how long the endpoint wants to be left alone, in milliseconds. */
  | {readonly is: 'not'; readonly after?: number | undefined}
  | {readonly is: 'unsure'};

/** A change after which the old message stands, or nobody knows. */
export type NotDone = Extract<Change<Answer>, {is: 'refused' | 'not' | 'unsure'}>;

/** Whether it arrived, or there is nothing to change any more. */
export function isSettled<Managed extends Answer>(
  change: Change<Managed>,
): change is Exclude<Change<Managed>, NotDone> {
  return change.is === 'done' || change.is === 'gone' || change.is === 'ended';
}

/**
 * Puts `message` in the place of what the endpoint has under its id.
 *
 * A change does not wait in the outbox as a new message does. One that is late is still wanted; a change that comes
 * late may undo a newer one, made on another device or told to the host on the phone. So it is sent while somebody
 * looks, who is told what became of it and has what was typed before them. The message takes the place of another
 * one whole, so sending it twice is the same as once.
 *
 * @param arrived whether what the endpoint has now is what was sent
 */
export async function put<Managed extends Answer>(
  manage: string,
  message: {readonly id: string},
  read: Reader<Managed>,
  arrived: (managed: Managed) => boolean,
): Promise<Change<Managed>> {
  const outcome = await change(manage, message.id, written(message));
  switch (outcome.kind) {
    case 'confirmed':
      return {is: 'done', receipt: outcome.receipt};
    case 'refused':
      if (GONE.includes(outcome.status)) return {is: 'gone'};
      if (outcome.problem.code !== 'closed') return {is: 'refused', problem: outcome.problem};
      break;
    case 'retry':
      if (outcome.code === 'slow-down') return {is: 'not', after: outcome.after};
      break;
    case 'unknown':
      break;
  }
  // Closed may mean given up on another device; and what got no answer may have arrived. What is there tells.
  const seen = await lookAt(manage, (json) => read(json, message.id));
  if (seen.kind === 'found') {
    const {status} = seen.managed.receipt;
    if (status === 'cancelled' || status === 'declined') return {is: 'ended', managed: seen.managed};
    if (outcome.kind === 'refused') return {is: 'refused', problem: outcome.problem};
    return arrived(seen.managed) ? {is: 'done', receipt: seen.managed.receipt} : {is: 'not'};
  }
  if (seen.kind === 'refused' && GONE.includes(seen.status)) return {is: 'gone'};
  if (outcome.kind === 'refused') return {is: 'refused', problem: outcome.problem};
  // Without a connection nothing went out; with one, nobody can say how far it came.
  return navigator.onLine ? {is: 'unsure'} : {is: 'not'};
}
