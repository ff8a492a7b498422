/** A reader of calendar files and tables, written from the RFCs and not from our writer, to read back what it wrote. */

/** One content line: what stands before the colon, and its value as written. */
export interface ContentLine {
  name: string;
  value: string;
}

/** The content lines of a calendar file; throws where RFC 5545 forbids what it meets. */
export function contentLines(file: string): ContentLine[] {
  if (!file.endsWith('\r\n')) throw new Error('The last line is not ended.');
  const physical = file.slice(0, -2).split('\r\n');
  const encoder = new TextEncoder();
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error('A line break of another kind stands inside a line.');
    if (encoder.encode(line).length > 75) throw new Error(`A line is longer than 75 octets: ${line}`);
    if (new TextDecoder().decode(encoder.encode(line)) !== line)
      throw new Error('A character is cut in two.');
  }
  return physical
    .join('\r\n')
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map((line) => {
      const [, name, value] = /^([A-Z-]+):(.*)$/su.exec(line) ?? [];
      if (name === undefined || value === undefined) throw new Error(`Not a property: ${line}`);
      return {name, value};
    });
}

/** A TEXT value as it was before it was escaped. */
export function unescaped(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}

/** The rows of a table whose cells are all in quotes. */
export function rows(table: string): string[][] {
  const found: string[][] = [];
  const cell = /"((?:[^"]|"")*)"(,|\r\n)/gy;
  let row: string[] = [];
  const text = table.replace(/^\ufeff/, '');
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    row.push((match[1] ?? '').replaceAll('""', '"'));
    if (match[2] !== ',') {
      found.push(row);
      row = [];
    }
    if (cell.lastIndex === text.length) return found;
  }
  if (text === '') return found;
  throw new Error('Something stands outside the cells.');
}
