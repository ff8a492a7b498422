import {css} from 'lit';

/**
 * The tokens of the look. A page sets the public `--ctg-*`; the private `--_*` falls back to our default.
 *
 * One accent is enough: text on it and it as text are derived, never below 4.5 to 1 for any accent
 * (`tests/ui/contrast.test.ts`). `light-dark()` needs no older form beside it, because every browser we support
 * has it and older ones keep the light-DOM path.
 */
export const tokenStyles = css`
  .root {
    /** Background of cards and fields. */
    --_surface: var(--ctg-color-surface, light-dark(#fff, #162023));
    /** Background of what lies deeper: sums, stepper buttons, neutral notes. */
    --_sunken: var(--ctg-color-sunken, light-dark(#f5f3ee, #202c30));
    /** Text. */
    --_text: var(--ctg-color-text, light-dark(#1f2b2e, #ecf0ec));
    /** Help, facts and other quiet text. */
    --_muted: var(--ctg-color-muted, light-dark(#556168, #abb8b8));
    /** Lines that only decorate. */
    --_line: var(--ctg-color-line, light-dark(#dedbd3, #33424a));
    /** Edge of controls. */
    --_border: var(--ctg-color-border, light-dark(#757f80, #7d8e92));
    /** The one colour a site sets: buttons, links, the ring of seats. */
    --_accent: var(--ctg-color-accent, light-dark(#1b5b50, #82d2bf));
    --_flip: clamp(0, (0.1791 - y) * 99999, 1);
    --_on-accent: color(
      from var(--_accent) xyz-d65 calc(0.9505 * var(--_flip)) var(--_flip) calc(1.089 * var(--_flip))
    );
    --_ink: light-dark(
      oklch(from var(--_accent) min(l, 0.48) c h),
      oklch(from var(--_accent) max(l, 0.78) c h)
    );
    --_tint: light-dark(#e2efea, #1d3a36);
    --_danger: light-dark(#a3282e, #ff9d96);
    --_danger-tint: light-dark(#fbeae8, #3b2123);
    --_ok: light-dark(#1f6a3c, #8ad7a0);
    --_ok-tint: light-dark(#e4f2e8, #1b3527);
    --_wait: light-dark(#7a4c00, #f1c36c);
    --_wait-tint: light-dark(#fbf0d9, #382b12);
    --_focus: light-dark(#1f2b2e, #ecf0ec);
    --_halo: light-dark(#fff, #162023);
    /** The one distance; every other is a multiple of it. */
    --_s: var(--ctg-space, 1em);
    --_s1: calc(var(--_s) * 0.25);
    --_s2: calc(var(--_s) * 0.5);
    --_s3: calc(var(--_s) * 0.75);
    --_s4: var(--_s);
    --_s5: calc(var(--_s) * 1.5);
    /** The one radius; 0px gives square corners everywhere. */
    --_r: var(--ctg-radius, 0.875em);
    --_stem: min(0.1875em, var(--_r));
    --_half: calc(var(--_r) * 0.5);
  }
  @media (forced-colors: active) {
    .root {
      --_surface: Canvas;
      --_sunken: Canvas;
      --_text: CanvasText;
      --_muted: CanvasText;
      --_line: CanvasText;
      --_border: CanvasText;
      /* Not Highlight: on some systems that pair has a contrast of 2.9. */
      --_accent: CanvasText;
      --_on-accent: Canvas;
      --_ink: LinkText;
      --_tint: Canvas;
      --_danger: CanvasText;
      --_focus: Highlight;
      --_halo: Canvas;
    }
  }
`;
