/** Lines of RFC 5545: escaped so that no value can begin a line of its own, and folded by octets. */

/** One unfolded line. Branded, so that no unescaped text gets between the lines. */
export type Line = string & {readonly line: unique symbol};

/** Octets in a line at most, its line break apart (RFC 5545, 3.1). */
const WIDEST = 75;

/** `value` as a TEXT value (RFC 5545, 3.3.11): line breaks written as `\n`, other control characters left out. */
export function text(value: string): string {
  return value
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/g, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, '');
}

/** A property and its value, which is escaped already or cannot contain a line break. */
export function property(name: string, value: string): Line {
  return `${name}:${value.replace(/[\r\n]/g, '')}` as Line;
}

/** `line` in pieces of at most 75 octets, none of which ends inside a character. */
export function fold(line: Line): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > WIDEST) {
      folded += '\r\n ';
      // The space that marks a continuation counts.
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** How many octets one character takes in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
