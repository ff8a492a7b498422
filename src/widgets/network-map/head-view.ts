import {html, nothing, type TemplateResult} from 'lit';

import type {MessageKey} from '../../i18n/messages.js';
import type {Sketch} from '../../network/sketch.js';
import type {Atlas} from './atlas.js';
import type {MapHost} from './map-host.js';
import {renderMark} from './mark-view.js';
import type {PanelName} from './parts.js';
import {VIEWS} from './views.js';

/** Characters to look for; more is somebody else's text. */
const LONGEST = 200;

/** What the head needs besides its widget. */
export interface Head {
  /** By mark: how many groups a press on its chip would leave. */
  readonly counts: ArrayLike<number>;
  /** What is opened below. */
  readonly panel: PanelName | undefined;
}

/** The row above the picture: which view, what to look for, and the kinds of group. */
export function renderHead(host: MapHost, atlas: Atlas<Sketch>, {counts, panel}: Head): TemplateResult {
  const {words: l, view, chosen} = host;
  const sectors = chosen.sector ?? new Set<string>();
  const press = (names: readonly string[], isOn: boolean): void => {
    const next = new Set(sectors);
    for (const name of names)
      if (isOn) next.delete(name);
      else next.add(name);
    host.choose({...chosen, sector: next});
  };
  const opener = (name: PanelName, key: MessageKey): TemplateResult =>
    html`<button
      class="button quiet ${name}-opener"
      type="button"
      part="button"
      aria-expanded=${panel === name}
      @click=${() => host.toggle(name)}
      .textContent=${l.t(key)}
    ></button>`;
  return html`<div class="bar">
      <div class="tabs" role="group" aria-label=${l.t('view.as')}>
        ${VIEWS.map(
          (name) =>
            html`<button
              type="button"
              aria-pressed=${view === name}
              @click=${() => host.show(name)}
              .textContent=${l.t(`view.${name}`)}
            ></button>`,
        )}
      </div>
      <input
        class="search"
        type="search"
        maxlength=${LONGEST}
        aria-label=${l.t('map.search')}
        placeholder=${l.t('map.search')}
        .value=${chosen.text ?? ''}
        @input=${(event: Event) => host.choose({...chosen, text: (event.target as HTMLInputElement).value})}
      />
      ${opener('near', 'near')} ${opener('choosing', 'map.filters')}
    </div>
    <div class="chips kinds" role="group" aria-label=${l.t('map.kinds')}>
      ${atlas.kinds.sectors.map((names, mark) => {
        const isOn = names.some((name) => sectors.has(name));
        return names.length === 0 || !(counts[mark]! > 0 || isOn)
          ? nothing
          : html`<button class="chip" type="button" aria-pressed=${isOn} @click=${() => press(names, isOn)}>
              ${renderMark(mark)}<span .textContent=${atlas.kinds.label(l, mark)}></span
              ><span class="n" .textContent=${l.number(counts[mark]!)}></span>
            </button>`;
      })}
    </div>`;
}
