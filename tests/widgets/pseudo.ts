/** A language of nothing but marks: whatever can be read without them is in no locale file. */
import type {Message, Messages} from '../../src/i18n/messages.js';
import {english} from '../i18n/every-locale.js';

/** English that is no English, as a tag: browsers write its dates as in English. */
export const PSEUDO = 'en-XA';

const ACCENTED: Readonly<Record<string, string>> = {a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', y: 'ý'};

/** `Sign up {n} people` → `⟦Sígn úp {n} péóplé⟧`; whatever fills a slot keeps its letters. */
function marked(text: string): string {
  const accented = text.replace(/\{[^}]*\}|[aeiouy]/g, (found) => ACCENTED[found] ?? found);
  return `⟦${accented}⟧`;
}

function pseudo(message: Message): Message {
  if (typeof message === 'string') return marked(message);
  const parts = Object.entries(message).map(([key, part]) => [key, pseudo(part as Message)]);
  return (Array.isArray(message) ? parts.map(([, part]) => part) : Object.fromEntries(parts)) as Message;
}

/** Every sentence of ours. */
export const pseudoMessages: Messages = Object.fromEntries(
  Object.entries(english).map(([key, message]) => [key, pseudo(message)]),
);

/** Attributes that are read to somebody. */
const SPOKEN = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
];

/** Everything that can be read in `root` or is read out there, a piece each. */
export function readable(root: ParentNode): string[] {
  const all = [...root.querySelectorAll('*')].flatMap((element) => [
    ...SPOKEN.map((name) => element.getAttribute(name) ?? ''),
    ...(element.shadowRoot ? readable(element.shadowRoot) : []),
    ...[...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE && !element.matches('style, script, code, pre'))
      .map((node) => node.textContent ?? ''),
  ]);
  return all.filter((text) => text.trim() !== '');
}

/** Every text in what an endpoint sent, and every need as words. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value, value.replaceAll('-', ' ')];
  return typeof value === 'object' && value ? Object.values(value).flatMap(textsOf) : [];
}

/** What `Intl` writes by itself: names of days, months and languages, and what stands between times. */
function written(): string[] {
  const names = (['narrow', 'short', 'long'] as const).flatMap((width) =>
    Array.from({length: 12}, (_, i) => [
      new Date(2026, 0, i + 1).toLocaleDateString('en', {weekday: width}),
      new Date(2026, i, 1).toLocaleDateString('en', {month: width}),
    ]).flat(),
  );
  return [...names, 'English', 'Finnish', 'am', 'pm', 'to', 'at'];
}

/** Takes out of a text our sentences, what `known` names and what browsers write; what is left came from nowhere. */
export function foreignTo(known: readonly string[]): (text: string) => string {
  const taken = [...new Set([...known, ...written()])].filter((each) => /\p{L}/u.test(each));
  const pattern = taken
    .sort((a, b) => b.length - a.length)
    .map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  const words = new RegExp(`(?<!\\p{L})(${pattern})(?!\\p{L})`, 'giu');
  return (text) => {
    let rest = text;
    for (let before = ''; before !== rest;) {
      before = rest;
      rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ');
    }
    // Where a link stands in a sentence, one text ends within it and another begins.
    rest = rest.replace(/⟦[^⟦⟧]*$|^[^⟦⟧]*⟧/g, ' ');
    // The host of a link's address stands behind it in brackets.
    const left = rest.replace(words, ' ').replace(/\([\w.-]+\)/g, ' ');
    return /\p{L}/u.test(left) ? left.trim() : '';
  };
}
