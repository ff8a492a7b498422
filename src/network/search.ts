/** Finding groups by words. */
import type {Network, NetworkGroup} from './network.js';

/** Text as it is compared: without accents, in small letters. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
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
  return Uint8Array.from(known.texts, (text) => (wanted.every((word) => text.includes(word)) ? 1 : 0));
}

function textOf(
  {name, place, needs, offers, values, description, sector}: NetworkGroup,
  labelOf: LabelOf,
): string {
  const lists = [...needs, ...values, ...(sector ? [sector] : [])].map(labelOf);
  return folded([name, place?.label ?? '', ...lists, ...offers, description ?? ''].join(' \n '));
}
