import {css} from 'lit';

/** The second colour: one's own seats, and petals. */
export const petalStyles = css`
  .root {
    /** Colour of your own seats in the ring, and of petals. */
    --_petal-base: var(--ctg-color-petal-base, light-dark(#df7c9a, #e58ba8));
    /** Edge of your own seats in the ring, and of petals. */
    --_petal-line: var(--ctg-color-petal-line, light-dark(#7c3350, #f6b9cb));
  }
  @media (forced-colors: active) {
    .root {
      --_petal-base: Highlight;
      --_petal-line: CanvasText;
    }
  }
`;
