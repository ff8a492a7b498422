/** Tables for spreadsheet programs. */

/** Tells Excel that what follows is UTF-8; without it, names with accents fall apart there. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * What a spreadsheet would take for a formula (OWASP, "CSV injection"), also behind spaces, and in the full-width
 * forms that Excel folds. A quote before it counts too, so that the mark we put there can be taken off again.
 */
const FORMULA = /^['\s]*[=+\-@＝＋－＠]|^'*[\t\r\n]/;

/**
 * The same in the middle of a cell, after what parts cells or rows elsewhere: where a comma stands in numbers, Excel
 * takes `;` for the end of a cell and our quotes for letters, and Calc whatever it was told last.
 */
const LATER_FORMULA = /[;\t\r\n](?=['"\s]*[=+\-@＝＋－＠])/g;

/**
 * `rows` as CSV (RFC 4180): every cell in quotes, CRLF after every row, a byte order mark in front.
 *
 * A number stands as it is. A text that would run as a formula gets a `'` in front, which spreadsheets take
 * for "this is text".
 */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  if (typeof value === 'number') return `"${value}"`;
  const parted = value.replace(LATER_FORMULA, "$&'");
  const harmless = FORMULA.test(value) ? `'${parted}` : parted;
  return `"${harmless.replaceAll('"', '""')}"`;
}
