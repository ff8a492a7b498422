import {html, nothing, type TemplateResult} from 'lit';

import {projectMercator} from '../../../network/space/mercator.js';
import {renderText} from '../../../ui/text.js';
import type {MapHost} from '../map-host.js';
import {Chart} from './chart.js';
import {Picture} from './picture.js';
import {MapPlacing} from './placing.js';
import {Stage} from './stage.js';

/** How near one looks at a place that a page names. */
const NEAR = 9;

/** The picture of a network: makes it anew when the network is, and shows what the widget shows. */
export class Scene {
  readonly stage = new Stage();
  chart: Chart | undefined;
  readonly #host: MapHost;
  #mask: Uint8Array | undefined;

  constructor(host: MapHost) {
    this.#host = host;
    this.stage.onRoom = () => this.lookAtFirst();
    this.stage.onPaint = () => host.later('hands')?.painted();
  }

  render(): TemplateResult {
    const {words: l, atlas, view} = this.#host;
    const {count, placed} = atlas!;
    const isMap = view !== 'graph';
    const said = isMap ? l.t('map.said', {n: placed}) : l.t('map.graphSaid', {n: count});
    const zoom = (key: 'in' | 'out' | 'all', sign: string, press: () => void): TemplateResult =>
      html`<button
        type="button"
        aria-label=${l.t(`zoom.${key}`)}
        @click=${press}
        .textContent=${sign}
      ></button>`;
    const {stage} = this;
    return html`<canvas role="img" aria-label=${said}></canvas>
      ${this.#host.later('hands')?.render()}
      ${
        isMap && placed === 0
          ? html`<div class="over">${renderText(l.t(count === 0 ? 'map.noMatch' : 'map.nowhere'))}</div>`
          : nothing
      }
      <div class="zoom">
        ${zoom('in', '+', () => stage.go(stage.view.zoomed(1), true))}
        ${zoom('out', '−', () => stage.go(stage.view.zoomed(-1), true))}
        ${zoom('all', '⤢', () => stage.fit(undefined, true))}
      </div>
      <i class="probe" hidden></i>`;
  }

  /** The widget was drawn: paints on its canvas, in its colours. */
  updated(): void {
    const {renderRoot: root, selected} = this.#host;
    this.stage.attach(root.querySelector('canvas'), root.querySelector<HTMLElement>('.probe'));
    this.stage.chosen = selected;
    this.stage.restyle();
  }

  /** Shows what the widget shows: another network, or other groups of it. */
  sync(): void {
    const {atlas, words} = this.#host;
    if (!atlas) return;
    const isNew = this.chart?.atlas !== atlas;
    if (isNew) this.chart = new Chart(atlas);
    else if (this.#mask === atlas.mask) return;
    else this.chart!.filter();
    this.#mask = atlas.mask;
    this.stage.picture = new Picture(this.chart!, words, new MapPlacing(this.chart!), () => undefined);
    if (isNew) this.lookAtFirst();
    this.stage.paint();
  }

  /** Looks at all groups, or where the page says. What comes later never takes it out of somebody's hands. */
  lookAtFirst(): void {
    const {stage} = this;
    if (!this.chart || !stage.hasRoom || stage.isMoved) return;
    const {center, zoom} = this.#host;
    stage.fit();
    const [lat, lon] = (center ?? '').split(/[,;\s]+/).map(Number);
    const {x, y} = lat !== undefined && lon !== undefined ? projectMercator(lon, lat) : stage.view;
    if (!Number.isNaN(x + y)) stage.go({x, y, zoom: zoom ?? (center ? NEAR : stage.view.zoom)});
    stage.isMoved = false;
  }
}
