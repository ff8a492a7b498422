/** Reading on from one document to those that it names, within limits that no document can move. */

/** The limits of one following, whatever the documents say. */
export const FOLLOWING = {
  /** How many steps away from the page's own sources, at most. */
  depth: 2,
  peers: 25,
  atOnce: 4,
  /** All of them together, in milliseconds and bytes. */
  milliseconds: 20_000,
  bytes: 5_000_000,
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
  | {readonly ok: false; readonly code: string};

/** What a peer came to. */
export type Peer<Document> =
  | {readonly url: string; readonly is: 'read'; readonly document: Document}
  /** `code` is why, as the one that reads says it. */
  | {readonly url: string; readonly is: 'failed'; readonly code: string}
  /** Never asked: its address is not one that a foreign document may have a page fetch. */
  | {readonly url: string; readonly is: 'refused'}
  /** Never asked: there were enough by then. */
  | {readonly url: string; readonly is: 'beyond'};

/** How documents are come by. */
export interface Following<Document> {
  /** Steps away, 0 to 2; more counts as 2. */
  readonly depth: number;
  /** Whether an address that a foreign document names may be fetched at all. */
  readonly mayFetch: (url: string) => boolean;
  readonly read: (url: string) => Promise<PeerAnswer<Document>>;
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
 * many documents name it, and whatever it redirects to. Resolves when there is nothing left to read, or too much.
 */
export async function follow<Document>(
  start: readonly Start[],
  {depth, mayFetch, read, onPeer, now}: Following<Document>,
): Promise<void> {
  const began = now();
  const seen = new Set(start.map(({url}) => url));
  const steps = Math.min(FOLLOWING.depth, depth);
  let asked = 0;
  let bytes = 0;

  const fits = (): boolean =>
    asked < FOLLOWING.peers && bytes < FOLLOWING.bytes && now() - began < FOLLOWING.milliseconds;

  const visit = async (url: string): Promise<readonly string[]> => {
    const answer = await read(url);
    if (!answer.ok) {
      onPeer({url, is: 'failed', code: answer.code});
      return [];
    }
    bytes += answer.bytes;
    // Two addresses may lead to one document.
    if (answer.url !== url && seen.has(answer.url)) return [];
    seen.add(answer.url);
    onPeer({url: answer.url, is: 'read', document: answer.document});
    return answer.peers;
  };

  let names: readonly string[] = start.flatMap(({peers}) => peers);
  for (let step = 0; step < steps && names.length > 0; step++) {
    const next: string[] = [];
    const queue = names.filter((url) => {
      if (seen.has(url)) return false;
      seen.add(url);
      if (!mayFetch(url)) onPeer({url, is: 'refused'});
      return mayFetch(url);
    });
    const work = async (): Promise<void> => {
      for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
        if (!fits()) {
          onPeer({url, is: 'beyond'});
          continue;
        }
        asked += 1;
        next.push(...(await visit(url)));
      }
    };
    await Promise.all(Array.from({length: FOLLOWING.atOnce}, work));
    names = next;
  }
}
