import {newId} from '../../../src/base/id.js';
import type {GroupMessage} from '../../../src/protocol/group-message.js';
import {consentsOf, type Fields, first, UNVERSIONED} from '../form.js';
import type {Network} from './section.js';

/**
 * Writes a form as the message a widget would have sent, to be checked like one.
 *
 * `needs` and `values` are ticked boxes, `offers` are lines, or each is the same name several times, the way widgets
 * write it; a place is `place[label]` and so on; ties and what is declined are JSON.
 */
export function groupOf(fields: Fields, network: Network, now: number): Record<string, unknown> {
  const at = new Date(now).toISOString();
  const text = (name: string) => {
    const value = first(fields, name);
    return value === '' ? {} : {[name]: value};
  };
  const under = (name: string, keys: readonly string[], read: (value: string) => unknown) => {
    const told = keys.flatMap((key) => {
      const value = first(fields, `${name}[${key}]`);
      return value === '' ? [] : [[key, read(value)] as const];
    });
    return told.length === 0 ? {} : {[name]: Object.fromEntries(told)};
  };
  const some = (name: string, said = fields.get(name) ?? []) => {
    const list = said.filter((value) => value.trim() !== '');
    return list.length === 0 ? {} : {[name]: list};
  };
  const lines = (fields.get('offers') ?? [])
    .flatMap((each) => each.split(/\r?\n/))
    .map((each) => each.trim());
  const speaks = first(fields, 'speaks');
  const consents = consentsOf(fields, at, network.consents);
  return {
    ctg: '1',
    id: first(fields, 'id') || newId(),
    name: first(fields, 'name'),
    ...Object.assign({}, ...WORDS.map(text)),
    ...some('needs'),
    ...some('values'),
    ...some('offers', lines),
    ...placeOf(under('place', ['label', 'precision'], String), under('place', ['lat', 'lon'], degrees)),
    ...under('contact', ['url', 'email'], String),
    ...jsonOf(fields, 'connections'),
    ...jsonOf(fields, 'declines'),
    ...(speaks !== '' && speaks !== 'false' && {speaks: true}),
    ...(Array.isArray(consents) && consents.length === 0 ? {} : {consents}),
    language: first(fields, 'language') || 'en',
    at: first(fields, 'at') || at,
  };
}

const WORDS = ['kind', 'sector', 'description', 'url', 'image', 'email', 'page', 'updated', 'expires'];

/** Degrees as people type them; what is no number stays what it is, so that the check can say so. */
function degrees(text: string): unknown {
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) ? number : text;
}

/** How closely a place is shown means nothing where none is named, and a form always says it. */
function placeOf(words: {place?: object}, spot: {place?: object}): object {
  const place: {label?: string; precision?: string} = {...words.place, ...spot.place};
  return place.label === undefined && !spot.place ? {} : {place};
}

function jsonOf(fields: Fields, name: string): object {
  const written = first(fields, name);
  if (written === '') return {};
  try {
    return {[name]: JSON.parse(written) as unknown};
  } catch {
    // Not JSON: handed on as it is, and refused by the check with the field's name.
    return {[name]: written};
  }
}

/** A group as the fields of a form, to be changed in one. */
export function groupFieldsOf(group: GroupMessage): Fields {
  const {id, name, kind, sector, description, url, image, place, contact, needs, values, offers} = group;
  const {connections, declines, speaks, consents, language, expires} = group;
  const {label, lat, lon, precision} = place ?? {};
  const texts = {
    ...{id, name, kind, sector, description, url, image, language, expires},
    ...{'place[label]': label, 'place[lat]': lat, 'place[lon]': lon, 'place[precision]': precision},
    ...{'contact[url]': contact?.url, 'contact[email]': contact?.email},
    offers: offers?.join('\n'),
    connections: connections && JSON.stringify(connections),
    declines: declines && JSON.stringify(declines),
    speaks: speaks === true ? 'true' : undefined,
  };
  return new Map<string, readonly string[]>([
    ...Object.entries(texts).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, [String(value)]] as const],
    ),
    ['needs', needs ?? []],
    ['values', values ?? []],
    ...(consents ?? []).map((agreed) => [`consent[${agreed.id}]`, [agreed.version ?? UNVERSIONED]] as const),
  ]);
}
