import {css} from 'lit';

/** The panel has colours of its own: it also stands on pages where no widget is left to take them from. */
export const doctorStyles = css`
  :host {
    display: block;
  }
  .doctor {
    all: initial;
    display: block;
    box-sizing: border-box;
    margin-block: 1em;
    padding: 1em;
    border: 2px solid light-dark(#757f80, #7d8e92);
    border-radius: 0.5em;
    font:
      16px/1.5 system-ui,
      sans-serif;
    color-scheme: inherit;
    color: light-dark(#1f2b2e, #ecf0ec);
    background: light-dark(#fff, #162023);
    overflow-wrap: anywhere;
  }
  .doctor[data-theme='light'] {
    color-scheme: light;
  }
  .doctor[data-theme='dark'] {
    color-scheme: dark;
  }
  .doctor * {
    box-sizing: border-box;
  }
  summary {
    cursor: pointer;
    font-weight: 600;
  }
  .top {
    font-size: 1.125em;
  }
  ol,
  ul,
  dl,
  dd,
  p,
  pre {
    margin: 0;
    padding: 0;
  }
  ol,
  ul {
    list-style: none;
  }
  .list,
  .found,
  .lines {
    display: grid;
    gap: 0.75em;
  }
  .list {
    margin-block: 1em;
  }
  .list > li {
    border-inline-start: 4px solid light-dark(#556168, #abb8b8);
    padding-inline-start: 0.75em;
  }
  .list > .breaks {
    border-color: light-dark(#a3282e, #ff9d96);
  }
  .list > .hurts {
    border-color: light-dark(#7a4c00, #f1c36c);
  }
  .found {
    gap: 0.25em;
  }
  .about {
    font-size: 0.875em;
    color: light-dark(#556168, #abb8b8);
  }
  pre {
    font:
      0.875em/1.4 ui-monospace,
      monospace;
    white-space: pre-wrap;
    padding: 0.5em 0.75em;
    margin-block: 0.25em;
    background: light-dark(#f5f3ee, #202c30);
    border-radius: 0.25em;
    user-select: all;
  }
  .causes {
    list-style: decimal;
    padding-inline-start: 1.5em;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(5em, max-content) 1fr;
    gap: 0.25em 1em;
    font-size: 0.875em;
  }
  dt {
    color: light-dark(#556168, #abb8b8);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block: 1em 0;
  }
  button {
    font: inherit;
    font-weight: 600;
    min-block-size: 2.75em;
    padding: 0.5em 1em;
    color: inherit;
    background: light-dark(#f5f3ee, #202c30);
    border: 2px solid light-dark(#757f80, #7d8e92);
    border-radius: 0.375em;
    cursor: pointer;
  }
  textarea {
    inline-size: 100%;
    block-size: 12em;
    margin-block-start: 0.75em;
    font:
      0.875em/1.4 ui-monospace,
      monospace;
    color: inherit;
    background: light-dark(#fff, #162023);
    border: 1px solid light-dark(#757f80, #7d8e92);
  }
  :focus-visible {
    outline: 3px solid light-dark(#1f2b2e, #ecf0ec);
    outline-offset: 2px;
  }
  @container (max-width: 30em) {
    dl {
      grid-template-columns: 1fr;
    }
    dd {
      margin-block-end: 0.5em;
    }
  }
  :host {
    container-type: inline-size;
  }
  @media print {
    .doctor {
      display: none;
    }
  }
`;
