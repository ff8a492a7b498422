/** The door of following: reads the documents that the page's own documents name. Fetched only where a page wants it. */
import {fail} from '../../../base/result.js';
import {publicUrl} from '../../../base/public-url.js';
import {settling} from '../../../context/kept.js';
import {client} from '../../../context/page.js';
import {scriptTag} from '../../../context/script-tag.js';
import type {Loaded, LoadResult} from '../../../endpoint/client.js';
import {type EndpointSet, resolveSet} from '../../../endpoint/resolve.js';
import {type Allowance, follow, FOLLOWING, type Peer} from '../../../network/follow.js';
import {normalUrl} from '../../../network/identity.js';
import type {LoadFailure, LoadFailureCode} from '../../../protocol/outcome.js';
import type {Source} from '../source.js';

/** How peers are read. */
export interface PeerReading {
  /** Steps away; more than 2 counts as 2. */
  readonly depth: number;
  /** Whether all is read anew. */
  readonly fresh: boolean;
  readonly signal: AbortSignal;
  /** Told of each peer whenever there is news of it: first that it is being read, then what came of it. */
  readonly put: (source: Source) => void;
}

/** What is known of a peer besides its document. */
interface Trail {
  /** Its address as a document names it; a redirect may have led elsewhere. */
  readonly url: string;
  readonly by?: string;
}

/**
 * Reads the peers of the page's own documents, and theirs where `depth` says so, within the limits of
 * {@link FOLLOWING}. Never rejects.
 *
 * @param own the addresses of those documents
 * @param coming the documents, each as soon as it is read; `undefined` where it can't be had
 */
export async function readPeers(
  own: readonly string[],
  coming: readonly Promise<Loaded | undefined>[],
  reading: PeerReading,
): Promise<void> {
  const {depth, fresh, signal, put} = reading;
  const {allow} = scriptTag();
  const isPublic = (url: string): boolean => publicUrl(url, location.href) !== undefined;
  const mayFetch = (url: string): boolean => isPublic(url) && allow?.includes(new URL(url).origin) !== false;
  const namers = new Map<string, string>();
  /** By where it was in the end. */
  const trails = new Map<string, Trail>();
  const failures = new Map<string, LoadFailure>();
  const sets = new Map<string, EndpointSet>();
  /** What peers said that can't be reached now, by their address. */
  const copies = new Map<string, Loaded>();
  const settle = settling();
  const trailOf = (url: string): Trail => {
    const by = namers.get(keyOf(url));
    return {url, ...(by !== undefined && {by})};
  };
  const peersOf = ({document: {links = []}, url}: Loaded): readonly string[] => {
    const peers = links.flatMap(({rel, href}) =>
      rel === 'peer' && URL.canParse(href, url) ? [new URL(href, url).href] : [],
    );
    for (const peer of peers) if (!namers.has(keyOf(peer))) namers.set(keyOf(peer), hostOf(url));
    return peers;
  };
  const ask = async (url: string, left: Allowance): Promise<LoadResult> => {
    // Nobody waits for it any more.
    if (signal.aborted) return fail({code: 'unreachable', bytes: 0});
    // A peer says nothing of how it wants to be read: it is a document of ours, or in a format that is known.
    const set = resolveSet([{endpoint: url}], location.href, allow);
    if (!set.ok) return set;
    sets.set(url, set.value);
    const answer = await client.load(set.value, {fresh, signal, most: {...left, mayRead: mayFetch}});
    const copy = await settle(set.value, answer);
    if (copy && mayFetch(copy.url)) copies.set(url, copy);
    return answer;
  };
  const tell = (peer: Peer<Loaded>): void => {
    const trail = trails.get(peer.url) ?? trailOf(peer.url);
    const set = sets.get(trail.url);
    if (peer.is === 'read') put({...trail, ...(set && {set}), ...cut(peer.document)});
    else if (peer.is === 'failed') {
      const copy = copies.get(peer.url);
      const failure = failures.get(peer.url) ?? {code: peer.code as LoadFailureCode};
      put({...trail, failure, ...(copy && {...cut(copy), isCopy: true})});
    } else put({...trail, unasked: peer.is === 'refused' && isPublic(peer.url) ? 'forbidden' : peer.is});
  };
  await follow<Loaded>(
    // What the page names itself is not asked a second time: neither where it is down nor where it was moved to.
    own.map((url) => ({url, peers: []})),
    {
      depth,
      mayFetch,
      now: () => performance.now(),
      onPeer: tell,
      read: async (url, left) => {
        put(trailOf(url));
        const answer = await ask(url, left);
        if (!answer.ok) {
          failures.set(url, answer.failure);
          // A request that is shared may not have been given up here: then all that it might have read.
          return {ok: false, code: answer.failure.code, bytes: answer.failure.bytes ?? left.bytes};
        }
        const {value} = answer;
        trails.set(value.url, trailOf(url));
        const bytes = value.bytes ?? left.bytes;
        return {ok: true, url: value.url, bytes, peers: peersOf(value), document: value};
      },
    },
    coming.map(async (each) => {
      const loaded = await each;
      return loaded && {url: loaded.url, peers: peersOf(loaded)};
    }),
  );
}

/** What a stranger's document may add. */
function cut(loaded: Loaded): Pick<Source, 'loaded' | 'cut'> {
  const {groups = []} = loaded.document;
  const most = FOLLOWING.peerGroups;
  if (groups.length <= most) return {loaded};
  const document = {...loaded.document, groups: groups.slice(0, most)};
  return {loaded: {...loaded, document}, cut: groups.length - most};
}

/** What an address is known by, however it is spelled. */
const keyOf = (url: string): string => normalUrl(url) ?? url;

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
