import {createHash, randomBytes, timingSafeEqual} from 'node:crypto';

/** Bytes of a token: 192 bits, because knowing it is the whole permission. */
const TOKEN_BYTES = 24;

/** A new token that nobody can guess, safe in a URL. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** Whether two tokens are the same, in a time that tells nothing about how much of them is. */
export function sameToken(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
