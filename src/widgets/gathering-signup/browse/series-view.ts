import {html, type TemplateResult} from 'lit';

import {renderLink, renderMark, type ListScene} from '../list-view.js';
import type {Occasion} from '../occasion.js';
import type {ListEntry} from './entries.js';
import type {Steps} from './steps.js';

/** How many dates of a series are shown at first. */
const FIRST = 6;

/** What the dates of a series need of what is around them. */
export interface SeriesScene extends Omit<ListScene, 'occasions'> {
  readonly steps: Steps;
  /** Whether the dates are open, by the key of the series. */
  readonly isOpen: (key: string) => boolean;
  readonly setOpen: (key: string, open: boolean) => void;
}

/** The other dates of a series: how many there are, and, once opened, each with what is left. */
export function renderDates(scene: SeriesScene, key: string, {occasion, others}: ListEntry): TemplateResult {
  const {l, steps, isOpen, setOpen} = scene;
  const {series} = occasion.gathering;
  const open = isOpen(key);
  const n = others.length;
  return html`<details
    class="dates"
    part="dates"
    ?open=${open}
    @toggle=${(event: Event) => setOpen(key, (event.target as HTMLDetailsElement).open)}
  >
    <summary class="small" .textContent=${l.t('series.more', {label: series?.label, dates: n, n})}></summary>
    ${
      // Closed, it costs nothing, however many dates there are.
      open &&
      html`<ul data-steps=${key}>
          ${steps.of(key, others, FIRST).map((other) => renderDate(scene, occasion, other))}
        </ul>
        ${steps.renderMore(key, n, FIRST)}`
    }
  </details>`;
}

function renderDate(scene: SeriesScene, {gathering: {name}}: Occasion, other: Occasion): TemplateResult {
  const {l, dates} = scene;
  const {gathering, standing} = other;
  const when = dates.when(standing.start, standing.end);
  return html`<li data-id=${gathering.id}>
    <p>
      ${renderLink(scene, other, when)}
      ${gathering.name === name ? '' : html`<br /><span .textContent=${gathering.name}></span>`}
    </p>
    ${
      standing.state === 'open' && !scene.mine.has(gathering.id)
        ? html`<p class="muted small" .textContent=${placesText(l, other)}></p>`
        : renderMark(scene, other)
    }
  </li>`;
}

function placesText(l: ListScene['l'], {standing: {left, short}}: Occasion): string {
  if (left === undefined) return l.t('places.unknown');
  return short > 0 ? l.t('minimum.short', {n: short}) : l.t('places.left', {n: left});
}
