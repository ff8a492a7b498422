import {html, nothing, type TemplateResult} from 'lit';

import type {MessageKey} from '../../i18n/messages.js';
import type {Sketch} from '../../network/sketch.js';
import type {Atlas} from './atlas.js';
import type {MapHost} from './map-host.js';
import {renderLine} from './mark-view.js';
import type {PanelName} from './parts.js';

const LINES = ['confirmed', 'claimed', 'unchecked'] as const;

/** The row below the picture: what its lines mean, how many groups there are and where they come from. */
export function renderFoot(
  host: MapHost,
  {count, placed}: Atlas<Sketch>,
  panel: PanelName | undefined,
): TemplateResult {
  const {words: l, view} = host;
  const list = host.sourceList.filter(({unasked}) => !unasked);
  const link = (key: MessageKey, press: () => void, vars = {}): TemplateResult =>
    html`<button class="textbutton" type="button" @click=${press} .textContent=${l.t(key, vars)}></button>`;
  const here = list.filter(({loaded}) => loaded);
  const read = here.filter(({isCopy}) => !isCopy).length;
  const opener = (name: PanelName, text: string): TemplateResult => renderOpener(host, panel, name, text);
  // What the page has read itself was read, too.
  const handed = host.documents.length;
  const sources = opener('sources', l.t('sources.read', {read: read + handed, n: list.length + handed}));
  const away = count - placed;
  return html`<div class="foot small">
    ${
      view === 'list'
        ? nothing
        : LINES.map(
            (state) =>
              html`<span class="key"
                >${renderLine(state)}<span .textContent=${l.t(`line.${state}`)}></span
              ></span>`,
          )
    }
    <span class="muted sums"
      >${l.parts<unknown>('map.sums', {n: count, sources})}${
        away === 0 || view === 'list'
          ? nothing
          : [
              ' ',
              ...l.parts<unknown>('map.away', {n: away, list: link('map.toList', () => host.show('list'))}),
            ]
      }</span
    >
    ${opener('export', l.t('export.open'))}
    ${link('map.link.copy', () => void host.bring('weaving').then((part) => part?.copyLink()))}
    ${host.later('weaving')?.render()} ${opener('joining', l.t('join.open'))}
    <button
      class="textbutton screen"
      type="button"
      @click=${() => void host.bring('present').then((part) => part?.open())}
      .textContent=${l.t('present.open')}
    ></button>
  </div>`;
}

/** A button that opens and closes a panel. */
export function renderOpener(
  host: MapHost,
  panel: PanelName | undefined,
  name: PanelName,
  text: string,
): TemplateResult {
  return html`<button
    class="textbutton"
    type="button"
    aria-expanded=${panel === name}
    @click=${() => host.toggle(name)}
    .textContent=${text}
  ></button>`;
}
