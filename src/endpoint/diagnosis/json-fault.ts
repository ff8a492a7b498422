/**
 * Where a text stops being JSON.
 *
 * Of the engines two name the place in words of their own and one does not, so we look ourselves.
 */

/** The first fault of a text. */
export interface JsonFault {
  /** Counted from 1, as editors do. */
  readonly line: number;
  readonly column: number;
  /** What is there: a few letters, or nothing at the end. */
  readonly near: string;
  /** What it probably is. */
  readonly hint: string;
}

const SPACE = /[ \t\n\r]*/y;
/** From a blank on: line breaks and the like stand in a text as escapes only. */
const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const LITERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** The first fault of `text` as JSON, or `undefined` where there is none. */
export function jsonFault(text: string): JsonFault | undefined {
  const closers: string[] = [];
  let at = 0;
  /** What may come next: a value, a key, or what follows a value. `first` is right behind an opening bracket. */
  let expects: 'value' | 'key' | 'after' = 'value';
  let first = false;

  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return false;
    at = pattern.lastIndex;
    return true;
  };

  for (;;) {
    take(SPACE);
    const letter = text[at];
    if (expects === 'after') {
      const closer = closers.at(-1);
      if (closer === undefined)
        return letter === undefined ? undefined : faultAt(text, at, 'more after the end');
      if (letter === ',') {
        at += 1;
        expects = closer === '}' ? 'key' : 'value';
        first = false;
      } else if (letter === closer) {
        at += 1;
        closers.pop();
      } else return faultAt(text, at, letter === undefined ? 'end' : 'comma');
      continue;
    }
    if (first && letter === closers.at(-1)) {
      at += 1;
      closers.pop();
      expects = 'after';
      continue;
    }
    if (expects === 'key') {
      if (!take(STRING)) return faultAt(text, at, 'key');
      take(SPACE);
      if (text[at] !== ':') return faultAt(text, at, 'colon');
      at += 1;
      expects = 'value';
      first = false;
      continue;
    }
    if (letter === '{' || letter === '[') {
      at += 1;
      closers.push(letter === '{' ? '}' : ']');
      expects = letter === '{' ? 'key' : 'value';
      first = true;
    } else if (take(STRING) || take(LITERAL)) {
      expects = 'after';
      first = false;
    } else return faultAt(text, at, 'value');
  }
}

function faultAt(text: string, at: number, expected: string): JsonFault {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return {
    line,
    column: at - before.lastIndexOf('\n'),
    near: text.slice(at, at + 24).split('\n')[0]!,
    hint: hintOf(text, at, expected),
  };
}

function hintOf(text: string, at: number, expected: string): string {
  const letter = text[at];
  const before = text.slice(0, at).trimEnd().at(-1);
  if (text.trim() === '') return 'the answer is empty';
  if (letter === undefined) return 'it ends in the middle, as if cut off';
  if (letter === '\ufeff') return 'it starts with a byte order mark: save the file as UTF-8 without BOM';
  if (before === ',' && (letter === '}' || letter === ']')) return 'take the comma before it away';
  if (letter === "'" || letter === '“' || letter === '”') return 'quotes in JSON are straight and double: "';
  if (letter === '/') return 'JSON has no comments';
  if (letter === '<') return 'this is HTML';
  if (letter === '"')
    return expected === 'comma'
      ? 'a comma is missing before it'
      : 'this text is never closed, or has a line break or a wrong \\ in it';
  if (expected === 'key') return 'names in JSON are in straight double quotes';
  if (expected === 'comma') return 'a comma or a closing bracket is missing before it';
  if (expected === 'colon') return 'a colon is missing before it';
  if (expected === 'more after the end') return 'the JSON has ended before this';
  return 'this is no value of JSON';
}
