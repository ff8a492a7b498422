import {css} from 'lit';

/** The canvas, and the buttons on it. */
export const sceneStyles = css`
  canvas {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    touch-action: pan-y pinch-zoom;
  }
  .zoom {
    position: absolute;
    inset-block-start: 0.75em;
    inset-inline-end: 0.75em;
    display: grid;
  }
  .zoom button {
    appearance: none;
    font: inherit;
    font-weight: 600;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_border);
    block-size: 2.75em;
    inline-size: 2.75em;
    padding: 0;
    cursor: pointer;
    margin-block-start: -1px;
  }
  .zoom button:hover {
    background: var(--_sunken);
  }
  .zoom button:first-child {
    border-start-start-radius: var(--_r);
    border-start-end-radius: var(--_r);
  }
  .zoom button:last-child {
    border-end-start-radius: var(--_stem);
    border-end-end-radius: var(--_r);
  }
  .over {
    position: absolute;
    inset: auto 0 0;
    padding: var(--_s3);
    background: var(--_surface);
  }
  @media print {
    .zoom {
      display: none;
    }
    /* As it was on the screen, whatever the paper's width: what is painted is not painted anew. */
    canvas {
      position: static;
      display: block;
      inline-size: auto;
      block-size: auto;
      max-inline-size: 100%;
      max-block-size: 75vh;
      margin-inline: auto;
      print-color-adjust: exact;
    }
  }
`;
