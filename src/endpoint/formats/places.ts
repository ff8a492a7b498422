/** Places as JSON-LD and ActivityStreams describe them, which both took from schema.org. */
import type {Fields} from './draft.js';
import {spotOf, type Located} from './geometry.js';
import {addressIn, textOf, typesOf} from './linked-data.js';
import {joined, line, listOf, numeric, own, webUrl} from './raw.js';

type Get = (node: unknown, key: string) => unknown;

/** A place, and what was wrong with its position. */
export interface FoundPlace {
  readonly place: Fields;
  readonly code?: Located['code'];
}

/** A place that may be a thing, a postal address, a text, an address of the web, or several of these. */
export function placeOf(value: unknown, get: Get, url: string): FoundPlace {
  let found: Record<string, unknown> = {};
  let code: Located['code'];
  for (const each of listOf(value).slice(0, 20)) {
    const text = line(each);
    if (text) {
      found = /^https?:/.test(text) ? {online: text, ...found} : {name: text, ...found};
      continue;
    }
    const types = [...typesOf(each), ...typesOf(each, 'type')];
    if (types.includes('VirtualLocation')) {
      found = {online: webUrl(addressIn(get(each, 'url')), url), ...found};
      continue;
    }
    const geo = get(each, 'geo') ?? each;
    const position = spotOf(numeric(get(geo, 'latitude')), numeric(get(geo, 'longitude')));
    code ??= position.code;
    const isAddress = types.includes('PostalAddress');
    found = {
      name: isAddress ? undefined : line(textOf(get(each, 'name'))),
      address: addressText(isAddress ? each : get(each, 'address'), get),
      ...position.spot,
      ...found,
    };
  }
  return {place: found, code};
}

/** A postal address in one line. */
export function addressText(value: unknown, get: Get): string | undefined {
  const first = listOf(value)[0];
  if (typeof first === 'string') return line(first);
  const country = get(first, 'addressCountry');
  const parts = ['streetAddress', 'postalCode', 'addressLocality', 'addressRegion'].map((key) =>
    textOf(get(first, key)),
  );
  return joined([...parts, textOf(own(country, 'name') ?? country)].map((part) => part && line(part)));
}
