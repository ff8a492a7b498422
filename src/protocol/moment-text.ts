/**
 * Years 1900 to 2999: databases write 0000, 0001 and 9999 for "no date", and a visitor must not read them as one.
 */
const MOMENT =
  /^((?:19|2\d)\d\d-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?(?:(Z)|([+-])(0\d|1[0-5]):([0-5]\d))?$/;

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
  const [, local = '', utc, sign, hours = 0, minutes = 0] = match;
  const wall = Date.parse(`${local}Z`);
  // Engines turn 31 February into 3 March: what comes back must be what was written.
  if (!(wall === wall) || !new Date(wall).toISOString().startsWith(local)) return undefined;
  const offset = +`${sign ?? ''}1` * (+hours * 60 + +minutes);
  return {wall, offset: utc || sign ? offset || 0 : undefined, utc: !!utc};
}

/** Whether a value is a real date and time, with an offset, with `Z`, or local. */
export function isMoment(value: unknown): boolean {
  return momentParts(value) !== undefined;
}
