import {css} from 'lit';

/** A big screen: light whatever the page says, because projectors wash out dark, and to be read from five metres. */
export const presentStyles = css`
  .wall {
    position: fixed;
    inset: 0;
    inline-size: auto;
    block-size: auto;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    color-scheme: light;
    /* A phone is held in a hand: letters for five metres would leave no room for an answer. */
    font-size: max(clamp(16px, 4vmin, 24px), 2.2222vmin);
    line-height: 1.4;
    color: var(--_text);
    background: var(--_surface);
  }
  .sheet {
    inline-size: 100%;
    block-size: 100%;
    display: grid;
    grid-template-columns: minmax(0, 1fr) clamp(17em, 27vw, 24em);
    background: var(--_surface);
    outline: 0;
  }
  .resting {
    cursor: none;
  }
  .seen {
    position: relative;
    min-block-size: 0;
  }
  .asked {
    position: relative;
    display: grid;
    grid-template-rows: 1fr auto;
    gap: 1em;
    padding: 1.5em 1.5em 0;
    border-inline-start: 1px solid var(--_line);
    overflow: auto;
    min-block-size: 0;
  }
  .asked > .stack {
    align-content: start;
  }
  .ask {
    font-size: 2em;
    font-weight: 700;
    line-height: 1.15;
    text-wrap: balance;
  }
  .answer {
    font-size: 1.25em;
    display: flex;
    align-items: baseline;
    gap: 0.5em;
  }
  .names {
    display: grid;
    gap: 0.65em;
  }
  /* A sign, a name, and what is said of it: beside it where there is room, else below it. */
  .names li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: baseline;
    line-height: 1.3;
  }
  .names .mark,
  .names .line {
    grid-row: 1;
    grid-column: 1;
    margin-inline-end: 0.65em;
  }
  .names b {
    grid-column: 2;
    text-wrap: pretty;
  }
  .names .muted {
    grid-column: 2;
  }
  .counts .muted {
    grid-column: 3;
    margin-inline-start: 0.65em;
    white-space: nowrap;
  }
  .names .line {
    align-self: center;
    stroke-width: 3;
  }
  /* Within reach, however much there is to be read. */
  .hold {
    position: sticky;
    inset-block-end: 0;
    padding-block-end: 0.5em;
    background: var(--_surface);
    display: grid;
    gap: 0.5em;
  }
  .arrows,
  .quiet {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    transition: opacity 140ms;
  }
  .wall .textbutton {
    font-size: 0.75em;
    min-block-size: 2.75em;
    color: var(--_muted);
  }
  .arrow {
    appearance: none;
    flex: 1;
    min-block-size: 3em;
    display: grid;
    place-content: center;
    color: var(--_ink);
    background: var(--_surface);
    border: 2px solid var(--_border);
    border-radius: var(--_r);
    border-end-start-radius: var(--_stem);
    font: inherit;
    cursor: pointer;
  }
  .arrow:hover {
    background: var(--_sunken);
  }
  .arrow svg {
    inline-size: 1.5em;
    block-size: 1.5em;
    fill: none;
    stroke: currentColor;
    stroke-width: 3;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .root[dir='rtl'] .arrow svg {
    transform: scaleX(-1);
  }
  @media (hover: hover) {
    .resting .arrows:not(:has(:focus-visible)) {
      opacity: 0;
    }
  }
  @media (max-width: 60em) or (max-height: 50em) {
    .ask {
      font-size: 1.5em;
    }
  }
  /* Every line that is saved here is one more of the answer. */
  @media (max-height: 50em) {
    .asked {
      gap: 0.5em;
      padding-block-start: 0.75em;
    }
    .names {
      gap: 0.35em;
    }
    .hold {
      gap: 0;
    }
    .arrow {
      min-block-size: 2em;
    }
    .wall .textbutton {
      min-block-size: 2em;
    }
  }
  @media (max-height: 30em) {
    .sheet {
      grid-template-columns: minmax(0, 1fr) 42%;
    }
  }
  @media (orientation: portrait) {
    .sheet {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(40%, 1fr) auto;
    }
    .asked {
      max-block-size: 60vh;
      border-inline-start: 0;
      border-block-start: 1px solid var(--_line);
    }
  }
  @media (orientation: portrait) and (min-width: 30em) {
    .names {
      grid-template-columns: 1fr 1fr;
    }
  }
  @media (forced-colors: none) {
    /* A page that chose dark colours of its own still has a light wall. */
    .wall {
      --_surface: #fff;
      --_sunken: #f5f3ee;
      --_text: #1f2b2e;
      --_muted: #556168;
      --_line: #dedbd3;
      --_border: #757f80;
    }
  }
`;
