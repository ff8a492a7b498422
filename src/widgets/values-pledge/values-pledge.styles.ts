import {css} from 'lit';

/** The values, the flower beside them and the counter; what the form, the wall and the badge add comes with them. */
export const styles = css`
  .choice {
    display: grid;
    gap: var(--_s4) var(--_s5);
    align-items: start;
  }
  .picture .flower {
    max-inline-size: 20em;
  }
  .value {
    border-block-start: 1px solid var(--_line);
    padding-block: var(--_s2);
  }
  .value:first-child {
    border-block-start: 0;
  }
  .value .check {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: start;
    gap: 0 var(--_s3);
    min-block-size: 2.75em;
    padding-block: 0.5em;
    cursor: pointer;
  }
  .value div.check {
    grid-template-columns: minmax(0, 1fr) auto;
    cursor: auto;
  }
  .value [type='checkbox'] {
    font-size: 1em;
    inline-size: 1.5em;
    block-size: 1.5em;
    margin: 0;
    accent-color: var(--_accent);
  }
  .what > :not(.silent) {
    display: block;
  }
  .no {
    display: inline-block;
    min-inline-size: 1.4em;
    padding-inline-end: 0.4em;
  }
  .count {
    max-inline-size: 9em;
    line-height: 1.7;
    text-align: end;
  }
  .below {
    padding-inline-start: calc(1.5em + var(--_s3));
  }
  @container ctg (min-width: 26em) {
    .choice:not(.numbered) .no {
      display: none;
    }
  }
  @container ctg (min-width: 44em) {
    .choice {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    }
    .picture .flower {
      max-inline-size: 27em;
    }
    .picture {
      position: sticky;
      inset-block-start: 1em;
    }
  }
  .tally b {
    font-size: 2.25em;
    line-height: 1;
  }
  .bar {
    inline-size: 100%;
    block-size: 0.75em;
    border: 1px solid var(--_border);
    border-radius: 1em;
    border-end-start-radius: 0.15em;
    print-color-adjust: exact;
  }
  .root[dir='rtl'] .bar {
    transform: scaleX(-1);
  }
  .track {
    fill: var(--_sunken);
  }
  .done {
    fill: url(#ctg-bar);
  }
  .low {
    stop-color: var(--_petal-base);
  }
  .high {
    stop-color: var(--_petal-top);
  }
  .mark {
    stroke: var(--_petal-line);
    stroke-width: 2;
    vector-effect: non-scaling-stroke;
  }
  @media (forced-colors: active) {
    .done {
      fill: CanvasText;
    }
  }
`;
