/** What a page changes on itself when it switches language or looks. */
const ATTRIBUTES = ['lang', 'dir', 'class', 'style', 'data-theme', 'data-bs-theme', 'data-color-scheme'];

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

/**
 * Calls `listener` whenever the page's root or body may have changed language or looks; returns how to stop it.
 *
 * Only these two are watched: a page that switches does it there, and watching everything would cost every page.
 */
export function onPageChange(listener: () => void): () => void {
  listeners.add(listener);
  if (!observer) {
    observer = new MutationObserver(() => listeners.forEach((call) => call()));
    for (const node of [document.documentElement, document.body]) {
      if (node) observer.observe(node, {attributes: true, attributeFilter: ATTRIBUTES});
    }
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  };
}
