/** Dates that are always some days ahead, so that an example never goes stale. */
import {parseMoment, zonedWall} from '../../protocol/moment.js';

/** Where the examples take place. */
export const ZONE = 'America/Los_Angeles';

const DAY = 86_400_000;

/** A day of the examples' zone, `2026-12-03`, counted from today. */
export function dayFrom(now: number, days: number): string {
  return new Date((zonedWall(now, ZONE) ?? now) + days * DAY).toISOString().slice(0, 10);
}

/** A time of such a day with its offset, `2026-12-03T18:00:00-08:00`. */
export function timeOn(day: string, time: string): string {
  const local = `${day}T${time}:00`;
  const offset = parseMoment(local, ZONE)?.offset ?? 0;
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${local}${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
