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
export function parseMoment(text: unknown, zone = ''): Moment | undefined {
  const parts = momentParts(text);
  if (!parts) return undefined;
  let {wall, offset} = parts;
  let at = offset === undefined ? undefined : wall - offset * MINUTE;
  let shifted: Moment['shifted'];
  let doubt = false;
  const isKnown = zonedWall(wall, zone) !== undefined;
  if (isKnown) {
    if (at === undefined) [at, shifted] = inZone(wall, zone);
    const there = zonedWall(at, zone)!;
    // `Z` says when but not what the wall shows (RFC 9557, 2.2), so the zone may; an offset of the publisher's stands.
    doubt = offset !== undefined && !parts.utc && there !== wall;
    if (!doubt) [wall, offset] = [there, (there - at) / MINUTE];
  }
  return {
    wall,
    at,
    doubt,
    ...(isKnown && {zone}),
    ...(offset !== undefined && {offset}),
    ...(shifted && {shifted}),
  };
}

/** The instant of a wall clock in a zone, as Temporal's `compatible` has it. */
function inZone(wall: number, zone: string): [at: number, shifted: Moment['shifted']] {
  // A day before and a day after, the offset is that of before and after any jump on the day itself.
  const instants = [-DAY, DAY].map((shift) => 2 * wall + shift - zonedWall(wall + shift, zone)!);
  const fits = instants.filter((at) => zonedWall(at, zone) === wall);
  if (!fits.length) return [instants[0]!, 'gap'];
  return [Math.min(...fits), fits.length > 1 && fits[0] !== fits[1] ? 'overlap' : undefined];
}
