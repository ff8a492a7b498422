import {css} from 'lit';

/** A table, and cards where it would be too narrow. */
export const listStyles = css`
  .list {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .list :is(th, td) {
    text-align: start;
    vertical-align: baseline;
    padding: 0.65em 0.75em;
    border-block-end: 1px solid var(--_line);
    font-weight: inherit;
    overflow-wrap: break-word;
  }
  /* Names are somebody else's: one without an end breaks anywhere, and still has room for words. */
  .list tbody th {
    overflow-wrap: anywhere;
    min-inline-size: 9em;
  }
  .list bdi {
    overflow-wrap: anywhere;
  }
  .list thead th {
    font-size: 0.875em;
    padding-block: 0;
  }
  .list thead .textbutton {
    color: var(--_muted);
    text-decoration: none;
  }
  .list thead [aria-sort] .textbutton {
    color: var(--_text);
    font-weight: 600;
  }
  .list tbody a {
    font-weight: 600;
  }
  .list .mark {
    margin-inline-end: 0.5em;
    vertical-align: -0.05em;
  }
  .list tr[data-on] :is(th, td) {
    background: var(--_tint);
  }
  .list .chip {
    white-space: nowrap;
  }
  .sorts {
    display: none;
  }
  /* The roles in the markup keep it a table for whoever hears it. */
  @container ctg (max-width: 40em) {
    .list,
    .list tbody,
    .list tr,
    .list :is(th, td) {
      display: block;
    }
    .list thead {
      display: none;
    }
    .list :is(th, td) {
      border: 0;
      padding: 0;
    }
    .list tr {
      padding-block: var(--_s3);
      border-block-end: 1px solid var(--_line);
    }
    .list tr :is(.ties-cell, .heard-cell) {
      font-size: 0.875em;
      color: var(--_muted);
    }
    .sorts {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_s1) var(--_s4);
    }
    .sorts label {
      display: flex;
      align-items: center;
      gap: var(--_s2);
    }
    .sorts select {
      font: inherit;
      min-block-size: 2.75em;
      padding-inline: 0.75em;
      color: var(--_text);
      background: var(--_surface);
      border: 1px solid var(--_border);
      border-radius: var(--_half);
    }
  }
  .printed {
    display: none;
  }
  @media print {
    .sorts,
    .unprinted {
      display: none;
    }
    tbody.printed {
      display: table-row-group;
    }
    p.printed {
      display: block;
    }
    .list th .textbutton {
      display: inline !important;
      color: inherit;
      text-decoration: none;
    }
    .list tr {
      break-inside: avoid;
    }
  }
`;
