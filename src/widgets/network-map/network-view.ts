import {html, nothing, type TemplateResult} from 'lit';

import type {Sketch} from '../../network/sketch.js';
import {renderText} from '../../ui/text.js';
import type {Atlas} from './atlas.js';
import {renderBody} from './body-view.js';
import {renderFoot, renderOpener} from './foot-view.js';
import {type Head, renderHead} from './head-view.js';
import type {MapHost} from './map-host.js';

/** What the view of a network needs besides its widget. */
export interface Around extends Head {
  /** Whether a part without which the view is not whole can't be had just now. */
  readonly isMissing: boolean;
}

/** The card around everything: what to look for above, the view, what it means and what can be done with it below. */
export function renderNetwork(
  host: MapHost,
  atlas: Atlas<Sketch>,
  {isMissing, ...head}: Around,
): TemplateResult {
  const {panel} = head;
  const part = panel && host.atlas && host.later(panel);
  const isAbove = panel === 'choosing' || panel === 'near';
  if (atlas.network.groups.length === 0)
    return html`<div class="card map" part="empty">
      <div class="room stack">
        ${renderText(host.words.t('map.none'))}
        <p>${renderOpener(host, panel, 'joining', host.words.t('join.open'))}</p>
      </div>
      ${panel && host.later(panel)?.render()}
    </div>`;
  return html`<div class="card map" part="map">
    ${renderHead(host, atlas, head)} ${isAbove ? part?.render() : nothing}
    ${renderBody(host, atlas, isMissing)} ${renderFoot(host, atlas, panel)}
    ${isAbove ? nothing : part?.render()} ${host.later('present')?.render() ?? nothing}
  </div>`;
}
