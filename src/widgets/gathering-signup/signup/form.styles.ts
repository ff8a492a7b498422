import {css} from 'lit';

import {noteStyles} from '../../../ui/styles/note.styles.js';

/** Fields, steppers, check boxes and the confirmation. */
const formStyles = css`
  .root {
    /** Colour of your own seats in the ring, and of petals. */
    --_petal-base: var(--ctg-color-petal-base, light-dark(#df7c9a, #e58ba8));
    /** Edge of your own seats in the ring, and of petals. */
    --_petal-line: var(--ctg-color-petal-line, light-dark(#7c3350, #f6b9cb));
  }
  .big .seats {
    inline-size: 7em;
    block-size: 7em;
  }
  /* Too many seats for a ring. */
  .big:empty {
    display: none;
  }
  .seats .mine {
    fill: var(--_petal-base);
    stroke: var(--_petal-line);
  }
  .lead {
    font-size: 1.125em;
  }
  .button.grave {
    color: var(--_danger);
    background: var(--_surface);
    border-color: var(--_danger);
  }
  .button[aria-disabled='true'] {
    cursor: progress;
  }
  @container ctg (max-width: 30em) {
    .button.wide {
      inline-size: 100%;
    }
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s3);
    align-items: center;
  }
  .field {
    display: grid;
    gap: var(--_s1);
  }
  .field > label,
  .legend {
    font-weight: 600;
  }
  .legend {
    /* WebKit does not break the lines of a legend by the width of what it stands in, per cent included. */
    max-inline-size: calc(100cqi - 3.5em);
    padding-block-end: var(--_s1);
  }
  .optional {
    font-weight: 400;
  }
  fieldset > .field {
    margin-block-start: var(--_s2);
  }
  :is(input:not([type='checkbox'], [type='radio']), select, textarea) {
    appearance: none;
    font: inherit;
    color: inherit;
    margin: 0;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 2.75em;
    padding: 0.5em 0.75em;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_half);
  }
  /* The browser's own arrow: it is there in every contrast and direction. */
  .field select {
    appearance: auto;
    contain: paint;
  }
  textarea {
    min-block-size: 5.5em;
    resize: vertical;
  }
  .error,
  .error-text {
    color: var(--_danger);
    font-weight: 600;
  }
  .error {
    display: flex;
    gap: 0.4em;
    align-items: baseline;
  }
  .error::before {
    content: '!' / '';
    flex: none;
    inline-size: 1.43em;
    block-size: 1.43em;
    border-radius: 50%;
    background: var(--_danger);
    color: var(--_surface);
    text-align: center;
    line-height: 1.43;
    font-size: 0.875em;
    font-weight: 700;
  }
  .has-error :is(input, select, textarea),
  [aria-invalid='true'] {
    border: 2px solid var(--_danger) !important;
  }
  .check {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.75em;
    align-items: start;
    min-block-size: 2.75em;
    padding-block: 0.5em;
    cursor: pointer;
  }
  /* The browser's own boxes, in our accent: right in every contrast, and told apart by everyone. */
  .check input {
    margin: 0;
    inline-size: 1.5em;
    block-size: 1.5em;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  .indent {
    padding-inline-start: 2.25em;
  }
  .steps {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: var(--_s3) var(--_s4);
    align-items: center;
  }
  .stepper {
    display: inline-grid;
    grid-template-columns: minmax(1.5em, 2.75em) minmax(2em, 3.25em) minmax(1.5em, 2.75em);
  }
  /* Below this the longest word for adults, with the comma after it, has no line of its own beside a stepper. */
  @container ctg (max-width: 19em) {
    .steps {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .stepper button {
    appearance: none;
    margin: 0;
    padding: 0;
    font: inherit;
    font-weight: 600;
    color: var(--_ink);
    background: var(--_sunken);
    border: 1px solid var(--_border);
    min-block-size: 2.75em;
    cursor: pointer;
  }
  .stepper button:first-child {
    border-start-start-radius: var(--_half);
    border-end-start-radius: var(--_half);
    border-inline-end: 0;
  }
  .stepper button:last-child {
    border-start-end-radius: var(--_half);
    border-end-end-radius: var(--_half);
    border-inline-start: 0;
  }
  .stepper input {
    text-align: center;
    border-radius: 0 !important;
    font-weight: 600 !important;
    padding-inline: 0.25em !important;
  }
  .stepper :focus-visible {
    z-index: 1;
  }
  .sum {
    grid-column: 1 / -1;
    max-inline-size: none;
    background: var(--_sunken);
    padding: 0.5em 0.75em;
    border-radius: var(--_half);
    border-end-start-radius: min(0.15em, var(--_r));
  }
  .sum:empty {
    padding: 0;
  }
  .goes p {
    max-inline-size: none;
  }
  .goes {
    padding-block-start: var(--_s4);
    border-block-start: 1px solid var(--_line);
  }
  .goes b {
    color: var(--_text);
  }
  .ring {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--_s5);
    align-items: center;
  }
  @container ctg (max-width: 24em) {
    .ring {
      grid-template-columns: 1fr;
      gap: var(--_s4);
    }
  }
  hr {
    border: 0;
    border-block-start: 1px solid var(--_line);
    margin: 0;
    inline-size: 100%;
  }
  .choices > summary {
    list-style: none;
  }
  .choices > summary::-webkit-details-marker {
    display: none;
  }
  .choices[open] {
    inline-size: 100%;
  }
  .choices > ul {
    display: grid;
    gap: var(--_s1);
    padding-block-start: var(--_s2);
  }
  .choices a {
    display: inline-block;
    padding-block: 0.35em;
  }
  @media (forced-colors: active) {
    .root {
      --_petal-base: Highlight;
      --_petal-line: CanvasText;
    }
  }
`;

/** What the widget adopts when the chunk arrives. */
export const chunkStyles = [noteStyles, formStyles];
