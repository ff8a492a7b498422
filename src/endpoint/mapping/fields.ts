/** The fields of one thing, a gathering or a group, as a mapping says where they are. */
import {momentParts} from '../../protocol/moment-text.js';
import {parseMoment} from '../../protocol/moment.js';
import type {Node, Shape} from '../../protocol/shape.js';
import {htmlText} from '../formats/html-text.js';
import {zoneOf} from '../formats/times.js';
import {coerce, type Manner} from './coerce.js';
import {dateReader, type DateReader} from './dates.js';
import type {Expressions} from './expression.js';
import type {Finder} from './finder.js';
import {MappingError, partOf, textIn, type Part} from './flaw.js';

/** Builds a thing of the native document, not yet checked, from one of theirs. */
export type Builder = (from: unknown) => Record<string, unknown>;

/** Fields that last through a day that is named without a time. */
const ENDS = new Set(['end', 'closes']);

/** What a mapping says once for all fields. */
export interface Manners {
  /** The zone of the clock on the wall, or where each thing says its own. */
  readonly zone: string | Finder | undefined;
  readonly dateOf: (field: string) => DateReader;
  readonly wordsOf: (field: string) => ReadonlyMap<string, unknown> | undefined;
  readonly isHtml: (field: string) => boolean;
}

/** Reads what a mapping says once for all fields. Throws a {@link MappingError}. */
export async function mannersOf(mapping: Part, expressions: Expressions): Promise<Manners> {
  const zone = textIn(mapping, 'zone', '');
  const isName = zone !== undefined && /\/|^(?:UTC|GMT)$/.test(zone) && zoneOf(zone) !== undefined;
  const words = new Map<string, ReadonlyMap<string, unknown>>();
  for (const [field, table] of Object.entries(partOf(mapping['words'] ?? {}, '/words'))) {
    const entries = Object.entries(partOf(table, `/words/${field}`));
    words.set(field, new Map(entries.map(([theirs, ours]) => [theirs.toLowerCase(), ours])));
  }
  const html = new Set(decodedIn(mapping['decode']));
  const dateOf = datesOf(mapping['dates']);
  return {
    zone: zone === undefined ? undefined : isName ? zone : await expressions.compile(zone, '/zone'),
    dateOf,
    wordsOf: (field) => words.get(field),
    isHtml: (field) => html.has(field),
  };
}

function decodedIn(decode: unknown): readonly string[] {
  if (decode === undefined) return [];
  if (!Array.isArray(decode) || !decode.every((each) => typeof each === 'string'))
    throw new MappingError('/decode', 'should be a list of fields, such as ["name", "description"]');
  return decode;
}

function datesOf(dates: unknown): (field: string) => DateReader {
  const usual = dateReader('iso', '/dates');
  if (dates === undefined) return () => usual;
  if (typeof dates === 'string') {
    const one = dateReader(dates, '/dates');
    return () => one;
  }
  const each = new Map<string, DateReader>();
  const part = partOf(dates, '/dates');
  for (const field of Object.keys(part)) {
    const path = `/dates/${field}`;
    each.set(field, dateReader(textIn(part, field, '/dates') ?? 'iso', path));
  }
  return (field) => each.get(field) ?? usual;
}

/** The builder for a part of the mapping that has the keys of `shape`. Throws a {@link MappingError}. */
export async function builderOf(
  shape: Shape,
  given: unknown,
  path: string,
  manners: Manners,
  expressions: Expressions,
): Promise<Builder> {
  const steps: [key: string, read: (from: unknown, zone: string | undefined) => unknown][] = [];
  await addFields(shape, partOf(given, path), path, '', steps);
  const {zone} = manners;
  const hasZone = 'timeZone' in shape && !Object.hasOwn(given as Part, 'timeZone');
  return (from) => {
    const there = typeof zone === 'function' ? zoneOf(zone(from)) : zone;
    const out = built(steps, from, there);
    if (hasZone && there !== undefined) out['timeZone'] = there;
    return out;
  };

  async function addFields(
    form: Shape,
    part: Part,
    at: string,
    field: string,
    into: typeof steps,
  ): Promise<void> {
    for (const key of Object.keys(part)) {
      const name = [key, `!${key}`, '*'].find((each) => Object.hasOwn(form, each));
      const node = name === undefined ? undefined : form[name];
      const here = `${at}/${key}`;
      if (node === undefined) {
        const known = Object.keys(form).map((name) => name.replace(/^!/, ''));
        throw new MappingError(here, `is no field of ours; there is ${known.join(', ')}`);
      }
      into.push([key, await readerOf(node, part[key], here, field ? `${field}.${key}` : key)]);
    }
  }

  async function readerOf(
    node: Node,
    said: unknown,
    at: string,
    field: string,
  ): Promise<(from: unknown, zone: string | undefined) => unknown> {
    if (typeof said === 'string') {
      const find = await expressions.compile(said, at);
      const manner = (there: string | undefined): Manner => mannerOf(manners, node, field, there);
      return (from, there) => coerce(node, find(from), manner(there));
    }
    if (typeof node === 'string') throw new MappingError(at, 'should be a path or an expression');
    const inner = Array.isArray(node) ? (node[0] as Node) : (node as Shape);
    if (typeof inner !== 'object' || Array.isArray(inner))
      throw new MappingError(at, 'should be a path or an expression');
    const {each, ...rest} = partOf(said, at);
    const below: typeof steps = [];
    await addFields(inner as Shape, rest, at, field, below);
    if (!Array.isArray(node)) {
      if (each !== undefined) throw new MappingError(`${at}/each`, 'is only for lists');
      return (from, there) => {
        const made = built(below, from, there);
        return Object.keys(made).length > 0 ? made : undefined;
      };
    }
    const find = await expressions.compile(each, `${at}/each`);
    return (from, there) => {
      const list = find(from);
      return Array.isArray(list) ? list.map((one: unknown) => built(below, one, there)) : undefined;
    };
  }
}

function built(
  steps: readonly [string, (from: unknown, zone: string | undefined) => unknown][],
  from: unknown,
  zone: string | undefined,
): Record<string, unknown> {
  const entries = steps.map(([key, read]) => [key, read(from, zone)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ''));
}

function mannerOf(manners: Manners, node: Node, field: string, zone: string | undefined): Manner {
  const read = manners.dateOf(field);
  return {
    words: manners.wordsOf(field),
    decode: manners.isHtml(field) ? htmlText : undefined,
    date: (value) => {
      const moment = read(value, ENDS.has(field));
      // What has to be an instant is one only where the zone of the wall clock is known.
      const isLocal = node === 'stamp' && moment !== undefined && momentParts(moment)?.offset === undefined;
      const at = isLocal ? parseMoment(moment, zone)?.at : undefined;
      return at === undefined ? moment : new Date(at).toISOString();
    },
  };
}
