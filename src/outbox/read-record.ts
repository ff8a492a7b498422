// Records as they come out of a database that other versions of us, and anybody else on this page, can write to.
import type {Entry, Mine} from './entry.js';

/** What kind of value each field of an `Entry` that is needed for sending has. */
const ENTRY = {
  string: ['kind', 'endpoint', 'target', 'host', 'href', 'encoding', 'body', 'ack', 'redirects'],
  number: ['createdAt', 'expiresAt', 'attempts', 'nextAt'],
  boolean: ['idempotent', 'idempotencyHeader'],
};
/** The same for a `Mine`. */
const MINE = {string: ['kind', 'endpoint', 'target', 'status'], number: ['expires']};

const STATES = ['waiting', 'unclear', 'refused', 'expired'];

type Shape = Readonly<Record<string, readonly string[]>>;

function read(value: unknown, id: string, shape: Shape): Record<string, unknown> | 'foreign' | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const record = value as Record<string, unknown>;
  if (typeof record['v'] === 'number' && record['v'] !== 1) return 'foreign';
  const fits = Object.entries(shape).every(([type, names]) =>
    names.every((name) => typeof record[name] === type),
  );
  return fits && record['v'] === 1 && record['id'] === id ? record : undefined;
}

/** The entry kept under `id`; `'foreign'` when another version wrote it; `undefined` when nobody can read it. */
export function readEntry(value: unknown, id: string): Entry | 'foreign' | undefined {
  const record = read(value, id, ENTRY);
  if (typeof record !== 'object') return record;
  return STATES.includes(record['state'] as string) ? (record as unknown as Entry) : undefined;
}

/** What is kept of the delivered thing `id`; `'foreign'` and `undefined` as with `readEntry`. */
export function readMine(value: unknown, id: string): Mine | 'foreign' | undefined {
  return read(value, id, MINE) as Mine | 'foreign' | undefined;
}
