/** The colours of a picture, as a canvas takes them. */
import {KIND_TOKENS, TOKENS} from './tokens.styles.js';

/** Colours by name, and one for each kind. */
export type Palette = Readonly<Record<keyof typeof TOKENS, string>> & {readonly kinds: readonly string[]};

/**
 * Reads them off `probe`, because custom properties arrive unresolved: `light-dark(…)` means nothing to a canvas.
 * Through CSSOM, which a strict policy lets pass.
 */
export function readPalette(probe: HTMLElement): Palette {
  const style = getComputedStyle(probe);
  const read = (token: string): string => {
    probe.style.color = token;
    return style.color;
  };
  const named = Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, read(token)]));
  return {...named, kinds: KIND_TOKENS.map(read)} as unknown as Palette;
}
