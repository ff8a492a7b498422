/**
 * What a page provides to its widgets: one client, and one desk for what visitors send.
 *
 * The desk is everything a signup needs beyond looking (schemas, posting, the outbox); it is fetched when somebody
 * opens a form, or when this device already keeps something.
 */
import {Client} from '../endpoint/client.js';
import {hasOutbox} from '../outbox/exists.js';
import type {Desk} from './desk.js';

/** Reads documents, each once for all widgets of this page and copy. */
export const client = new Client();

let opening: Promise<Desk> | undefined;

/** The page's {@link Desk}, fetched on first use. Rejects when its chunk can't be loaded; asking again tries again. */
export function openDesk(): Promise<Desk> {
  opening ??= import('./desk.js').then(
    ({createDesk}) => createDesk(),
    (reason: unknown) => {
      opening = undefined;
      throw reason;
    },
  );
  return opening;
}

/** The page's {@link Desk} if this device keeps something from an earlier visit; nothing is stored by asking. */
export async function deskOfEarlierVisit(): Promise<Desk | undefined> {
  return opening ?? ((await hasOutbox()) ? openDesk() : undefined);
}
