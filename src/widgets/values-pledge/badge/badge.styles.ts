import {css} from 'lit';

/** A small card that fits into a sidebar. */
export const badgeStyles = css`
  .badge {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_s2) var(--_s4);
    align-items: center;
    max-inline-size: 22em;
    padding: var(--_s4);
  }
  .badge .flower {
    inline-size: 4.5em;
  }
`;
