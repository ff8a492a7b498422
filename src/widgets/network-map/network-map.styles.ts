import {css} from 'lit';

/** The card, the row above the picture, the picture, what stands beside it and the row below. */
export const styles = css`
  .root {
    /** Water on the map. */
    --_sea: light-dark(#dce7ea, #0d1619);
    /** Land on the map. */
    --_land: light-dark(#f7f4ec, #1d292d);
    --_coast: light-dark(#bdb8a9, #47555b);
    --_label: light-dark(#4f5b61, #b3bfbe);
    --_tie: light-dark(#46565c, #9daeb2);
    --_g1: light-dark(#9c2b4c, #ec7b80);
    --_g2: light-dark(#8a6500, #f1b34d);
    --_g3: light-dark(#017588, #12aeca);
    --_g4: light-dark(#552683, #dac2fd);
    --_g5: light-dark(#1c5403, #b5eba0);
    --_g6: light-dark(#1952a6, #8cb4fe);
    --_g7: light-dark(#5c1f01, #d98e6a);
    --_g8: light-dark(#4f5a67, #b0c2cf);
  }
  .map {
    padding: 0;
    overflow: clip;
  }
  .bar,
  .chips,
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2);
    padding: var(--_s3);
    align-items: center;
  }
  /* One line, whatever comes later: a second one would push the picture down. */
  .kinds {
    flex-wrap: nowrap;
    min-block-size: calc(2.75em * 0.875 + 2 * var(--_s3) + 1px);
    overflow-x: auto;
    scrollbar-width: thin;
  }
  .tabs button,
  .kinds .chip {
    white-space: nowrap;
    hyphens: none;
  }
  .kinds .chip {
    flex: none;
  }
  .bar,
  .kinds {
    border-block-end: 1px solid var(--_line);
  }
  .foot {
    border-block-start: 1px solid var(--_line);
    gap: 0.35em 1.25em;
  }
  .tabs {
    display: inline-flex;
  }
  .tabs button,
  button.chip,
  .search {
    appearance: none;
    font: inherit;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_border);
    min-block-size: 2.75em;
    padding: 0.4em 1em;
    cursor: pointer;
  }
  .tabs button + button {
    margin-inline-start: -1px;
  }
  .tabs button:first-child {
    border-start-start-radius: var(--_r);
    border-end-start-radius: var(--_stem);
  }
  .tabs button:last-child {
    border-start-end-radius: var(--_r);
    border-end-end-radius: var(--_r);
  }
  .tabs button:hover,
  button.chip:hover {
    background: var(--_sunken);
  }
  button[aria-pressed='true'],
  button[aria-pressed='true']:hover {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: var(--_accent);
    font-weight: 600;
  }
  .search {
    flex: 99 1 14em;
    min-inline-size: 0;
    cursor: text;
    border-radius: var(--_half);
  }
  .search::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  button.chip {
    font-size: 0.875em;
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    border-radius: 1.4em;
    border-end-start-radius: 0.25em;
  }
  .n {
    opacity: 0.8;
  }
  .mark {
    inline-size: 0.95em;
    block-size: 0.95em;
    overflow: visible;
    flex: none;
    fill: var(--_hue);
  }
  button[aria-pressed='true'] .mark {
    fill: currentColor;
  }
  .k0 {
    --_hue: var(--_g1);
  }
  .k1 {
    --_hue: var(--_g2);
  }
  .k2 {
    --_hue: var(--_g3);
  }
  .k3 {
    --_hue: var(--_g4);
  }
  .k4 {
    --_hue: var(--_g5);
  }
  .k5 {
    --_hue: var(--_g6);
  }
  .k6 {
    --_hue: var(--_g7);
  }
  .k7 {
    --_hue: var(--_g8);
  }
  .line {
    inline-size: 2.25em;
    block-size: 0.625em;
    overflow: visible;
    flex: none;
    fill: none;
    stroke: var(--_tie);
    stroke-width: 1.75;
    stroke-linecap: round;
  }
  .claimed {
    stroke-dasharray: 8 6;
  }
  .unchecked {
    stroke-width: 2;
    stroke-dasharray: 0.1 5.5;
  }
  .key {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
  }
  .body {
    display: grid;
  }
  .stage {
    position: relative;
    min-block-size: clamp(20em, 62cqi, 38em);
  }
  .glance {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    background: var(--_sea);
    fill: var(--_land);
  }
  .inland {
    background: var(--_land);
  }
  .dot {
    stroke: var(--_hue);
    stroke-width: 1em;
    stroke-linecap: round;
    vector-effect: non-scaling-stroke;
  }
  .halo {
    stroke: var(--_halo);
    stroke-width: 1.3em;
  }
  .detail,
  .room {
    padding: var(--_s4);
    align-content: start;
  }
  @container ctg (max-width: 40em) {
    .tabs {
      inline-size: 100%;
    }
    .tabs button {
      flex: auto;
      padding-inline: 0.35em;
    }
    /* Both of them in one row beside each other. */
    .bar > .button {
      flex: auto;
      padding-inline: 0.75em;
    }
  }
  /* Words such as "Verbindungen" leave no room for the third. */
  @container ctg (max-width: 18em) {
    .tabs button {
      font-size: 0.875em;
    }
  }
  @container ctg (min-width: 52em) {
    .body {
      grid-template-columns: minmax(0, 1fr) 20em;
    }
    .detail {
      border-inline-start: 1px solid var(--_line);
      grid-column: 2;
      grid-row: 1;
    }
    /* Much is said of some groups; the picture keeps its size, and this scrolls. */
    .stage ~ .detail {
      contain: size;
      overflow: auto;
    }
  }
  @media (forced-colors: active) {
    .root {
      --_sea: Canvas;
      --_land: Canvas;
      --_coast: GrayText;
      --_label: CanvasText;
      --_tie: CanvasText;
      --_g1: CanvasText;
      --_g2: CanvasText;
      --_g3: CanvasText;
      --_g4: CanvasText;
      --_g5: CanvasText;
      --_g6: CanvasText;
      --_g7: CanvasText;
      --_g8: CanvasText;
    }
    button[aria-pressed='true'] {
      forced-color-adjust: none;
    }
  }
  @media print {
    .bar,
    .kinds,
    .more,
    .saving,
    .sources,
    .joining,
    .hint {
      display: none;
    }
    /* A list is longer than a page: as a whole it would go on to the next one, and leave this one empty. */
    .map {
      break-inside: auto;
    }
    .stage {
      break-inside: avoid;
    }
    .body {
      display: block;
    }
    .stage {
      min-block-size: 0;
    }
    .stage ~ .detail {
      contain: none;
      border: 0;
    }
    /* A part of a sentence, and not only a button. */
    .map .sums .textbutton,
    .map .ties .textbutton,
    .map .together .textbutton {
      display: inline !important;
      color: inherit;
      text-decoration: none;
    }
  }
`;
