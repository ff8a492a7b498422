import {css} from 'lit';

/** What every widget is made of: type, cards, buttons, links, notes, chips and focus. */
export const partStyles = css`
  .small {
    font-size: 0.875em;
    line-height: 1.45;
  }
  .title,
  .head,
  .strong,
  b {
    font-weight: 600;
    text-wrap: balance;
  }
  .title {
    font-size: 1.25em;
    line-height: 1.3;
  }
  .head {
    font-size: 1.5em;
    line-height: 1.2;
  }
  .muted {
    color: var(--_muted);
  }
  p {
    max-inline-size: 62ch;
  }
  a {
    color: var(--_ink);
    text-decoration: underline;
    text-underline-offset: 0.18em;
    cursor: pointer;
  }
  [class*='stack'] {
    display: grid;
    gap: var(--_s4);
  }
  .stack-2 {
    gap: var(--_s2);
  }
  .stack-5 {
    gap: var(--_s5);
  }
  [class*='stack'] > * {
    min-inline-size: 0;
  }
  .card,
  .button {
    border-radius: var(--_r);
    border-end-start-radius: var(--_stem);
  }
  .card {
    background: var(--_surface);
    border: 1px solid var(--_line);
    padding: var(--_s5);
  }
  @container ctg (max-width: 24em) {
    .card {
      padding: var(--_s4);
    }
  }
  .button {
    appearance: none;
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    color: var(--_on-accent);
    background: var(--_accent);
    border: 2px solid var(--_accent);
    min-block-size: 2.75em;
    padding: 0.5em 1.25em;
    cursor: pointer;
    text-align: center;
    text-decoration: none;
    display: inline-grid;
    place-content: center;
    justify-self: start;
    transition:
      background-color 140ms,
      border-color 140ms;
  }
  .button:hover {
    background: color-mix(in oklab, var(--_accent) 88%, var(--_text));
  }
  .button.quiet {
    color: var(--_ink);
    background: var(--_surface);
    border-color: var(--_border);
  }
  .button:is(.quiet, .grave):hover {
    background: var(--_sunken);
  }
  .textbutton {
    appearance: none;
    background: none;
    border: 0;
    margin: 0;
    padding: 0.5em 0;
    font: inherit;
    color: var(--_ink);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.18em;
    cursor: pointer;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 3px;
    box-shadow: 0 0 0 3px var(--_halo);
  }
  [tabindex='-1']:focus {
    outline-width: 0;
    box-shadow: none;
  }
  .chip {
    display: inline-block;
    padding: 0.15em 0.7em;
    border-radius: 1em;
    border-end-start-radius: 0.2em;
    background: var(--_wash, var(--_sunken));
    color: var(--_hue);
    font-size: 0.875em;
  }
  .wait {
    --_hue: var(--_wait);
    --_wash: var(--_wait-tint);
  }
  .ok {
    --_hue: var(--_ok);
    --_wash: var(--_ok-tint);
  }
  .bad {
    --_hue: var(--_danger);
    --_wash: var(--_danger-tint);
  }
  @media (prefers-reduced-motion: reduce) {
    .root * {
      transition: none !important;
      animation: none !important;
    }
  }
  @media (forced-colors: active) {
    .card,
    .chip {
      border: 1px solid CanvasText;
    }
    .button:not(.quiet, .grave) {
      forced-color-adjust: none;
    }
  }
  @media print {
    .root {
      color-scheme: light !important;
    }
    .button,
    .textbutton {
      display: none !important;
    }
    .card {
      break-inside: avoid;
    }
  }
`;
