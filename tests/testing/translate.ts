/** Wraps every piece of text under `root`, shadow roots included, in an element of its own, as page translators do. */
export function translate(root: Element | ShadowRoot): void {
  for (const {shadowRoot} of root.querySelectorAll('*')) if (shadowRoot) translate(shadowRoot);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const font = document.createElement('font');
    text.replaceWith(font);
    font.append(document.createTextNode(text.data));
  }
}
