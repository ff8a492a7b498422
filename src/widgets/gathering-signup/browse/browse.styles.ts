import {css} from 'lit';

/** Cards, facets, dates of a series and what is over. */
export const browseStyles = css`
  .cards {
    display: grid;
    gap: var(--_s4);
    grid-template-columns: minmax(0, 1fr);
  }
  @container ctg (min-width: 30em) {
    .cards {
      grid-template-columns: repeat(auto-fill, minmax(15em, 1fr));
    }
  }
  .cards > .item {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_r);
    border-end-start-radius: var(--_stem);
    padding: var(--_s4);
    grid-template-columns: auto minmax(0, 1fr);
    grid-template-rows: 1fr;
    break-inside: avoid;
  }
  .cards > .item > :is(.places, .act) {
    grid-column: 1 / -1;
    grid-row: auto;
  }
  .cards > .item > .act {
    justify-self: stretch;
  }
  .cards > .item > .act .button {
    inline-size: 100%;
  }
  .dates summary {
    color: var(--_muted);
    cursor: pointer;
    inline-size: fit-content;
    padding-block: 0.25em;
  }
  .dates ul {
    display: grid;
    gap: var(--_s3);
    margin-block: var(--_s2) var(--_s3);
    padding-inline-start: var(--_s3);
    border-inline-start: 2px solid var(--_line);
  }
  .facets > .button {
    display: none;
  }
  .sets {
    display: grid;
    gap: var(--_s4);
  }
  .sets legend {
    padding-block-end: var(--_s2);
  }
  @container ctg (max-width: 14em) {
    .cards > .item {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container ctg (min-width: 44em) {
    .sets legend {
      float: inline-start;
      inline-size: 9em;
      padding-block: 0.375em;
    }
  }
  .values {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2);
  }
  .value {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 2.25em;
    padding: 0.25em 0.75em 0.25em 0.625em;
    border: 1px solid var(--_border);
    border-radius: 1.25em;
    border-end-start-radius: var(--_stem);
    cursor: pointer;
  }
  .value:hover {
    background: var(--_sunken);
  }
  .value:has(:checked) {
    background: var(--_tint);
    border-color: var(--_ink);
  }
  .value input {
    margin: 0;
    inline-size: 1.125em;
    block-size: 1.125em;
    flex: none;
    accent-color: var(--_accent);
  }
  .count {
    font-size: 0.875em;
  }
  .earlier .day {
    background: var(--_sunken);
  }
  @container ctg (max-width: 29.99em) {
    .facets > .button {
      display: block;
    }
    .sets {
      margin-block-start: var(--_s4);
    }
    .sets.closed {
      display: none;
    }
  }
  @media print {
    .facets {
      display: none;
    }
  }
`;
