/** `1 place`, `4 places`: for pages in English, where a number has two forms. */
export function count(number: number, one: string, other: string): string {
  return `${number} ${number === 1 ? one : other}`;
}

/** The parts of a date as a petal shows them. */
export interface Day {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
}

/** When something begins and ends, written for the people of its own zone. */
export interface When {
  readonly day: Day;
  readonly date: string;
  readonly time: string;
}

/** Reads the wall clock out of `2026-12-03T18:00:00-08:00` and writes it out; undefined without a date. */
export function whenOf(start: string | undefined, end?: string): When | undefined {
  const from = wallOf(start);
  if (from === undefined) return undefined;
  const part = (options: Intl.DateTimeFormatOptions) => format(from, options);
  const to = wallOf(end);
  const clock: Intl.DateTimeFormatOptions = {hour: 'numeric', minute: '2-digit', hourCycle: 'h12'};
  const begin = part(clock);
  return {
    day: {
      weekday: part({weekday: 'short'}),
      day: part({day: 'numeric'}),
      month: part({month: 'short'}),
    },
    date: part({weekday: 'long', day: 'numeric', month: 'long'}),
    time: to === undefined ? begin : `${withoutHalf(begin, format(to, clock))} to ${format(to, clock)}`,
  };
}

/** `3 December, 6:00 PM`, in short, for the day a list opens. */
export function moment(text: string | undefined): string {
  const when = whenOf(text);
  return when ? `${when.date}, ${when.time}` : '';
}

/** `Pacific Time` for `America/Los_Angeles`: said beside the time, since a plain page can not know the visitor's. */
export function zoneName(zone: string | undefined): string {
  if (zone === undefined) return '';
  const parts = new Intl.DateTimeFormat('en', {timeZone: zone, timeZoneName: 'longGeneric'}).formatToParts(0);
  return parts.find(({type}) => type === 'timeZoneName')?.value ?? zone;
}

/** `6:00` where `7:30 PM` follows: the half of the day is said once. */
function withoutHalf(begin: string, end: string): string {
  return begin.slice(-2) === end.slice(-2) ? begin.slice(0, -3) : begin;
}

/** The clock on the wall as milliseconds, as if it were UTC: only so can it be formatted without a zone's rules. */
function wallOf(text: string | undefined): number | undefined {
  const wall = text?.match(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?/)?.[0];
  const time = wall === undefined ? NaN : Date.parse(`${wall}Z`);
  return Number.isNaN(time) ? undefined : time;
}

function format(wall: number, options: Intl.DateTimeFormatOptions): string {
  // British order with the twelve-hour clock; "pm" never begins a line.
  const text = new Intl.DateTimeFormat('en-GB', {...options, timeZone: 'UTC'}).format(wall);
  return text.replace(/\s(?=[ap]m$)/, '\u00a0');
}
