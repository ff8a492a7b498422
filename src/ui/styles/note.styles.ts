import {css} from 'lit';

/** Notes: a tint, a mark and a sentence. They come with what draws them. */
export const noteStyles = css`
  .note {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--_s2) var(--_s3);
    padding: var(--_s4);
    border-radius: var(--_r);
    border-end-start-radius: var(--_stem);
    background: var(--_wash, var(--_sunken));
  }
  .note > svg {
    color: var(--_hue);
    inline-size: 1.75em;
    block-size: 1.75em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
  }
  @media (forced-colors: active) {
    .note {
      border: 1px solid CanvasText;
    }
  }
`;
