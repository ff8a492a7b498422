import {html, type Markup} from './html.js';

/** Fewest and most seats that still look like a circle of chairs; with other numbers words have to do. */
const FEWEST = 5;
const MOST = 24;
/** Radius of the circle and of the largest seat, in units of a picture 96 wide. */
const RADIUS = 39;
const SEAT = 7;
/** How much of its share of the circle a seat may fill. */
const SHARE = 0.74;

/** A ring of seats, clockwise from the top: yours, taken, still needed, free. An ornament; the sentence says it all. */
export function ring(seats: {
  capacity: number | undefined;
  taken: number;
  mine?: number;
  minimum?: number;
}): Markup | '' {
  const {capacity, taken, mine = 0, minimum = 0} = seats;
  if (capacity === undefined || capacity < FEWEST || capacity > MOST) return '';
  const size = Math.min(SEAT, ((Math.PI * RADIUS) / capacity) * SHARE);
  const circles = Array.from({length: capacity}, (_, index) => {
    const angle = (index / capacity) * 2 * Math.PI - Math.PI / 2 + Math.PI / capacity;
    const x = (RADIUS * Math.cos(angle)).toFixed(2);
    const y = (RADIUS * Math.sin(angle)).toFixed(2);
    const kind = index < mine ? 'mine' : index < taken ? 'taken' : index < minimum ? 'needed' : 'free';
    const seat = html`<circle class="${kind}" cx="${x}" cy="${y}" r="${size.toFixed(2)}" />`;
    const dot = html`<circle class="dot" cx="${x}" cy="${y}" r="${(size * 0.36).toFixed(2)}" />`;
    return kind === 'needed' ? [seat, dot] : seat;
  });
  return html`<svg class="ring" viewBox="-48 -48 96 96" aria-hidden="true">${circles}</svg>`;
}
