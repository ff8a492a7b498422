import type {PropertyValues, TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';

import type {EndpointSet} from '../../endpoint/resolve.js';
import type {Localizer} from '../../i18n/localizer.js';
import type {Chosen} from '../../network/facets.js';
import type {NetworkGroup, SourceDocument} from '../../network/network.js';
import type {Sketch} from '../../network/sketch.js';
import {renderFailure, renderLoading} from '../../ui/loading-view.js';
import {WidgetElement} from '../../ui/widget-element.js';
import type {Atlas} from './atlas.js';
import {Finding} from './finding.js';
import {FocusKeeper} from './focus-keeper.js';
import {Glance} from './glance.js';
import {LaterParts} from './later-parts.js';
import type {MapHost} from './map-host.js';
import {namedBy} from './named.js';
import {GroupSelectEvent} from './network-map.events.js';
import {styles} from './network-map.styles.js';
import {renderNetwork} from './network-view.js';
import {PagePlace} from './page-place.js';
import type {PanelName, PartName, Parts} from './parts.js';
import type {Sources} from './sources.js';
import {type MapView, partOf} from './views.js';
import {Weaver, type WeaverHost} from './weaver.js';

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
 * @fires {BeforeJoinEvent} ctg-before-submit - Somebody is about to add a group: of which kind. Cancelable; `reason` is then shown.
 * @fires {GroupJoinEvent} ctg-group-join - Somebody added a group: id, status and delivery.
 * @fires {GroupChangeEvent} ctg-group-change - A group was changed by whoever added it: id and status.
 * @fires {GroupWithdrawEvent} ctg-group-withdraw - A group was taken off the map by whoever added it: id.
 * @fires {OutboxEvent} ctg-outbox - How many groups wait on this device to be sent.
 *
 * @csspart root - The wrapper of everything.
 * @csspart map - The card around everything.
 * @csspart stage - The picture.
 * @csspart detail - What is said of the selected group.
 * @csspart button - Every button that is not a mere link.
 * @csspart loading - Shown while the groups are on their way.
 * @csspart failed - Shown when there are none to be had.
 * @csspart joining - Adding one's own group.
 * @csspart empty - Shown where no group is listed.
 */
export class NetworkMap extends WidgetElement implements MapHost, WeaverHost {
  static override styles = [WidgetElement.styles, styles];

  /** `map`, `graph` or `list`. */
  @property() view = 'map';

  /** More documents to read, as URLs with spaces between them. */
  @property() sources = '';

  /** Whether documents that those name are read too: 0, 1, or 2 steps away. */
  @property({type: Number}) follow = 0;

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

  /** URL of a region's own outline, as GeoJSON: lakes, rivers, borders. No outline of the world shows a county. */
  @property() outline: string | undefined;

  /** Template of map tiles with streets: `https://tile.example/{z}/{x}/{y}{r}.png`. Asked for after a press only. */
  @property() tiles: string | undefined;

  /** Shows the tiles without a press, where the site has the visitor's consent already. */
  @property({type: Boolean, attribute: 'tiles-consent'}) tilesConsent = false;

  /** Who made the tiles, shown on them: `© OpenStreetMap contributors`. Their host otherwise. */
  @property({attribute: 'tiles-credit'}) tilesCredit: string | undefined;

  /** Which ties are drawn: `all`, or `confirmed` for those alone that both ends say. */
  @property() trust = 'all';

  /** Fills the window at once, for a page that shows nothing else on a big screen. */
  @property({type: Boolean}) present = false;

  /** Documents that the page has read itself, beside those that are named. */
  @property({attribute: false}) documents: readonly SourceDocument[] = [];

  /** @internal The network. */
  atlas: Atlas | undefined;
  /** @internal The set of the site's own endpoint, where it has one. */
  set: EndpointSet | undefined;
  /** @internal The group that is selected. */
  selected: number | undefined;
  /** @internal Groups on one spot of which one can be selected. */
  together: readonly number[] = [];

  /** @internal What is opened above the picture. */
  @state() panel: PanelName | undefined;

  /** @internal What is seen before there is a picture. */
  readonly glance: Glance = new Glance(this);
  readonly #place = new PagePlace(this);
  readonly #weaver = new Weaver(this);
  readonly #later = new LaterParts(this);
  readonly #finding = new Finding(this);
  readonly #keeper = new FocusKeeper(this);
  /** Id of a group that is to be selected once the document with it is here. */
  #wanted: string | undefined;
  /** What the selected group is called, whatever documents come. */
  #name = '';

  /** @internal */
  get words(): Localizer {
    return this.l;
  }

  /** @internal The network, or a sketch of it until it is there. */
  get shown(): Atlas<Sketch> | undefined {
    return this.atlas ?? this.#weaver.sketch;
  }

  /** @internal What groups are chosen by. */
  get chosen(): Chosen {
    return this.#finding.chosen;
  }

  /** @internal */
  get place(): number {
    return this.#place.number;
  }

  /** @internal The picture, once there is one. */
  get scene(): Parts['scene'] | undefined {
    return this.later('scene');
  }

  /** @internal The documents of the network, in the order in which its groups name them. */
  get readings(): readonly SourceDocument[] {
    return this.#weaver.readings;
  }

  /** @internal The documents, and where their reading stands. */
  get sourceList(): Sources['list'] {
    return this.#weaver.sources.list;
  }

  /** Reads all documents anew. */
  async refresh(): Promise<void> {
    this.#weaver.weave();
    await this.#weaver.sources.refresh();
  }

  /** A first view of some hundred groups has no number that needs a formatter. */
  protected override warmUp(): void {}

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#keeper.look();
    const own = this.endpointSet();
    if (own) {
      this.set = own.ok ? own.value : undefined;
      this.#weaver.sources.follow(namedBy(own, this.sources, this.documents.length > 0), this.follow);
    }
    if (changed.has('documents') || changed.has('trust')) this.#weaver.weave();
    if (changed.has('sector') || changed.has('need') || changed.has('value')) this.#finding.begin(this);
    if (changed.has('focused')) this.selectById(this.focused);
    // Beside the data, so that it is here when they are; one that can't be had is for whoever wants it again.
    const part = partOf(this.view);
    if (!this.#later.isMissing(part)) void this.#later.bring(part);
    this.scene?.sync();
  }

  protected override updated(): void {
    this.#keeper.keep();
    this.scene?.updated();
    this.#later.seen();
    this.#keeper.settle();
  }

  protected override showsFallback(): boolean {
    return !this.shown;
  }

  protected override renderBody(): unknown {
    const {atlas, shown, l} = this;
    if (shown) {
      const counts = atlas ? this.#finding.counts : shown.kinds.tally();
      const isMissing = this.#later.isMissing(partOf(this.view)) || this.#later.isMissing('weaving');
      return renderNetwork(this, shown, {counts, panel: this.panel, isMissing});
    }
    const failed = this.#weaver.failure;
    return failed
      ? renderFailure(l, failed, this.heading, () => void this.refresh())
      : renderLoading(l, this.#weaver.sources.told, 'map.loading');
  }

  /** @internal */
  readonly heading = (text: unknown, className: string, below = 0): TemplateResult =>
    this.renderHeading(text, className, below);

  /** @internal Fetches a part; `undefined` where it can't be had just now. */
  bring<Name extends PartName>(name: Name): Promise<Parts[Name] | undefined> {
    return this.#later.bring(name);
  }

  /** @internal A part, once it is here. */
  later<Name extends PartName>(name: Name): Parts[Name] | undefined {
    return this.#later.get(name);
  }

  /** @internal Draws anew, then puts the focus on the first match of `focus`. */
  changed(focus?: string): void {
    if (focus) this.#keeper.wanted = focus;
    this.requestUpdate();
  }

  /** @internal Selects a group in all views, or none. */
  select(group: number | undefined, focus = false): void {
    // Of a sketch nothing can be said yet.
    if (!this.atlas) return;
    const isNew = group !== this.selected;
    this.#wanted = undefined;
    this.selected = group;
    this.#name = group === undefined ? '' : this.later('weaving')!.nameOf(group);
    this.together = [];
    this.changed();
    const id = group === undefined ? undefined : this.atlas.network.groups[group]!.id;
    if (isNew) this.dispatchEvent(new GroupSelectEvent(id));
    if (group !== undefined)
      void this.#later.bring('card').then(() => this.changed(focus ? '.detail [role=heading]' : undefined));
  }

  /** @internal Offers groups that are drawn on one spot. */
  offer(groups: readonly number[]): void {
    if (!this.atlas) return;
    this.select(undefined);
    this.together = groups;
    void this.#later.bring('card').then(() => this.changed('.detail [role=heading]'));
  }

  /** @internal Opens a panel above the picture, or closes it. */
  toggle(panel: PanelName): void {
    this.panel = this.panel === panel ? undefined : panel;
    // What it offers is counted once it is here.
    void this.#later.bring(panel).then(() => this.#finding.run());
  }

  /** @internal Shows another view. */
  readonly show = (view: MapView): MapView => (this.view = view);

  /** @internal Shows the groups that fit alone. */
  choose(chosen: Chosen): void {
    this.#finding.choose(chosen);
  }

  /** @internal There is another network: what was selected or offered stays so. */
  woven(atlas: Atlas): void {
    const before = this.atlas?.network.groups;
    this.atlas = atlas;
    this.selected = this.#find(this.#name)?.index;
    this.together = this.together.flatMap((was) => this.#find(before?.[was]?.id)?.index ?? []);
    if (!before) this.#wanted ??= this.focused;
    this.later('weaving')!.fragment[before ? 'follow' : 'read']();
    if (this.#wanted !== undefined) this.selectById(this.#wanted);
    void this.#finding.run();
  }

  /** @internal */
  selectById(id: string | undefined): void {
    const {index} = this.#find((this.#wanted = id)) ?? {};
    if (index !== undefined) this.select(index);
  }

  #find = (name = ''): NetworkGroup | undefined => this.later('weaving')?.named(name);
}

declare global {
  interface HTMLElementTagNameMap {
    'ctg-network-map': NetworkMap;
  }
}
