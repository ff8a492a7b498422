/** What the answer to a message says, read the way people would. */
import {mayRead} from './cors.js';
import type {Asked, Seen, Sent} from './observation.js';

/** A good status, whatever it says. */
export function isTaken({asked}: Sent): boolean {
  return asked.kind === 'seen' && asked.status >= 200 && asked.status < 300;
}

/** Whether a page of `origin` may read the answer. */
export function isOpen(seen: Seen, origin: string): boolean {
  return (
    new URL(seen.url).origin === origin || mayRead(seen.headers.get('Access-Control-Allow-Origin'), origin)
  );
}

/** Status and body in a few words. */
export function statusOf(asked: Asked): string {
  return asked.kind === 'seen' ? `${asked.status} and ${shorten(asked.text)}` : `nothing (${asked.why})`;
}

/** What servers that know one status alone write into a body when something went wrong. */
export function saysError(json: unknown): boolean {
  if (typeof json !== 'object' || json === null) return false;
  const {success, ok, status, error, errors} = json as Record<string, unknown>;
  return (
    success === false ||
    ok === false ||
    status === 'error' ||
    !!error ||
    (Array.isArray(errors) && errors.length > 0)
  );
}

/** The id in an answer, whoever’s it is. */
export function idOf(json: unknown): string | number | undefined {
  if (typeof json !== 'object' || json === null || !Object.hasOwn(json, 'id')) return undefined;
  const {id} = json as {id: unknown};
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}

/** What a refusal says for itself. */
export function told(json: unknown): string {
  if (typeof json !== 'object' || json === null) return '';
  const {code, detail, message} = json as Record<string, unknown>;
  return ` (${[code, detail ?? message].filter((each) => typeof each === 'string').join(': ')})`;
}

/** A body in one short line. */
export function shorten(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line === '' ? 'nothing' : line.length > 80 ? `${line.slice(0, 80)}…` : line;
}
