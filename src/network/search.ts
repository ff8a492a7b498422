/** Finding groups by words. */
import type {Network, NetworkGroup} from './network.js';

/** Letters that no normal form takes apart, as they are typed where there are no keys for them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
};
const SUCH = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
/** What goes: accents and vowel marks, apostrophes, what joins letters or hides between them. */
const MARKS = /[\p{M}\p{Cf}'‘’ʼـ]+/gu;

const BEYOND_ASCII = /[^\0-\x7f]/;

/**
 * Text as it is compared, which is as it is typed in a hurry: in small letters without accents, marks and apostrophes,
 * and with spaces for dashes.
 */
export function folded(text: string): string {
  // Most texts have no letter that has to be looked up, and to see that is ten times as quick.
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase().replaceAll("'", '').replaceAll('-', ' ').trim();
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(SUCH, (letter) => LETTERS[letter]!)
    .replace(/[-‐-―]/g, ' ')
    .trim();
}

type LabelOf = (id: string) => string;
const asIs: LabelOf = (id) => id;

/** Texts by network, with the labels that they were made of: another language makes them anew. */
const made = new WeakMap<Network, {readonly labelOf: LabelOf; readonly texts: readonly string[]}>();

/**
 * Whether each group has all of the words somewhere in its name, town, offers, needs or description. O(text).
 *
 * @param labelOf the same function as long as its labels are the same, or all text is folded anew for each question
 */
export function matching(network: Network, words: string, labelOf = asIs): Uint8Array {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  let known = made.get(network);
  if (known?.labelOf !== labelOf) {
    known = {labelOf, texts: network.groups.map((group) => textOf(group, labelOf))};
    made.set(network, known);
  }
  const found = new Uint8Array(known.texts.length);
  known.texts.forEach((text, group) => (found[group] = +wanted.every((word) => text.includes(word))));
  return found;
}

function textOf(
  {name, place, needs, offers, values, description, sector}: NetworkGroup,
  labelOf: LabelOf,
): string {
  let text = `${name}\n${place?.label ?? ''}\n${description ?? ''}`;
  for (const id of needs) text += `\n${labelOf(id)}`;
  for (const id of values) text += `\n${labelOf(id)}`;
  for (const offer of offers) text += `\n${offer}`;
  if (sector) text += `\n${labelOf(sector)}`;
  return folded(text);
}
