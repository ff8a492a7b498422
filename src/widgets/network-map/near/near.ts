import {html, nothing, type TemplateResult} from 'lit';

import type {MessageKey} from '../../../i18n/messages.js';
import type {Network} from '../../../network/network.js';
import type {projectMercator} from '../../../network/space/mercator.js';
import {renderText} from '../../../ui/text.js';
import {renderGroupLink} from '../group-link.js';
import type {MapHost} from '../map-host.js';
import {renderMark} from '../mark-view.js';
import type {NearPart} from '../parts.js';
import type {Chart} from '../scene/chart.js';
import type {Look} from '../scene/look.js';
import type {Camera, View} from '../scene/view.js';
import {askBrowser, canAsk} from './ask-browser.js';
import {Distances} from './distances.js';
import {cameraAround, paintHere} from './here.js';
import type {Spot} from './spot.js';
import {Towns} from './towns.js';

/** Groups that count as near: as many as one reads, and as the map shows around a place. */
const FEW = 6;
/** Longer than the name of any town, in characters. */
const LONGEST = 100;

/** Where the asking stands: nobody has asked, the browser is asked, it came to nothing, or there is a place. */
type State =
  | {readonly is: 'free' | 'asking' | 'here'}
  | {readonly is: 'failed'; readonly why: MessageKey; readonly town?: string};

/**
 * What is near the visitor, or near a town that they name.
 *
 * The browser is asked only on a press of its own, and asks the visitor itself. The place is kept nowhere, sent
 * nowhere, and is in no link; it is gone with the page.
 */
export class Near implements NearPart {
  readonly #host: MapHost;
  #state: State = {is: 'free'};
  #spot: Spot | undefined;
  #made: Distances | undefined;
  #towns: {readonly of: Network; readonly towns: Towns} | undefined;
  /** Counts the questions, so that a late answer to an old one is not taken. */
  #asked = 0;

  constructor(host: MapHost) {
    this.#host = host;
  }

  get spot(): Spot | undefined {
    return this.#spot;
  }

  get metres(): ArrayLike<number> | undefined {
    return this.#distances?.metres;
  }

  distanceOf(group: number): string | undefined {
    return this.#distances?.said(this.#host.words, group);
  }

  saidOf(group: number): string | undefined {
    const distance = this.distanceOf(group);
    return distance && this.#host.words.t('near.from', {distance, town: this.#spot?.town});
  }

  camera(view: View, chart: Chart, project: typeof projectMercator): Camera | undefined {
    const spot = this.#spot;
    return spot && cameraAround(project(spot.lon, spot.lat), view, this.#nearest, chart);
  }

  paint(context: CanvasRenderingContext2D, view: View, look: Look, project: typeof projectMercator): void {
    const spot = this.#spot;
    if (spot) paintHere(context, view, look, project(spot.lon, spot.lat), spot);
  }

  render(): TemplateResult {
    return html`<div class="more near">
      ${this.#state.is === 'here' ? this.#renderHere() : this.#renderForm()}
    </div>`;
  }

  /** The nearest groups, for beside the picture; `undefined` while there is no place, or nothing near it. */
  renderNearest(): unknown {
    const {atlas, heading} = this.#host;
    const groups = this.#nearest;
    if (!atlas || groups.length === 0) return undefined;
    return [
      heading(this.#title, 'title'),
      html`<ol class="nearest">
        ${groups.map(
          (group) =>
            html`<li>
              ${renderMark(atlas.kinds.numbers[group]!)}<span
                >${renderGroupLink(this.#host, group)}<br /><span
                  class="small muted"
                  .textContent=${this.distanceOf(group) ?? ''}
                ></span
              ></span>
            </li>`,
        )}
      </ol>`,
    ];
  }

  #renderHere(): TemplateResult {
    const {words: l} = this.#host;
    return html`<p class="here strong" tabindex="-1" .textContent=${this.#title}></p>
      ${this.#nearest.length === 0 ? renderText(l.t('near.none'), 'small muted') : nothing}
      <p class="ways">
        ${this.#link('near.other', () => this.#turn({is: 'free'}, '.near input, .near button'))}
        ${this.#link('near.off', this.#off)}
      </p>`;
  }

  #renderForm(): TemplateResult {
    const {words: l} = this.#host;
    const names = this.#knownTowns.names(l.lang);
    const state = this.#state;
    return html`${
      canAsk()
        ? html`<div class="stack-2">
            <button
              class="button quiet"
              type="button"
              part="button"
              aria-describedby="near-help"
              @click=${() => void this.#ask()}
              .textContent=${l.t('near.ask')}
            ></button>
            <p class="small muted" id="near-help" .textContent=${l.t('near.help')}></p>
          </div>`
        : renderText(l.t('near.closed'), 'small')
    }
    ${
      names.length === 0
        ? nothing
        : html`<form class="stack-2" @submit=${this.#onTown}>
            <label class="strong small" for="near-town" .textContent=${l.t('near.town')}></label>
            <div class="ways">
              <input
                id="near-town"
                class="search"
                list="near-towns"
                autocomplete="off"
                maxlength=${LONGEST}
                aria-describedby=${state.is === 'failed' ? 'near-said' : nothing}
              />
              <button class="button quiet" part="button" .textContent=${l.t('near.show')}></button>
            </div>
            <datalist id="near-towns">
              ${names.map((name) => html`<option .value=${name}></option>`)}
            </datalist>
          </form>`
    }
    ${
      state.is === 'asking' || state.is === 'failed'
        ? html`<p class="small" id="near-said" .textContent=${this.#sentence(state)}></p>`
        : nothing
    }
    ${this.#spot ? html`<p class="ways">${this.#link('near.off', this.#off)}</p>` : nothing}`;
  }

  #link(key: MessageKey, press: () => void): TemplateResult {
    return html`<button
      class="textbutton"
      type="button"
      @click=${press}
      .textContent=${this.#host.words.t(key)}
    ></button>`;
  }

  get #title(): string {
    return this.#host.words.t('near.title', {town: this.#spot?.town});
  }

  #sentence(state: State): string {
    const {words: l} = this.#host;
    return state.is === 'failed' ? l.t(state.why, {town: state.town}) : l.t('near.asking');
  }

  get #distances(): Distances | undefined {
    const {atlas} = this.#host;
    const spot = this.#spot;
    if (!atlas || !spot) return undefined;
    if (this.#made?.network !== atlas.network || this.#made.spot !== spot)
      this.#made = new Distances(atlas.network, spot);
    return this.#made;
  }

  get #nearest(): readonly number[] {
    return this.#distances?.nearest(this.#host.atlas!, FEW) ?? [];
  }

  get #knownTowns(): Towns {
    const {network} = this.#host.atlas!;
    if (this.#towns?.of !== network) this.#towns = {of: network, towns: new Towns(network)};
    return this.#towns.towns;
  }

  async #ask(): Promise<void> {
    const asked = ++this.#asked;
    this.#tell({is: 'asking'});
    const answer = await askBrowser();
    if (asked !== this.#asked) return;
    if (answer.ok) this.#take(answer.value);
    else this.#tell({is: 'failed', why: `near.${answer.failure}`});
  }

  readonly #onTown = (event: SubmitEvent): void => {
    event.preventDefault();
    const input = (event.target as HTMLFormElement).querySelector('input')!;
    const town = input.value.trim();
    const spot = this.#knownTowns.find(town);
    this.#asked += 1;
    if (spot) return this.#take(spot);
    this.#tell(town ? {is: 'failed', why: 'near.noTown', town} : {is: 'free'});
    input.focus();
  };

  /** There is a place: the map goes there, and the list begins with what is near. */
  #take(spot: Spot): void {
    const {renderRoot, view} = this.#host;
    this.#spot = spot;
    // Whoever has gone on meanwhile is left where they are.
    const isHere = renderRoot.querySelector('.near :focus') !== null;
    this.#turn({is: 'here'}, isHere ? '.near .here' : undefined);
    if (!isHere) this.#host.announce(this.#title);
    // Connections are nowhere.
    if (view === 'graph') this.#host.show('map');
    this.#host.scene?.lookNear();
  }

  readonly #off = (): void => {
    this.#asked += 1;
    this.#spot = undefined;
    this.#host.toggle('near');
    this.#turn({is: 'free'}, '.near-opener');
    this.#host.scene?.stage.paint();
  };

  #tell(state: State): void {
    this.#turn(state);
    this.#host.announce(state.is === 'free' ? '' : this.#sentence(state));
  }

  #turn(state: State, focus?: string): void {
    this.#state = state;
    this.#host.changed(focus);
  }
}
