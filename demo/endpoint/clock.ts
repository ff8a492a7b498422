import {parseMoment, zonedWall} from '../../src/protocol/moment.js';

const MINUTE = 60_000;

/** A wall clock reading as PostgreSQL and people write it: `2026-12-03T18:00:00`, without zone or offset. */
export type Wall = string;

/**
 * A wall clock reading with the offset it has in `zone` (`2026-12-03T18:00:00-08:00`).
 *
 * In a document the offset stands beside the zone, so that a device with stale zone rules still knows the instant.
 */
export function withOffset(wall: Wall, zone: string): string {
  const moment = parseMoment(wall, zone);
  if (moment?.at === undefined) return wall;
  const minutes = Math.round((moment.wall - moment.at) / MINUTE);
  const sign = minutes < 0 ? '-' : '+';
  const two = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${wallText(moment.wall)}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** What the clock on the wall shows in `zone` at an instant, in milliseconds. */
export function inZone(at: number, zone: string): Wall {
  return wallText(zonedWall(at, zone) ?? at);
}

/** `wall` some minutes later, still on the same wall. */
export function later(wall: Wall, minutes: number): Wall {
  return wallText(Date.parse(`${wall}Z`) + minutes * MINUTE);
}

/** The calendar day it is at `now` for people in `zone`, as `2026-12-03`. */
export function dayIn(zone: string, now: number): string {
  return new Intl.DateTimeFormat('sv-SE', {timeZone: zone, dateStyle: 'short'}).format(now);
}

/** The first `weekday` (0 is Sunday) that lies at least `days` days after the day `today`; `days` may be negative. */
export function weekdayAfter(today: string, weekday: number, days: number): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  date.setUTCDate(date.getUTCDate() + ((weekday - date.getUTCDay() + 7) % 7));
  return date.toISOString().slice(0, 10);
}

/** The first `weekday` of a month (0 is Sunday) that lies at least `days` days after the day `today`. */
export function firstOfMonthAfter(today: string, weekday: number, days: number): string {
  const least = new Date(`${today}T00:00:00Z`);
  least.setUTCDate(least.getUTCDate() + days);
  const from = least.toISOString().slice(0, 10);
  const inMonth = (ahead: number) => {
    const first = new Date(Date.UTC(least.getUTCFullYear(), least.getUTCMonth() + ahead, 1));
    return weekdayAfter(first.toISOString().slice(0, 10), weekday, 0);
  };
  return inMonth(0) >= from ? inMonth(0) : inMonth(1);
}

function wallText(wall: number): Wall {
  return new Date(wall).toISOString().slice(0, 19);
}
