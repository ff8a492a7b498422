import {html, nothing, type TemplateResult} from 'lit';

import type {Sketch} from '../../../network/sketch.js';
import {projectMercator} from '../../../network/space/mercator.js';
import {CtgErrorEvent} from '../../../ui/events.js';
import {renderText} from '../../../ui/text.js';
import {type Atlas, MANY} from '../atlas.js';
import type {SceneHost} from '../map-host.js';
import {Chart} from './chart.js';
import {firstLook} from './first-look.js';
import {Ground} from './ground.js';
import {Picture} from './picture.js';
import {MapPlacing, type Placing} from './placing.js';
import {Stage} from './stage.js';
import type {Camera, View} from './view.js';

/** The picture of a network: makes it anew when the network is, and shows what the widget shows. */
export class Scene {
  readonly stage = new Stage();
  chart: Chart | undefined;
  readonly #host: SceneHost;
  readonly #ground: Ground;
  #mask: Uint8Array | undefined;
  #map:
    | {readonly atlas: Atlas<Sketch>; readonly mask: Uint8Array | undefined; readonly placing: MapPlacing}
    | undefined;
  /** Where the map was looked at from when it was left. */
  #onMap: View | undefined;
  /** What is to be looked at once there is a map. */
  #wanted: (() => Camera | undefined) | undefined;

  /** @param like a scene on whose ground this one is drawn too, so that nothing of it is fetched twice */
  constructor(host: SceneHost, like?: Scene) {
    this.#host = host;
    this.#ground = like ? like.#ground : new Ground(() => host.words);
    this.#ground.listeners.add(this.stage.paint);
    this.stage.onRoom = () => this.lookAtFirst();
    this.stage.onPaint = () => host.later('hands')?.painted();
  }

  render(): TemplateResult | undefined {
    const {words: l, shown, view} = this.#host;
    if (!this.chart) return undefined;
    const {count, placed} = shown!;
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
        isMap && placed === 0 && count > 0
          ? html`<div class="over">${renderText(l.t('map.nowhere'))}</div>`
          : nothing
      }
      <div class="zoom">
        ${zoom('in', '+', () => stage.go(stage.view.zoomed(1), true))}
        ${zoom('out', '−', () => stage.go(stage.view.zoomed(-1), true))}
        ${zoom('all', '⤢', () => stage.fit(undefined, true))}
      </div>
      ${isMap ? this.#host.later('tiles')?.render() : nothing}
      <i class="probe" hidden></i>`;
  }

  /** Paints no more, and keeps nothing of what it painted on. */
  end(): void {
    this.#ground.listeners.delete(this.stage.paint);
    this.stage.attach(null, null);
  }

  /** The widget was drawn: paints on its canvas, in its colours. */
  updated(): void {
    const {renderRoot: root, selected, view} = this.#host;
    // Beside a list the only canvas there may be is that of a big screen.
    const canvas = view === 'list' ? null : root.querySelector('canvas');
    this.stage.attach(canvas, root.querySelector<HTMLElement>('.probe'));
    void this.#showOutline();
    this.stage.chosen = selected;
    const near = this.#host.later('near');
    this.stage.above = near && ((context, sight, look) => near.paint(context, sight, look, projectMercator));
    this.stage.restyle();
  }

  /** Shows what the widget shows: another network, other groups of it, or another way to see them. */
  sync(): void {
    const {words, view} = this.#host;
    const sketch = view === 'map' ? this.#host.shown : undefined;
    // A sketch of few groups is only there for a moment, and was seen at a glance.
    const atlas = this.#host.atlas ?? (sketch && sketch.network.groups.length > MANY ? sketch : undefined);
    // What was drawn before is not this.
    if (!atlas) this.chart = undefined;
    if (!atlas || view === 'list') return;
    const isNew = this.chart?.atlas !== atlas;
    if (isNew) this.chart = new Chart(atlas, this.chart);
    else if (this.#mask !== atlas.mask) this.chart!.filter();
    this.#mask = atlas.mask;
    const placing = view === 'graph' ? this.#graphPlacing() : this.#mapPlacing(atlas);
    if (!placing || placing === this.stage.picture?.placing) return;
    const before = this.stage.picture?.placing;
    const was = this.stage.view;
    if (before?.isMap) this.#onMap = was;
    this.stage.picture = new Picture(this.chart!, words, placing, {
      draw: (context, sight, look) =>
        this.#ground.draw(context, sight, look, this.#host.later('tiles')?.paint),
      write: this.#ground.write,
    });
    const isChange = before !== undefined && before.isMap !== placing.isMap;
    if (isChange && placing.isMap && this.#onMap && !isNew) this.stage.begin(this.#onMap);
    else if (isNew || isChange) this.lookAtFirst(isChange);
    if (isChange && !placing.isMap) this.#changeOver(before, was);
    this.stage.paint();
  }

  /** Looks at all groups, or where the page says. What comes later never takes it out of somebody's hands. */
  lookAtFirst(anyway = false): void {
    const {stage} = this;
    if (!this.chart || !stage.picture || !stage.hasRoom || (stage.isMoved && !anyway)) return;
    const {center, zoom, view} = this.#host;
    if (stage.picture.placing.isMap) {
      const wanted = this.#wanted?.();
      this.#wanted = undefined;
      if (wanted) return stage.go(wanted);
      const near = this.#lookingNear();
      if (near) return stage.begin(near);
    }
    const whole = stage.whole() ?? stage.view;
    stage.begin(view === 'graph' ? whole : firstLook(whole, center, zoom));
  }

  /** Looks at the visitor's place, and at what is near it. */
  lookNear(): void {
    this.#lookOnMap(() => this.#lookingNear());
  }

  /** Looks at a group on the map, as soon as that is seen. */
  lookAt(group: number): void {
    this.#lookOnMap(() => this.stage.whole([group]));
  }

  #lookOnMap(camera: () => Camera | undefined): void {
    const {stage} = this;
    // Where it was left is no longer where one goes on.
    this.#onMap = undefined;
    if (!stage.hasRoom || !stage.picture?.placing.isMap) this.#wanted = camera;
    else {
      const there = camera();
      if (there) stage.go(there, this.#host.view === 'map');
    }
  }

  #lookingNear(): Camera | undefined {
    return this.chart && this.#host.later('near')?.camera(this.stage.view, this.chart, projectMercator);
  }

  /** The region's own outline, as the page names it; that it can't be had is for the webmaster, the map goes on. */
  async #showOutline(): Promise<void> {
    const {outline} = this.#host;
    try {
      const came = await this.#ground.show(outline);
      if (typeof came === 'object')
        this.#host.dispatchEvent(new CtgErrorEvent(came.code, `outline: ${outline}`));
      else if (came)
        this.#host.dispatchEvent(new CtgErrorEvent('dropped', `outline: ${came} shapes left out`));
    } catch {
      // The part that reads outlines can't be had: no connection just now.
    }
  }

  #mapPlacing(atlas: Atlas<Sketch>): MapPlacing {
    if (this.#map?.atlas !== atlas || this.#map.mask !== atlas.mask)
      this.#map = {atlas, mask: atlas.mask, placing: new MapPlacing(this.chart!)};
    return this.#map.placing;
  }

  /** Where the ties put the groups; `undefined` until that is here. */
  #graphPlacing(): Placing | undefined {
    const graph = this.#host.later('graph');
    if (!graph) void this.#host.bring('graph').then((part) => part && this.sync());
    return graph?.placing(this.chart!, () => this.sync());
  }

  /** Has the groups go from where they were on the canvas to where they are now. */
  #changeOver({x, y}: Placing, was: View): void {
    const {view} = this.stage;
    this.#host
      .later('graph')
      ?.change((group) => [
        view.west + was.nearX(x[group]!) / view.scale,
        view.north + was.toY(y[group]!) / view.scale,
      ]);
  }
}
