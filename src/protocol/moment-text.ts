/**
 * Years 1900 to 2999: databases write 0000, 0001 and 9999 for "no date", and a visitor must not read them as one.
 */
const MOMENT =
  /^((?:19|2\d)\d\d-\d\d-(\d\d)T\d\d:[0-5]\d(?::[0-5]\d)?)(?:\.\d{1,9})?(?:(Z)|([+-])(0\d|1[0-5]):([0-5]\d))?$/;

/** What a date and time says: the clock on the wall as if it were UTC, in milliseconds, and how far that is from UTC. */
export interface MomentParts {
  readonly wall: number;
  /** Minutes east of UTC; `undefined` when the text does not say. */
  readonly offset: number | undefined;
  /** Whether it ends in `Z`: an instant, whose wall clock only a zone can tell. */
  readonly utc: boolean;
}

/** Reads a date and time as RFC 3339 writes it, the offset left out if need be; `undefined` for 31 February. */
export function momentParts(value: unknown): MomentParts | undefined {
  const match = typeof value === 'string' && value.length <= 40 ? MOMENT.exec(value) : null;
  if (!match) return undefined;
  const [, local = '', day, utc, sign, hours = 0, minutes = 0] = match;
  const wall = Date.parse(`${local}Z`);
  // Engines turn 31 February into 3 March: the day that comes back must be the one that was written. None does for
  // what is no time at all. The whole text would take ten times as long to compare, which a long wall would feel.
  if (new Date(wall).getUTCDate() !== +day!) return undefined;
  const offset = +`${sign ?? ''}1` * (+hours * 60 + +minutes);
  return {wall, offset: utc || sign ? offset || 0 : undefined, utc: !!utc};
}

/** Whether a value is a real date and time, with an offset, with `Z`, or local. */
export function isMoment(value: unknown): boolean {
  return momentParts(value) !== undefined;
}
