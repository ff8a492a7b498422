/**
 * The lenient reader: takes what an endpoint says item by item, keeps what can be used and tells what it left out.
 *
 * It interprets tables that `scripts/tables.ts` writes from the strict schemas, because those weigh more than all
 * the rest of a first view. What it gives back would pass the strict side; a test holds the two together.
 */
import {fail, ok, type Result} from '../base/result.js';
import type {CtgDocument} from './document.js';
import {isCount, isFlag, isHref, isId, isLanguage, isLatitude, isLink} from './rules.js';
import {isLongitude, isMoment, isOffsetMoment, isText, isZone} from './rules.js';
import type {Node, Shape} from './shape.js';
import {HEAD} from './tables.js';

/** Something that was left out. */
export interface Dropped {
  /** A JSON pointer into what was read. A whole entry has the pointer of the entry. */
  readonly path: string;
  readonly code: 'wrong' | 'missing' | 'incomplete' | 'duplicate' | 'too-many';
}

/** A document, and what of it could not be used. */
export interface Reading {
  readonly document: CtgDocument;
  readonly dropped: readonly Dropped[];
}

/** Why a whole document cannot be read. `detail` is the version it names. */
export interface ReadRefusal {
  readonly code: 'not-a-document' | 'unknown-version';
  readonly detail?: string;
}

/** A predicate by the name the tables know it by. */
export type Rules = Readonly<Record<string, (value: unknown) => boolean>>;

/** The rules of what a first view reads. Whoever adds a section that has more of them adds those as well. */
export const RULES: Rules = {
  id: isId,
  link: isLink,
  href: isHref,
  moment: isMoment,
  stamp: isOffsetMoment,
  zone: isZone,
  language: isLanguage,
  lat: isLatitude,
  lon: isLongitude,
  count: isCount,
  flag: isFlag,
};

/** The sections that are read where none is named: each widget adds its own, and carries no other's table. */
export const SECTIONS: Record<string, Node> = {};

type Json = Readonly<Record<string, unknown>>;

/** A field of a shape: its name, whether an entry is nothing without it, and how it is read. */
type Field = readonly [key: string, needed: boolean, node: Node];

/** The fields of shapes, and the words of lists, taken apart once rather than for every one of ten thousand entries. */
const fieldsOfShapes = new WeakMap<Shape, readonly Field[]>();
const wordsOfLists = new Map<string, readonly string[]>();

/** Reads a document: what every widget reads of it, and `sections`. */
export function readDocument(
  json: unknown,
  sections: Shape = SECTIONS,
  rules = RULES,
): Result<Reading, ReadRefusal> {
  if (!isObject(json) || !Object.hasOwn(json, 'ctg')) return fail({code: 'not-a-document'});
  const version = json['ctg'];
  // A number is a slip of the pen, not a version we cannot read.
  if (version !== '1' && version !== 1) {
    const told = typeof version === 'string' || typeof version === 'number';
    return fail({code: 'unknown-version', ...(told && {detail: String(version).slice(0, 20)})});
  }
  const dropped: Dropped[] = [];
  const document = readShape({...HEAD, ...sections}, json, dropped, rules) as object;
  return ok({document: {ctg: '1', ...document}, dropped});
}

/** Reads `value` after `shape`; `undefined` when something needed is missing. Tells `dropped` what it left out. */
export function readShape(shape: Shape, value: unknown, dropped: Dropped[], rules: Rules): unknown {
  /** Where it is at: put together only for what is left out, which a hundred thousand fields would feel. */
  const trail: unknown[] = [];
  return readNode(shape, value);

  function drop(code: Dropped['code']): undefined {
    dropped.push({path: trail.map((step) => `/${String(step)}`).join(''), code});
  }

  function readNode(node: Node, given: unknown): unknown {
    if (typeof node === 'string') {
      return (+node ? cut(given, +node) : isAllowed(node, given)) ?? drop('wrong');
    }
    if (isList(node)) return Array.isArray(given) ? readList(node, given) : drop('wrong');
    return isObject(given) ? readObject(node, given) : drop('wrong');
  }

  function isAllowed(node: string, given: unknown): unknown {
    const isGood = node[0] === '=' ? wordsOf(node).includes(given as string) : rules[node]!(given);
    return isGood ? given : undefined;
  }

  function readObject(form: Shape, given: Json): unknown {
    const out: Record<string, unknown> = {};
    const any = form['*'];
    for (const [key, needed, node] of any
      ? Object.keys(given).map((key): Field => [key, false, any])
      : fieldsOf(form)) {
      const there = Object.hasOwn(given, key) ? given[key] : null;
      // An empty field is how many systems write "nothing"; an empty answer is an answer.
      const empty = there === null || (there === '' && !any);
      // A prototype never travels.
      if ((empty && !needed) || key === '__proto__') continue;
      trail.push(any ? key.replace(/~/g, '~0').replace(/\//g, '~1') : key);
      const fits = !any || isId(key);
      const read = fits && !empty ? readNode(node, there) : drop(fits ? 'missing' : 'wrong');
      trail.pop();
      if (read !== undefined) out[key] = read;
      else if (needed) return trail.length > 0 ? drop('incomplete') : undefined;
    }
    return out;
  }

  function readList([node, most]: readonly [Node, number], list: readonly unknown[]): unknown {
    if (list.length > most) drop('too-many');
    const out: unknown[] = [];
    /** By the id of an entry, its place in `out`; and by that place, where it was given. Few lists have ids. */
    const seen = typeof node === 'object' && '!id' in node ? new Map<unknown, number>() : undefined;
    const given: number[] = [];
    for (let index = 0; index < Math.min(list.length, most); index += 1) {
      trail.push(index);
      const item = readNode(node, list[index]) as {id?: unknown; updated?: string} | undefined;
      trail.pop();
      if (item === undefined) continue;
      const twin = seen?.get(item.id);
      if (twin === undefined) {
        seen?.set(item.id, given.push(index) - 1);
        out.push(item);
        continue;
      }
      // Of two entries with one id the one changed last is meant, or else the first.
      const newer = stampOf(item) > stampOf(out[twin] as typeof item);
      trail.push(newer ? given[twin] : index, 'id');
      drop('duplicate');
      trail.length -= 2;
      if (newer) {
        out[twin] = item;
        given[twin] = index;
      }
    }
    return out;
  }
}

/** How many whole entries could not be shown: what a visitor is told, while single fields are for the doctor. */
export function entriesLost(dropped: readonly Dropped[]): number {
  return dropped.filter(({path, code}) => code !== 'duplicate' && /^\/\w+\/\d+$/.test(path)).length;
}

function fieldsOf(form: Shape): readonly Field[] {
  let fields = fieldsOfShapes.get(form);
  if (!fields)
    fieldsOfShapes.set(
      form,
      (fields = Object.entries(form).map(([name, node]) => [name.replace(/^!/, ''), name[0] === '!', node])),
    );
  return fields;
}

function wordsOf(list: string): readonly string[] {
  let words = wordsOfLists.get(list);
  if (!words) wordsOfLists.set(list, (words = list.slice(1).split(' ')));
  return words;
}

function stampOf({updated}: {updated?: string}): number {
  return updated ? Date.parse(updated) : 0;
}

/** A text cut to fit, never through the middle of a character; `undefined` when there is nothing to see in it. */
function cut(value: unknown, most: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const short = value.length > most ? value.slice(0, most).replace(/[\ud800-\udbff]$/, '') : value;
  return isText(short) ? short : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(node: Node): node is readonly [Node, number] {
  return Array.isArray(node);
}
