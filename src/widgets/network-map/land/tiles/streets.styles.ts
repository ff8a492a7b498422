import {css} from 'lit';

/** The question whether streets are shown, in the corner that the zoom buttons are not in. */
export const streetsStyles = css`
  .streets {
    position: absolute;
    inset-block-start: 0.75em;
    inset-inline-start: 0.75em;
    max-inline-size: min(22em, calc(100% - 5em));
    padding: var(--_s1) var(--_s2);
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_r);
    overflow-wrap: anywhere;
  }
  /* Who made them is to be read on the picture, and to be heard here. */
  .streets .muted {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  @media print {
    .streets {
      display: none;
    }
  }
`;
