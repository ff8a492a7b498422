import {newId} from '../../src/base/id.js';
import type {Consent, Gathering} from '../../src/protocol/gathering.js';

/** What a plain form holds: one or several texts for each name, as the browser sent them. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** What a ticked box sends for a consent whose wording has no version. */
export const UNVERSIONED = 'yes';

/** Reads an urlencoded body; a `Map`, because a field may be named `__proto__`. */
export function readFields(body: string): Fields {
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(body)) {
    const known = fields.get(name);
    if (known) known.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}

/** The first text of a field, without the space around it; empty when there is none. */
export function first(fields: Fields, name: string): string {
  return fields.get(name)?.[0]?.trim() ?? '';
}

/**
 * Writes a form as the message a widget would have sent, to be checked like one.
 *
 * A form pasted into a page has no script to make an `id`: it gets one here, and so can be sent twice. The
 * endpoint's own form carries one in a hidden field. A consent is a ticked box `consent[contact]` holding the
 * version that was read, or `consents` as JSON, the way widgets write it.
 */
export function messageOf(fields: Fields, gathering: Gathering, now: number): Record<string, unknown> {
  const at = new Date(now).toISOString();
  const text = (name: string, key = name) => {
    const value = first(fields, name);
    return value === '' ? {} : {[key]: value};
  };
  return {
    ctg: '1',
    id: first(fields, 'id') || newId(),
    gathering: first(fields, 'gathering') || gathering.id,
    name: first(fields, 'name'),
    ...text('email'),
    ...text('phone'),
    adults: count(first(fields, 'adults'), 1),
    children: count(first(fields, 'children'), 0),
    answers: answersOf(fields, gathering),
    consents: consentsOf(fields, at, gathering.consents),
    ...text('note'),
    ...(first(fields, 'waitlist') === '1' && {waitlist: true}),
    language: first(fields, 'language') || gathering.language || 'en',
    ...text('page'),
    at: first(fields, 'at') || at,
  };
}

/** A number as people type it; what is no number stays what it is, so that the check can say so. */
function count(text: string, fallback: number): unknown {
  if (text === '') return fallback;
  return /^\d{1,4}$/.test(text) ? Number(text) : text;
}

function answersOf(fields: Fields, gathering: Gathering): Record<string, unknown> {
  const answers: [string, unknown][] = [];
  for (const {id, type, options} of gathering.questions ?? []) {
    const values = (fields.get(`answers[${id}]`) ?? []).filter((value) => value.trim() !== '');
    if (values.length === 0) continue;
    if (type === 'checkbox') answers.push([id, options ? values : true]);
    else if (type === 'number') answers.push([id, Number(values[0])]);
    else answers.push([id, values[0]]);
  }
  return Object.fromEntries(answers);
}

/** What was agreed to, out of ticked boxes or as a widget writes it. */
export function consentsOf(fields: Fields, at: string, consents: readonly Consent[] = []): unknown {
  const written = first(fields, 'consents');
  if (written !== '') {
    try {
      return JSON.parse(written);
    } catch {
      // Not JSON: handed on as it is, and refused by the check with the field's name.
      return written;
    }
  }
  return consents.flatMap(({id}) => {
    const version = first(fields, `consent[${id}]`);
    if (version === '') return [];
    return [version === UNVERSIONED ? {id, at} : {id, version, at}];
  });
}
