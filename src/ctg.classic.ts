/** The loader for hosts that only leave a classic script tag alone: fetches `ctg.js` from beside this file. */
const tag = document.currentScript as HTMLScriptElement;
const loader = new URL('ctg.js', tag.src);
loader.search = new URL(tag.src).search;

// Read in `context/script-tag.ts`; importing it would make this file longer than what it fetches.
(globalThis as {[place: symbol]: unknown})[Symbol.for('ctg.tag')] ??= tag;

function fetchLoader(attempt: number): void {
  // Some browsers keep a failure for as long as the page lives, by address. Servers never see this part of it.
  if (attempt > 1) loader.hash = String(attempt);
  import(loader.href).catch((error: unknown) => {
    console.warn('[ctg] The loader could not be fetched; it is tried again with the next connection.', error);
    addEventListener('online', () => fetchLoader(attempt + 1), {once: true});
  });
}
fetchLoader(1);

export {};
