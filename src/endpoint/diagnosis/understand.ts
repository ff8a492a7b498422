/** What the widgets' own client makes of an answer that is here already, so that nobody judges by rules of their own. */
import {Client, type LoadResult} from '../client.js';
import type {EndpointSet} from '../resolve.js';
import type {Seen} from './observation.js';

/** Reads the answer as a widget with this set would. */
export function understand(set: EndpointSet, read: Seen): Promise<LoadResult> {
  // Further pages of it are at other addresses, and asked for there.
  const again: typeof fetch = (address, init) =>
    address === read.final ? Promise.resolve(answerOf(read)) : fetch(address, init);
  const client = new Client({fetch: again});
  return client.load({...set, endpoint: read.final});
}

function answerOf({status, text, headers}: Seen): Response {
  const kept = new Headers(headers);
  // They tell of the bytes on the wire, and what we hold is unpacked.
  for (const name of ['Content-Encoding', 'Content-Length']) kept.delete(name);
  const isBare = status === 204 || status === 205 || status === 304;
  return new Response(isBare ? null : text, {status, headers: kept});
}
