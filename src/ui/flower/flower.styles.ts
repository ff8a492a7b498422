import {css} from 'lit';

/**
 * The colour of a petal, for its attribute `color`: what is drawn of it is mixed from `currentColor`. Written here
 * and not where it is used, because the build shortens the names of private tokens in style sheets alone; and an
 * attribute, because a strict policy forbids `style`. Mixed by hue, so that gold turns to rose without a grey.
 */
export const petalColor = (tone: number): string =>
  `color-mix(in oklch, var(--_petal-top) ${tone}%, var(--_petal-base))`;

/** The flower, its small sisters on the wall and the badge, and the bars of many values. */
export const flowerStyles = css`
  .root {
    /** Colour of the petal at the top; those below it turn to the other one. */
    --_petal-top: var(--ctg-color-petal-top, light-dark(#f0bd66, #f3c973));
    --_petal-base: var(--ctg-color-petal-base, light-dark(#df7c9a, #e58ba8));
    --_petal-line: var(--ctg-color-petal-line, light-dark(#7c3350, #f6b9cb));
  }
  .flower {
    display: block;
    inline-size: 100%;
    max-inline-size: 27em;
    margin-inline: auto;
    overflow: visible;
    /* Clockwise in every language: anchors of names are left and right, not start and end. */
    direction: ltr;
    text-anchor: middle;
    fill: var(--_text);
    stroke-linecap: round;
    stroke-linejoin: round;
    -webkit-user-select: none;
    user-select: none;
    print-color-adjust: exact;
  }
  .flower.mini {
    inline-size: 2.25em;
    flex: none;
    margin: 0;
  }
  .rim,
  .ring,
  .tick,
  .seeds {
    fill: none;
  }
  .heart,
  .token circle {
    fill: var(--_surface);
  }
  .rim,
  .heart,
  .token circle,
  .mini .whole {
    stroke: var(--_petal-line);
  }
  .mini :is(.whole, .heart) {
    stroke-width: 2.5;
  }
  .leaf {
    fill: color-mix(in oklab, var(--_accent) 14%, var(--_surface));
    stroke: color-mix(in oklab, var(--_accent) 55%, var(--_surface));
    stroke-width: 0.9;
  }
  /* How strong a petal's colour is, by what is drawn of it and what it stands for. */
  .whole,
  .fill {
    fill: color-mix(in oklab, currentColor var(--_strong, 20%), var(--_surface));
    transition: fill 140ms;
  }
  .fill {
    --_strong: 62%;
  }
  .chosen > .whole {
    --_strong: 64%;
  }
  .chosen > .fill,
  .mini .chosen {
    --_strong: 100%;
  }
  .chosen > .rim {
    stroke-width: 2;
  }
  .shade {
    fill: url(#ctg-shade);
  }
  .flower stop {
    stop-color: var(--_petal-line);
    stop-opacity: 0.24;
  }
  .flower stop + stop {
    stop-color: var(--_surface);
    stop-opacity: 0.08;
  }
  .pressed :is(.petal, .name) {
    cursor: pointer;
  }
  @media (hover: hover) {
    .pressed :hover > .whole {
      --_strong: 46%;
    }
    .pressed .chosen:hover > .whole {
      --_strong: 80%;
    }
  }
  .flower :is(.ring, .token, .seeds, .total, .word) {
    pointer-events: none;
  }
  .ring {
    stroke: var(--_focus);
    stroke-width: 11;
  }
  .ring.halo {
    stroke: var(--_halo);
    stroke-width: 5;
  }
  .flower .name {
    display: none;
    font-size: 11.5px;
  }
  .name.start {
    text-anchor: start;
  }
  .name.end {
    text-anchor: end;
  }
  .flower :is(.name.chosen, .number, .total) {
    font-weight: 600;
  }
  .flower .number {
    font-size: 11px;
  }
  .flower .word {
    fill: var(--_muted);
  }
  .tick {
    stroke: var(--_text);
    stroke-width: 2.4;
  }
  /* Its length is the number of petals, so that each dash is a seed. */
  .seeds {
    stroke: color-mix(in oklab, var(--_petal-top) 75%, var(--_petal-line));
    stroke-width: 4.5;
    stroke-dasharray: 0 1;
  }
  @container ctg (min-width: 26em) {
    .flower:is(.names, .long) {
      padding: 1.6em min(17.4%, 4.7em);
    }
    .flower.long {
      padding-inline: min(21%, 5.7em);
    }
    :is(.names, .long) .name {
      display: block;
    }
    :is(.names, .long) .number {
      display: none;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .bloom :is(.fill, .shade) {
      animation: ctg-bloom 420ms cubic-bezier(0.2, 0.7, 0.2, 1) backwards;
    }
    .bloom :nth-child(2) * {
      animation-delay: 40ms;
    }
    .bloom :nth-child(3) * {
      animation-delay: 80ms;
    }
    .bloom :nth-child(n + 4) * {
      animation-delay: 120ms;
    }
  }
  @keyframes ctg-bloom {
    from {
      transform: scale(0.72);
      opacity: 0.2;
    }
  }
  .root[dir='rtl'] .bars,
  .root[dir='rtl'] .bars .token > :not(circle) {
    transform: scaleX(-1);
  }
  @media (forced-colors: active) {
    .root {
      --_petal-line: CanvasText;
    }
    .flower g {
      color: CanvasText;
    }
    .leaf {
      fill: Canvas;
      stroke: GrayText;
    }
    .whole {
      fill: Canvas;
    }
    .fill {
      fill: CanvasText;
      fill-opacity: 0.25;
    }
    /* Full of one colour and not of another: on some systems the highlight is hard to tell from the rest. */
    .chosen > .whole,
    .mini .chosen {
      fill: CanvasText;
    }
    .chosen > .fill {
      fill: none;
      stroke: Canvas;
    }
    .shade {
      display: none;
    }
    .pressed :hover > .rim {
      stroke-width: 3;
    }
    .seeds {
      stroke: CanvasText;
    }
  }
  @media print {
    .flower {
      break-inside: avoid;
    }
    .ring {
      display: none;
    }
  }
`;
