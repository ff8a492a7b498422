import {css} from 'lit';

/** Fields, boxes, buttons and where it all goes: what every form is made of. */
export const formStyles = css`
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
  /* WebKit takes an address between marks of direction for one that no line can break. */
  .error > * {
    min-inline-size: 0;
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
`;
