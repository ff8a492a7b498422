import {newId} from '../../../src/base/id.js';
import {consentsOf, type Fields, first} from '../form.js';
import type {Intention} from './section.js';

/**
 * Writes a form as the message a widget would have sent, to be checked like one.
 *
 * Values are ticked boxes `values`, own words are `wording[love]`, or `values` is JSON, the way widgets write it. Words
 * for a value that is not ticked are not sent: whoever unticks it has changed their mind.
 */
export function pledgeOf(fields: Fields, intention: Intention, now: number): Record<string, unknown> {
  const at = new Date(now).toISOString();
  const text = (name: string) => {
    const value = first(fields, name);
    return value === '' ? {} : {[name]: value};
  };
  const speaks = first(fields, 'speaks');
  return {
    ctg: '1',
    id: first(fields, 'id') || newId(),
    kind: first(fields, 'kind') || 'person',
    name: first(fields, 'name'),
    ...text('email'),
    display: first(fields, 'display') || 'anonymous',
    ...text('place'),
    ...text('url'),
    ...text('contact'),
    ...(speaks !== '' && speaks !== 'false' && {speaks: true}),
    values: valuesOf(fields),
    consents: consentsOf(fields, at, intention.consents),
    language: first(fields, 'language') || 'en',
    ...text('page'),
    at: first(fields, 'at') || at,
  };
}

function valuesOf(fields: Fields): unknown {
  const written = first(fields, 'values');
  if (written.startsWith('[')) {
    try {
      return JSON.parse(written);
    } catch {
      // Not JSON: handed on as it is, and refused by the check with the field's name.
      return written;
    }
  }
  return (fields.get('values') ?? []).map((id) => {
    const wording = first(fields, `wording[${id}]`);
    return wording === '' ? {id} : {id, wording};
  });
}
