import {css} from 'lit';

/** What there is to choose by, a row of chips for each. */
export const choosingStyles = css`
  .more {
    padding: var(--_s3);
    border-block-end: 1px solid var(--_line);
  }
  .set {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2);
  }
  @media print {
    .more {
      display: none;
    }
  }
`;
