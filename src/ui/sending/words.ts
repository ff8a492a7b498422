import type {Localizer} from '../../i18n/localizer.js';
import type {MessageKey} from '../../i18n/messages.js';

/** `l`, saying `words[key]` in place of some keys: what is said of a signup is said of a pledge in other words. */
export function withWords(l: Localizer, words: Readonly<Partial<Record<MessageKey, MessageKey>>>): Localizer {
  const parts: Localizer['parts'] = (key, vars) => l.parts(words[key] ?? key, vars);
  return Object.create(l, {parts: {value: parts}}) as Localizer;
}
