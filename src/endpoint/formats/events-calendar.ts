/**
 * The Events Calendar, a plugin of WordPress, by both of its interfaces: `/wp-json/tribe/events/v1/events`, and the
 * posts of `/wp-json/tec/v1/events`.
 */
import {Draft, unfit} from './draft.js';
import type {Format, Source, Translation} from './format.js';
import {spotOf} from './geometry.js';
import {nextOf} from './link-header.js';
import {idText, joined, line, listOf, numeric, own, plain, relativeUrl, webUrl} from './raw.js';
import {SHAPES} from './shapes.js';
import {statusOf} from './status.js';
import {offsetText, readTime, stampOf, zoneOf} from './times.js';
import {Turns} from './turns.js';

/** Reads The Events Calendar. */
export const eventsCalendar: Format = {
  name: 'events-calendar',
  matches: SHAPES['events-calendar']!,
  translate,
};

async function translate(source: Source, now: number): Promise<Translation> {
  const {json, url} = source;
  const inside = own(json, 'events');
  const events = Array.isArray(json) ? json : Array.isArray(inside) ? inside : undefined;
  const alone = events === undefined && isEvent(json);
  if (!events && !alone) return unfit(json);
  const draft = new Draft();
  const turns = new Turns();
  for (const [index, event] of (events ?? [json]).entries()) {
    const pause = turns.due();
    if (pause) await pause;
    const path = alone ? '' : Array.isArray(json) ? `/${index}` : `/events/${index}`;
    if (!isEvent(event)) draft.leave(path, 'no-event');
    else if (own(event, 'status') !== undefined && own(event, 'status') !== 'publish')
      draft.leave(path, 'not-published');
    else addEvent(draft, event, path, url);
  }
  return draft.translation(now, {next: relativeUrl(own(json, 'next_rest_url'), url) ?? nextOf(source)});
}

function isEvent(value: unknown): boolean {
  return own(value, 'start_date') !== undefined;
}

function addEvent(draft: Draft, event: unknown, path: string, url: string): void {
  const of = (key: string) => own(event, key);
  // The older interface calls these one thing, the newer one another.
  const start = momentOf(of('start_date'), of('utc_start_date') ?? of('start_date_utc'));
  const end = momentOf(of('end_date'), of('utc_end_date') ?? of('end_date_utc'));
  // Of what stands behind a password, the newer interface gives the name and words instead of dates.
  if (!start && isProtected(of('content'))) return draft.leave(path, 'protected');
  if (!start) draft.leave(path, 'date');
  const venue = listOf(of('venue') ?? of('venues'))[0];
  const {spot, code} = spotOf(numeric(own(venue, 'geo_lat')), numeric(own(venue, 'geo_lng')));
  if (code) draft.leave(path, code);
  const isDay = of('all_day') === true || of('all_day') === 'yes';
  const modified = of('modified_utc') ?? of('modified_gmt');
  return draft.add('gatherings', path, [idText(of('id')), idText(of('global_id')), idText(of('slug'))], {
    name: line(rendered(of('title'))),
    description:
      plain(rendered(of('description')) ?? rendered(of('content'))) ?? plain(rendered(of('excerpt'))),
    start,
    end: isDay && end ? end.replace(/T23:59(?::\d\d)?/, 'T23:59') : end,
    timeZone: zoneOf(of('timezone')),
    status: statusOf(of('event_status')),
    place: {
      name: line(own(venue, 'venue') ?? rendered(own(venue, 'title'))),
      address: addressOf(venue),
      ...spot,
      online: webUrl(of('virtual_url'), url),
    },
    host: {name: hostOf(event)},
    url: webUrl(of('url') ?? of('link'), url),
    image: relativeUrl(own(of('image'), 'url'), url),
    // WordPress leaves the Z off its times in UTC.
    updated: typeof modified === 'string' ? stampOf(`${modified.replace(/Z$/, '')}Z`) : undefined,
  });
}

function isProtected(content: unknown): boolean {
  const value = own(content, 'protected');
  return value === null || value === true;
}

/** WordPress wraps its HTML: `{"rendered": "…"}`. */
function rendered(value: unknown): unknown {
  return own(value, 'rendered') ?? (typeof value === 'string' ? value : undefined);
}

/**
 * A local time, with the offset that its twin in UTC gives it. That offset is the publisher's own, and often the only
 * one: where the site is set to "UTC-8", the time zone names no zone.
 */
function momentOf(local: unknown, utc: unknown): string | undefined {
  const here = readTime(local);
  if (!here) return undefined;
  const there = readTime(utc);
  if (!there || /(?:Z|[+-]\d\d:\d\d)$/.test(here.moment)) return here.moment;
  const minutes = (Date.parse(`${here.moment}Z`) - Date.parse(`${there.moment.replace('Z', '')}Z`)) / 60_000;
  // Daylight saving never made more than fifteen hours of difference; more is a field that was not kept up.
  if (!Number.isInteger(minutes) || Math.abs(minutes) >= 15 * 60) return here.moment;
  return here.moment + offsetText(minutes);
}

function addressOf(venue: unknown): string | undefined {
  const region = own(venue, 'state_province') || own(venue, 'state') || own(venue, 'province');
  return joined(
    [own(venue, 'address'), own(venue, 'city'), region, own(venue, 'zip'), own(venue, 'country')].map(line),
  );
}

function hostOf(event: unknown): string | undefined {
  const organizer = listOf(own(event, 'organizer') ?? own(event, 'organizers'))[0];
  return line(own(organizer, 'organizer') ?? rendered(own(organizer, 'title')));
}
