/**
 * Which of two elements comes first in a page, whatever shadow roots they are in: negative where `one` does. What is in
 * the shadow of an element comes before its children, and after all that comes before the element itself.
 */
export function inPageOrder(one: Element, other: Element): number {
  const [a, b] = [pathTo(one), pathTo(other)];
  const at = a.findIndex((element, depth) => element !== b[depth]);
  const [x, y] = [a[at], b[at]];
  if (!x || !y) return a.length - b.length;
  return x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** The element, after the hosts of the shadow roots around it from the outermost on. Closed ones count too. */
function pathTo(element: Element): readonly Element[] {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? [...pathTo(root.host), element] : [element];
}
