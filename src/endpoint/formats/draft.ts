/** A native document in the making: what a format found, each thing with an id of its own. */
import {LIMITS} from '../../protocol/limits.js';
import {parseMoment} from '../../protocol/moment.js';
import {isId, isText} from '../../protocol/rules.js';
import type {Translation, Untranslated} from './format.js';
import {own} from './raw.js';

/** Fields as the native document names them; what is `undefined` is left out. */
export type Fields = Readonly<Record<string, unknown>>;

/** Longest that is told of what was left: a table with one wrong column need not say so ten thousand times. */
const TOLD = 1_000;

/** Collects gatherings and groups of a foreign source. */
export class Draft {
  readonly #gatherings: Fields[] = [];
  readonly #groups: Fields[] = [];
  readonly #left: Untranslated[] = [];
  readonly #ids = {gatherings: new Set<string>(), groups: new Set<string>()};

  /** How many entries there are. */
  get count(): number {
    return this.#gatherings.length + this.#groups.length;
  }

  /** Tells that something could not be used. */
  leave(path: string, code: string): void {
    if (this.#left.length < TOLD) this.#left.push({path, code});
  }

  /**
   * Adds a gathering or a group under the first of `ids` that is free. A thing without a name cannot be shown; `path`
   * says which one it was.
   */
  add(
    section: 'gatherings' | 'groups',
    path: string,
    ids: readonly (string | undefined)[],
    fields: Fields,
  ): void {
    if (!isText(fields['name'])) {
      this.leave(path, 'no-name');
      return;
    }
    const entries = section === 'gatherings' ? this.#gatherings : this.#groups;
    entries.push({id: this.#freeId(section, ids, String(fields['name'])), ...tidy(fields)});
  }

  /** The document. When there is more than one document may hold, what lies behind us goes first. */
  translation(
    now: number,
    {
      next,
      ...head
    }: {publisher?: Fields | undefined; next?: string | undefined; links?: readonly Fields[]} = {},
  ): Translation {
    const gatherings = this.#fitting('gatherings', this.#gatherings, (all) => soonest(all, now));
    const groups = this.#fitting('groups', this.#groups, (all) => all);
    const document = {
      ctg: '1',
      ...tidy(head),
      ...(gatherings.length > 0 && {gatherings}),
      ...(groups.length > 0 && {groups}),
    };
    return {document, left: this.#left, ...(next !== undefined && {next})};
  }

  #fitting(section: string, all: Fields[], sorted: (all: Fields[]) => Fields[]): Fields[] {
    if (all.length <= LIMITS.items) return all;
    this.leave(`/${section}`, 'too-many');
    return sorted(all).slice(0, LIMITS.items);
  }

  #freeId(section: 'gatherings' | 'groups', ids: readonly (string | undefined)[], name: string): string {
    const taken = this.#ids[section];
    const wanted = [...ids, name].filter(isId) as readonly string[];
    let free = wanted.find((id) => !taken.has(id));
    const base = (wanted[0] ?? (section === 'groups' ? 'group' : 'gathering')).slice(0, LIMITS.id - 8);
    for (let count = 2; free === undefined; count += 1)
      if (!taken.has(`${base}-${count}`)) free = `${base}-${count}`;
    taken.add(free);
    return free;
  }
}

/** A translation with nothing in it, and why. */
export function nothing(code: string, path = ''): Translation {
  return {document: {ctg: '1'}, left: [{path, code}]};
}

/** An empty translation. An error that came with a status of 200 is told from data of another kind. */
export function unfit(json: unknown): Translation {
  const isError = ['error', 'errors'].some((key) => {
    const value = own(json, key);
    return typeof value === 'object'
      ? value !== null && Object.keys(value).length > 0
      : typeof value === 'string';
  });
  return nothing(isError ? 'error-inside' : 'not-this-format');
}

/** `fields` without what is not there. Empty objects and lists say nothing either. */
export function tidy(fields: Fields): Fields {
  const out: Record<string, unknown> = {};
  for (const key of Object.keys(fields)) {
    const value = fields[key];
    if (value === undefined || value === null || value === '') continue;
    if (Array.isArray(value)) {
      if (value.length > 0) out[key] = value;
    } else if (typeof value === 'object') {
      const inner = tidy(value as Fields);
      if (Object.keys(inner).length > 0) out[key] = inner;
    } else out[key] = value;
  }
  return out;
}

/** What is still to come, the next first; behind it what is over. */
function soonest(all: readonly Fields[], now: number): Fields[] {
  const timed = all.map((entry) => {
    const {start, end, timeZone} = entry;
    const zone = typeof timeZone === 'string' ? timeZone : '';
    const first = parseMoment(start, zone);
    const last = parseMoment(end, zone) ?? first;
    const at = first?.at ?? first?.wall ?? 0;
    return {entry, at, isOver: last !== undefined && (last.at ?? last.wall) < now};
  });
  return timed.sort((a, b) => Number(a.isOver) - Number(b.isOver) || a.at - b.at).map(({entry}) => entry);
}
