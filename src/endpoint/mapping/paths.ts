/** Places in a message, as a mapping names them: `fields.full_name`, or `/entry.123` where a key has a dot in it. */
import {MappingError} from './flaw.js';

/** The keys on the way to a place. */
export type Steps = readonly string[];

/** Reads a place. Throws a {@link MappingError}. */
export function stepsOf(place: string, path: string): Steps {
  const steps = place.startsWith('/')
    ? place
        .slice(1)
        .split('/')
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    : place.split('.');
  if (place.length > 200 || steps.length > 8 || steps.includes(''))
    throw new MappingError(path, 'should be a place such as fields.full_name');
  if (steps.includes('__proto__')) throw new MappingError(path, '__proto__ never travels');
  return steps;
}

/** Takes the value at a place out of `from`; `undefined` when there is none. */
export function take(from: Record<string, unknown>, [first = '', ...rest]: Steps): unknown {
  if (!Object.hasOwn(from, first)) return undefined;
  const value = from[first];
  if (rest.length > 0) return isObject(value) ? take(value, rest) : undefined;
  delete from[first];
  return value;
}

/** Puts a value at a place of `into`, making objects on the way; what stood in the way is replaced. */
export function put(into: Record<string, unknown>, [first = '', ...rest]: Steps, value: unknown): void {
  if (rest.length === 0) {
    into[first] = value;
    return;
  }
  const there = Object.hasOwn(into, first) ? into[first] : undefined;
  const below = isObject(there) ? there : {};
  into[first] = below;
  put(below, rest, value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
