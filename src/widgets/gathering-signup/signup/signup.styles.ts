import {css} from 'lit';

import {formStyles} from '../../../ui/form/form.styles.js';
import {noteStyles} from '../../../ui/styles/note.styles.js';
import {petalStyles} from '../../../ui/styles/petal.styles.js';

/** Steppers for a party, its ring of seats, and ways into a calendar. */
const signupStyles = css`
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
`;

/** What the widget adopts when the chunk arrives. */
export const chunkStyles = [noteStyles, petalStyles, formStyles, signupStyles];
