import {html, type TemplateResult} from 'lit';

import {groupsCsv, groupsGeoJson, type WrittenGroup} from '../../../files/network-files.js';
import {download} from '../../../ui/download.js';
import {renderText} from '../../../ui/text.js';
import type {MapHost} from '../map-host.js';
import type {Drawn} from '../parts.js';

/** The kinds of file: what each is called, written by, and told the browser to be. */
const FILES = {
  csv: {write: groupsCsv, type: 'text/csv;charset=utf-8', name: 'groups.csv'},
  geojson: {write: groupsGeoJson, type: 'application/geo+json', name: 'groups.geojson'},
} as const;

/** Puts the groups that are shown into a file on the visitor's own device. Nothing is sent anywhere. */
export class Export implements Drawn {
  readonly #host: MapHost;

  constructor(host: MapHost) {
    this.#host = host;
  }

  render(): TemplateResult {
    const {words: l, atlas} = this.#host;
    return html`<div class="room stack">
      ${renderText(l.t('export.said', {n: atlas!.count}))}
      <div class="bar">
        ${(Object.keys(FILES) as (keyof typeof FILES)[]).map(
          (kind) =>
            html`<button
              class="button quiet"
              type="button"
              part="button"
              @click=${() => this.#save(kind)}
              .textContent=${l.t(`export.${kind}`)}
            ></button>`,
        )}
      </div>
    </div>`;
  }

  #save(kind: keyof typeof FILES): void {
    const {atlas} = this.#host;
    const {write, type, name} = FILES[kind];
    const shown: readonly WrittenGroup[] = atlas!.network.groups.filter(({index}) => atlas!.shows(index));
    download(new Blob([write(shown)], {type}), name);
  }
}
