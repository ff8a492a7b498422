import {html, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';

import type {Loaded} from '../../endpoint/client.js';
import type {EndpointSet} from '../../endpoint/resolve.js';
import {isWritable} from '../../endpoint/writable.js';
import {datesFor} from '../../i18n/dates.js';
import {hasOutbox} from '../../outbox/exists.js';
import type {DeskController} from '../../ui/desk-controller.js';
import {DocumentController, type DocumentState} from '../../ui/document-controller.js';
import {CtgErrorEvent, LoadEvent} from '../../ui/events.js';
import {renderFailure, renderLoading, renderRetry} from '../../ui/loading-view.js';
import {renderText} from '../../ui/text.js';
import {WidgetElement} from '../../ui/widget-element.js';
import {fetchBrowse} from './browsing.js';
import type {Browser} from './browsing-host.js';
import {styles} from './gathering-signup.styles.js';
import {renderList, type ListScene} from './list-view.js';
import {Navigation} from './navigation.js';
import type {NavigationHost} from './navigation-host.js';
import {renderDropped, renderEmpty, renderStale} from './notice-view.js';
import {listedOf, occasionsOf, type Occasion} from './occasion.js';
import {renderDetails, renderHeader} from './opened-view.js';
import {Threshold} from './threshold.js';

/**
 * Lists gatherings, opens one, signs a party up, and lets it change its mind.
 *
 * What is shown first is in this file and its neighbours; the form, the outbox and what follows a signup come when
 * somebody wants them, or when this device already keeps a signup.
 *
 * @tag ctg-gathering-signup
 *
 * @slot - The path without script: a link to the gatherings, shown until the list is there.
 *
 * @fires {LoadEvent} ctg-load - The document was read: how many gatherings it has.
 * @fires {CtgErrorEvent} ctg-error - The document could not be read, or entries were left out: code and JSON pointers.
 * @fires {BeforeSubmitEvent} ctg-before-submit - A visitor is about to sign up. A listener may stop it, or answer questions.
 * @fires {SignupEvent} ctg-signup - A signup was delivered, or waits on this device: ids and states.
 * @fires {SignupChangeEvent} ctg-signup-change - A signup was changed, or confirmed by e-mail: ids and its state.
 * @fires {SignupCancelEvent} ctg-signup-cancel - Places were given up: ids.
 * @fires {ShareEvent} ctg-share - A gathering was shared: its id.
 * @fires {OutboxEvent} ctg-outbox - The number of signups that wait on this device has changed.
 *
 * @csspart root - The wrapper of everything.
 * @csspart list - The card around the gatherings, or their grid.
 * @csspart dialog - The dialog that a button opens.
 * @csspart close - What closes that dialog.
 * @csspart item - One gathering in the list.
 * @csspart dates - The other dates of a series.
 * @csspart facets - What one can choose among many gatherings by.
 * @csspart month - The card around the month.
 * @csspart earlier - What is over.
 * @csspart undated - What has no date yet, below a month.
 * @csspart opened - The card around an opened gathering, its form and what follows.
 * @csspart seats - The ring of seats.
 * @csspart button - Every button that is not a mere link.
 * @csspart back - The way back to the list.
 * @csspart facts - Host, language, needs; date, place and host after signing up.
 * @csspart agenda - What happens when.
 * @csspart form - The form.
 * @csspart field - One field of the form with its label, help and error.
 * @csspart errors - The summary of what has to be checked.
 * @csspart note - A tinted box with a title.
 * @csspart device - What is for people with another device, or with one that they share.
 * @csspart privacy - The lines that say where the data go.
 * @csspart loading - Shown while the list is on its way.
 * @csspart failed - Shown when there is no list.
 * @csspart stale - Shown above a list that could not be read anew.
 * @csspart outbox - Shown above the list while something waits on this device.
 * @csspart empty - Shown when no gatherings are planned.
 */
export class GatheringSignup extends WidgetElement implements NavigationHost {
  static override styles = [WidgetElement.styles, styles];

  /** `list`, `cards`, `calendar` for a month, or `single` for one gathering without a way back. */
  @property() layout = 'list';

  /** Id of the gathering to open. */
  @property() gathering: string | undefined;

  /** Lists gatherings that are over too, below those to come. */
  @property({type: Boolean, attribute: 'show-past'}) showPast = false;

  /** Lists this many gatherings at first; a button shows more. */
  @property({type: Number}) limit: number | undefined;

  /** Lists only gatherings about one of these needs: ids with spaces between them. */
  @property() need: string | undefined;

  /** Lists only gatherings of one of these sectors. */
  @property() sector: string | undefined;

  /** Lists only gatherings in one of these languages; `pt` takes `pt-BR` in. */
  @property() spoken: string | undefined;

  /** `inline`, or `button` for a button that opens the widget in a dialog. */
  @property() mode = 'inline';

  /** URL of the page to go to once places are confirmed. */
  @property() redirect: string | undefined;

  /** What is filled in beforehand: `name=Ana&adults=2`, or the same as an object. */
  @property() prefill: string | Readonly<Record<string, string>> | undefined;

  /** Leaves out what search engines read: the gatherings as schema.org events. */
  @property({type: Boolean, attribute: 'no-structured-data'}) noStructuredData = false;

  /** What became of a private link. */
  @state() private notice: Parameters<NavigationHost['tell']>[0];

  /** @internal Everything the document has, soonest first. */
  all: readonly Occasion[] = [];

  readonly #document = new DocumentController(this, (settled) => this.#onDocument(settled));
  readonly #navigation = new Navigation(this);
  readonly #threshold = new Threshold(this.#navigation);
  /** @internal What this device keeps for the endpoint; nothing until there is something to keep. */
  kept: DeskController | undefined;
  /** @internal Draws the list, once its chunk is here. */
  browse: Browser | undefined;
  /** @internal */
  coming: Promise<void> | undefined;

  /** @internal The endpoint set in force. */
  get set(): EndpointSet | undefined {
    return this.#document.set;
  }

  /** @internal The document that was read last. */
  get loaded(): Loaded | undefined {
    const {state} = this.#document;
    return state.is === 'ready' ? state.loaded : undefined;
  }

  /** @internal What of `all` is listed. */
  get listed(): readonly Occasion[] {
    return listedOf(this.all, this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#document.follow(this.endpointSet());
    void this.prepare(this.loaded);
    if (this.hasUpdated && (changed.has('gathering') || changed.has('layout'))) this.#navigation.arrive();
  }

  /** @internal Fetches the chunk of long lists, cards and the month, where the page or `loaded` calls for it. */
  prepare(loaded: Loaded | undefined): Promise<void> | undefined {
    return fetchBrowse(this, loaded);
  }

  /** Reads the document anew. */
  async refresh(): Promise<void> {
    await this.#document.refresh();
  }

  /** @internal */
  async keep(): Promise<DeskController> {
    const {DeskController} = await this.#navigation.fetchChunk();
    this.kept ??= new DeskController(
      this,
      'signups',
      () => this.loaded?.url,
      (change) => change && this.#navigation.hear(change),
    );
    return this.kept;
  }

  /** @internal */
  tell(notice: Parameters<NavigationHost['tell']>[0]): void {
    this.notice = notice;
  }

  protected override showsFallback(): boolean {
    return this.#threshold.keeps(this.#document.state.is !== 'ready');
  }

  protected override renderBody(): unknown {
    return this.#threshold.render(() => this.#renderState());
  }

  #renderState(): unknown {
    const {state} = this.#document;
    switch (state.is) {
      case 'loading':
        return renderLoading(this.l, state.told);
      case 'failed':
        return renderFailure(this.l, state.failure, this.#heading, this.#onRetry);
      case 'ready':
        // Nothing between the two: Lit ends the first by what follows, and a page translator may replace a blank.
        return html`<div class="stack">${this.#renderNotices(state)}${this.#renderPlace()}</div>`;
    }
  }

  /** Draws the gatherings that the page wants listed. Override to choose among them, or to lay them out otherwise. */
  protected renderGatherings(occasions: readonly Occasion[]): TemplateResult {
    const scene = this.scene();
    return this.browse?.render(scene, occasions) ?? renderList({...scene, occasions});
  }

  #renderPlace(): unknown {
    const {place} = this.#navigation;
    if (place.at === 'list') return this.#renderList();
    if (place.at === 'signup' && place.signup) return this.#renderCard(place.id, place.signup.render());
    const occasion = this.all.find(({gathering}) => gathering.id === place.id);
    if (!occasion) return this.#renderList();
    const scene = {...this.scene(), back: this.#navigation.back};
    const below =
      place.at === 'signup' && place.missing
        ? [
            renderText(this.l.t(navigator.onLine ? 'load.wait' : 'offline')),
            renderRetry(this.l, () => this.#navigation.open(place.id, true)),
          ]
        : renderDetails(scene, occasion);
    return this.#renderCard(place.id, [renderHeader(scene, occasion), below]);
  }

  #renderCard(id: string, inside: unknown): TemplateResult {
    return html`<div class="card stack-5" part="opened" data-id=${id}>${inside}</div>`;
  }

  #renderList(): TemplateResult {
    const {listed} = this;
    return listed.length === 0
      ? renderEmpty(this.l, this.loaded?.document.publisher)
      : this.renderGatherings(listed);
  }

  #renderNotices({loaded, stale}: DocumentState & {is: 'ready'}): unknown {
    const {l, notice} = this;
    const {place, chunk} = this.#navigation;
    const publisher = loaded.document.publisher?.name;
    return [
      stale && renderStale(l, datesFor(l), loaded, this.#onRetry),
      notice && renderText(l.t(notice, {publisher}), 'card'),
      place.at !== 'signup' &&
        this.kept &&
        chunk?.renderWaiting({l, publisher, kept: this.kept, open: (id) => this.#navigation.open(id, true)}),
      place.at === 'list' && renderDropped(l, loaded),
    ].filter(Boolean);
  }

  readonly #heading = (text: unknown, className: string, below = 0): TemplateResult =>
    this.renderHeading(text, className, below);

  /** @internal What the views draw from. */
  scene(): Omit<ListScene, 'occasions'> {
    const {l, all, loaded, set} = this;
    return {
      l,
      dates: datesFor(l),
      all,
      publisher: loaded?.document.publisher?.name,
      mine: this.kept?.mine ?? new Map(),
      writable: isWritable(set, loaded),
      heading: this.#heading,
      open: (id, sign) => this.#navigation.open(id, sign),
    };
  }

  #onDocument(settled: DocumentState): void {
    const failure =
      settled.is === 'failed' ? settled.failure : settled.is === 'ready' ? settled.stale : undefined;
    if (failure) this.#report(failure.code, failure.detail ?? '');
    if (settled.is !== 'ready' || settled.stale) return;
    const {document: read, dropped} = settled.loaded;
    const first = this.all.length === 0;
    this.all = occasionsOf(read, Date.now());
    if (first) this.#navigation.arrive();
    this.dispatchEvent(new LoadEvent(this.all.length));
    if (dropped.length > 0) this.#report('dropped', `${dropped.length} left out`, dropped);
    void this.#look();
    (window.requestIdleCallback ?? setTimeout)(() => this.#threshold.meet());
  }

  /** Looks whether an earlier visit left something; stores nothing by looking. */
  async #look(): Promise<void> {
    try {
      if (this.kept ?? (await hasOutbox())) await (await this.keep()).read();
    } catch {
      // Without its chunk the list is still a list; whoever signs up is told.
    }
  }

  #report(code: string, message: string, detail: CtgErrorEvent['detail']['detail'] = []): void {
    this.dispatchEvent(new CtgErrorEvent(code, message, detail));
    if (code !== 'dropped' || this.debug) console.warn(`<${this.localName}>`, code, message, ...detail);
  }

  readonly #onRetry = (): void => void this.refresh();
}

declare global {
  interface HTMLElementTagNameMap {
    'ctg-gathering-signup': GatheringSignup;
  }
}
