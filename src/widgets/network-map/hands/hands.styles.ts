import {css} from 'lit';

/** The listbox over the picture: it is felt and heard, the canvas below it is seen. */
export const handsStyles = css`
  .pick {
    position: absolute;
    inset: 0;
    cursor: grab;
    overflow: hidden;
    /* One finger still scrolls the page up and down; two move the map any way. */
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
  }
  .pick:active {
    cursor: grabbing;
  }
  .pick[data-over] {
    cursor: pointer;
  }
  .pick:focus-visible {
    outline-offset: -4px;
    box-shadow: inset 0 0 0 7px var(--_halo);
  }
  .pick [role='option'] {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .wheel {
    position: absolute;
    inset: auto 0 0;
    margin: auto;
    inline-size: fit-content;
    max-inline-size: 100%;
    padding: 0.4em 1em;
    background: var(--_surface);
    border-radius: var(--_r) var(--_r) 0 0;
    pointer-events: none;
  }
  @media print {
    .wheel {
      display: none;
    }
  }
`;
