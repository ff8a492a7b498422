import {css} from 'lit';

/** A link that is to be copied by hand. */
export const weavingStyles = css`
  .by-hand {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s1) var(--_s2);
    align-items: center;
    flex: 1 1 100%;
  }
  @media print {
    .by-hand {
      display: none;
    }
  }
`;
