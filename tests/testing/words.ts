/** Texts that a page must show and not believe. */

/** Runs, and asks somebody, wherever it becomes part of a page. */
export const MARKUP =
  '<img src=https://evil.example/x.png onerror="globalThis.ran=1"><script>globalThis.ran=1</scr' + 'ipt>';

/** Turns round what follows it, also where it is isolated. */
export const TURNED = '\u2069\u202edlrow eht';

/** Addresses that run something, or are a page of their own. */
export const SCRIPTS = [
  'javascript:globalThis.ran=1',
  'java\tscript:globalThis.ran=1',
  ' JavaScript:globalThis.ran=1',
  'data:text/html,<script>globalThis.ran=1</scr' + 'ipt>',
  'vbscript:globalThis.ran=1',
  'blob:https://evil.example/1',
  'file:///etc/passwd',
] as const;

/** Whether a text is written from left to right where it stands. */
export function runsOn(element: Element): boolean {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() && !texts.currentNode.nodeValue?.trim());
  const text = texts.currentNode;
  const leftOf = (index: number): number => {
    const letter = document.createRange();
    letter.setStart(text, index);
    letter.setEnd(text, index + 1);
    return letter.getBoundingClientRect().left;
  };
  return leftOf(0) < leftOf(1);
}
