/** A page's own sentences in the place of ours; fetched only by pages that have some. */
import type {Messages} from './messages.js';

/** The sentences in several JSON texts, of which a later one wins. A slip in one costs its wording, not the widget. */
export function readTexts(texts: readonly string[]): Messages {
  return Object.assign({}, ...texts.map((text) => readOverride(parseText(text))));
}

/**
 * The sentences in `json` that can stand in for ours, `{}` if there is nothing of the kind.
 *
 * Only what could be a message is taken; of which shape, and whether its key is one of ours, need not be asked,
 * since nothing looks up a key that is not and the localizer makes text of any shape.
 */
export function readOverride(json: unknown): Messages {
  const entries = typeof json === 'object' && json ? Object.entries(json) : [];
  return Object.fromEntries(entries.filter(([, value]) => /^[so]/.test(typeof value) && value));
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // oxlint-disable-next-line no-console -- a slip in a page's own JSON is for whoever wrote it to see
    console.warn('ctg: a text with sentences of your own (data-ctg="text") is not JSON, so ours are used.');
    return undefined;
  }
}
