import {css} from 'lit';

/**
 * The host box belongs to the page, the inside to us.
 *
 * A reset on the host itself would erase the page's sizing, font, `hidden` and hidden tabs, so it sits on an inner
 * wrapper, `.root`; `!important` on the two host rules stands against `*{all:unset!important}` of a page.
 */
export const hostStyles = css`
  :host {
    display: block !important;
    box-sizing: border-box;
    inline-size: 100%;
  }
  :host([hidden]) {
    display: none !important;
  }
  /* Margins of what the page has inside stay inside, so that nothing moves when it gives way. */
  slot:not([hidden]) {
    display: flow-root;
  }
  /* A mapping is never to be seen, whatever a page says of all its elements. */
  ::slotted(script) {
    display: none !important;
  }
  .root {
    all: initial;
    display: block;
    visibility: inherit;
    pointer-events: inherit;
    color-scheme: inherit;
    box-sizing: border-box;
    font-family: var(--ctg-font, inherit);
    font-size: var(--ctg-font-size, max(16px, 100%));
    line-height: 1.5;
    font-variant-numeric: tabular-nums;
    text-align: start;
    /* The edge of our own language. Named by its side: no engine keeps match-parent for a text that decides itself. */
    --_edge: left;
    overflow-wrap: anywhere;
    hyphens: auto;
    container: ctg / inline-size;
    contain-intrinsic-inline-size: min(20em, 75vw);
    color: var(--_text);
  }
  /* Below what the page has inside there is no box that could move up when that gives way. */
  slot:not([hidden]) + .root {
    display: contents;
  }
  .root[dir='rtl'] {
    --_edge: right;
    direction: rtl;
  }
  .root[data-theme='light'] {
    color-scheme: light;
  }
  .root[data-theme='dark'] {
    color-scheme: dark;
  }
  .root *,
  .root *::before,
  .root *::after {
    box-sizing: border-box;
  }
  .root [hidden] {
    display: none;
  }
  :is(p, ul, ol, dl, dd, fieldset, legend) {
    margin: 0;
    padding: 0;
    border: 0;
    font: inherit;
    min-inline-size: 0;
  }
  :is(ul, ol) {
    list-style: none;
  }
  /* What an endpoint says may run the other way than our language: each text in its own, at the edge of ours. */
  :is(p, dd, [role='heading'], :is(label, legend) span) {
    unicode-bidi: plaintext;
    text-align: var(--_edge);
  }
  .silent {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
