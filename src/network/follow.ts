/** Reading on from one document to those that it names, within limits that no document can move. */
import {normalUrl} from './identity.js';

/** The limits of one following, whatever the documents say. */
export const FOLLOWING = {
  /** How many steps away from the page's own sources, at most. */
  depth: 2,
  peers: 25,
  atOnce: 4,
  /** All of them together, in milliseconds from the beginning, and in bytes. */
  milliseconds: 20_000,
  bytes: 5_000_000,
  /** One of them alone. */
  peerMilliseconds: 5_000,
  peerBytes: 1_000_000,
  peerGroups: 2_000,
} as const;

/** What came of reading one document. */
export type PeerAnswer<Document> =
  | {
      readonly ok: true;
      /** Where it was in the end. */
      readonly url: string;
      readonly bytes: number;
      /** Absolute addresses that it names as peers. */
      readonly peers: readonly string[];
      readonly document: Document;
    }
  /** `bytes` is what was read before it failed: one that is too large has been read up to there. */
  | {readonly ok: false; readonly code: string; readonly bytes: number};

/** What a peer came to. */
export type Peer<Document> =
  | {readonly url: string; readonly is: 'read'; readonly document: Document}
  /** `code` is why, as the one that reads says it. */
  | {readonly url: string; readonly is: 'failed'; readonly code: string}
  /** Led to a document that is known already: the page's own, or one that is told of by itself as `as`. */
  | {readonly url: string; readonly is: 'same'; readonly as: string}
  /** Never asked: its address is not one that a foreign document may have a page fetch. */
  | {readonly url: string; readonly is: 'refused'}
  /** Never asked: there were enough by then. */
  | {readonly url: string; readonly is: 'beyond'};

/** What one reading may take, body included; above 0. */
export interface Allowance {
  readonly milliseconds: number;
  readonly bytes: number;
}

/** How documents are come by. */
export interface Following<Document> {
  /** Steps away, 0 to 2; more counts as 2, and what is no number as 0. */
  readonly depth: number;
  /** Whether an address that a foreign document names may be fetched at all. */
  readonly mayFetch: (url: string) => boolean;
  /** Reads a document, and gives up, as failed, at what is left. What it throws counts as failed. */
  readonly read: (url: string, left: Allowance) => Promise<PeerAnswer<Document>>;
  /** Told of each as soon as it is known. */
  readonly onPeer: (peer: Peer<Document>) => void;
  /** The present, in milliseconds. */
  readonly now: () => number;
}

/** A document that was read already, and what it names. */
export interface Start {
  readonly url: string;
  readonly peers: readonly string[];
}

/**
 * Reads the peers of `start`, and theirs where `depth` says so, breadth first. Each address is asked once, however
 * many documents name it in whatever spelling, and whatever it redirects to. Resolves when there is nothing left to
 * read, or too much. O(addresses named).
 *
 * @param late documents that are still being read: one that is slow, or never ends, must not hold up what others name
 */
export async function follow<Document>(
  start: readonly Start[],
  {depth, mayFetch, read, onPeer, now}: Following<Document>,
  late: readonly Promise<Start | undefined>[] = [],
): Promise<void> {
  /** The addresses that are known, asked or not, by their keys. */
  const seen = new Map(start.map(({url}) => [keyOf(url), url]));
  /** The keys of what was not read as a peer. */
  const own = new Set(seen.keys());
  const steps = Math.floor(Math.min(FOLLOWING.depth, depth));
  const purse = new Purse(now);

  const visit = async (url: string, left: Allowance): Promise<readonly string[]> => {
    const answer = await attempt(read, url, left);
    purse.giveBack(left, answer.bytes);
    if (!answer.ok) {
      onPeer({url, is: 'failed', code: answer.code});
      return [];
    }
    const end = whole(answer.url);
    const key = keyOf(end);
    // Two addresses may lead to one document.
    if (own.has(key) || (key !== keyOf(url) && seen.has(key))) {
      onPeer({url, is: 'same', as: end});
      return [];
    }
    seen.set(key, end);
    if (!mayFetch(end)) {
      onPeer({url: end, is: 'refused'});
      return [];
    }
    onPeer({url: end, is: 'read', document: answer.document});
    return answer.peers;
  };

  /** Knows where a document was in the end, which may have been asked as a peer meanwhile. */
  const know = (end: string): void => {
    const key = keyOf(end);
    const url = seen.get(key);
    if (url !== undefined && !own.has(key)) onPeer({url, is: 'same', as: end});
    seen.set(key, url ?? end);
    own.add(key);
  };

  let names: readonly string[] = start.flatMap(({peers}) => peers);
  for (let step = 0; step < steps; step++) {
    const next: string[] = [];
    const queue: string[] = [];
    let workers = 0;
    const work = async (): Promise<void> => {
      workers += 1;
      for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
        const left = purse.take();
        if (left) next.push(...(await visit(url, left)));
        else onPeer({url, is: 'beyond'});
      }
      workers -= 1;
    };
    const begin = async (more: readonly string[]): Promise<void> => {
      for (const url of more.map(whole)) {
        if (seen.has(keyOf(url))) continue;
        seen.set(keyOf(url), url);
        if (mayFetch(url)) queue.push(url);
        else onPeer({url, is: 'refused'});
      }
      await Promise.all(Array.from({length: FOLLOWING.atOnce - workers}, work));
    };
    const beginLate = async (coming: Promise<Start | undefined>): Promise<void> => {
      const one = await coming;
      if (one) know(one.url);
      await begin(one?.peers ?? []);
    };
    await Promise.all([begin(names), ...(step > 0 ? [] : late.map(beginLate))]);
    names = next;
  }
}

/** The address of a whole document: without the part of it that is meant. */
function whole(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}

/** What an address is known by, however it is spelled. */
const keyOf = (url: string): string => normalUrl(url) ?? whole(url);

/** Reads, and takes for failed what throws. */
async function attempt<Document>(
  read: Following<Document>['read'],
  url: string,
  left: Allowance,
): Promise<PeerAnswer<Document>> {
  try {
    return await read(url, left);
  } catch {
    // Whatever it was, the other peers are still to be read. How much it had read nobody knows: all that it might.
    return {ok: false, code: 'unreachable', bytes: left.bytes};
  }
}

/** What is left of the limits that all readings share. What one may take is set aside until it is read. */
class Purse {
  readonly #now: () => number;
  /** When the time is over. */
  readonly #ends: number;
  #asked = 0;
  #bytes: number = FOLLOWING.bytes;
  #aside = 0;

  constructor(now: () => number) {
    this.#now = now;
    this.#ends = now() + FOLLOWING.milliseconds;
  }

  /** What the next reading may take; `undefined` where there is nothing left to take. */
  take(): Allowance | undefined {
    const milliseconds = Math.min(FOLLOWING.peerMilliseconds, this.#ends - this.#now());
    // A fair share: the first that is slow must not keep what the others need.
    const share = Math.floor(this.#bytes / FOLLOWING.atOnce);
    const bytes = Math.min(FOLLOWING.peerBytes, share, this.#bytes - this.#aside);
    if (this.#asked >= FOLLOWING.peers || milliseconds <= 0 || bytes <= 0) return undefined;
    this.#asked += 1;
    this.#aside += bytes;
    return {milliseconds, bytes};
  }

  /** Ends what was taken: `bytes` of it were used. */
  giveBack(taken: Allowance, bytes: number): void {
    this.#aside -= taken.bytes;
    this.#bytes = Math.max(0, this.#bytes - bytes);
  }
}
