/** What many documents say of one group, made one record, its own word first. */
import type {Group} from '../protocol/group.js';
import {freshnessOf, timeOf} from './freshness.js';
import {identityOf, isUrn, normalUrl, originOf} from './identity.js';
import type {LeftOut, NetworkGroup, SourceDocument} from './network.js';

/** What one document says of a group. */
export interface Record {
  readonly source: number;
  /** What the group is known by. */
  readonly key: string;
  /** Its web address, if no other group of its document has the same. */
  readonly url: string | undefined;
  readonly group: Group;
  /** How sure it is that the group's own site says it; 0 is hearsay. */
  readonly trust: number;
  /** Whether it is the group's own word: nobody is surer to be its own site. */
  readonly own: boolean;
  readonly at: number | undefined;
  /** URL of the document. */
  readonly from: string;
}

/** A group before it has a number, and all that is said of it, the most trusted first. */
export interface Merged {
  readonly group: Omit<NetworkGroup, 'index' | 'ties'>;
  readonly records: readonly Record[];
}

/** The fields that are taken one by one, each from whoever gives it first. */
const FIELDS = [
  'kind', 'sector', 'needs', 'offers', 'values', 'description', 'url', 'place', 'contact', 'image',
] as const; // prettier-ignore

/**
 * Groups by identity: of equal ids, and of equal web addresses from different documents. O(n log n).
 *
 * @param leaveOut is told of places that are none
 */
export function mergeGroups(
  sources: readonly SourceDocument[],
  now: number,
  leaveOut: (reason: LeftOut['reason'], count?: number) => void,
): readonly Merged[] {
  const records = sources.flatMap((source, index) => recordsOf(source, index, now));
  return unite(records).map((said) => {
    const sorted = [...said].sort(byTrust);
    const most = sorted[0]!.trust;
    const ordered = sorted.map((record) => ({...record, own: most > 0 && record.trust === most}));
    return {group: groupOf(ordered, now, leaveOut), records: ordered};
  });
}

function recordsOf(source: SourceDocument, index: number, now: number): readonly Record[] {
  const uses = new Map<string, number>();
  for (const {url} of source.groups) {
    const address = url && normalUrl(url);
    if (address) uses.set(address, (uses.get(address) ?? 0) + 1);
  }
  const publisher = source.publisher?.id && normalUrl(source.publisher.id);
  const written = timeOf(source.updated, now);
  return source.groups.map((group) => {
    const key = identityOf(group.id, source.url);
    const address = group.url && normalUrl(group.url);
    const url = address && uses.get(address) === 1 ? address : undefined;
    const trust = trustIn(group, source.url, key === publisher);
    const at = timeOf(group.updated, now) ?? written;
    return {source: index, key, url, group, trust, own: false, at, from: source.url};
  });
}

/**
 * How sure it is that the document at `from` is of the group's own site. A site speaks for what has its origin; the
 * rest anybody could say, and is believed only as long as nobody says it with more right.
 */
function trustIn({id, url}: Group, from: string, isPublisher: boolean): number {
  const [site, home, page] = [originOf(from), originOf(id), originOf(url)];
  const isElsewhere = page !== undefined && page !== site;
  if (home !== undefined) return home === site ? (isElsewhere ? 1 : 3) : isPublisher ? 2 : 0;
  if (isUrn(id)) return page !== undefined && page === site ? 1 : 0;
  return isElsewhere ? 0 : 3;
}

/** Its own word first, then the latest, then by address: the order of the documents decides nothing. */
function byTrust(a: Record, b: Record): number {
  if (a.trust !== b.trust) return b.trust - a.trust;
  if (a.at !== b.at) return (b.at ?? -Infinity) - (a.at ?? -Infinity);
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
}

/** Parts the records by group, those of one group together, in the order in which groups are first spoken of. */
function unite(records: readonly Record[]): readonly (readonly Record[])[] {
  const parent = Int32Array.from(records.keys());
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  const first = new Map<string, number>();
  for (const [at, {key}] of records.entries()) {
    const there = first.get(key);
    if (there === undefined) first.set(key, at);
    else parent[rootOf(at)] = rootOf(there);
  }
  uniteByUrl(records, parent, rootOf);
  const sets = new Map<number, Record[]>();
  for (const [at, record] of records.entries()) {
    const root = rootOf(at);
    const set = sets.get(root);
    if (set) set.push(record);
    else sets.set(root, [record]);
  }
  return [...sets.values()];
}

/** An address makes two one only where no document has told them apart. By address, so that no order decides. */
function uniteByUrl(records: readonly Record[], parent: Int32Array, rootOf: (at: number) => number): void {
  const sources = new Map<number, Set<number>>();
  for (const [at, {source}] of records.entries()) {
    const root = rootOf(at);
    sources.set(root, (sources.get(root) ?? new Set()).add(source));
  }
  const named = records.flatMap(({key, url}, at) => [{name: key, at}, ...(url ? [{name: url, at}] : [])]);
  const order = (at: number): string => `${records[at]!.key} ${records[at]!.from}`;
  named.sort((a, b) => compare(a.name, b.name) || compare(order(a.at), order(b.at)));
  for (const [index, {name, at}] of named.entries()) {
    const before = named[index - 1];
    if (before?.name !== name) continue;
    const [one, other] = [rootOf(before.at), rootOf(at)];
    if (one === other) continue;
    const [mine, theirs] = [sources.get(one)!, sources.get(other)!];
    if ([...theirs].some((source) => mine.has(source))) continue;
    parent[other] = one;
    for (const source of theirs) mine.add(source);
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function groupOf(
  records: readonly Record[],
  now: number,
  leaveOut: (reason: LeftOut['reason']) => void,
): Merged['group'] {
  const best = records[0]!;
  const origins: {[field: string]: number} = {id: best.source, name: best.source};
  const fields: {[field: string]: unknown} = {};
  for (const field of FIELDS) {
    const saying = records.filter(({group}) => isSaid(group[field]));
    const from =
      (field === 'place' ? saying.find(({group}) => !isNowhere(group.place)) : undefined) ?? saying[0];
    if (!from) continue;
    fields[field] = field === 'place' ? placeOf(from.group.place, leaveOut) : from.group[field];
    origins[field] = from.source;
  }
  const {id, name, updated, expires} = best.group;
  return {
    needs: [],
    offers: [],
    values: [],
    ...fields,
    id,
    name,
    ...(updated !== undefined && {updated}),
    ...(expires !== undefined && {expires}),
    own: best.own,
    sources: [...new Set(records.map(({source}) => source))],
    origins,
    freshness: freshnessOf(best.at, now),
  };
}

const isSaid = (value: unknown): boolean =>
  value !== undefined && !(Array.isArray(value) && value.length === 0);

/** A place with both coordinates or with none: 0/0 is what forms leave behind, and no group meets there. */
function placeOf(
  place: Group['place'],
  leaveOut: (reason: LeftOut['reason']) => void,
): Group['place'] | undefined {
  if (!isNowhere(place)) return place;
  leaveOut('place');
  const {lat: _, lon: __, ...rest} = place!;
  return rest;
}

/** Whether a place has coordinates that are none. One without any is a place known by its name alone. */
function isNowhere({lat, lon}: NonNullable<Group['place']> = {}): boolean {
  if (lat === undefined && lon === undefined) return false;
  const isOnEarth = Math.abs(lat ?? NaN) <= 90 && Math.abs(lon ?? NaN) <= 180;
  return !isOnEarth || (lat === 0 && lon === 0);
}
