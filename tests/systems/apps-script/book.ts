// The spreadsheet of the stand-in: cells that understand what is typed into them, and one lock.

/** What a cell holds; a date travels between threads as its instant. */
export type Cell = string | number | boolean | {readonly date: number};

interface Kept {
  readonly value: Cell;
  readonly shown: string;
}

const EMPTY: Kept = {value: '', shown: ''};

/** A spreadsheet with its sheets. */
export class Book {
  readonly #sheets = new Map<string, Kept[][]>();
  /** What was run as a formula: nothing that a visitor typed may ever be. */
  readonly formulas: string[] = [];
  /** Rows that were added while nobody held the lock. */
  unlocked = 0;

  has(sheet: string): boolean {
    return this.#sheets.has(sheet);
  }

  insert(sheet: string): void {
    this.#sheets.set(sheet, []);
  }

  append(sheet: string, cells: readonly Cell[]): void {
    this.#of(sheet).push(cells.map((cell) => this.#typed(cell)));
  }

  delete(sheet: string, row: number): void {
    this.#of(sheet).splice(row - 1, 1);
  }

  write(sheet: string, row: number, column: number, cells: readonly (readonly Cell[])[]): void {
    const rows = this.#of(sheet);
    cells.forEach((line, down) => {
      const kept = (rows[row - 1 + down] ??= []);
      line.forEach((cell, right) => (kept[column - 1 + right] = this.#typed(cell)));
    });
  }

  values(sheet: string): Cell[][] {
    return this.#square(sheet).map((row) => row.map(({value}) => value));
  }

  shown(sheet: string): string[][] {
    return this.#square(sheet).map((row) => row.map(({shown}) => shown));
  }

  /** A row of the first sheet's kind, by the names of its columns. */
  fill(sheet: string, row: Readonly<Record<string, Cell>>): void {
    const [heads = []] = this.shown(sheet);
    this.append(
      sheet,
      heads.map((head) => row[head] ?? ''),
    );
  }

  #of(sheet: string): Kept[][] {
    const rows = this.#sheets.get(sheet);
    if (!rows) throw new Error(`There is no sheet ${sheet}.`);
    return rows;
  }

  /** All rows equally long, as the range around all data has them. */
  #square(sheet: string): Kept[][] {
    const rows = this.#of(sheet);
    const width = Math.max(1, ...rows.map((row) => row.length));
    return (rows.length > 0 ? rows : [[]]).map((row) =>
      Array.from({length: width}, (_, at) => row[at] ?? EMPTY),
    );
  }

  /** What a spreadsheet makes of what is typed into a cell. */
  #typed(cell: Cell): Kept {
    if (typeof cell !== 'string')
      return {
        value: cell,
        shown: typeof cell === 'object' ? new Date(cell.date).toISOString() : String(cell),
      };
    if (cell.startsWith("'")) return {value: cell.slice(1), shown: cell.slice(1)};
    if (/^[=+]/.test(cell)) {
      this.formulas.push(cell);
      return {value: '#ERROR!', shown: '#ERROR!'};
    }
    if (/^-?\d+(?:\.\d+)?$/.test(cell)) return {value: Number(cell), shown: cell};
    if (/^\d{4}-\d\d-\d\d$/.test(cell)) return {value: {date: Date.parse(`${cell}T08:00:00Z`)}, shown: cell};
    // A time of day is a moment of 30 December 1899, by the clock that the place had then.
    const time = /^(\d{1,2}):(\d\d)$/.exec(cell);
    if (time)
      return {value: {date: Date.UTC(1899, 11, 30, Number(time[1]) + 7, Number(time[2]) + 53)}, shown: cell};
    return {value: cell, shown: cell};
  }
}

/** The lock that one execution can have at a time; the others wait in line. */
export class Lock {
  #holder: object | undefined;
  readonly #line: Array<{who: object; take: (got: boolean) => void}> = [];

  get isHeld(): boolean {
    return this.#holder !== undefined;
  }

  async take(who: object, wait: number): Promise<boolean> {
    if (!this.#holder) {
      this.#holder = who;
      return true;
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#line.splice(this.#line.indexOf(place), 1);
        resolve(false);
      }, wait);
      const place = {
        who,
        take: (got: boolean) => {
          clearTimeout(timer);
          resolve(got);
        },
      };
      this.#line.push(place);
    });
  }

  release(who: object): void {
    if (this.#holder !== who) return;
    const next = this.#line.shift();
    this.#holder = next?.who;
    next?.take(true);
  }
}
