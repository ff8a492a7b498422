/** A message as the text that is sent: JSON, or a form as a browser would write it. */
import type {Encoding} from './resolve.js';

/** The mark between the fields of a `multipart` body. The same for the same id, so that every attempt is the same. */
export function boundaryOf(id: string): string {
  return `ctg-${id}`;
}

/**
 * `message` written out. In a form, what is in an object is `answers[diet]`, several texts are the same name several
 * times, and a list of objects is one field of JSON.
 *
 * @param id of the message: what a `multipart` body is divided by
 */
export function encode(message: Readonly<Record<string, unknown>>, encoding: Encoding, id: string): string {
  if (encoding === 'json') return textOf(message);
  const fields = fieldsOf(message);
  if (encoding === 'form')
    return new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
  const mark = boundaryOf(id);
  const parts = fields.map(
    ([name, value]) =>
      `--${mark}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${value.replace(/\r\n?|\n/g, '\r\n')}\r\n`,
  );
  return `${parts.join('')}--${mark}--\r\n`;
}

/** `value` as JSON, whatever old libraries hang on prototypes: with their `toJSON` a list is sent as a text. */
function textOf(value: object): string {
  shield(value);
  return JSON.stringify(value);
}

function shield(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Object.hasOwn(value, 'toJSON')) Object.defineProperty(value, 'toJSON', {value: undefined});
  Object.values(value).forEach(shield);
}

function fieldsOf(message: Readonly<Record<string, unknown>>): readonly [string, string][] {
  return Object.entries(message).flatMap(([name, value]) => under(name, value));
}

function under(name: string, value: unknown): readonly [string, string][] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object') return [[name, String(value)]];
  if (!Array.isArray(value))
    return Object.entries(value).flatMap(([key, below]) => under(`${name}[${key}]`, below));
  const plain = value.length > 0 && value.every((each) => typeof each !== 'object');
  return plain ? value.map((each) => [name, String(each)]) : [[name, textOf(value)]];
}

/** A name inside quotes, escaped as the HTML standard has it for `multipart/form-data`. */
function quoted(name: string): string {
  return name.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');
}
