import {html, nothing, type TemplateResult} from 'lit';

import type {Localizer} from '../../../i18n/localizer.js';
import {languageName, nameOf} from '../opened-view.js';
import type {Facet, FacetName} from './facets.js';

/** What the facets need of what is around them. */
export interface FacetScene {
  readonly l: Localizer;
  /** Whether they are open where there is too little room to have them open always. */
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly choose: (name: FacetName, value: string) => void;
}

/** Boxes to choose by, each with what it would give. In a narrow column they are behind a button. */
export function renderFacets(scene: FacetScene, facets: readonly Facet[]): TemplateResult | typeof nothing {
  if (facets.length === 0) return nothing;
  const {l, isOpen, toggle} = scene;
  return html`<div class="card facets" part="facets">
    <button
      class="button quiet wide"
      part="button"
      type="button"
      aria-expanded=${isOpen ? 'true' : 'false'}
      @click=${toggle}
    >
      <span .textContent=${l.t('facet.open')}></span>
    </button>
    <div class=${isOpen ? 'sets' : 'sets closed'}>${facets.map((facet) => renderFacet(scene, facet))}</div>
  </div>`;
}

function renderFacet({l, choose}: FacetScene, {name, options}: Facet): TemplateResult {
  const legend = {need: 'fact.needs', sector: 'facet.sector', spoken: 'fact.language'} as const;
  return html`<fieldset>
    <legend class="strong" .textContent=${l.t(legend[name])}></legend>
    <div class="values">
      ${options.map(
        ({value, count, chosen}) =>
          html`<label class=${count > 0 || chosen ? 'value' : 'value muted'}>
            <input
              type="checkbox"
              name=${name}
              value=${value}
              .checked=${chosen}
              @change=${() => choose(name, value)}
            />
            <span>
              <span .textContent=${labelOf(l, name, value)}></span>
              <span class="count muted" aria-hidden="true" .textContent=${l.number(count)}></span>
              <span class="silent" .textContent=${l.t('list.count', {n: count})}></span>
            </span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

/** A value as it is read. */
export function labelOf(l: Localizer, name: FacetName, value: string): string {
  if (name !== 'spoken') return nameOf(l, name, value);
  const language = languageName(l.lang, value) ?? value;
  return language.charAt(0).toLocaleUpperCase(l.lang) + language.slice(1);
}
