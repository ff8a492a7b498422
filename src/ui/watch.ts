const watched = new Set<string>();

/**
 * Calls `found` for every element of the page that matches `selector`, now and later; a second watch over the same
 * selector does nothing, because a page may run us twice.
 *
 * Waits while the page is being parsed: an element may be there without its children. Later ones come from
 * single-page sites.
 */
export function watch(selector: string, found: (element: HTMLElement) => void): void {
  if (watched.has(selector)) return;
  watched.add(selector);
  const look = (root: ParentNode): void => {
    // Not forEach, which old libraries hang on lists of nodes in a way of their own; so do they with Array.from.
    for (const element of root.querySelectorAll<HTMLElement>(selector)) found(element);
  };
  const begin = (): void => {
    look(document);
    new MutationObserver((records) => {
      for (const {addedNodes} of records) {
        for (const node of addedNodes) {
          if (!(node instanceof HTMLElement)) continue;
          if (node.matches(selector)) found(node);
          look(node);
        }
      }
    }).observe(document, {childList: true, subtree: true});
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
}
