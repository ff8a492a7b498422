/** Google Calendar, API v3, `events.list` of a public calendar. */
import {parseMoment} from '../../protocol/moment.js';
import {Draft, type Fields, unfit} from './draft.js';
import type {Format, Source, Translation} from './format.js';
import {idText, line, listOf, own, plain, record, webUrl, wordIn} from './raw.js';
import {Series, seriesOf} from './series.js';
import {SHAPES} from './shapes.js';
import {endOf, readTime, stampOf, zoneOf, type Time} from './times.js';
import {Turns} from './turns.js';

/** Reads Google Calendar. */
export const googleCalendar: Format = {
  name: 'google-calendar',
  matches: SHAPES['google-calendar']!,
  translate,
  // A date that was moved or taken out of a series may be pages away from it.
  join: (pages) => ({...record(pages[0]), items: pages.flatMap((page) => listOf(own(page, 'items')))}),
};

/** What stands in calendars and is no invitation to anyone. */
const NO_EVENTS = new Set(['workingLocation', 'outOfOffice', 'focusTime', 'birthday']);

async function translate({json, url}: Source, now: number): Promise<Translation> {
  const items = own(json, 'items');
  if (!Array.isArray(items)) return unfit(json);
  const draft = new Draft();
  const series = new Series(draft, now);
  const calendar = {url, zone: zoneOf(own(json, 'timeZone'))};
  const changed = changedDates(items, calendar);
  const turns = new Turns();
  for (const [index, item] of items.entries()) {
    const pause = turns.due();
    if (pause) await pause;
    const path = `/items/${index}`;
    const why = whyNot(item);
    if (why) {
      draft.leave(path, why);
      continue;
    }
    const read = readItem(item, calendar, changed);
    const id = idText(own(item, 'id')) ?? idText(own(item, 'iCalUID'));
    const lines = listOf(own(item, 'recurrence')).filter((each) => typeof each === 'string');
    if (!read.start) draft.leave(path, read.cancelled ? 'cancelled' : 'date');
    if (!read.start && read.cancelled) continue;
    if (read.start && id && lines.length > 0 && !read.cancelled) {
      const fields = {...read.fields, start: read.start};
      await series.add({path, id, fields, lines, apart: changed.keys.get(id) ?? new Set()});
    } else draft.add('gatherings', path, [read.id, id], read.fields);
  }
  const token = own(json, 'nextPageToken');
  const name = line(own(json, 'summary'));
  return draft.translation(now, {
    // A calendar that was never given a name has the address of its owner for one.
    publisher: name?.includes('@') ? undefined : {name},
    next: typeof token === 'string' && token ? nextPage(url, token) : undefined,
  });
}

function whyNot(item: unknown): string | undefined {
  const type = own(item, 'eventType');
  if (typeof type === 'string' && NO_EVENTS.has(type)) return 'no-event';
  // Whoever passes a calendar on may see more than a page should show.
  return /^(?:private|confidential)$/.test(wordIn(own(item, 'visibility'))) ? 'private' : undefined;
}

interface Calendar {
  readonly url: string;
  readonly zone: string | undefined;
}

/** Dates of a series that differ from it: which they are, and what the series is called. */
interface Changed {
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
  readonly parents: ReadonlyMap<string, unknown>;
}

function changedDates(items: readonly unknown[], calendar: Calendar): Changed {
  const keys = new Map<string, Set<string>>();
  const wanted = new Set(items.flatMap((item) => idText(own(item, 'recurringEventId')) ?? []));
  const parents = new Map<string, unknown>();
  for (const item of items) {
    const id = idText(own(item, 'id'));
    if (id && wanted.has(id)) parents.set(id, item);
  }
  for (const item of items) {
    const parent = idText(own(item, 'recurringEventId'));
    const key = parent && originalKey(item, parents.get(parent), calendar);
    if (!parent || !key) continue;
    if (!keys.has(parent)) keys.set(parent, new Set());
    keys.get(parent)!.add(key);
  }
  return {keys, parents};
}

/** What names one date of a series: the day on which it was to be, also when it has been moved since. */
function originalKey(item: unknown, parent: unknown, {zone}: Calendar): string | undefined {
  const wall = wallOf(own(item, 'originalStartTime'), zone);
  if (wall === undefined) return undefined;
  const usual = wallOf(own(parent, 'start'), zone) ?? wall;
  const text = new Date(wall).toISOString();
  return (wall - usual) % 86_400_000 === 0 ? text.slice(0, 10) : text.slice(0, 16);
}

function wallOf(value: unknown, calendarZone: string | undefined): number | undefined {
  const time = timeOf(value);
  return time && parseMoment(time.moment, zoneOf(own(value, 'timeZone')) ?? calendarZone)?.wall;
}

function timeOf(value: unknown): Time | undefined {
  return readTime(own(value, 'dateTime') ?? own(value, 'date'));
}

interface Item {
  /** The name that a date of a series keeps. */
  readonly id: string | undefined;
  readonly start: string | undefined;
  readonly cancelled: boolean;
  readonly fields: Fields;
}

function readItem(item: unknown, calendar: Calendar, {parents}: Changed): Item {
  const parentId = idText(own(item, 'recurringEventId'));
  const parent = parentId === undefined ? undefined : parents.get(parentId);
  // A date that was taken out of a series has nothing but its ids: what it was, the series knows.
  const of = (key: string) => own(item, key) ?? own(parent, key);
  const cancelled = own(item, 'status') === 'cancelled';
  const written = own(item, 'start') ?? own(item, 'originalStartTime');
  const start = timeOf(written);
  const key = parentId === undefined ? undefined : originalKey(item, parent, calendar);
  const name = line(of('summary'));
  const place = line(of('location'));
  return {
    id: key && `${parentId}@${key}`,
    start: start?.moment,
    cancelled,
    fields: {
      name,
      description: plain(of('description')),
      start: start?.moment,
      end: endOf(timeOf(own(item, 'end')), true),
      timeZone: zoneOf(own(written, 'timeZone')) ?? calendar.zone,
      status: cancelled ? 'cancelled' : 'scheduled',
      place: {
        address: place?.startsWith('http') ? undefined : place,
        online: onlineOf(of, place, calendar.url),
      },
      host: hostOf(of('organizer')),
      series: parentId === undefined ? undefined : seriesOf(parentId, name),
      url: webUrl(of('htmlLink'), calendar.url),
      updated: stampOf(of('updated')),
    },
  };
}

function onlineOf(of: (key: string) => unknown, place: string | undefined, url: string): string | undefined {
  const entry = listOf(own(of('conferenceData'), 'entryPoints')).find(
    (each) => own(each, 'entryPointType') === 'video',
  );
  const address = of('hangoutLink') ?? own(entry, 'uri') ?? (place?.startsWith('http') ? place : undefined);
  return webUrl(address, url);
}

function hostOf(organizer: unknown): Fields | undefined {
  const name = line(own(organizer, 'displayName'));
  return name && !name.includes('@') ? {name} : undefined;
}

function nextPage(url: string, token: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const next = new URL(url);
  if (next.searchParams.get('pageToken') === token) return undefined;
  next.searchParams.set('pageToken', token);
  return next.href;
}
