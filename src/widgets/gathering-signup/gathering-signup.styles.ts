import {css} from 'lit';

/** The list, the opened gathering and the ring; what the form adds comes with its chunk. */
export const styles = css`
  .item {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--_s3) var(--_s4);
    padding-block: var(--_s5);
    border-block-start: 1px solid var(--_line);
  }
  .item:first-child {
    border-block-start: 0;
    padding-block-start: 0;
  }
  .item:last-child {
    padding-block-end: 0;
  }
  .day {
    inline-size: 4.25em;
    block-size: 4.5em;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 0.1em;
    background: var(--_tint);
    border-radius: 2.2em;
    border-end-start-radius: 0.25em;
    line-height: 1;
    hyphens: none;
    overflow-wrap: normal;
  }
  .day b {
    font-size: 1.6em;
    letter-spacing: -0.02em;
  }
  .day span {
    font-size: 0.8125em;
    color: var(--_muted);
  }
  .what {
    display: grid;
    gap: 0.15em;
    align-content: start;
  }
  .places {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--_s3) var(--_s4);
    align-items: center;
  }
  .item .places,
  .item .act {
    grid-column: 1 / -1;
  }
  .act {
    justify-self: start;
  }
  .act[hidden] {
    display: none;
  }
  @container ctg (min-width: 38em) {
    .item {
      grid-template-columns: auto 1fr 12.5em;
    }
    .item .places {
      grid-column: 3;
      grid-row: 1 / span 2;
      align-content: start;
    }
    .item .act {
      grid-column: 2;
    }
  }
  @container ctg (max-width: 37.99em) {
    .item .act .button {
      inline-size: 100%;
    }
    .item .act {
      justify-self: stretch;
    }
  }
  .seats {
    inline-size: 4.25em;
    block-size: 4.25em;
  }
  .seats circle {
    stroke-width: 1.6;
    fill: none;
    stroke: var(--_border);
  }
  .seats .taken {
    fill: var(--_ink);
    stroke: var(--_ink);
  }
  .seats .needed {
    stroke: var(--_ink);
  }
  .seats .dot {
    fill: var(--_ink);
    stroke: none;
  }
  .facts {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.35em 1em;
  }
  .facts dt {
    color: var(--_muted);
  }
  /* Letters so big, or a column so narrow, that two columns would break words. */
  @container ctg (max-width: 14em) {
    :is(.item, .facts) {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .agenda {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.5em 1em;
  }
  .agenda li {
    display: contents;
  }
  .agenda span {
    text-align: end;
  }
`;
