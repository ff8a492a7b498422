/** What many documents say of one group, made one record, its own word first. */
import type {Group} from '../protocol/group.js';
import {freshnessOf, timeOf} from './freshness.js';
import {identityOf, isUrn, normalUrl, originOf} from './identity.js';
import {isSomewhere} from './somewhere.js';
import {inSteps} from './in-steps.js';
import type {LeaveOut, NetworkGroup, SourceDocument} from './network.js';

/** What one document says of a group. */
export interface Record {
  readonly source: number;
  /** What the group is known by. */
  readonly key: string;
  /** Its web address, if no other group of its document has the same. */
  url: string | undefined;
  readonly group: Group;
  /** Origin of the document. */
  readonly site: string | undefined;
  /** How sure it is that the group's own site says it; 0 is hearsay. */
  trust: number;
  readonly at: number | undefined;
  /** URL of the document. */
  readonly from: string;
  /** Where this stands among all that is said of the group. */
  said: Said;
}

/** All that is said of one group. */
export interface Said {
  readonly records: Record[];
  /** Which documents say it; `undefined` as long as nobody had to ask. */
  sources?: Set<number>;
  /** The number of the group; -1 if it is gone, `undefined` until that is known. */
  number?: number;
}

/** A group whose ties are still to come. */
export type Draft = NetworkGroup & {readonly ties: number[]};

/** What came of merging. */
export interface Merging {
  /** At least once all that is said of each group, in the order in which groups are first spoken of. */
  readonly all: readonly Said[];
  /** The number of the group that has a name: a key, else a web address. */
  readonly numberOf: (name: string) => number | undefined;
}

const NONE: readonly string[] = [];

/** Brings together what is said of equal ids, and of equal web addresses in different documents. O(n log n). */
export function* mergeGroups(sources: readonly SourceDocument[], now: number): Generator<void, Merging> {
  const all: Said[] = [];
  const named = new Map<string, Record[]>();
  const add = (name: string, record: Record): void => {
    const there = named.get(name);
    if (there) there.push(record);
    else named.set(name, [record]);
  };
  for (const [source, {url: from, publisher, updated, groups}] of sources.entries()) {
    const site = originOf(normalUrl(from));
    const home = publisher?.id && normalUrl(publisher.id);
    const written = timeOf(updated, now);
    const uses = new Map<string, number>();
    const records: Record[] = [];
    yield* inSteps(groups, (group) => {
      const key = identityOf(group.id, from);
      const url = group.url ? normalUrl(group.url) : undefined;
      if (url) uses.set(url, (uses.get(url) ?? 0) + 1);
      const trust = trustIn(group.id, originOf(url), site, key === home);
      const at = timeOf(group.updated, now) ?? written;
      const before = named.get(key)?.find((record) => record.key === key);
      const said = before?.said ?? {records: []};
      if (!before) all.push(said);
      const record = {source, key, url, group, site, trust, at, from, said};
      said.records.push(record);
      records.push(record);
      if (before?.source !== source) add(key, record);
    });
    yield* inSteps(records, (record) => {
      const {key, url} = record;
      if (!url) return;
      if (uses.get(url)! > 1) record.url = undefined;
      else if (url !== key) add(url, record);
    });
  }
  yield* inSteps(all, ({records}) => unbelieve(records));
  yield* uniteByUrl(named);
  return {all, numberOf: (name) => numberIn(named.get(name) ?? [], name)};
}

/**
 * How sure it is that a document of `site` is of the own site of a group with this id and the web address `page`, each
 * by its origin. A site speaks for what has its origin; the rest anybody could say, and is believed only as long as
 * nobody says it with more right.
 */
function trustIn(
  id: string,
  page: string | undefined,
  site: string | undefined,
  isPublisher: boolean,
): number {
  const home = originOf(normalUrl(id));
  const isElsewhere = page !== undefined && !isOneSite(page, site);
  if (home !== undefined) {
    if (!isOneSite(home, site)) return isPublisher ? PUBLISHER : 0;
    // Its page may be elsewhere, as with those that have one of a big service.
    return isElsewhere && !isPublisher ? 1 : 3;
  }
  if (isUrn(id)) return page !== undefined && !isElsewhere ? 1 : 0;
  return isElsewhere ? 0 : 3;
}

/** How sure a document is that lies elsewhere, and names the group as its publisher. */
const PUBLISHER = 2;

/** Whether two origins are one site: most sites answer with `www.` and without it, and say now this and now that. */
const isOneSite = (one: string | undefined, other: string | undefined): boolean =>
  one === other || (one !== undefined && withoutWww(one) === withoutWww(other));
const withoutWww = (origin: string | undefined): string | undefined => origin?.replace('://www.', '://');

/** Whoever says to publish for a name is heard as anybody where the site that has the name speaks of it itself. */
function unbelieve(records: readonly Record[]): void {
  if (!records.some(({trust}) => trust === PUBLISHER)) return;
  if (records.some(({trust}) => trust > 0 && trust !== PUBLISHER))
    for (const record of records) if (record.trust === PUBLISHER) record.trust = 0;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Its own word first, then the latest, then by address: the order of the documents decides nothing. */
export const byTrust = (a: Record, b: Record): number =>
  b.trust - a.trust ||
  (a.at !== b.at && (b.at ?? -Infinity) - (a.at ?? -Infinity)) ||
  compare(a.from, b.from) ||
  a.source - b.source;

/** An address makes two one only where no document has told them apart. By address, so that no order decides. */
function* uniteByUrl(named: ReadonlyMap<string, Record[]>): Generator<void> {
  const shared: [string, Record[]][] = [];
  yield* inSteps(named, (entry) => {
    const records = entry[1];
    if (records.length > 1 && records.some(({said}) => said !== records[0]!.said)) shared.push(entry);
  });
  shared.sort(([a], [b]) => compare(a, b));
  yield* inSteps(shared, ([address, records]) => {
    // Whose address it is comes first, so that what others say of it comes to nobody else.
    records.sort((a, b) => b.trust - a.trust || compare(a.key, b.key) || compare(a.from, b.from));
    const apart: Said[] = [];
    for (const record of records) {
      if (apart.includes(record.said)) continue;
      if (!apart.some((one) => unite(one, record.said, address))) apart.push(record.said);
    }
  });
}

/**
 * Makes one of two that have `address`; not where a document has told them apart, nor where both speak themselves and
 * one of them only gives what is not its own: else it could speak for the other.
 */
function unite(one: Said, other: Said, address: string): boolean {
  const [mine, theirs] = [one, other].map((said) => (said.sources ??= new Set(sourcesOf(said.records)))) as [
    Set<number>,
    Set<number>,
  ];
  for (const source of theirs) if (mine.has(source)) return false;
  const home = originOf(address);
  const [isMine, isTheirs] = [one, other].map(({records}) => {
    const own = records.filter(({trust}) => trust >= PUBLISHER);
    return own.length === 0 ? undefined : own.some(({key, site}) => key === address || isOneSite(site, home));
  });
  if ((isMine === false && isTheirs !== undefined) || (isTheirs === false && isMine !== undefined))
    return false;
  for (const source of theirs) mine.add(source);
  for (const record of other.records) {
    record.said = one;
    one.records.push(record);
  }
  return true;
}

const sourcesOf = (records: readonly Record[]): readonly number[] => records.map(({source}) => source);

/**
 * Whom a name means, of those that have it. An address of two groups means the one whose own site is surer to say
 * so, then the first by key, whichever was read first.
 */
function numberIn(records: readonly Record[], name: string): number | undefined {
  let best: Record | undefined;
  for (const record of records) {
    if (record.said.number! < 0) continue;
    if (record.key === name) return record.said.number;
    if (!best || (record.trust - best.trust || compare(best.key, record.key)) > 0) best = record;
  }
  return best?.said.number;
}

/** A group of all that is said of it, the most trusted first. */
export function groupOf({records, number}: Said, now: number, leaveOut: LeaveOut): Draft {
  const {group, source, trust, at} = records[0]!;
  const origins: {[field: string]: number} = {id: source, name: source};
  /** A field as whoever gives it first says it, `better` ones before all. */
  const take = <Field extends keyof Group>(
    field: Field,
    isGood: (value: Group[Field]) => boolean = isSaid,
    among = records,
  ): Group[Field] | undefined => {
    const from = among.find((record) => isGood(record.group[field]));
    if (from) origins[field] = from.source;
    return from?.group[field];
  };
  // Where people are led, and whom they write to: of a group that speaks itself nobody else says that.
  const own = trust > 0 ? records.filter((record) => record.trust === trust) : records;
  return {
    index: number!,
    id: group.id,
    name: group.name,
    kind: take('kind'),
    sector: take('sector'),
    needs: take('needs') ?? NONE,
    offers: take('offers') ?? NONE,
    values: take('values') ?? NONE,
    description: take('description'),
    url: take('url', isSaid, own),
    place: take('place', isSomewhere) ?? placeOf(take('place'), leaveOut),
    contact: take('contact', isSaid, own),
    image: take('image', isSaid, own),
    updated: group.updated,
    expires: group.expires,
    own: trust > 0,
    sources: sourcesOf(records).filter((each, at, all) => all.indexOf(each) === at),
    origins,
    freshness: freshnessOf(at, now),
    ties: [],
  };
}

const isSaid = (value: unknown): boolean =>
  value !== undefined && !(Array.isArray(value) && value.length === 0);

/** Without its coordinates, where they are none: 0/0 is what forms leave behind, and no group meets there. */
function placeOf(place: Group['place'], leaveOut: LeaveOut): Group['place'] | undefined {
  if (!place) return undefined;
  leaveOut('place');
  const {lat: _, lon: __, ...rest} = place;
  return rest;
}
