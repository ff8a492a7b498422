import {html, nothing, type TemplateResult} from 'lit';

import {renderRetry} from '../../ui/loading-view.js';
import {renderText} from '../../ui/text.js';
import type {Sketch} from '../../network/sketch.js';
import type {Atlas} from './atlas.js';
import type {MapHost} from './map-host.js';
import {showAll} from './show-all.js';

/** The view, and beside it what is said of a group. */
export function renderBody(host: MapHost, atlas: Atlas<Sketch>, isMissing: boolean): TemplateResult {
  const {words: l, view} = host;
  const drawn = (view === 'list' ? host.atlas && host.later('list') : host.scene)?.render();
  const missing = isMissing && [
    renderText(l.t(navigator.onLine ? 'load.wait' : 'offline')),
    renderRetry(l, () => void host.refresh()),
  ];
  const inside =
    drawn ??
    (view === 'map'
      ? host.glance.render(atlas)
      : missing
        ? html`<div class="room stack">${missing}</div>`
        : nothing);
  const detail = html`<div class="detail stack" part="detail">
    ${view === 'map' && missing ? missing : nothing}
    ${atlas.count === 0 ? renderNoMatch(host, atlas) : nothing}
    ${host.later('card')?.render() ?? (view === 'map' ? host.later('near')?.renderNearest() : undefined) ?? (atlas.count === 0 ? nothing : renderHint(host, atlas))}
  </div>`;
  // Beside a list what is said of a group is read first, and stands above where there is no room beside it.
  return view === 'list'
    ? html`<div class="body listed">
        ${detail}
        <div>${inside}</div>
      </div>`
    : html`<div class="body">
        <div class="stage" part="stage">${inside}</div>
        ${detail}
      </div>`;
}

/** What stands beside the view before anything is selected. */
function renderHint({words: l, view, heading}: MapHost, {count}: Atlas<Sketch>): unknown {
  return [
    heading(l.t('map.hint', {n: count}), 'title'),
    view === 'list' ? nothing : renderText(l.t('map.hintHelp'), 'muted hint'),
  ];
}

/** What stands there where nothing is shown, and the way back. */
function renderNoMatch(host: MapHost, {network}: Atlas<Sketch>): unknown {
  const {words: l} = host;
  return [
    renderText(l.t('map.noMatch'), 'strong'),
    html`<button
      class="button quiet"
      part="button"
      type="button"
      @click=${() => showAll(host)}
      .textContent=${l.t('map.showAll', {n: network.groups.length})}
    ></button>`,
  ];
}
