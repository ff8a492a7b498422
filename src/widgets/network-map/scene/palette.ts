/** The colours of a picture, as a canvas takes them. */

/** Private tokens of the look that the scene paints with, and the eight kinds. */
const NAMES = ['land', 'sea', 'edge', 'label', 'tie', 'text', 'surface', 'ink', 'focus', 'halo'] as const;

/** Colours by name, and one for each kind. */
export type Palette = Readonly<Record<(typeof NAMES)[number], string>> & {readonly kinds: readonly string[]};

/**
 * Reads them off `probe`, because custom properties arrive unresolved: `light-dark(…)` means nothing to a canvas.
 * Through CSSOM, which a strict policy lets pass.
 */
export function readPalette(probe: HTMLElement): Palette {
  const style = getComputedStyle(probe);
  const read = (name: string): string => {
    probe.style.color = `var(--_${name})`;
    return style.color;
  };
  const named = Object.fromEntries(NAMES.map((name) => [name, read(name)]));
  return {...named, kinds: Array.from({length: 8}, (_, at) => read(`g${at + 1}`))} as unknown as Palette;
}
