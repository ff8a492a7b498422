import {css} from 'lit';

/**
 * The dialog that a button opens. In the top layer it leaves the widget's box but not its styles: so it is a
 * container of its own, and takes its width from the window, not from the place of the button.
 */
export const dialogStyles = css`
  dialog {
    position: fixed;
    inset: 0;
    margin: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_r);
    border-end-start-radius: var(--_stem);
    padding: 0;
    inline-size: min(44em, 100% - 3em);
    max-inline-size: none;
    block-size: fit-content;
    max-block-size: min(100dvh - 3em, 60em);
    overflow: auto;
    overscroll-behavior: contain;
    container: ctg / inline-size;
    color: var(--_text);
    background: var(--_surface);
    font-size: var(--ctg-font-size, max(16px, var(--_page, 100%)));
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.55);
  }
  dialog:focus-visible {
    outline: 0;
    box-shadow: none;
  }
  .bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    justify-content: end;
    padding: var(--_s1) var(--_s5);
    background: var(--_surface);
    border-block-end: 1px solid var(--_line);
  }
  .within {
    padding: var(--_s5);
  }
  .within .card {
    border: 0;
    padding: 0;
    border-radius: 0;
  }
  .within .facets {
    border-block-end: 1px solid var(--_line);
    padding-block-end: var(--_s4);
  }
  .within :focus {
    scroll-margin-block: 5em 2em;
  }
  @media (max-width: 40em) {
    dialog {
      margin: 0;
      border: 0;
      border-radius: 0;
      inline-size: 100%;
      block-size: 100dvh;
      max-block-size: none;
    }
    .bar,
    .within {
      padding-inline: var(--_s4);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    dialog,
    dialog::backdrop {
      transition: opacity 140ms;
    }
    @starting-style {
      dialog,
      dialog::backdrop {
        opacity: 0;
      }
    }
  }
  @media (forced-colors: active) {
    dialog {
      border: 2px solid CanvasText;
    }
  }
  @media print {
    dialog {
      position: absolute;
      inset: 0;
      margin: 0;
      border: 0;
      inline-size: 100%;
      block-size: auto;
      min-block-size: 100%;
      max-block-size: none;
      overflow: visible;
    }
    dialog::backdrop,
    .bar {
      display: none;
    }
  }
`;
