/**
 * The copies of a page: what its sources said when they could last be reached. Fetched only where a visitor wants them
 * kept, or is about to.
 */
import {isTooDeep} from '../endpoint/body.js';
import type {Loaded, LoadResult} from '../endpoint/client.js';
import type {EndpointSet} from '../endpoint/resolve.js';
import {Copies} from '../outbox/copies.js';
import {COPYING} from '../outbox/copy-room.js';
import {LIMITS} from '../protocol/limits.js';
import type {LoadFailureCode} from '../protocol/outcome.js';
import {readDocument} from '../protocol/read.js';

/** Failures of who could answer another time. All others are answers, and no copy speaks against them. */
const PASSING: readonly LoadFailureCode[] = ['unreachable', 'timeout', 'server'];

/** Documents with more groups are not even measured: putting them down takes longer than a frame has. */
const MANY = 5_000;

const copies = new Copies();
// An open database may keep a page out of the back/forward cache.
addEventListener('pagehide', () => copies.rest());

/** A source that was read. */
export interface Asked {
  readonly set: EndpointSet;
  readonly loaded: Loaded;
}

/** Keeps copies from now on, at first of what was read already. Whether the device takes them; if not, none is left. */
export async function beginKeeping(read: readonly Asked[]): Promise<boolean> {
  try {
    await copies.begin();
    for (const {set, loaded} of read) await keep(set, loaded);
    return true;
  } catch {
    // No database here, or no room: the visitor is told so.
    await copies.end();
    return false;
  }
}

/** Deletes all copies, and keeps none from now on. Whether none is left. */
export const endKeeping = (): Promise<boolean> => copies.end();

/**
 * Keeps what was read, without being waited for. Of what could not be reached: the copy, if there is one, as it was
 * read then.
 */
export async function settle(set: EndpointSet, answer: LoadResult): Promise<Loaded | undefined> {
  if (answer.ok) {
    // There is no room left: the copy of before is still good.
    keep(set, answer.value).catch(() => undefined);
    return undefined;
  }
  if (!PASSING.includes(answer.failure.code)) return undefined;
  try {
    return await copyOf(set);
  } catch {
    // The database does not open: then there is no copy.
    return undefined;
  }
}

async function keep(set: EndpointSet, {document, url, format, at}: Loaded): Promise<void> {
  const key = keyOf(set);
  const {publisher, updated, groups = [], links} = document;
  if (key === undefined) return;
  // What it said when it was smaller would be shown for ever.
  if (groups.length > MANY) return copies.drop(key);
  const text = JSON.stringify({ctg: '1', publisher, updated, groups, links});
  await copies.put(key, {url, format, at, body: new TextEncoder().encode(text)});
}

/** Read as an answer is: anything on the page may have written there. */
async function copyOf(set: EndpointSet): Promise<Loaded | undefined> {
  const key = keyOf(set);
  const copy = key === undefined ? undefined : await copies.get(key);
  if (!copy || copy.body.length > COPYING.bytes) return undefined;
  const {url, format, at, body} = copy;
  const text = new TextDecoder().decode(body);
  const isAllowed = URL.canParse(url) && set.allow?.includes(new URL(url).origin) !== false;
  if (!isAllowed || isTooDeep(text, LIMITS.depth)) return undefined;
  const reading = readDocument(JSON.parse(text));
  return reading.ok ? {...reading.value, format, url, at} : undefined;
}

/**
 * What a copy is known by: the address, and how its answer is read. `undefined` where headers were sent: what came for
 * a key may be for whoever has it alone.
 */
function keyOf({endpoint, format, mapping, defaults, headers}: EndpointSet): string | undefined {
  return headers ? undefined : JSON.stringify([endpoint, format, mapping, defaults]);
}
