import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';

import {scriptTag} from '../../context/script-tag.js';
import {type EndpointSet, resolveSet} from '../../endpoint/resolve.js';
import type {Localizer} from '../../i18n/localizer.js';
import {buildSteps} from '../../network/build.js';
import {settle} from '../../network/layout/settle.js';
import type {Chosen} from '../../network/facets.js';
import type {Network, SourceDocument} from '../../network/network.js';
import {CtgErrorEvent, LoadEvent} from '../../ui/events.js';
import {renderFailure, renderLoading, renderRetry} from '../../ui/loading-view.js';
import {renderText} from '../../ui/text.js';
import {WidgetElement} from '../../ui/widget-element.js';
import {Atlas} from './atlas.js';
import {renderFoot} from './foot-view.js';
import {renderHead} from './head-view.js';
import {LaterParts, type Part, type PartName} from './later-parts.js';
import type {MapHost, MapView} from './map-host.js';
import {GroupSelectEvent} from './network-map.events.js';
import {styles} from './network-map.styles.js';
import {type Named, Sources} from './sources.js';

/** Lets the page have its turn. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** How long the ground and the ties are waited for, in milliseconds: a picture that comes in pieces flickers. */
const PATIENCE = 500;

/**
 * See the groups of a network and the ties between them: on a map, as connections, and as a list.
 *
 * Reads any number of documents side by side and makes one network of them; none is its centre. What is seen first is
 * in this file and its neighbours; the list, what is said of one group, searching and all else come when wanted.
 *
 * @tag ctg-network-map
 *
 * @slot - The path without script: a link to where the groups are listed, shown until they are there.
 *
 * @fires {LoadEvent} ctg-load - Everything that was named was read or given up: how many groups there are.
 * @fires {CtgErrorEvent} ctg-error - A document could not be read, or entries were left out: code and JSON pointers.
 * @fires {GroupSelectEvent} ctg-group-select - A group was selected, in whichever view: its id.
 *
 * @csspart root - The wrapper of everything.
 * @csspart map - The card around everything.
 * @csspart stage - The picture.
 * @csspart detail - What is said of the selected group.
 * @csspart button - Every button that is not a mere link.
 * @csspart loading - Shown while the groups are on their way.
 * @csspart failed - Shown when there are none to be had.
 * @csspart empty - Shown where no group is listed.
 */
export class NetworkMap extends WidgetElement implements MapHost {
  static override styles = [WidgetElement.styles, styles];

  /** `map`, `graph` or `list`. */
  @property() view = 'map';

  /** More documents to read, as URLs with spaces between them. */
  @property() sources = '';

  /** Sector that is chosen at first; several with spaces between them. */
  @property() sector: string | undefined;

  /** Need that is chosen at first; several with spaces between them. */
  @property() need: string | undefined;

  /** Value that is chosen at first; several with spaces between them. */
  @property() value: string | undefined;

  /** Id of the group that is selected at first. */
  @property({attribute: 'focus'}) focused: string | undefined;

  /** Where the map looks at first, in degrees: `39.53,-119.81`. All groups otherwise. */
  @property() center: string | undefined;

  /** How near it looks at first: 0 is the whole world, each step twice as near, 18 a metre a pixel. */
  @property({type: Number}) zoom: number | undefined;

  /** Which ties are drawn: `all`, or `confirmed` for those alone that both ends say. */
  @property() trust = 'all';

  /** Documents that the page has read itself, beside those that are named. */
  @property({attribute: false}) documents: readonly SourceDocument[] = [];

  /** @internal The network. */
  atlas: Atlas | undefined;
  /** @internal The documents of the network, in the order in which its groups name them. */
  readings: readonly SourceDocument[] = [];
  /** @internal What groups are chosen by. */
  chosen: Chosen = {};
  /** @internal The group that is selected. */
  selected: number | undefined;
  /** @internal Groups on one spot of which one can be selected. */
  together: readonly number[] = [];

  /** Whether the other things to choose by are shown. */
  @state() private isChoosing = false;

  readonly #sources = new Sources(this, () => this.#onRead());
  readonly #later = new LaterParts(this);
  #set: EndpointSet | undefined;
  #focus: string | undefined;
  #weaving: AbortController | undefined;
  #building: ReturnType<typeof setTimeout> | undefined;
  /** By mark: how many groups a press on its chip would leave. */
  #counts: ArrayLike<number> = [];
  #told = '';

  /** @internal */
  get words(): Localizer {
    return this.l;
  }

  /** @internal The picture, once there is one. */
  get scene(): Part<'scene'> | undefined {
    return this.later('scene');
  }

  /** @internal The set of the site's own endpoint. */
  get set(): EndpointSet | undefined {
    return this.#set;
  }

  /** @internal The documents, and where their reading stands. */
  get sourceList(): Sources['list'] {
    return this.#sources.list;
  }

  /** Reads all documents anew. */
  async refresh(): Promise<void> {
    await this.#sources.refresh();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const named = this.#named();
    if (named) this.#sources.follow(named);
    if (changed.has('documents') || changed.has('trust')) this.#onRead();
    if (changed.has('sector') || changed.has('need') || changed.has('value')) {
      const setOf = (text = ''): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));
      this.choose({
        ...this.chosen,
        sector: setOf(this.sector),
        need: setOf(this.need),
        value: setOf(this.value),
      });
    }
    if (changed.has('focused')) this.#selectById(this.focused);
    // Beside the data, so that it is here when they are.
    void this.#later.bring(this.#viewPart).then(() => this.scene?.sync());
  }

  protected override updated(): void {
    this.scene?.updated();
    const there = this.#focus && this.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (!there) return;
    this.#focus = undefined;
    there.focus();
  }

  protected override showsFallback(): boolean {
    return !this.atlas;
  }

  protected override renderBody(): unknown {
    const {atlas, l} = this;
    if (atlas) return this.#renderNetwork(atlas);
    const failed = this.#sources.isSettled && this.sourceList[0]?.failure;
    return failed
      ? renderFailure(l, failed, this.heading, this.#onRetry)
      : renderLoading(l, this.#sources.told, 'map.loading');
  }

  #renderNetwork(atlas: Atlas): TemplateResult {
    const {l} = this;
    if (atlas.network.groups.length === 0)
      return html`<div class="card" part="empty">${renderText(l.t('map.none'))}</div>`;
    return html`<div class="card map" part="map">
      ${renderHead(this, atlas, {
        counts: this.#counts,
        isOpen: this.isChoosing,
        toggle: this.#onFilters,
        near: () => undefined,
      })}
      ${this.isChoosing ? this.later('choosing')?.render() : nothing}
      <div class="body">
        ${this.#renderView()}
        <div class="detail stack" part="detail">
          ${this.later('card')?.render() ?? this.#renderHint(atlas)}
        </div>
      </div>
      ${renderFoot(this, atlas, () => undefined)}
    </div>`;
  }

  /** The part that draws the view. */
  get #viewPart(): 'list' | 'scene' {
    return this.view === 'list' ? 'list' : 'scene';
  }

  /** The view, or why it is not here. */
  #renderView(): TemplateResult {
    const {l} = this;
    const name = this.#viewPart;
    const inside =
      this.later(name)?.render() ??
      (this.#later.isMissing(name)
        ? html`<div class="room stack">
            ${renderText(l.t(navigator.onLine ? 'load.wait' : 'offline'))}
            ${renderRetry(l, () => this.requestUpdate())}
          </div>`
        : nothing);
    return name === 'list'
      ? html`<div>${inside}</div>`
      : html`<div class="stage" part="stage" @pointerenter=${this.#onNear} @focusin=${this.#onNear}>
          ${inside}
        </div>`;
  }

  /** What stands beside the picture before anything is selected. */
  #renderHint({count}: Atlas): unknown {
    const {l} = this;
    return [
      this.heading(l.t('map.hint', {n: count}), 'title'),
      this.view === 'list' ? nothing : renderText(l.t('map.hintHelp'), 'muted'),
    ];
  }

  /** @internal */
  readonly heading = (text: unknown, className: string, below = 0): TemplateResult =>
    this.renderHeading(text, className, below);

  /** @internal Fetches a part; `undefined` where it can't be had just now. */
  bring<Name extends PartName>(name: Name): Promise<Part<Name> | undefined> {
    return this.#later.bring(name);
  }

  /** @internal A part, once it is here. */
  later<Name extends PartName>(name: Name): Part<Name> | undefined {
    return this.#later.get(name);
  }

  /** @internal Draws anew, then puts the focus on the first match of `focus`. */
  changed(focus?: string): void {
    if (focus) this.#focus = focus;
    this.requestUpdate();
  }

  /** @internal Selects a group in all views, or none. */
  select(group: number | undefined, focus = false): void {
    const isNew = group !== this.selected;
    this.selected = group;
    this.together = [];
    this.changed();
    if (isNew)
      this.dispatchEvent(
        new GroupSelectEvent(group === undefined ? undefined : this.atlas!.network.groups[group]!.id),
      );
    if (group !== undefined)
      void this.#later.bring('card').then(() => this.changed(focus ? '.detail [role=heading]' : undefined));
  }

  /** @internal Offers groups that are drawn on one spot. */
  offer(groups: readonly number[]): void {
    this.select(undefined);
    this.together = groups;
    void this.#later.bring('card').then(() => this.changed('.detail [role=heading]'));
  }

  /** @internal Shows another view. */
  show(view: MapView): void {
    this.view = view;
  }

  /** @internal Shows the groups that fit alone. */
  choose(chosen: Chosen): void {
    this.chosen = chosen;
    this.requestUpdate();
    void this.#filter();
  }

  /** What is named: the site's own endpoint, and the other documents. `undefined` while that is not known. */
  #named(): readonly Named[] | undefined {
    const own = this.endpointSet();
    if (!own) return undefined;
    const {allow} = scriptTag();
    const others = this.sources
      .split(/\s+/)
      .filter(Boolean)
      .map((endpoint) => resolveSet([{endpoint}], document.baseURI, allow));
    this.#set = own.ok ? own.value : undefined;
    const isOwn = own.ok ? own.value.endpoint !== undefined : own.failure.code !== 'not-set-up';
    return isOwn || (others.length === 0 && this.documents.length === 0) ? [own, ...others] : others;
  }

  /** Makes the network anew: with the next task, for what comes meanwhile. */
  #onRead(): void {
    this.requestUpdate();
    clearTimeout(this.#building);
    const view = Promise.race([
      this.#later.bring(this.#viewPart),
      new Promise((later) => setTimeout(later, PATIENCE)),
    ]);
    this.#building = setTimeout(() => void view.then(() => this.#build()));
  }

  /** Makes one network of what was read, without holding up the page. */
  async #build(): Promise<void> {
    this.#weaving?.abort();
    const {signal} = (this.#weaving = new AbortController());
    const documents = [...this.documents, ...this.#sources.documents];
    if (documents.length > 0 || this.atlas) {
      const network = await settle<Network | void>(buildSteps(documents, Date.now()), {pause, signal});
      if (!network) return;
      const id = this.selected === undefined ? this.focused : this.atlas?.network.groups[this.selected]?.id;
      this.readings = documents;
      this.atlas = new Atlas(network, this.trust === 'confirmed');
      this.selected = undefined;
      this.#selectById(id);
      void this.#filter();
    }
    this.requestUpdate();
    if (this.#sources.isSettled) this.#tell();
  }

  #selectById(id: string | undefined): void {
    const found = id === undefined ? undefined : this.atlas?.network.groups.find((group) => group.id === id);
    if (found) this.select(found.index);
  }

  /** Shows what fits what is chosen, and counts what each chip would leave. */
  async #filter(): Promise<void> {
    const {atlas, chosen} = this;
    if (!atlas) return;
    const isAll = !Object.values(chosen).some((one) => (typeof one === 'string' ? one.trim() : one?.size));
    const choosing = isAll ? this.later('choosing') : await this.#later.bring('choosing');
    if (atlas !== this.atlas || chosen !== this.chosen) return;
    const counts = new Uint32Array(8);
    const found = choosing?.find();
    if (found) {
      atlas.filter(isAll ? undefined : found.mask);
      for (const [mark, names] of atlas.kinds.sectors.entries())
        for (const name of names) counts[mark]! += found.counts.sector.get(name) ?? 0;
    } else {
      atlas.filter(undefined);
      for (const kind of atlas.kinds.numbers) counts[kind]! += 1;
    }
    this.#counts = counts;
    this.scene?.sync();
    if (!isAll) this.announce(this.l.t('map.hint', {n: atlas.count}));
    this.changed();
  }

  readonly #onFilters = (): void => {
    this.isChoosing = !this.isChoosing;
    void this.#later.bring('choosing').then(() => this.requestUpdate());
  };

  readonly #onNear = (): void => void this.#later.bring('hands');

  readonly #onRetry = (): void => void this.refresh();

  /** Tells the page what came of reading, once for each thing that came of it. */
  #tell(): void {
    for (const {failure} of this.sourceList) if (failure) this.#report(failure.code, failure.detail ?? '');
    const dropped = this.sourceList.flatMap(({loaded}) => loaded?.dropped ?? []);
    if (dropped.length > 0) this.#report('dropped', `${dropped.length} left out`, dropped);
    if (this.atlas) this.dispatchEvent(new LoadEvent(this.atlas.network.groups.length));
  }

  #report(code: string, message: string, detail: CtgErrorEvent['detail']['detail'] = []): void {
    const told = `${code} ${message}`;
    if (this.#told.includes(told)) return;
    this.#told += `\n${told}`;
    this.dispatchEvent(new CtgErrorEvent(code, message, detail));
    if (code !== 'dropped' || this.debug) console.warn(`<${this.localName}>`, code, message, ...detail);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ctg-network-map': NetworkMap;
  }
}
