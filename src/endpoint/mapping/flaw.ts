/** Something wrong with a mapping: where in it, and what, for the webmaster. */
export interface Flaw {
  /** A JSON pointer into the mapping, `/gathering/start`. */
  readonly path: string;
  readonly what: string;
}

/** Thrown by what reads a mapping, caught by what called for it: the first flaw is enough to repair one at a time. */
export class MappingError extends Error {
  readonly flaw: Flaw;
  /** Whether the mapping is wrong in itself, or only finds nothing in what the endpoint answers. */
  readonly code: 'bad-mapping' | 'empty-mapping';

  constructor(path: string, what: string, code: MappingError['code'] = 'bad-mapping') {
    super(`${path || '/'}: ${what}`);
    this.flaw = {path, what};
    this.code = code;
  }
}

/** An object of a mapping. */
export type Part = Readonly<Record<string, unknown>>;

/** The longest mapping that is looked at, in UTF-16 code units. */
const LONGEST = 20_000;

/** What a webmaster wrote as JSON, or gave as an object. Throws a {@link MappingError}. */
export function jsonOf(given: unknown, path = ''): Part {
  let value: unknown = given;
  if (typeof given === 'string') {
    if (given.length > LONGEST) throw new MappingError(path, `longer than ${LONGEST} characters`);
    try {
      value = JSON.parse(given);
    } catch (reason) {
      throw new MappingError(path, `no JSON: ${reason instanceof Error ? reason.message : ''}`);
    }
  }
  return partOf(value, path);
}

/** `value` as an object. Throws a {@link MappingError}. */
export function partOf(value: unknown, path: string): Part {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new MappingError(path, 'should be an object');
  for (const key of Object.keys(value))
    if (key === '__proto__') throw new MappingError(`${path}/__proto__`, 'is never used');
  return value as Part;
}

/** The values of the keys that `part` may have. Throws a {@link MappingError} for any other. */
export function only(part: Part, path: string, ...keys: readonly string[]): void {
  for (const key of Object.keys(part))
    if (!keys.includes(key))
      throw new MappingError(`${path}/${key}`, `is not known here; there is ${keys.join(', ')}`);
}

/** `value` as a text; `undefined` where it is not given. Throws a {@link MappingError}. */
export function textIn(part: Part, key: string, path: string): string | undefined {
  const value = part[key];
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || value.trim() === '')
    throw new MappingError(`${path}/${key}`, 'should be a text');
  return value.trim();
}
