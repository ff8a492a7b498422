import type {Loaded, LoadResult} from '../endpoint/client.js';
import type {EndpointSet} from '../endpoint/resolve.js';
import {COPIES, hasOutbox} from '../outbox/exists.js';

/** How long a device may take to say what it keeps, in milliseconds. Some never answer, and a map waits for it. */
const PATIENCE = 2_000;

/** Is told of every answer of a source; gives back the copy of one that could not be reached. Never rejects. */
export type Settle = (set: EndpointSet, answer: LoadResult) => Promise<Loaded | undefined>;

/** What keeps copies of answers where the visitor has asked for that. It opens and stores nothing by looking. */
export function settling(): Settle {
  const kept = keptCopies();
  return async (set, answer) => {
    const settled = kept.then((copies) => copies?.settle(set, answer));
    // What was read is not held up by keeping it.
    return answer.ok ? undefined : settled;
  };
}

async function keptCopies(): Promise<typeof import('./copies.js') | undefined> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE));
  if (!(await Promise.race([hasOutbox(COPIES), late]))) return undefined;
  // A chunk that can't be fetched is a connection that is down.
  return import('./copies.js').catch(() => undefined);
}
