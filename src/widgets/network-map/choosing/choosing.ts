import {html, nothing, type TemplateResult} from 'lit';

import {type Chosen, type FacetName, type Facets, facetsOf} from '../../../network/facets.js';
import type {MapHost} from '../map-host.js';
import {labelOf} from '../kinds.js';
import {showAll} from '../show-all.js';

/** Facets that have no place above the picture, by the list that their values are of. */
const MORE = {need: 'need', value: 'value', tie: 'kind'} as const;
/** Values of one facet that are offered: the most frequent ones. */
const OFFERED = 24;

/** Finds what fits, and offers what there is to choose by. */
export class Choosing {
  readonly #host: MapHost;
  #found: Facets | undefined;
  #labels: {readonly lang: string; readonly labelOf: (id: string) => string} | undefined;

  constructor(host: MapHost) {
    this.#host = host;
  }

  /** What fits what is chosen now. O(n) in groups. */
  find(): Facets | undefined {
    const {atlas, chosen} = this.#host;
    return atlas && (this.#found = facetsOf(atlas.network, chosen, this.#labelOf));
  }

  /** Draws the facets: a row of chips for each. */
  render(): TemplateResult {
    const {words: l, chosen} = this.#host;
    const isAny = Object.values(chosen).some((one) => (typeof one === 'string' ? one : one?.size));
    return html`<div class="more stack">
      ${(Object.keys(MORE) as (keyof typeof MORE)[]).map((name) => this.#renderFacet(name))}
      ${
        isAny
          ? html`<button
              class="textbutton"
              type="button"
              @click=${() => showAll(this.#host)}
              .textContent=${l.t('map.showAll', {n: this.#host.atlas?.network.groups.length})}
            ></button>`
          : nothing
      }
    </div>`;
  }

  #renderFacet(name: keyof typeof MORE): TemplateResult | typeof nothing {
    const {words: l, chosen} = this.#host;
    const counts = this.#found?.counts[name] ?? new Map<string, number>();
    const pressed = chosen[name] ?? new Set<string>();
    const all = [...new Set([...pressed, ...counts.keys()])].sort(
      (one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0) || (one < other ? -1 : 1),
    );
    if (all.length === 0) return nothing;
    return html`<div role="group" aria-label=${l.t(`facet.by.${name}`)} class="stack-2">
      <p class="strong small" .textContent=${l.t(`facet.by.${name}`)}></p>
      <div class="set">
        ${all
          .slice(0, OFFERED)
          .map(
            (value) =>
              html`<button
                class="chip"
                type="button"
                aria-pressed=${pressed.has(value)}
                @click=${() => this.#press(name, value)}
              >
                <span .textContent=${labelOf(l, MORE[name], value)}></span
                ><span class="n" .textContent=${l.number(counts.get(value) ?? 0)}></span>
              </button>`,
          )}
      </div>
    </div>`;
  }

  #press(name: FacetName, value: string): void {
    const {chosen} = this.#host;
    const next = new Set(chosen[name]);
    if (!next.delete(value)) next.add(value);
    const all: Chosen = {...chosen, [name]: next};
    this.#host.choose(all);
  }

  /** The same function for as long as the language is the same: all text is folded anew for another one. */
  get #labelOf(): (id: string) => string {
    const {words: l} = this.#host;
    if (this.#labels?.lang !== l.lang) {
      const label = (id: string): string =>
        [labelOf(l, 'need', id), labelOf(l, 'sector', id), labelOf(l, 'value', id)].join(' ');
      this.#labels = {lang: l.lang, labelOf: label};
    }
    return this.#labels.labelOf;
  }
}
