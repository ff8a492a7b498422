import {nothing, svg, html, type TemplateResult} from 'lit';

/** The ring is drawn for this many places; below it is no circle, above it no eye can count. */
const FEWEST = 5;
const MOST = 24;
/** Radius of the ring and the largest radius of one seat, in the unit of the view box. */
const RING = 39;
const SEAT = 7;

/** How many places, and whose. */
export interface Seats {
  readonly capacity: number;
  readonly taken: number;
  /** Your own, counted within `taken`. */
  readonly mine?: number;
  /** How many must come for the gathering to take place. */
  readonly minimum?: number | undefined;
}

/**
 * A circle of chairs, one for each place, clockwise from the top: yours, taken, still needed, free.
 *
 * Ornament only, and hidden from screen readers: the sentence beside it says it all.
 */
export function renderSeats({
  capacity,
  taken,
  mine = 0,
  minimum = 0,
}: Seats): TemplateResult | typeof nothing {
  if (capacity < FEWEST || capacity > MOST) return nothing;
  const radius = round(Math.min(SEAT, ((Math.PI * RING) / capacity) * 0.74));
  const seats = [...Array(capacity).keys()].map((i) => {
    const angle = ((i + 0.5) / capacity) * 2 * Math.PI - Math.PI / 2;
    const [x, y] = [round(RING * Math.cos(angle)), round(RING * Math.sin(angle))];
    const kind = i < mine ? 'mine' : i < taken ? 'taken' : i < minimum ? 'needed' : 'free';
    return svg`<circle class=${kind} cx=${x} cy=${y} r=${radius}></circle>${
      kind === 'needed'
        ? svg`<circle class="dot" cx=${x} cy=${y} r=${round(radius * 0.36)}></circle>`
        : nothing
    }`;
  });
  return html`<svg class="seats" part="seats" viewBox="-48 -48 96 96" aria-hidden="true">${seats}</svg>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
