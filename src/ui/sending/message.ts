/** From a message to what is written down before it is sent. */
import type {Linked} from '../../endpoint/manage-href.js';
import {hostOf, type Target} from '../../endpoint/target.js';
import type {Writer} from '../../endpoint/writing.js';
import type {Entry} from '../../outbox/entry.js';

const DAY = 86_400_000;
/** How long a message waits for its endpoint at most, in milliseconds. */
const LONGEST = 7 * DAY;

/** What an entry is made of besides its message. */
export interface Posting {
  readonly kind: Entry['kind'];
  /** What it is for, by the id that the device remembers it under. */
  readonly about: string;
  readonly target: Target;
  /** Writes it as the endpoint wants it, where that is not simply our JSON. */
  readonly writer: Writer | undefined;
  /** The document, and where it came from. */
  readonly loaded: Linked;
  /** Name of the document's link by which one comes back to a message of this kind. */
  readonly rel: string;
  readonly now: number;
  /** From when on it is of no use any more, in wall-clock milliseconds. */
  readonly until?: number;
  /** Until when the device remembers what was delivered. */
  readonly over: number;
  /** What its sender keeps for themselves. */
  readonly own?: string | undefined;
}

/** An entry for the outbox, with its message already written out: every attempt sends these very bytes. */
export function entryOf(
  message: {readonly id: string},
  {kind, about, target, writer, loaded, rel, now, until = Infinity, over, own}: Posting,
): Entry {
  const manage = loaded.document.links?.find((link) => link.rel === rel)?.href;
  const body = written(message);
  return {
    v: 1,
    kind,
    id: message.id,
    endpoint: loaded.url,
    target: about,
    host: hostOf(target.href),
    ...target,
    ...(manage !== undefined && {manage}),
    body,
    ...(writer && {...writer(message, target), message: body}),
    createdAt: now,
    expiresAt: Math.min(now + LONGEST, until),
    over,
    ...(own !== undefined && {own}),
    attempts: 0,
    nextAt: now,
    state: 'waiting',
  };
}

/** What every message says of the page it was written on; without query and fragment, which often carry what is private. */
export function pageOf(page: string): {readonly page?: string} {
  return /^https?:/.test(page) ? {page: page.split(/[?#]/)[0]!} : {};
}

/** The message inside an entry, read by `read`; `undefined` when it was written by a version that says it differently. */
export function messageIn<Message>(
  {body, message}: Entry,
  read: (json: unknown) => Message | undefined,
): Message | undefined {
  try {
    return read(JSON.parse(message ?? body));
  } catch {
    // Not JSON: somebody else wrote into our store. The entry is still sent as it is.
    return undefined;
  }
}

/** The text that is sent. */
export function written(message: object): string {
  return JSON.stringify(shielded(message));
}

/** `value`, safe from what old libraries hang on prototypes: with `Array.prototype.toJSON` a list is sent as text. */
function shielded<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (!Object.hasOwn(value, 'toJSON')) Object.defineProperty(value, 'toJSON', {value: undefined});
  Object.values(value).forEach(shielded);
  return value;
}
