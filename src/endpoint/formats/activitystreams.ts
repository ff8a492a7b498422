/** ActivityStreams 2 (Mobilizon, Gancio, bridges of WordPress): events, what creates them, and collections of both. */
import {Draft, type Fields, unfit} from './draft.js';
import type {Format, Source, Translation} from './format.js';
import {addressIn, textOf, typesOf} from './linked-data.js';
import {placeOf} from './places.js';
import {countOf, idText, line, listOf, own, plain, record, relativeUrl, webUrl, wordIn} from './raw.js';
import {SHAPES} from './shapes.js';
import {statusOf} from './status.js';
import {endOf, readTime, stampOf, zoneOf} from './times.js';
import {Turns} from './turns.js';

/** Reads ActivityStreams. */
export const activityStreams: Format = {
  name: 'activitystreams',
  matches: SHAPES['activitystreams']!,
  translate,
};

/** Activities whose object is what they are about. */
const CARRIES = new Set(['Create', 'Update', 'Announce', 'Add', 'Offer']);
/** Actors that stand for more than one person. */
const GROUPS = new Set(['Group', 'Organization']);
const PAGES = new Set(['Collection', 'OrderedCollection', 'CollectionPage', 'OrderedCollectionPage']);

async function translate({json, url}: Source, now: number): Promise<Translation> {
  if (!listOf(json).some((each) => typesOf(each, 'type').length > 0)) return unfit(json);
  const draft = new Draft();
  const isList = Array.isArray(json);
  const page = pageOf(json) ?? {at: undefined, path: '', items: isList ? json : [json]};
  const turns = new Turns();
  for (const [index, each] of page.items.entries()) {
    const pause = turns.due();
    if (pause) await pause;
    addObject(draft, each, page.at || isList ? `${page.path}/${index}` : '', url);
  }
  const next =
    addressIn(own(page.at, 'next')) ?? (page.items.length === 0 ? addressIn(own(json, 'first')) : undefined);
  const address = relativeUrl(next, url);
  return draft.translation(now, {next: address === url ? undefined : address});
}

interface Page {
  readonly at: unknown;
  readonly path: string;
  readonly items: readonly unknown[];
}

/** The items of a collection: its own, or those of a first page that came with it. */
function pageOf(json: unknown): Page | undefined {
  if (!typesOf(json, 'type').some((type) => PAGES.has(type))) return undefined;
  const first = own(json, 'first');
  for (const [at, path] of [
    [json, ''],
    [first, '/first'],
  ] as const)
    for (const key of ['orderedItems', 'items'])
      if (own(at, key) !== undefined) return {at, path: `${path}/${key}`, items: listOf(own(at, key))};
  return {at: json, path: '', items: []};
}

function addObject(draft: Draft, value: unknown, path: string, url: string): void {
  const types = typesOf(value, 'type');
  // An announcement often has nothing but the address of what it announces.
  if (typeof value === 'string') return draft.leave(path, 'by-reference');
  const inner = own(value, 'object');
  if (types.some((type) => CARRIES.has(type)) && inner !== undefined) {
    if (!record(inner)) return draft.leave(`${path}/object`, 'by-reference');
    // What is inside an activity is a thing and never one more activity: so nothing nests for ever.
    return typesOf(inner, 'type').includes('Event')
      ? addEvent(draft, inner, `${path}/object`, url)
      : draft.leave(path, 'no-event');
  }
  if (types.includes('Event')) return addEvent(draft, value, path, url);
  if (types.some((type) => GROUPS.has(type))) return addGroup(draft, value, path, url);
  return draft.leave(path, 'no-event');
}

/** A text that may be told in several languages: the first that is there. */
function wordsOf(node: unknown, key: string): string | undefined {
  const map = record(own(node, `${key}Map`));
  return plain(own(node, key)) ?? (map && Object.values(map).map(plain).find(Boolean));
}

function addEvent(draft: Draft, event: unknown, path: string, url: string): void {
  const of = (key: string) => own(event, key);
  const id = idText(of('id') ?? of('@id'));
  const start = readTime(of('startTime'));
  if (!start) draft.leave(path, 'date');
  const {place, code} = placeOf(of('location'), own, url);
  if (code) draft.leave(path, code);
  const most = countOf(of('maximumAttendeeCapacity'));
  const free = countOf(of('remainingAttendeeCapacity'));
  const online = webUrl(of('onlineAddress'), url);
  const name = wordsOf(event, 'name');
  draft.add('gatherings', path, [id, idText(of('uuid')), start && `${name}@${start.moment.slice(0, 16)}`], {
    name: line(name),
    description: wordsOf(event, 'content') ?? wordsOf(event, 'summary'),
    start: start?.moment,
    end: endOf(readTime(of('endTime')), false),
    timeZone: zoneOf(of('timezone')) ?? zoneOf(of('timeZone')),
    status: statusOf(of('status') ?? of('ical:status') ?? of('eventStatus')),
    ...seats(most, free, countOf(of('participantCount'))),
    place: online ? {...place, online} : place,
    host: hostOf(event),
    language: idText(of('inLanguage')),
    url: linkOf(event, url) ?? webUrl(id, url),
    image: pictureOf(event, url),
    updated: stampOf(of('updated') ?? of('published')),
  });
}

/** Who comes is counted by what is left, where both are told: the other number may count those who only follow. */
function seats(most: number | undefined, free: number | undefined, coming: number | undefined): Fields {
  // Mobilizon writes 0 for "no limit".
  if (most === undefined || most === 0) return {taken: coming};
  return {capacity: most, taken: free !== undefined && free <= most ? most - free : coming};
}

function hostOf(event: unknown): Fields | undefined {
  for (const key of ['attributedTo', 'organizer', 'actor']) {
    for (const each of listOf(own(event, key)).slice(0, 5)) {
      const name = record(each) && line(textOf(own(each, 'name')));
      if (name) return {name};
    }
  }
  return undefined;
}

/** The page of an event: an address, a link, or a list of links of which one is for people. */
function linkOf(node: unknown, url: string): string | undefined {
  const links = listOf(own(node, 'url')).slice(0, 20);
  const page = links.find((each) => /html/.test(wordIn(own(each, 'mediaType'))));
  return webUrl(addressIn(page ?? links[0]), url);
}

function pictureOf(node: unknown, url: string): string | undefined {
  const candidates = [
    ...listOf(own(node, 'image')),
    ...listOf(own(node, 'icon')),
    ...listOf(own(node, 'attachment')),
  ];
  const picture = candidates
    .slice(0, 50)
    .find(
      (each) => typesOf(each, 'type').includes('Image') || /^image\//.test(wordIn(own(each, 'mediaType'))),
    );
  return relativeUrl(addressIn(picture), url);
}

function addGroup(draft: Draft, actor: unknown, path: string, url: string): void {
  const of = (key: string) => own(actor, key);
  const id = idText(of('id'));
  const {place, code} = placeOf(of('location'), own, url);
  if (code) draft.leave(path, code);
  draft.add('groups', path, [id], {
    name: line(wordsOf(actor, 'name')) ?? line(of('preferredUsername')),
    kind: typesOf(actor, 'type').includes('Organization') ? 'organisation' : 'group',
    description: wordsOf(actor, 'summary'),
    url: linkOf(actor, url) ?? webUrl(id, url),
    place: {label: place['address'] ?? place['name'], lat: place['lat'], lon: place['lon']},
    image: pictureOf(actor, url),
    updated: stampOf(of('updated') ?? of('published')),
  });
}
