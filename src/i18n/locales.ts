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
/** Languages on their way. */
const coming = new Map<string, Promise<void>>();
const listeners = new Set<() => void>();

/** Adds sentences of one language, after those it already has; everybody who listens is told. */
export function addMessages(lang: string, messages: Messages): void {
  loaded.set(lang, {...loaded.get(lang), ...messages});
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
  if (base === undefined || loaded.has(base)) return undefined;
  const known = coming.get(base);
  if (known) return known;
  const fetched = lazy.get(base)!().then(
    (file) => addMessages(base, file.default),
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

/** `de-Latn-AT` → `de-Latn-AT`, `de-Latn`, `de`; nothing for what is no language tag. */
function chain(lang: string): string[] {
  try {
    const parts = Intl.getCanonicalLocales(lang)[0]?.split('-') ?? [];
    return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
  } catch {
    // A page may carry any lang attribute (`en_US`, `english`); one that is no tag counts as none.
    return [];
  }
}
