import {css} from 'lit';

/** Notes: a tint, a mark and a sentence. They come with what draws them. */
export const noteStyles = css`
  .note {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--_s2) var(--_s3);
    padding: var(--_s4);
    border-radius: var(--_r);
    border-end-start-radius: var(--_stem);
    background: var(--_sunken);
  }
  .note > svg {
    inline-size: 1.75em;
    block-size: 1.75em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
  }
  .note.ok {
    background: var(--_ok-tint);
  }
  .note.ok > svg {
    color: var(--_ok);
  }
  .note.wait {
    background: var(--_wait-tint);
  }
  .note.wait > svg {
    color: var(--_wait);
  }
  .note.bad {
    background: var(--_danger-tint);
  }
  .note.bad > svg {
    color: var(--_danger);
  }
  @media (forced-colors: active) {
    .note {
      border: 1px solid CanvasText;
    }
  }
`;
