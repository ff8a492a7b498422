import {css} from 'lit';

/** How a place is given, and what is near it. */
export const nearStyles = css`
  .near {
    display: grid;
    gap: var(--_s3);
    padding: var(--_s3);
    border-block-end: 1px solid var(--_line);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_s1) var(--_s4);
  }
  .ways .search {
    flex: 1 1 9em;
  }
  .near:has(.here) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_s1) var(--_s4);
  }
  .near :is(p, label, .search) {
    overflow-wrap: anywhere;
  }
  .nearest {
    display: grid;
    gap: var(--_s2);
    list-style: none;
    padding: 0;
    margin: 0;
  }
  .nearest li {
    display: grid;
    grid-template-columns: 0.95em minmax(0, 1fr);
    gap: 0.6em;
  }
  .nearest .mark {
    margin-block-start: 0.3em;
  }
  .nearest a {
    font-weight: 600;
  }
  @container ctg (min-width: 40em) {
    .near:not(:has(.here)) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      column-gap: var(--_s5);
      align-items: start;
    }
  }
  @media print {
    .near {
      display: none;
    }
  }
`;
