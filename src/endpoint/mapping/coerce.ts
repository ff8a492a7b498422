/** Foreign values in the types that the native document has: numbers written as texts, a yes written as a one. */
import type {Node, Shape} from '../../protocol/shape.js';
import {idText, numeric, record} from '../formats/raw.js';
import {wordOf} from './word.js';

/** What the mapping says of one field besides where it is. */
export interface Manner {
  /** Turns a date as it is written into a moment. */
  readonly date: (value: unknown) => unknown;
  /** The meaning of their words, in small letters, in ours. */
  readonly words?: ReadonlyMap<string, unknown> | undefined;
  /** Makes a text of what is HTML. */
  readonly decode?: ((text: string) => string) | undefined;
}

const YES = new Set<unknown>([true, 1, '1', 'true', 'yes', 'on']);
const NO = new Set<unknown>([false, 0, '0', 'false', 'no', 'off']);

/**
 * `value` as `node` of the native document wants it, as far as nothing has to be guessed; what does not fit stays as it
 * is, and the reader that everything goes through drops it and says so.
 */
export function coerce(node: Node, given: unknown, manner: Manner): unknown {
  if (given === null || given === undefined) return undefined;
  const value = manner.words?.get(wordOf(given)) ?? given;
  if (typeof node === 'string') return leaf(node, value, manner);
  if (isList(node))
    return (Array.isArray(value) ? value : [value]).map((each) => coerce(node[0], each, manner));
  return shape(node, value, manner);
}

function leaf(node: string, value: unknown, {date, decode}: Manner): unknown {
  const text = typeof value === 'string' && decode ? decode(value) : value;
  if (Number(node) > 0 || node === 'href' || node === 'link')
    return typeof text === 'number' ? String(text) : text;
  if (node.startsWith('=')) return lowered(node, text);
  switch (node) {
    case 'id':
      return typeof text === 'number' ? idText(text) : text;
    case 'count':
    case 'lat':
    case 'lon':
      return numeric(text) ?? text;
    case 'flag':
      return asFlag(text);
    case 'moment':
    case 'stamp':
      return date(text) ?? text;
    default:
      return text;
  }
}

function lowered(node: string, value: unknown): unknown {
  const low = typeof value === 'string' ? value.toLowerCase() : value;
  return node
    .slice(1)
    .split(' ')
    .includes(low as string)
    ? low
    : value;
}

function asFlag(value: unknown): unknown {
  const low = typeof value === 'string' ? value.toLowerCase() : value;
  return YES.has(low) ? true : NO.has(low) ? false : value;
}

function shape(node: Shape, value: unknown, manner: Manner): unknown {
  const from = record(value);
  if (!from) return value;
  const out: [string, unknown][] = [];
  for (const [name, inner] of Object.entries(node)) {
    const keys = name === '*' ? Object.keys(from) : [name.replace(/^!/, '')];
    for (const key of keys)
      // Their words and their HTML are named for whole fields, not for what is inside one that is taken as it is.
      if (Object.hasOwn(from, key) && key !== '__proto__')
        out.push([key, coerce(inner, from[key], {date: manner.date})]);
  }
  return Object.fromEntries(out);
}

function isList(node: Node): node is readonly [Node, number] {
  return Array.isArray(node);
}
