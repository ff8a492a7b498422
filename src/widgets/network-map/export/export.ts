import {html, type TemplateResult} from 'lit';

import {groupsCsv, groupsGeoJson, type WrittenGroup} from '../../../files/network-files.js';
import {download} from '../../../ui/download.js';
import {renderText} from '../../../ui/text.js';
import type {MapHost} from '../map-host.js';
import type {Drawn} from '../parts.js';
import {drawPicture} from './picture.js';
import {sourceNames} from './source-names.js';

/** The kinds of file: what each is called, written by, and told the browser to be. */
const FILES = {
  csv: {write: groupsCsv, type: 'text/csv;charset=utf-8', name: 'groups.csv'},
  geojson: {write: groupsGeoJson, type: 'application/geo+json', name: 'groups.geojson'},
} as const;

/** Puts the groups that are shown into a file on the visitor's own device. Nothing is sent anywhere. */
export class Export implements Drawn {
  readonly #host: MapHost;
  #isBlocked = false;

  constructor(host: MapHost) {
    this.#host = host;
  }

  render(): TemplateResult {
    const {words: l, atlas, view} = this.#host;
    const button = (key: 'png' | keyof typeof FILES, press: () => void): TemplateResult =>
      html`<button
        class="button quiet"
        type="button"
        part="button"
        @click=${press}
        .textContent=${l.t(`export.${key}`)}
      ></button>`;
    const isList = view === 'list';
    return html`<div class="room stack saving">
      ${renderText(l.t('export.said', {n: atlas!.count}))}
      <div class="bar">
        ${isList ? [] : button('png', () => void this.#savePicture())}
        ${(Object.keys(FILES) as (keyof typeof FILES)[]).map((kind) => button(kind, () => this.#save(kind)))}
      </div>
      ${isList ? renderText(l.t('export.noPicture'), 'small muted') : []}
      ${this.#isBlocked ? renderText(l.t('export.blocked')) : []}
    </div>`;
  }

  #save(kind: keyof typeof FILES): void {
    const {atlas, readings} = this.#host;
    const {write, type, name} = FILES[kind];
    const names = sourceNames(readings);
    const shown = atlas!.network.groups
      .filter(({index}) => atlas!.shows(index))
      .map((group): WrittenGroup => ({...group, source: names[group.sources[0] ?? -1]}));
    this.#put(new Blob([write(shown)], {type}), name);
  }

  /** Saves a file, and has that read out: nothing on the page changes by it. */
  #put(data: Blob, name: string): void {
    download(data, name);
    this.#host.announce(this.#host.words.t('export.saved', {name}));
  }

  async #savePicture(): Promise<void> {
    const picture = await drawPicture(this.#host);
    this.#isBlocked = !picture;
    if (picture) this.#put(picture, 'groups.png');
    else this.#host.announce(this.#host.words.t('export.blocked'));
    this.#host.changed();
  }
}
