/** When something happens: the publisher's clock, the instant, and whether the device agrees with the publisher. */
import {BoundedMap} from '../base/bounded-map.js';
import {momentParts} from './moment-text.js';

/** A point in time as a publisher wrote it. */
export interface Moment {
  /** What the clock on the publisher's wall shows, as if it were UTC, in milliseconds. */
  readonly wall: number;
  /** The instant, in milliseconds; `undefined` when neither an offset nor a usable zone tells it. */
  readonly at: number | undefined;
  /** The zone, only if this device knows it. */
  readonly zone?: string;
  /** Minutes east of UTC. */
  readonly offset?: number;
  /** Whether the publisher's offset and this device's zone data disagree: then the time must be asked for. */
  readonly doubt: boolean;
  /** Set when the clock jumped: `gap` moved a time that never was forward, `overlap` took the first of two. */
  readonly shifted?: 'gap' | 'overlap';
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const OFFSET = /GMT(?:([+-])(\d+):(\d+))?/;

const formatters = new BoundedMap<string, Intl.DateTimeFormat | 'unknown'>(20);

function formatterOf(zone: string): Intl.DateTimeFormat | 'unknown' {
  try {
    return new Intl.DateTimeFormat('en-US', {timeZone: zone, timeZoneName: 'longOffset'});
  } catch {
    // Zones come and go: this device does not know this one, and the offset has to do.
    return 'unknown';
  }
}

/** What the clock shows at an instant in a zone, as if it were UTC; `undefined` when the device does not know the zone. */
export function zonedWall(at: number, zone: string): number | undefined {
  const formatter = formatters.ensure(zone, () => formatterOf(zone));
  if (formatter === 'unknown') return undefined;
  const [, sign, hours = 0, minutes = 0] = OFFSET.exec(formatter.format(at)) ?? [];
  return at + +`${sign ?? ''}1` * (+hours * 60 + +minutes) * MINUTE;
}

/** Reads a date and time, together with the zone it was written in if known; `undefined` when it is none. */
export function parseMoment(text: unknown, zone?: string): Moment | undefined {
  const parts = momentParts(text);
  if (!parts) return undefined;
  const {wall, offset} = parts;
  const usable = zone !== undefined && zonedWall(wall, zone) !== undefined;
  if (!usable) {
    if (offset === undefined) return {wall, at: undefined, doubt: false};
    return {wall, at: wall - offset * MINUTE, offset, doubt: false};
  }
  if (offset === undefined) return {...inZone(wall, zone), zone, doubt: false};
  const at = wall - offset * MINUTE;
  const there = zonedWall(at, zone)!;
  // `Z` says when but not what the wall shows (RFC 9557, 2.2), so the zone may; an offset of the publisher's stands.
  if (parts.utc) return {wall: there, at, zone, offset: (there - at) / MINUTE, doubt: false};
  return {wall, at, zone, offset, doubt: there !== wall};
}

/** The instant of a wall clock in a zone, as Temporal's `compatible` has it. */
function inZone(wall: number, zone: string): Pick<Moment, 'wall' | 'at' | 'offset' | 'shifted'> {
  // A day before and a day after, the offset is that of before and after any jump on the day itself.
  const [before, after] = [-DAY, DAY].map((shift) => zonedWall(wall + shift, zone)! - wall - shift) as [
    number,
    number,
  ];
  const fits = [wall - before, wall - after].filter((at) => zonedWall(at, zone) === wall);
  const at = fits.length ? Math.min(...fits) : wall - before;
  const shown = zonedWall(at, zone)!;
  const made = {wall: shown, at, offset: (shown - at) / MINUTE};
  if (!fits.length) return {...made, shifted: 'gap'};
  return fits.length > 1 && before !== after ? {...made, shifted: 'overlap'} : made;
}
