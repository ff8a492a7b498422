/**
 * The tokens that a picture is painted with, by their names in it. In a file of style sheets, because a build gives
 * private tokens shorter names there.
 */
export const TOKENS = {
  land: 'var(--_land)',
  sea: 'var(--_sea)',
  edge: 'var(--_coast)',
  label: 'var(--_label)',
  tie: 'var(--_tie)',
  text: 'var(--_text)',
  surface: 'var(--_surface)',
  ink: 'var(--_ink)',
  focus: 'var(--_focus)',
  halo: 'var(--_halo)',
} as const;

/** The colours of the eight kinds. */
export const KIND_TOKENS = [
  'var(--_g1)',
  'var(--_g2)',
  'var(--_g3)',
  'var(--_g4)',
  'var(--_g5)',
  'var(--_g6)',
  'var(--_g7)',
  'var(--_g8)',
] as const;
