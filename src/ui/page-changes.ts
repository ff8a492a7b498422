/**
 * Calls `listener` whenever the page's root or body may have changed language or looks; returns how to stop it.
 *
 * Only these two are watched: a page that switches does it there, and watching everything would cost every page.
 */
export function onPageChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  for (const node of [document.documentElement, document.body]) observer.observe(node, {attributes: true});
  return () => observer.disconnect();
}
