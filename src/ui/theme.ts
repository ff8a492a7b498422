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
  for (
    let box: Element | undefined = host;
    box;
    box = box.parentElement ?? (box.getRootNode() as ShadowRoot).host
  ) {
    const lightness = lightnessOf(getComputedStyle(box).backgroundColor);
    if (lightness !== undefined) return lightness < MIDDLE ? 'dark' : 'light';
  }
  return 'light';
}

/** How light a computed colour looks, 0 to 1, or `undefined` when one sees through it. */
function lightnessOf(color: string): number | undefined {
  const numbers = color.replace(/^color\(\S+/, '').match(/-?[\d.]+/g) ?? [];
  const [first = 0, second = 0, third = 0, alpha = 1] = numbers.map(Number);
  if (alpha < MIDDLE) return undefined;
  // Luma of ITU-R BT.601, close enough to tell paper from ink; other notations begin with a lightness of their own.
  if (color.startsWith('rgb')) return (first * 0.299 + second * 0.587 + third * 0.114) / 255;
  return first > 1 ? first / 100 : first;
}
