/** A table, as every spreadsheet program writes it: with a column for the start its rows are gatherings, else groups. */
import {LIMITS} from '../../protocol/limits.js';
import {allOf, columnsOf, type Column} from './columns.js';
import {Draft, nothing} from './draft.js';
import type {Format, Source, Translation} from './format.js';
import {spotOf} from './geometry.js';
import {numeric} from './raw.js';
import {addRow} from './rows.js';
import {SHAPES} from './shapes.js';
import {rowsOf} from './table.js';
import {readTime} from './times.js';
import {Turns} from './turns.js';

/** Reads tables. */
export const csv: Format = {
  name: 'csv',
  matches: SHAPES['csv']!,
  translate,
};

async function translate({text, json, url}: Source, now: number): Promise<Translation> {
  if (json !== undefined) return nothing('not-this-format');
  const rows = rowsOf(text);
  const head = rows.next();
  if (head.done) return nothing('not-this-format');
  const columns = columnsOf(head.value.cells);
  if (!columns.has('name')) return nothing('no-name-column', `line ${head.value.line}`);
  const draft = new Draft();
  const isGathering = columns.has('start') || columns.has('day');
  const [starts, ends] = [allOf(head.value.cells, 'start'), allOf(head.value.cells, 'end')];
  const width = head.value.cells.length;
  const turns = new Turns();
  let next = rows.next();
  for (; !next.done && draft.count <= LIMITS.items; next = rows.next()) {
    const pause = turns.due();
    if (pause) await pause;
    const {line, cells, hasFormula} = next.value;
    const path = `line ${line}`;
    // One comma too many, and every value behind it stands in the wrong column.
    if (cells.slice(width).some((each) => each.trim() !== '')) {
      draft.leave(path, 'cells');
      continue;
    }
    if (hasFormula) draft.leave(path, 'formula');
    const cell = (column: Column) => {
      const at = columns.get(column);
      return at === undefined ? undefined : cells[at]?.trim();
    };
    const day = cell('day') ?? '';
    const clockIn = (column: Column, more: readonly number[]) =>
      [cell(column), ...more.map((at) => cells[at]?.trim())].find(
        (each) => clockOf(each ?? '') !== undefined,
      );
    const start = cell('start') || day;
    const firstDay = readTime(start) ? start : day;
    const get = (column: Column) => {
      if (column === 'start') {
        const written = whenOf(cell('start') || cell('clock'), day) || day;
        return withClock(written, clockIn('clock', starts));
      }
      if (column !== 'end') return cell(column);
      const written = whenOf(cell('end') || cell('endClock'), cell('endDay') || firstDay);
      return withClock(written, clockIn('endClock', ends));
    };
    const located = spotOf(degrees(cell('lat')), degrees(cell('lon')));
    addRow(draft, {path, url, located, get}, now, isGathering ? 'gatherings' : 'groups');
  }
  if (typeof next.value === 'number') draft.leave(`line ${next.value}`, 'quote');
  return draft.translation(now);
}

/** A date and time that stand in one cell, or a day in one and a clock in another. */
function whenOf(written: string | undefined, day: string): string | undefined {
  const clock = clockOf(written ?? '');
  if (clock === undefined) return written;
  const date = readTime(day);
  // A clock alone is no date; as it is, it will be told as one that cannot be read.
  return date ? `${date.moment.slice(0, 10)}T${clock}` : written;
}

/** A day that stands in one cell, at the clock that stands in another. */
function withClock(written: string | undefined, clock: string | undefined): string | undefined {
  return clock !== undefined && readTime(written)?.isDay ? whenOf(clock, written!) : written;
}

/** `18:00`, `6:30 pm` and `6 PM` as `18:00`; `undefined` for all else. */
function clockOf(text: string): string | undefined {
  const [, hours = '', minutes = '00', half] =
    /^(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?\s*([ap]\.?m\.?|Uhr|h)?$/i.exec(text) ?? [];
  if (!hours || (!half && !/[:.]/.test(text))) return undefined;
  const isHalf = half !== undefined && /^[ap]/i.test(half);
  const hour = isHalf ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours);
  return hour < 24 ? `${String(hour).padStart(2, '0')}:${minutes}` : undefined;
}

/** Degrees, also with the comma that half of the world writes. */
function degrees(text: string | undefined): number | undefined {
  return numeric(text?.replace(/^([+-]?\d{1,3}),(\d+)$/, '$1.$2'));
}
