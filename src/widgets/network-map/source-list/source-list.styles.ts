import {css} from 'lit';

/** The documents of the network, one below the other. */
export const sourceListStyles = css`
  .sources {
    padding: var(--_s3);
    border-block-start: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
  .keeping label {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.75em;
    align-items: center;
    justify-items: start;
    min-block-size: 2.75em;
    cursor: pointer;
  }
  .keeping input {
    margin: 0;
    inline-size: 1.5em;
    block-size: 1.5em;
    accent-color: var(--_accent);
    cursor: pointer;
  }
`;
