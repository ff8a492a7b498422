import {html, type ReactiveController, type TemplateResult} from 'lit';

import type {BrowsingHost} from '../browsing-host.js';
import {renderItem, type ListScene} from '../list-view.js';
import type {Occasion} from '../occasion.js';
import {browseStyles} from './browse.styles.js';
import {Calendar} from './calendar.js';
import {entriesOf, entryKey} from './entries.js';
import {chosenIn, facetsOf, fitting, type Chosen, type FacetName} from './facets.js';
import {renderFacets} from './facets-view.js';
import {monthStyles} from './month.styles.js';
import {renderDates, type SeriesScene} from './series-view.js';
import {renderSection} from './section-view.js';
import {Steps, STEP} from './steps.js';

/** How many of those that are over are shown at first. */
const EARLIER = 5;

/**
 * Draws lists that are more than a few lines, and remembers what the visitor has made of them: what is chosen, how
 * far each list is shown, which dates are open. It is remembered while a gathering is open, and no longer than the page.
 */
export class Browse implements ReactiveController {
  readonly #host: BrowsingHost;
  readonly #steps: Steps;
  readonly #calendar: Calendar;
  #chosen: Chosen = new Map();
  #facetsOpen = false;
  readonly #open = new Set<string>();
  /** What was opened, and where on the screen it stood. */
  #left: {readonly id: string; readonly top: number} | undefined;

  constructor(host: BrowsingHost) {
    this.#host = host;
    this.#steps = new Steps(host);
    this.#calendar = new Calendar(host, this.#steps);
    const sheets = host.shadowRoot!.adoptedStyleSheets;
    for (const {styleSheet} of [browseStyles, monthStyles]) sheets.push(styleSheet!);
    host.addController(this);
    host.requestUpdate();
  }

  hostUpdated(): void {
    this.#calendar.settle();
    if (!this.#left) return;
    const {id, top} = this.#left;
    const link = this.#linkTo(id);
    // Not in the list, but in the gathering that is open now.
    if (!link || this.#host.shadowRoot?.querySelector('[part~="opened"]')) return;
    this.#left = undefined;
    // A month has each gathering twice, in its day and in the list below, and the one that is hidden takes no focus.
    if (document.activeElement === document.body) link.focus({preventScroll: true});
    scrollBy({top: link.getBoundingClientRect().top - top, behavior: 'instant'});
  }

  /** Draws `occasions`. */
  render(given: Omit<ListScene, 'occasions'>, occasions: readonly Occasion[]): TemplateResult {
    const scene: SeriesScene = {
      ...given,
      open: (id, sign) => {
        const top = this.#linkTo(id)?.getBoundingClientRect().top;
        this.#left = top === undefined ? undefined : {id, top};
        given.open(id, sign);
      },
      steps: this.#steps,
      isOpen: (key) => this.#open.has(key),
      setOpen: (key, open) => {
        if (open === this.#open.has(key)) return;
        if (open) this.#open.add(key);
        else this.#open.delete(key);
        this.#host.requestUpdate();
      },
    };
    const facets = facetsOf(occasions, this.#chosen, this.#keyOf);
    const fits = occasions.filter(fitting(chosenIn(facets)));
    const {l} = scene;
    return html`<div class="stack browse">
      ${renderFacets(
        {
          l,
          isOpen: this.#facetsOpen,
          toggle: () => {
            this.#facetsOpen = !this.#facetsOpen;
            this.#host.requestUpdate();
          },
          choose: (name, value) => this.#choose(name, value, occasions),
        },
        facets,
      )}
      ${this.#renderFitting(scene, fits, occasions)}
    </div>`;
  }

  #renderFitting(scene: SeriesScene, fits: readonly Occasion[], all: readonly Occasion[]): unknown {
    if (fits.length === 0) return this.#renderNoMatch(scene, all);
    return this.#host.layout === 'calendar'
      ? this.#calendar.render(scene, fits)
      : this.#renderList(scene, fits);
  }

  /** What counts as one: in a list the dates of a series together, in a month each date. */
  get #keyOf(): (occasion: Occasion) => string {
    return this.#host.layout === 'calendar' ? ({gathering}) => gathering.id : entryKey;
  }

  #count(occasions: readonly Occasion[]): number {
    return new Set(occasions.map(this.#keyOf)).size;
  }

  #renderList(scene: SeriesScene, occasions: readonly Occasion[]): unknown {
    const {layout, limit = 0} = this.#host;
    const first = limit > 0 ? limit : STEP;
    const entries = entriesOf(occasions.filter((occasion) => !isOver(occasion)));
    const over = occasions.filter(isOver).reverse();
    const kind = layout === 'cards' ? 'cards' : 'card';
    return [
      entries.length > 0 &&
        html`<ul class=${kind} part="list" data-steps="list" aria-label=${scene.l.t('list.heading')}>
          ${this.#steps.of('list', entries, first).map((entry) => {
            const {occasion, others} = entry;
            return renderItem(
              scene,
              occasion,
              others.length > 0 ? renderDates(scene, entryKey(occasion), entry) : undefined,
            );
          })}
        </ul>`,
      this.#steps.renderMore('list', entries.length, first),
      over.length > 0 &&
        renderSection(scene, 'earlier', scene.l.t('list.earlier'), [
          html`<ul part="list" data-steps="earlier" aria-label=${scene.l.t('list.earlier')}>
            ${this.#steps.of('earlier', over, EARLIER).map((occasion) => renderItem(scene, occasion))}
          </ul>`,
          this.#steps.renderMore('earlier', over.length, EARLIER),
        ]),
    ].filter(Boolean);
  }

  #renderNoMatch({l}: SeriesScene, occasions: readonly Occasion[]): TemplateResult {
    const onClick = (): void => {
      this.#chosen = new Map();
      this.#host.announce(l.t('list.count', {n: this.#count(occasions)}));
      this.#host.requestUpdate();
      void this.#host.updateComplete.then(() =>
        this.#host.shadowRoot?.querySelector<HTMLElement>('[part~="list"] a')?.focus(),
      );
    };
    return html`<div class="card stack" part="empty">
      <p .textContent=${l.t('list.noMatch')}></p>
      <button
        class="button quiet"
        part="button"
        type="button"
        @click=${onClick}
        .textContent=${l.t('list.showAll', {n: this.#count(occasions)})}
      ></button>
    </div>`;
  }

  #choose(name: FacetName, value: string, occasions: readonly Occasion[]): void {
    const values = new Set(this.#chosen.get(name));
    if (!values.delete(value)) values.add(value);
    this.#chosen = new Map(this.#chosen).set(name, values);
    const {l} = this.#host.scene();
    const n = this.#count(occasions.filter(fitting(this.#chosen)));
    this.#host.announce(n === 0 ? l.t('list.noMatch') : l.t('list.count', {n}));
    this.#host.requestUpdate();
  }

  #linkTo(id: string): HTMLElement | undefined {
    const links = this.#host.shadowRoot?.querySelectorAll<HTMLElement>(`[data-id="${CSS.escape(id)}"] a`);
    return Array.from(links ?? []).find((link) => link.checkVisibility());
  }
}

/** Whether it has taken place. */
const isOver = ({standing}: Occasion): boolean => standing.state === 'past';
