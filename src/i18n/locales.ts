/** Which languages there are, where each sentence of them comes from, and who is told when one arrives late. */

import view from './locales/en.view.json';
import {Localizer} from './localizer.js';
import type {AllMessages, Messages} from './messages.js';

const loaded = new Map<string, Messages>([['en', view]]);
/** Languages that come when asked for; each is one request, and complete, or this does not compile. */
const lazy = new Map<string, () => Promise<{default: AllMessages}>>([
  ['ar', () => import('./locales/ar.json')],
  ['de', () => import('./locales/de.json')],
  ['es', () => import('./locales/es.json')],
  ['fr', () => import('./locales/fr.json')],
  ['pt', () => import('./locales/pt.json')],
]);
/** Languages that were asked for: on their way, or `undefined` once they are here. */
const coming = new Map<string, Promise<void> | undefined>();
const listeners = new Set<() => void>();

/** Adds sentences of ours to one language, whenever they come: what a developer has added to it stands. */
export function addMessages(lang: string, messages: Messages): void {
  keep(lang, {...messages, ...loaded.get(lang)});
}

/**
 * Adds a language that we do not speak, or changes sentences of one that we do, for every widget of the page.
 *
 * A locale may be complete (`AllMessages`) or in part; the rest is looked up as ever: `pt-BR`, `pt`, then English.
 */
export function addLocale(lang: string, messages: Messages): void {
  const tag = chain(lang)[0] ?? lang;
  keep(tag, {...loaded.get(tag), ...messages});
}

/** Has `lang` say `messages`; everybody who listens is told. */
function keep(lang: string, messages: Messages): void {
  loaded.set(lang, messages);
  for (const listener of listeners) listener();
}

/** Calls `listener` whenever sentences arrive; the answer ends that. */
export function onMessages(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Fetches what there is of `lang` and is not here yet; `undefined` when there is nothing to wait for. Never rejects. */
export function loadLocale(lang: string): Promise<void> | undefined {
  const base = chain(lang).find((tag) => lazy.has(tag));
  if (base === undefined || coming.has(base)) return coming.get(base ?? '');
  const fetched = lazy.get(base)!().then(
    (file) => {
      coming.set(base, undefined);
      addMessages(base, file.default);
    },
    // The chunk could not be fetched, which a visitor may not notice: English is shown, and the next call asks again.
    () => void coming.delete(base),
  );
  coming.set(base, fetched);
  return fetched;
}

/** Where a sentence in `lang` is looked for, first to last: the page's own, `de-AT`, `de`, then `en`. */
export function layersFor(lang: string, overrides?: Messages): readonly Messages[] {
  const layers = [...chain(lang), 'en'].map((tag) => loaded.get(tag));
  return [overrides, ...layers].filter((layer) => layer !== undefined);
}

/**
 * The localizer for a page in `lang`.
 *
 * It speaks, counts and dates in `lang` only where there are sentences in it, ours or the page's own; English
 * sentences with French dates in them would be neither.
 */
export function localizerFor(lang: string, overrides?: Messages): Localizer {
  const tags = chain(lang);
  const spoken = Object.keys(overrides ?? {}).length > 0 || tags.some((tag) => loaded.has(tag));
  return new Localizer({lang: (spoken && tags[0]) || 'en', layers: layersFor(lang, overrides)});
}

/** `de-Latn-AT`, also as systems write it (`de_AT`) → `de-Latn-AT`, `de-Latn`, `de`; nothing for what is no tag. */
function chain(lang: string): string[] {
  try {
    const parts = Intl.getCanonicalLocales(lang.replaceAll('_', '-'))[0]?.split('-') ?? [];
    return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
  } catch {
    // A page may carry any lang attribute (`english`, `x-klingon`); one that is no tag counts as none.
    return [];
  }
}
