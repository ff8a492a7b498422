/** schema.org in JSON-LD: events are gatherings, organisations and houses of worship are groups. */
import {Draft, type Fields, unfit} from './draft.js';
import type {Format, Source, Translation} from './format.js';
import {addressIn, linkedDataOf, reader, textOf, topNodes, typesOf, wordOf} from './linked-data.js';
import {addOrganisation, isOrganisation} from './organisations.js';
import {placeOf} from './places.js';
import {countOf, idText, line, listOf, own, plain, relativeUrl, webUrl} from './raw.js';
import {repetitionOf} from './schedule.js';
import {Series, seriesOf} from './series.js';
import {SHAPES} from './shapes.js';
import {endOf, readTime, stampOf, zoneOf} from './times.js';
import {Turns} from './turns.js';

/** Reads schema.org. */
export const schemaOrg: Format = {
  name: 'schema-org',
  matches: SHAPES['schema-org']!,
  translate,
};

/** Types of events whose names do not end so. */
const EVENTS = new Set(['Festival', 'Hackathon', 'CourseInstance', 'EventSeries']);
const STATUS: Readonly<Record<string, string>> = {
  EventCancelled: 'cancelled',
  EventPostponed: 'postponed',
  EventScheduled: 'scheduled',
  EventRescheduled: 'scheduled',
  EventMovedOnline: 'scheduled',
};

type Get = (node: unknown, key: string) => unknown;

/** What the steps below share. */
interface Work {
  readonly draft: Draft;
  readonly series: Series;
  readonly get: Get;
  readonly url: string;
  readonly seen: Set<unknown>;
}

async function translate(source: Source, now: number): Promise<Translation> {
  const json = linkedDataOf(source);
  const nodes = topNodes(json);
  const isOurs = nodes.some(({node}) => isEvent(node) || isOrganisation(node));
  if (!isOurs) return unfit(json);
  const draft = new Draft();
  const work: Work = {
    draft,
    series: new Series(draft, now),
    get: reader(nodes),
    url: source.url,
    seen: new Set(),
  };
  const turns = new Turns();
  for (const {node, path} of nodes) {
    const pause = turns.due();
    if (pause) await pause;
    if (isEvent(node)) await addEvent(work, node, path, undefined, 0);
    else if (isOrganisation(node)) addOrganisation(draft, node, path, work.get, source.url);
  }
  return draft.translation(now);
}

function isEvent(node: unknown): boolean {
  return typesOf(node).some((type) => type.endsWith('Event') || EVENTS.has(type));
}

/** Adds an event, or, of one that is nothing but a series, its parts. */
async function addEvent(
  work: Work,
  node: unknown,
  path: string,
  of: Fields | undefined,
  depth: number,
): Promise<void> {
  // Things that name each other are met once.
  if (work.seen.has(node)) return;
  work.seen.add(node);
  const {draft, get, url} = work;
  const parts = depth < 3 ? listOf(get(node, 'subEvent')).filter(isEvent).slice(0, 1_000) : [];
  const start = readTime(listOf(get(node, 'startDate'))[0]);
  const isWhole = typesOf(node).includes('EventSeries') || !start;
  const id = idOf(node, get, url);
  if (parts.length > 0 && isWhole) {
    const series = seriesOf(id ?? path, textOf(get(node, 'name')));
    for (const [index, part] of parts.entries())
      await addEvent(work, part, `${path}/subEvent/${index}`, series, depth + 1);
    return;
  }
  const {place, code} = placeOf(get(node, 'location'), get, url);
  if (code) draft.leave(path, code);
  const fields = {
    ...fieldsOf(node, get, url),
    place,
    start: start?.moment,
    end: endOf(readTime(listOf(get(node, 'endDate'))[0]) ?? (start?.isDay ? start : undefined), false),
    series: of ?? seriesAbove(get(node, 'superEvent'), get, url),
  };
  const schedules = listOf(get(node, 'eventSchedule')).filter((each) => typeof each === 'object');
  for (const schedule of schedules.slice(0, 20)) {
    const found = repetitionOf((key) => get(schedule, key), start?.moment);
    if (!found) {
      draft.leave(`${path}/eventSchedule`, 'rule');
      continue;
    }
    const ends = found.end ?? (found.start === start?.moment ? fields.end : undefined);
    const times = {start: found.start, end: ends, timeZone: found.zone ?? fields.timeZone};
    const name = id ?? line(fields.name) ?? path;
    await work.series.add({path, id: name, fields: {...fields, ...times}, lines: found.lines});
  }
  if (schedules.length > 0) return;
  if (!start) draft.leave(path, 'date');
  const day = start && `${fields.name}@${start.moment.slice(0, 16)}`;
  draft.add('gatherings', path, [id, id && start && `${id}@${start.moment.slice(0, 10)}`, day], fields);
}

function fieldsOf(
  node: unknown,
  get: Get,
  url: string,
): Fields & {readonly name: string | undefined; readonly timeZone: string | undefined} {
  const most =
    countOf(get(node, 'maximumAttendeeCapacity')) ?? countOf(get(node, 'maximumPhysicalAttendeeCapacity'));
  const free = countOf(get(node, 'remainingAttendeeCapacity'));
  const offers = listOf(get(node, 'offers'));
  const soldOut =
    offers.length > 0 && offers.every((offer) => wordOf(get(offer, 'availability')) === 'SoldOut');
  const status = STATUS[wordOf(addressIn(get(node, 'eventStatus')))];
  return {
    name: line(textOf(get(node, 'name'))),
    description: plain(textOf(get(node, 'description'))),
    status: soldOut && (status ?? 'scheduled') === 'scheduled' ? 'full' : status,
    timeZone: zoneOf(get(node, 'timezone')) ?? zoneOf(get(node, 'timeZone')),
    capacity: most,
    taken: most !== undefined && free !== undefined && free <= most ? most - free : undefined,
    host: {name: line(textOf(get(node, 'organizer')))},
    language: languageOf(get(node, 'inLanguage'), get),
    url: webUrl(addressIn(get(node, 'url')), url),
    image: relativeUrl(addressIn(get(node, 'image')), url),
    updated: stampOf(get(node, 'dateModified')),
  };
}

function languageOf(value: unknown, get: Get): string | undefined {
  const first = listOf(value)[0];
  return idText(first) ?? idText(get(first, 'alternateName'));
}

/** What names an event: its own address first, because names repeat. */
function idOf(node: unknown, get: Get, url: string): string | undefined {
  return (
    idText(own(node, '@id')) ??
    idText(get(node, 'identifier')) ??
    idText(own(get(node, 'identifier'), 'value')) ??
    webUrl(addressIn(get(node, 'url')), url)
  );
}

function seriesAbove(value: unknown, get: Get, url: string): Fields | undefined {
  const above = listOf(value)[0];
  const name = textOf(get(above, 'name'));
  const id = idOf(above, get, url) ?? name;
  return typesOf(above).includes('EventSeries') && id ? seriesOf(id, name) : undefined;
}
