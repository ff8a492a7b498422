/** Gatherings that happen again: one entry for each date, held together by their series. */
import type {Draft, Fields} from './draft.js';
import type {Recurrences} from './recurrence.js';

/** A gathering that happens more than once. */
export interface Repeated {
  /** A JSON pointer to it. */
  readonly path: string;
  readonly id: string;
  /** As the native document has them, with the first `start` and `end`. */
  readonly fields: Fields & {readonly start: string};
  /** `RRULE:…` and the like (RFC 5545). */
  readonly lines: readonly string[];
  /** The keys of dates that are listed on their own, since they differ. */
  readonly apart?: ReadonlySet<string>;
}

/** Writes out what happens again. The library for it is fetched with the first such thing. */
export class Series {
  readonly #draft: Draft;
  readonly #now: number;
  #recurrences: Recurrences | undefined;

  constructor(draft: Draft, now: number) {
    this.#draft = draft;
    this.#now = now;
  }

  /** Adds the dates of one gathering; when they cannot be told, its first one, with the reason. */
  async add({path, id, fields, lines, apart}: Repeated): Promise<void> {
    const {start, end, timeZone} = fields as {start: string; end?: string; timeZone?: string};
    const {times, code} = await this.#load().then(
      (recurrences) => recurrences.expand({start, end, zone: timeZone, lines}),
      // The connection broke between the calendar and this chunk: the first date is better than none.
      () => ({times: [], code: 'not-loaded'}),
    );
    if (code) this.#draft.leave(path, code);
    if (code && code !== 'over' && times.length === 0) this.#draft.add('gatherings', path, [id], fields);
    for (const time of times) {
      if (apart?.has(time.key)) continue;
      this.#draft.add('gatherings', path, [`${id}@${time.key}`], {
        ...fields,
        start: time.start,
        end: time.end,
        series: seriesOf(id, fields['name']),
      });
    }
  }

  async #load(): Promise<Recurrences> {
    this.#recurrences ??= new (await import('./recurrence.js')).Recurrences(this.#now);
    return this.#recurrences;
  }
}

/** What holds the dates of one thing together. */
export function seriesOf(id: string, name: unknown): Fields {
  return {id, label: name};
}
