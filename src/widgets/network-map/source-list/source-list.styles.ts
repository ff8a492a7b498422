import {css} from 'lit';

/** The documents of the network, one below the other. */
export const sourceListStyles = css`
  .sources {
    padding: var(--_s3);
    border-block-start: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
`;
