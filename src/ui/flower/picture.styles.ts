/**
 * The colours of the picture, for probes in the widget's wrapper: a canvas knows no custom properties. In a file of
 * styles, because the build shortens the names of private tokens in those alone.
 */
const petal = (tone: number): string => `color-mix(in oklch, var(--_petal-top) ${tone}%, var(--_petal-base))`;
const mix = (color: string, percent: number, ground: string): string =>
  `color-mix(in oklab, ${color} ${percent}%, ${ground})`;

export const pictureColors = {
  paper: 'var(--_sunken)',
  glow: mix('var(--_petal-top)', 34, 'var(--_sunken)'),
  text: 'var(--_text)',
  muted: 'var(--_muted)',
  surface: 'var(--_surface)',
  line: 'var(--_petal-line)',
  seeds: mix('var(--_petal-top)', 75, 'var(--_petal-line)'),
  leaf: mix('var(--_accent)', 16, 'var(--_surface)'),
  leafLine: mix('var(--_accent)', 55, 'var(--_surface)'),
  shadeIn: 'color-mix(in srgb, var(--_petal-line) 26%, transparent)',
  shadeOut: 'color-mix(in srgb, var(--_surface) 8%, transparent)',
  vein: 'color-mix(in srgb, var(--_petal-line) 30%, transparent)',
  open: (tone: number): string => mix(petal(tone), 20, 'var(--_surface)'),
  chosen: petal,
};
