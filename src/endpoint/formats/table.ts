/**
 * Reading tables in text (RFC 4180 and what spreadsheets make of it).
 *
 * Our own sixty lines: `papaparse` weighs 7 kB (brotli) for workers, downloads and streams that nobody here uses,
 * `d3-dsv` compiles its rows with `new Function`, which a strict policy forbids, and `csv-parse` needs the buffers of
 * Node.
 */

/** A row, and the line of the file on which it begins, from 1. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Whether one of them holds what a spreadsheet was asked to work out, and not what came of it. */
  readonly hasFormula: boolean;
}

const SEPARATORS = [',', ';', '\t', '|'];

/**
 * A mark that our own and other exports put before what a spreadsheet would run as a formula; it is taken off again,
 * and what was a formula stays text.
 */
const MARK = /^'(?=['\s]*[=+\-@＝＋－＠]|'*[\t\r\n])/;
/** The same where a formula begins in the middle of a cell, for programs that end one there. */
const LATER_MARK = /([;\t\r\n])'(?=['"\s]*[=+\-@＝＋－＠])/g;

/** `=SUM(A1:A9)`, `=A1`, `=1+1`: not what somebody calls a thing. */
const FORMULA = /^=\s*[\w$@(+-]/;

/**
 * The rows of a table, one after the other, so that whoever reads a long one can pause. In the end it returns the line
 * on which a quote opens that never closes: what follows it cannot be trusted.
 */
export function* rowsOf(text: string): Generator<TableRow, number | undefined> {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  // Excel writes the separator into a line of its own.
  const said = /^sep=(.)\r?\n/i.exec(text.slice(start, start + 10));
  const from = start + (said ? said[0].length : 0);
  return yield* read(text, from, said?.[1] ?? separatorOf(text, from), said ? 2 : 1);
}

/** What separates the cells: the one that the first line has most of. */
function separatorOf(text: string, from: number): string {
  const head = text
    .slice(from, from + 20_000)
    .replace(/"[^"]*"/g, '')
    .trimStart()
    .split(/[\r\n]/, 1)[0]!;
  const counts = SEPARATORS.map((each) => head.split(each).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!;
}

function* read(
  text: string,
  from: number,
  separator: string,
  firstLine: number,
): Generator<TableRow, number | undefined> {
  const stop = new RegExp(`[${/\w/.test(separator) ? '' : '\\'}${separator}\\r\\n]`, 'g');
  const endOfCell = (at: number) => {
    stop.lastIndex = at;
    return stop.test(text) ? stop.lastIndex - 1 : text.length;
  };
  let cells: string[] = [];
  let hasFormula = false;
  let line = firstLine;
  let began = line;
  let at = from;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      const quoted = readQuoted(text, at + 1);
      if (quoted.end < 0) return line;
      cell = quoted.cell;
      line += linesIn(cell);
      at = quoted.end;
    }
    // What stands behind a closing quote belongs to nobody, but is not thrown away.
    const end = endOfCell(at);
    const written = cell + text.slice(at, end);
    hasFormula ||= FORMULA.test(written);
    cells.push(written.replace(MARK, '').replace(LATER_MARK, '$1'));
    at = end;
    if (text[at] === separator) {
      at += 1;
      // A separator at the very end opens one more cell.
      if (at < text.length) continue;
      cells.push('');
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    if (cells.some((each) => each.trim() !== '')) yield {line: began, cells, hasFormula};
    cells = [];
    hasFormula = false;
    line += 1;
    began = line;
  }
  return undefined;
}

/** The content of a quoted cell, and the place after its closing quote; -1 when there is none. */
function readQuoted(text: string, from: number): {cell: string; end: number} {
  let cell = '';
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return {cell, end: -1};
    if (text[quote + 1] !== '"') return {cell: cell + text.slice(at, quote), end: quote + 1};
    cell += text.slice(at, quote + 1);
    at = quote + 2;
  }
}

function linesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
