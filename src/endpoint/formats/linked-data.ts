/** JSON-LD as pages have it: walked by its few common spellings, without resolving any context. */
import {isTooDeep} from '../body.js';
import {LIMITS} from '../../protocol/limits.js';
import type {Source} from './format.js';
import {idText, listOf, own, plain, record} from './raw.js';

/** How deep a list of lists, a graph or a page may hold what we look for. */
const DEEPEST = 8;
/** The most nodes that are looked at. */
const MOST = 50_000;

/** A thing of JSON-LD, and where it stands. */
export interface Node {
  readonly path: string;
  readonly node: unknown;
}

/** The last part of a type or of a word: `https://schema.org/Event`, `schema:Event` and `Event` are one. */
export function wordOf(value: unknown): string {
  return typeof value === 'string' && value.length < 300 ? (value.split(/[/#:]/).pop() ?? '') : '';
}

/**
 * The types of a node, which may have several. JSON-LD of pages says `@type` and ActivityStreams says `type`: whoever
 * took one for the other would read each as both.
 */
export function typesOf(node: unknown, key: '@type' | 'type' = '@type'): readonly string[] {
  return listOf(own(node, key)).slice(0, 20).map(wordOf);
}

/** Everything a document names at its top: in lists, in `@graph`, in an `ItemList`, as the subject of a page. */
export function topNodes(json: unknown): readonly Node[] {
  const found: Node[] = [];
  const walk = (value: unknown, path: string, depth: number): void => {
    if (depth > DEEPEST || found.length >= MOST) return;
    if (Array.isArray(value)) value.forEach((each, index) => walk(each, `${path}/${index}`, depth + 1));
    if (!record(value)) return;
    if (typesOf(value).length > 0) found.push({node: value, path});
    for (const key of ['@graph', 'itemListElement', 'item', 'mainEntity', 'mainEntityOfPage', 'about'])
      if (typeof own(value, key) === 'object') walk(own(value, key), `${path}/${key}`, depth + 1);
  };
  walk(json, '', 0);
  return found;
}

/** A look-up of properties: under their own name, with a prefix or as a whole address; a reference is followed once. */
export function reader(nodes: readonly Node[]): (node: unknown, key: string) => unknown {
  const byId = new Map<string, unknown>();
  for (const {node} of nodes) {
    const id = own(node, '@id');
    if (typeof id === 'string' && !byId.has(id)) byId.set(id, node);
  }
  const follow = (value: unknown): unknown => {
    if (typeof value !== 'object') return value;
    const id = own(value, '@id');
    const isBare = typeof id === 'string' && Object.keys(record(value)!).length === 1;
    return isBare ? (byId.get(id) ?? value) : value;
  };
  const prefixes = PREFIXES.filter((prefix) => nodes.slice(0, 50).some(({node}) => hasPrefix(node, prefix)));
  return (node, key) => {
    let value = own(node, key);
    for (const prefix of prefixes) value ??= own(node, prefix + key);
    return Array.isArray(value) ? value.map((each) => unwrapped(follow(each))) : unwrapped(follow(value));
  };
}

/** How properties may be spelled. Looked for at the beginning alone: three more look-ups for each property are felt. */
const PREFIXES = ['schema:', 'http://schema.org/', 'https://schema.org/'];

function hasPrefix(node: unknown, prefix: string): boolean {
  return Object.keys(record(node) ?? {}).some((key) => key.startsWith(prefix));
}

function unwrapped(value: unknown): unknown {
  if (typeof value !== 'object') return value;
  return own(value, '@value') ?? value;
}

/** The first text of a value that may be a list, or a thing with a name. */
export function textOf(value: unknown): string | undefined {
  for (const each of listOf(value).slice(0, 20)) {
    const text = plain(each) ?? plain(own(each, 'name')) ?? plain(own(own(each, 'name'), '@value'));
    if (text) return text;
  }
  return undefined;
}

/** The first address of a value that may be a list, a link or a picture. */
export function addressIn(value: unknown): string | undefined {
  for (const each of listOf(value).slice(0, 20)) {
    const inner = own(each, 'url') ?? own(each, 'href') ?? own(each, 'contentUrl') ?? own(each, '@id');
    const address = idText(typeof each === 'string' ? each : listOf(inner)[0]);
    if (address) return address;
  }
  return undefined;
}

/** The JSON-LD of a source: the source itself, or what stands in the scripts of a page. */
export function linkedDataOf({json, text}: Source): unknown {
  if (json !== undefined) return json;
  const found: unknown[] = [];
  const opening = /<script[^>]{0,300}application\/ld\+json[^>]{0,300}>/gi;
  while (found.length < 50 && opening.exec(text)) {
    const from = opening.lastIndex;
    const end = text.indexOf('</script', from);
    if (end < 0) break;
    opening.lastIndex = end;
    const content = text.slice(from, end);
    if (isTooDeep(content, LIMITS.depth)) continue;
    try {
      found.push(JSON.parse(content));
    } catch {
      // One broken script of a page says nothing about the others.
    }
  }
  return found.length > 0 ? found : undefined;
}
