/** What the widgets' own client makes of an answer that is here already, so that nobody judges by rules of their own. */
import {Client, type LoadResult} from '../client.js';
import type {EndpointSet} from '../resolve.js';
import type {Seen} from './observation.js';

/** Reads the answer to `set` as a widget with this set would. */
export function understand(set: EndpointSet, read: Seen): Promise<LoadResult> {
  // Further pages of it are at other addresses, and asked for there.
  const again: typeof fetch = (address, init) =>
    address === set.endpoint ? Promise.resolve(answerOf(read)) : fetch(address, init);
  return new Client({fetch: again}).load(set);
}

function answerOf({status, text, headers, final}: Seen): Response {
  const kept = new Headers(headers);
  // They tell of the bytes on the wire, and what we hold is unpacked and decoded.
  for (const name of ['Content-Encoding', 'Content-Length']) kept.delete(name);
  const type = kept.get('Content-Type');
  if (type) kept.set('Content-Type', type.replace(/;\s*charset=("[^"]*"|[^;]*)/i, ''));
  const isBare = status === 204 || status === 205 || status === 304;
  const answer = new Response(isBare ? null : text, {status, headers: kept});
  // Where it came from decides what relative addresses in it mean, and whether the page may be led there.
  return Object.defineProperty(answer, 'url', {value: final});
}
