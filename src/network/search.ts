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

const texts = new WeakMap<Network, readonly string[]>();

/** Whether each group has all of the words somewhere in its name, town, offers, needs or description. O(text). */
export function matching(network: Network, words: string, labelOf?: (id: string) => string): Uint8Array {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  let known = texts.get(network);
  if (!known) {
    known = network.groups.map((group) => textOf(group, labelOf));
    texts.set(network, known);
  }
  return Uint8Array.from(known, (text) => (wanted.every((word) => text.includes(word)) ? 1 : 0));
}

function textOf(
  {name, place, needs, offers, values, description, sector}: NetworkGroup,
  labelOf: (id: string) => string = (id) => id,
): string {
  const lists = [...needs, ...values, ...(sector ? [sector] : [])].map(labelOf);
  return folded([name, place?.label ?? '', ...lists, ...offers, description ?? ''].join(' \n '));
}
