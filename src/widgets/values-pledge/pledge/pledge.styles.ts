import {css} from 'lit';

import {formStyles} from '../../../ui/form/form.styles.js';
import {noteStyles} from '../../../ui/styles/note.styles.js';

const styles = css`
  pre {
    margin: 0;
    padding: var(--_s3);
    overflow-x: auto;
    white-space: pre-wrap;
    background: var(--_sunken);
    border-radius: var(--_half);
  }
  .halves,
  .thanks {
    display: grid;
    gap: var(--_s5);
    align-items: start;
  }
  @container ctg (min-width: 44em) {
    .halves {
      grid-template-columns: 1fr 1fr;
    }
    .thanks {
      grid-template-columns: 16em 1fr;
      align-items: center;
    }
  }
`;

/** What the form adds to the looks of the first view. */
export const chunkStyles = [formStyles, noteStyles, styles];
