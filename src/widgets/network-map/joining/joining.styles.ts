import {css} from 'lit';

import {formStyles} from '../../../ui/form/form.styles.js';
import {noteStyles} from '../../../ui/styles/note.styles.js';

const styles = css`
  /* The field above the map keeps the looks it had before there was a form. */
  .bar .search {
    padding: 0.4em 1em;
    cursor: text;
  }
  .joining {
    border-block-start: 1px solid var(--_line);
  }
  .joining .place > .stack {
    padding-block-start: var(--_s1);
  }
  .joining fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
  }
  .halves,
  .boxes {
    display: grid;
    gap: var(--_s4);
    align-items: start;
  }
  .boxes {
    gap: 0 var(--_s4);
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
  }
  .side {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_s5);
  }
  .tie {
    display: grid;
    gap: var(--_s3);
    align-items: end;
  }
  .steps {
    display: grid;
    gap: var(--_s2);
    margin: 0;
    padding-inline-start: 1.5em;
    list-style: decimal;
  }
  pre {
    margin: 0;
    padding: var(--_s3);
    max-block-size: 24em;
    overflow: auto;
    font:
      0.875em/1.5 ui-monospace,
      monospace;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    background: var(--_sunken);
    border-radius: var(--_half);
  }
  .map:has(.joining [part~='form']) .stage::after {
    content: '';
    position: absolute;
    inset: 0;
    margin: auto;
    inline-size: 1.75em;
    block-size: 1.75em;
    pointer-events: none;
    background:
      linear-gradient(var(--_accent) 0 0) center / 2px 100% no-repeat,
      linear-gradient(var(--_accent) 0 0) center / 100% 2px no-repeat;
  }
  @container ctg (min-width: 44em) {
    .halves {
      grid-template-columns: 1fr 1fr;
    }
    .tie {
      grid-template-columns: 2fr 1fr auto;
    }
  }
`;

/** The form below the map, and a mark in the middle of the map while it is open. */
export const joiningStyles = [formStyles, noteStyles, styles];
