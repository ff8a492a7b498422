/**
 * `value` as a word to look up, in small letters; empty when it is none. Never `String(value)`: an answer may hold an
 * object with a `toString` of its own, and then that throws.
 */
export function wordOf(value: unknown): string {
  const isWord = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isWord ? String(value).slice(0, 300).toLowerCase() : '';
}
