import {css} from 'lit';

/** Chips to choose by, and the cards of what people say. */
export const wallStyles = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2);
  }
  button.chip {
    appearance: none;
    font: inherit;
    font-size: 0.875em;
    min-block-size: 2.6em;
    padding: 0.35em 0.9em;
    border-radius: 1.4em;
    border-end-start-radius: 0.25em;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_border);
    cursor: pointer;
  }
  button.chip:hover {
    background: var(--_sunken);
  }
  button.chip[aria-pressed='true'] {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: var(--_accent);
    font-weight: 600;
  }
  .wall {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
    gap: var(--_s3);
  }
  .entry {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-content: start;
    align-items: center;
    gap: var(--_s2) var(--_s3);
    padding: var(--_s4);
    background: var(--_sunken);
    border-radius: var(--_r);
    border-end-start-radius: var(--_stem);
    /* What nobody sees is not laid out: a wall may be long. */
    content-visibility: auto;
    contain-intrinsic-size: auto 9em;
  }
  .words {
    grid-column: 1 / -1;
  }
  /* What is listed, and the marks of a quotation, follow our language; each thing in it has its own direction. */
  .words p,
  .who .muted {
    unicode-bidi: isolate;
  }
  .who bdi {
    display: inline-block;
  }
  @media (forced-colors: active) {
    .entry {
      border: 1px solid CanvasText;
    }
    button.chip[aria-pressed='true'] {
      forced-color-adjust: none;
    }
  }
  @media print {
    .chips {
      display: none;
    }
    .entry {
      content-visibility: visible;
      break-inside: avoid;
    }
  }
`;
