import type {AgendaItem} from '../../../src/protocol/gathering.js';
import {LIMITS} from '../../../src/protocol/limits.js';

/** An agenda as people write it, a line for each part: `35 Heart round – Stories of living one of the values`. */
export function agendaText(agenda: readonly AgendaItem[] = []): string {
  return agenda
    .map(({minutes, title, text}) => [minutes, title, text && `– ${text}`].filter(Boolean).join(' '))
    .join('\n');
}

/**
 * Reads an agenda; undefined when it is too long to be kept.
 *
 * One that is still written as `before` stays as it was: a title of its own with a dash in it is not torn apart.
 */
export function readAgenda(text: string, before?: readonly AgendaItem[]): AgendaItem[] | undefined {
  if (before && text === agendaText(before)) return [...before];
  const lines = text.split('\n').map((line) => line.trim());
  const items = lines.filter((line) => /[\p{L}\p{N}]/u.test(line)).map(itemOf);
  const fits = items.every(
    ({title, text: more = ''}) => title.length <= LIMITS.name && more.length <= LIMITS.text,
  );
  return items.length <= LIMITS.few && fits ? items : undefined;
}

function itemOf(line: string): AgendaItem {
  const [, minutes, rest = line] = /^(\d{1,3})(?:\s*min(?:utes?|\.)?)?\s+(.+)$/i.exec(line) ?? [];
  const [title = rest, text] = rest.split(/\s+[–—-]\s+(.*)/s);
  return {...(minutes && {minutes: Number(minutes)}), title, ...(text && {text})};
}
