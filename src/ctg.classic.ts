/** The loader for hosts that only leave a classic script tag alone: fetches `ctg.js` from beside this file. */
const tag = document.currentScript as HTMLScriptElement;
const loader = new URL('ctg.js', tag.src);
loader.search = new URL(tag.src).search;

// Read in `context/script-tag.ts`; importing it would make this file longer than what it fetches.
(globalThis as {[place: symbol]: unknown})[Symbol.for('ctg.tag')] ??= tag;

function fetchLoader(): void {
  import(loader.href).catch((error: unknown) => {
    console.warn('[ctg] The loader could not be fetched; it is tried again with the next connection.', error);
    addEventListener('online', fetchLoader, {once: true});
  });
}
fetchLoader();

export {};
