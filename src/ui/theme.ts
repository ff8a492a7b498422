/** Below this lightness, 0 to 1, a background counts as dark: the middle of the scale as the eye sees it. */
const MIDDLE = 0.5;

/**
 * `light` or `dark` where the page around `host` has decided by its background, `undefined` where its own
 * `color-scheme` decides and is inherited.
 *
 * The visitor's system is never asked by us: a light page with a dark box in it helps nobody.
 */
export function themeOf(host: Element): 'light' | 'dark' | undefined {
  if (getComputedStyle(host).colorScheme !== 'normal') return undefined;
  for (let box: Element | null = host; box; box = box.parentElement ?? shadowHostOf(box)) {
    const lightness = lightnessOf(getComputedStyle(box).backgroundColor);
    if (lightness !== undefined) return lightness < MIDDLE ? 'dark' : 'light';
  }
  return 'light';
}

function shadowHostOf(box: Element): Element | null {
  const root = box.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** How light a computed colour looks, 0 to 1, or `undefined` when one sees through it. */
function lightnessOf(color: string): number | undefined {
  const parts = Array.from(color.matchAll(/-?[\d.]+(?:e-?\d+)?/g), ([number]) => Number(number));
  const [first = 0, second = 0, third = 0, alpha = 1] = color.startsWith('color(')
    ? parts.slice(/^color\(\S*\d/.test(color) ? 1 : 0).map((part, i) => (i < 3 ? part * 255 : part))
    : parts;
  if (alpha < MIDDLE) return undefined;
  if (/^ok/.test(color)) return first;
  if (/^l(ab|ch)/.test(color)) return first / 100;
  // Luma of ITU-R BT.601, close enough to tell paper from ink.
  return (first * 0.299 + second * 0.587 + third * 0.114) / 255;
}
