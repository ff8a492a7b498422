import {css} from 'lit';

/** What is said of one group, and its ties. */
export const cardStyles = css`
  .close {
    justify-self: end;
    margin-block: -0.5em;
  }
  .kind {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
  }
  .ties {
    display: grid;
    gap: var(--_s2);
  }
  .ties li {
    display: grid;
    grid-template-columns: 2.25em minmax(0, 1fr);
    gap: 0.6em;
  }
  .ties .line {
    margin-block-start: 0.45em;
    stroke: var(--_ink);
    stroke-width: 2.5;
  }
  .ties a {
    font-weight: 600;
    color: var(--_text);
  }
  .ties :is(p, a) {
    unicode-bidi: isolate;
  }
  .together {
    display: grid;
    gap: var(--_s1);
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s1) var(--_s4);
  }
`;
