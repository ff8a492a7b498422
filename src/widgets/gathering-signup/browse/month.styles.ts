import {css} from 'lit';

/** The month: a table with names in it where there is room, with marks and a list below it where there is not. */
export const monthStyles = css`
  .turning {
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    gap: var(--_s3);
    align-items: center;
  }
  .turning > .title {
    text-align: center;
  }
  .turning > .button {
    display: inline-flex;
    align-items: center;
    gap: 0.25em;
    padding-inline: 0.625em;
    hyphens: none;
    overflow-wrap: normal;
  }
  .turning > :last-child {
    justify-self: end;
  }
  .turning svg {
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [dir='rtl'] .turning svg {
    scale: -1 1;
  }
  .days {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    touch-action: pan-y pinch-zoom;
  }
  .days th {
    padding-block: 0.25em;
    font-weight: 400;
    font-size: 0.875em;
    color: var(--_muted);
    hyphens: none;
    overflow-wrap: normal;
  }
  .days .narrow {
    display: none;
  }
  .days td {
    position: relative;
    block-size: 5.5em;
    padding: 0.1875em;
    border: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    font-size: 0.8125em;
    line-height: 1.3;
  }
  .days td:focus-visible {
    outline-offset: -3px;
    box-shadow: none;
  }
  .days :is(a, button):focus-visible {
    outline-width: 3px;
  }
  .number {
    display: inline-grid;
    place-content: center;
    min-inline-size: 1.75em;
    block-size: 1.75em;
    color: var(--_muted);
  }
  .some > .number {
    color: var(--_text);
    font-weight: 600;
  }
  [aria-current='date'] > .number {
    border: 2px solid var(--_ink);
    border-radius: 50%;
    border-end-start-radius: var(--_stem);
    color: var(--_ink);
    font-weight: 600;
  }
  .names {
    display: grid;
    gap: 0.375em;
    margin-block-start: 0.25em;
  }
  .names li {
    display: grid;
    justify-items: start;
    padding: 0.25em;
    background: var(--_tint);
    border-radius: 0.5em;
    border-end-start-radius: var(--_stem);
  }
  .names .small {
    font-size: 1em;
  }
  .names a {
    font-weight: 600;
    text-decoration-thickness: 1px;
  }
  .names .chip {
    margin-block-start: 0.25em;
  }
  .names :is(.cancelled, .past, .closed, .postponed) {
    background: var(--_sunken);
  }
  .names .cancelled a {
    text-decoration-line: underline line-through;
  }
  .mark,
  .month-list,
  .printed {
    display: none;
  }
  @container ctg (max-width: 29.99em) {
    .turning {
      grid-template-columns: auto 1fr auto;
      gap: var(--_s1);
    }
    /* Arrows alone, or two names of months stand on two lines; whoever hears them hears where they lead. */
    .turning > .button {
      justify-content: center;
      inline-size: 2.75em;
      padding-inline: 0;
    }
    .turning > .button > span {
      display: none;
    }
    .days :is(.short, .names) {
      display: none;
    }
    .days .narrow {
      display: inline;
    }
    .days td {
      block-size: 3em;
      padding: 0;
      border: 0;
      text-align: center;
      font-size: 1em;
    }
    .days .some {
      background: var(--_tint);
      border: 2px solid var(--_surface);
      border-radius: 0.75em;
    }
    .number {
      block-size: 1.5em;
    }
    .mark {
      position: absolute;
      inset: 0;
      display: flex;
      align-items: end;
      justify-content: center;
      gap: 0.1875em;
      padding: 0 0 0.3125em;
      border: 0;
      background: none;
      cursor: pointer;
    }
    .mark > .dot {
      inline-size: 0.375em;
      block-size: 0.375em;
      border-radius: 50%;
      background: var(--_ink);
    }
    .month-list {
      display: grid;
    }
  }
  @media (forced-colors: active) {
    .mark > .dot {
      forced-color-adjust: none;
    }
    .names li {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .month {
      display: none;
    }
    .month-list,
    .printed {
      display: grid !important;
    }
  }
`;
