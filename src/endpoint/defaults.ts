/** What a site says of its gatherings because its endpoint can't: laid under what the endpoint does say. */
import {GATHERINGS} from '../protocol/gatherings-table.js';
import type {Shape} from '../protocol/shape.js';
import {listOf, record, type Json} from './formats/raw.js';
import {jsonOf, only} from './mapping/flaw.js';

/** What goes under the whole document. */
const WHOLE = ['publisher', 'privacy', 'links', 'pledge', 'join'];
const [GATHERING] = GATHERINGS['gatherings'] as unknown as readonly [Shape];
const FIELDS = Object.keys(GATHERING)
  .map((key) => key.replace(/^!/, ''))
  .filter((key) => key !== 'id');

/** Lays defaults under a raw document. */
export type Layer = (document: Json, host: string) => Json;

/**
 * Reads defaults: fields of a gathering, which go under every gathering, and `publisher`, `privacy`, `links`,
 * `pledge` and `join`, which go under the document. Throws a `MappingError`.
 */
export function layerOf(given: unknown): Layer {
  const defaults = jsonOf(given);
  only(defaults, '', ...WHOLE, ...FIELDS);
  const fields = Object.fromEntries(Object.entries(defaults).filter(([key]) => FIELDS.includes(key)));
  return (document, host) => {
    const publisher = publisherOf(document, defaults, host);
    const links = [...listOf(document['links']), ...listOf(defaults['links'])];
    const pledge = record(defaults['pledge']);
    const join = record(defaults['join']);
    return {
      ...document,
      ...(publisher ? {publisher} : {}),
      ...(links.length > 0 && {links}),
      ...(pledge ? {pledge: under(pledge, document['pledge'])} : {}),
      ...(join ? {join: under(join, document['join'])} : {}),
      ...(document['gatherings'] !== undefined && {
        gatherings: listOf(document['gatherings']).map((each) => under(fields, each)),
      }),
    };
  };
}

function publisherOf(document: Json, defaults: Json, host: string): unknown {
  const privacy = record(defaults['privacy']);
  const ours = record(defaults['publisher']);
  if (!privacy && !ours) return undefined;
  // A publisher without a name is dropped whole, and its privacy page with it.
  return under({name: host, ...(privacy && {privacy}), ...ours}, document['publisher']);
}

/** `above` where it says something, `below` where it does not. What is no object stays for the reader to drop. */
function under(below: Json, above: unknown): unknown {
  const there = above === undefined ? {} : record(above);
  if (!there) return above;
  const said = Object.entries(there).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  return Object.fromEntries([...Object.entries(below), ...said].filter(([key]) => key !== '__proto__'));
}
