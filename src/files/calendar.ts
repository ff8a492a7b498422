/** A gathering as a calendar file (RFC 5545), and as links to the calendars most people have. */

import {safeUrl} from '../base/safe-url.js';
import type {Moment} from '../protocol/moment.js';
import {fold, property, text, type Line} from './content-line.js';

/** What goes into a calendar. Nothing in it is about the visitor. */
export interface CalendarEvent {
  /** The same for the same gathering, always: a calendar that meets it again updates what it has. */
  uid: string;
  title: string;
  description?: string | undefined;
  location?: string | undefined;
  start: Moment;
  end?: Moment | undefined;
  url?: string | undefined;
  cancelled?: boolean | undefined;
  /** How often it comes again, as the value of an RRULE: `FREQ=WEEKLY;INTERVAL=2`. */
  repeats?: string | undefined;
}

/** Addresses that put an event into a visitor's calendar on the web. */
export interface CalendarLinks {
  google: string;
  outlook: string;
  yahoo: string;
}

/** Longest description in a link, in UTF-16 code units: some mail programs cut addresses at 2,000. */
const LINK_DESCRIPTION = 800;
/** The years that four digits can write, in milliseconds: 0001 to 9999. */
const FIRST = Date.UTC(2001, 0, 1) - 2000 * 365.2425 * 86_400_000;
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59);

/**
 * `event` as a calendar file.
 *
 * Times are in UTC when the instant is known, and floating (the wall clock wherever one is) when it is not; so no
 * zone definitions are needed, which go stale in a file that lies on a disk for months.
 *
 * @param stamp when the file was made, in milliseconds
 */
export function calendarFile(event: CalendarEvent, stamp: number = Date.now()): string {
  const [start, end] = span(event);
  const url = safeUrl(event.url)?.href;
  const lines: Array<Line | undefined> = [
    property('BEGIN', 'VCALENDAR'),
    property('VERSION', '2.0'),
    property('PRODID', '-//ctg-widgets//gathering//EN'),
    property('CALSCALE', 'GREGORIAN'),
    property('BEGIN', 'VEVENT'),
    property('UID', text(event.uid)),
    property('DTSTAMP', compact(stamp, true)),
    property('DTSTART', start),
    end === undefined ? undefined : property('DTEND', end),
    event.repeats ? property('RRULE', event.repeats) : undefined,
    property('SUMMARY', text(event.title)),
    event.description ? property('DESCRIPTION', text(event.description)) : undefined,
    event.location ? property('LOCATION', text(event.location)) : undefined,
    url ? property('URL', url) : undefined,
    property('STATUS', event.cancelled ? 'CANCELLED' : 'CONFIRMED'),
    property('END', 'VEVENT'),
    property('END', 'VCALENDAR'),
  ];
  return lines.flatMap((line) => (line === undefined ? [] : `${fold(line)}\r\n`)).join('');
}

/** Links that open a prepared entry in Google's, Microsoft's and Yahoo's calendar; nothing is sent until pressed. */
export function calendarLinks(event: CalendarEvent): CalendarLinks {
  const [start, end = start] = span(event);
  const extended = (time: string): string =>
    time.replace(/^(....)(..)(..)T(..)(..)(..)(Z?)$/, '$1-$2-$3T$4:$5:$6$7');
  const floating = !start.endsWith('Z');
  const details = [event.description?.slice(0, LINK_DESCRIPTION), safeUrl(event.url)?.href]
    .filter(Boolean)
    .join('\n\n');
  return {
    google: link('https://calendar.google.com/calendar/render?action=TEMPLATE', {
      text: event.title,
      dates: `${start}/${end}`,
      ctz: floating ? event.start.zone : undefined,
      details,
      location: event.location,
    }),
    outlook: link('https://outlook.live.com/calendar/0/action/compose?rru=addevent', {
      subject: event.title,
      startdt: extended(start),
      enddt: extended(end),
      body: details,
      location: event.location,
    }),
    yahoo: link('https://calendar.yahoo.com/?v=60', {
      title: event.title,
      st: start,
      et: end,
      desc: details,
      in_loc: event.location,
    }),
  };
}

/** Start and end in the form of the calendar file, both in UTC or both floating; no end that is not after the start. */
function span({start, end}: CalendarEvent): [start: string, end?: string] {
  const first = compact(start.at ?? start.wall, start.at !== undefined);
  if (!end) return [first];
  const length = start.at !== undefined && end.at !== undefined ? end.at - start.at : end.wall - start.wall;
  if (!(length > 0)) return [first];
  return [first, compact((start.at ?? start.wall) + length, start.at !== undefined)];
}

/** `20261204T020000Z`, without the `Z` for a wall clock. */
function compact(time: number, utc: boolean): string {
  const within = Math.min(LAST, Math.max(FIRST, time));
  return new Date(within).toISOString().replace(/[-:]|\.\d+Z$/g, '') + (utc ? 'Z' : '');
}

/** Spaces as `%20`, because Outlook shows a `+` as it stands. */
function link(start: string, fields: Record<string, string | undefined>): string {
  const pairs = Object.entries(fields).filter((field): field is [string, string] => !!field[1]);
  return start + pairs.map(([name, value]) => `&${name}=${encodeURIComponent(wellFormed(value))}`).join('');
}

/** Half of a surrogate pair makes `encodeURIComponent` throw. */
const wellFormed = (value: string): string => value.replace(/\p{Surrogate}/gu, '\ufffd');
