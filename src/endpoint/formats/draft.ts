/** A native document in the making: what a format found, each thing with an id of its own. */
import {LIMITS} from '../../protocol/limits.js';
import {parseMoment} from '../../protocol/moment.js';
import type {Translation, Untranslated} from './format.js';

/** Fields as the native document names them; what is `undefined` is left out. */
export type Fields = Readonly<Record<string, unknown>>;

/** Longest that is told of what was left: a table with one wrong column need not say so ten thousand times. */
const TOLD = 1_000;

/** Collects gatherings and groups of a foreign source. */
export class Draft {
  readonly gatherings: Fields[] = [];
  readonly groups: Fields[] = [];
  readonly #left: Untranslated[] = [];
  readonly #ids = {gatherings: new Set<string>(), groups: new Set<string>()};

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
    if (!fields['name']) {
      this.leave(path, 'no-name');
      return;
    }
    this[section].push({id: this.#freeId(section, ids, String(fields['name'])), ...tidy(fields)});
  }

  /** The document. When there is more than one document may hold, what lies behind us goes first. */
  translation(
    now: number,
    {
      next,
      ...head
    }: {publisher?: Fields | undefined; next?: string | undefined; links?: readonly Fields[]} = {},
  ): Translation {
    const gatherings = this.#fitting('gatherings', this.gatherings, (each) => endsAfter(each, now));
    const groups = this.#fitting('groups', this.groups, () => true);
    const document = {
      ctg: '1',
      ...tidy(head),
      ...(gatherings.length > 0 && {gatherings}),
      ...(groups.length > 0 && {groups}),
    };
    return {document, left: this.#left, ...(next !== undefined && {next})};
  }

  #fitting(section: string, all: Fields[], first: (each: Fields) => boolean): Fields[] {
    if (all.length <= LIMITS.items) return all;
    this.leave(`/${section}`, 'too-many');
    const wanted = all.filter(first);
    return [...wanted, ...all.filter((each) => !first(each))].slice(0, LIMITS.items);
  }

  #freeId(section: 'gatherings' | 'groups', ids: readonly (string | undefined)[], name: string): string {
    const taken = this.#ids[section];
    const wanted = [...ids, name].filter((id): id is string => !!id && id.length <= LIMITS.id);
    let free = wanted.find((id) => !taken.has(id));
    const base = (wanted[0] ?? name).slice(0, LIMITS.id - 8);
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

/** `fields` without what is not there. Empty objects and lists say nothing either. */
export function tidy(fields: Fields): Fields {
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
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

function endsAfter({start, end, timeZone}: Fields, now: number): boolean {
  const zone = typeof timeZone === 'string' ? timeZone : '';
  const moment = parseMoment(end ?? start, zone);
  return !moment || (moment.at ?? moment.wall) >= now;
}
