import {html, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';

import type {Loaded} from '../../endpoint/loaded.js';
import type {EndpointSet} from '../../endpoint/resolve.js';
import {isWritable} from '../../endpoint/writable.js';
import type {DeskController} from '../../ui/desk-controller.js';
import {DocumentController, type DocumentState} from '../../ui/document-controller.js';
import {CtgErrorEvent, LoadEvent} from '../../ui/events.js';
import {flowerStyles} from '../../ui/flower/flower.styles.js';
import {type FlowerPicture, renderFlower} from '../../ui/flower/flower-view.js';
import {renderFailure, renderLoading, renderRetry} from '../../ui/loading-view.js';
import {WidgetElement} from '../../ui/widget-element.js';
import {renderChoice, renderIntroduction, renderStart} from './choice-view.js';
import {renderCounter} from './counter-view.js';
import {Freshness} from './freshness.js';
import {LaterViews} from './later-views.js';
import {renderDropped, renderEmpty, renderMissing, renderStale} from './notice-view.js';
import {Opening} from './opening.js';
import type {PledgeHost, PledgeScene} from './pledge-host.js';
import {tallyOf} from './tally.js';
import {styles} from './values-pledge.styles.js';

/**
 * Pledge to live by shared values: choose them, see how many did, read what others say of it, show a badge.
 *
 * What is shown first is in this file and its neighbours; the form, the outbox and what follows a pledge come when
 * somebody chooses a value, or when this device already keeps a pledge.
 *
 * @tag ctg-values-pledge
 *
 * @slot - The path without script: a link to where one can pledge, shown until the values are there.
 *
 * @fires {LoadEvent} ctg-load - The document was read: how many values it has.
 * @fires {CtgErrorEvent} ctg-error - The document could not be read, or entries were left out: code and JSON pointers.
 * @fires {BeforePledgeEvent} ctg-before-submit - A visitor is about to pledge. A listener may stop it.
 * @fires {PledgeEvent} ctg-pledge - A pledge was delivered, or waits on this device: its id and states.
 * @fires {PledgeChangeEvent} ctg-pledge-change - A pledge was changed: its id and state.
 * @fires {PledgeWithdrawEvent} ctg-pledge-withdraw - A pledge was taken back: its id.
 * @fires {ShareEvent} ctg-share - A visitor shared their flower: the id of the pledge.
 * @fires {OutboxEvent} ctg-outbox - The number of pledges that wait on this device has changed.
 *
 * @csspart root - The wrapper of everything.
 * @csspart opened - The card around the values, the form and what follows.
 * @csspart flower - The flower, or the bars for many values.
 * @csspart values - The list of values.
 * @csspart value - One value.
 * @csspart counter - The card that counts.
 * @csspart bar - The way to the goal.
 * @csspart wall - The card around what people say.
 * @csspart entry - One pledge on the wall.
 * @csspart badge - The badge of an organisation.
 * @csspart button - Every button that is not a mere link.
 * @csspart form - The form.
 * @csspart field - One field of the form with its label, help and error.
 * @csspart errors - The summary of what has to be checked.
 * @csspart note - A tinted box with a title.
 * @csspart device - What is for people with another device, or with one that they share.
 * @csspart privacy - The lines that say where the data go.
 * @csspart loading - Shown while the values are on their way.
 * @csspart failed - Shown when there are none to be had.
 * @csspart stale - Shown below what could not be read anew.
 * @csspart empty - Shown where there is nothing to choose from.
 */
export class ValuesPledge extends WidgetElement implements PledgeHost {
  static override styles = [WidgetElement.styles, flowerStyles, styles];

  /** `form`, `counter`, `wall` or `badge`. */
  @property() view = 'form';

  /** Who may pledge here: `person`, `organisation` or `both`. */
  @property() for = 'both';

  /** How many are aimed at; the document's goal otherwise. It raises itself once it is reached. */
  @property({type: Number}) goal: number | undefined;

  /** The counter is not shown before this many have pledged. */
  @property({type: Number}) minimum = 0;

  /** Public id of the pledge that a badge is for. */
  @property() pledge: string | undefined;

  /** Id of the value whose box has the focus. */
  @state() private lit: string | undefined;

  /** @internal Ids of the values that are ticked. */
  chosen: ReadonlySet<string> = new Set();

  readonly #document = new DocumentController(this, (settled) => this.#onDocument(settled));
  readonly #later = new LaterViews(this);
  readonly #opening = new Opening(this);
  #focus: string | undefined;
  /** How many had pledged when it was last heard of. */
  #counted: number | undefined;
  /** Why it could not be read anew, as far as that was told. */
  #told: string | undefined;

  constructor() {
    super();
    new Freshness(this, () => this.#counts && void this.refresh());
  }

  /** @internal The endpoint set in force. */
  get set(): EndpointSet | undefined {
    return this.#document.set;
  }

  /** @internal The document that was read last. */
  get loaded(): Loaded | undefined {
    return this.#document.state.is === 'ready' ? this.#document.state.loaded : undefined;
  }

  /** @internal What this device keeps for the endpoint. */
  get kept(): DeskController | undefined {
    return this.#opening.kept;
  }

  /** @internal The widget's place among those of its kind on the page, from 1. */
  get place(): number {
    return [...document.querySelectorAll(this.localName)].indexOf(this) + 1;
  }

  /** Whether it shows how many have pledged. */
  get #counts(): boolean {
    return !this.#later.has(this.view);
  }

  /** Reads the document anew. */
  async refresh(): Promise<void> {
    await this.#document.refresh();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    void this.#later.bring(this.view);
    this.#document.follow(this.endpointSet());
    if (!this.loaded || !(changed.has('view') || changed.has('pledge'))) return;
    void this.prepare(this.loaded).then(() => this.requestUpdate());
    if (changed.has('view') && this.view === 'form') void this.#opening.look();
  }

  protected override updated(): void {
    const there = this.#focus && this.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (!there) return;
    this.#focus = undefined;
    there.focus();
  }

  /** @internal Fetches what the wall or the badge needs besides the document. Never rejects. */
  async prepare(loaded: Loaded): Promise<void> {
    await this.#later.bring(this.view);
    if (this.set) await this.#later.get(this.view)?.prepare(this.set, loaded);
  }

  protected override showsFallback(): boolean {
    return this.#document.state.is !== 'ready' || this.#isTooFew;
  }

  /** Whether a counter keeps quiet, because so few have pledged. */
  get #isTooFew(): boolean {
    return this.view === 'counter' && tallyOf(this.scene()?.section).all < this.minimum;
  }

  protected override renderBody(): unknown {
    const {state} = this.#document;
    switch (state.is) {
      case 'loading':
        return renderLoading(this.l, state.told, 'pledge.loading');
      case 'failed':
        return renderFailure(this.l, state.failure, this.#heading, this.#onRetry);
      case 'ready':
        return html`<div class="stack">${this.#renderView()}${this.#renderNotices(state)}</div>`;
    }
  }

  /** Draws the flower. Override to draw another picture of the values: the list beside it stays the control. */
  protected renderFlower(picture: FlowerPicture): unknown {
    return renderFlower(picture);
  }

  /** Draws the values and the flower that is their picture. Override to draw more below them. */
  protected renderValues(scene: PledgeScene): TemplateResult {
    return renderChoice(scene, {
      chosen: this.chosen,
      lit: this.lit,
      tick: this.#tick,
      light: (id) => (this.lit = id),
      flower: (picture) => this.renderFlower(picture),
      under: (id) => this.#opening.flow?.renderUnder(id),
    });
  }

  #renderView(): unknown {
    const scene = this.scene();
    const {l, view} = this;
    if (!scene) return renderEmpty(l, this.loaded?.document.publisher?.name);
    if (this.#later.has(view)) {
      const later = this.#later.get(view);
      return later
        ? later.render(scene)
        : html`<div class="card stack">${renderMissing(l)} ${renderRetry(l, this.#onRetry)}</div>`;
    }
    if (view !== 'counter') return this.#renderForm(scene);
    return this.#isTooFew ? '' : renderCounter(scene, this.goal ?? scene.section.goal);
  }

  #renderForm(scene: PledgeScene): TemplateResult {
    const {flow, missing, near} = this.#opening;
    const inside =
      flow && !flow.choosing
        ? flow.render()
        : [this.drawValues(), flow ? flow.render() : renderStart(scene, missing, this.#onStart)];
    return html`<div class="card stack-5" part="opened" @pointerover=${near} @focusin=${near}>
      ${inside}
    </div>`;
  }

  /** Below what is shown, so that nothing moves under the hands of somebody who reads or fills in the form. */
  #renderNotices({loaded, stale}: DocumentState & {is: 'ready'}): unknown {
    if (!this.#counts || this.#isTooFew) return '';
    return [
      stale && renderStale(this.l, loaded, this.#onRetry),
      this.view === 'counter' ? '' : renderDropped(this.l, loaded),
    ];
  }

  readonly #heading = (text: unknown, className: string, below = 0): TemplateResult =>
    this.renderHeading(text, className, below);

  /** @internal What is drawn from now; `undefined` while there is no document with values in it. */
  scene(): PledgeScene | undefined {
    const {l, set, loaded} = this;
    const section = loaded?.document.pledge;
    if (!loaded || !section || (section.values ?? []).length === 0) return undefined;
    const {publisher} = loaded.document;
    const open = isWritable(set, loaded, 'pledges');
    return {l, loaded, section, open, publisher: publisher?.name, heading: this.#heading};
  }

  /** @internal Draws the values with what is said above them. */
  drawValues(): unknown {
    const scene = this.scene();
    return scene && [renderIntroduction(scene), this.renderValues(scene)];
  }

  /** @internal Ticks exactly these values. */
  choose(ids: Iterable<string>): void {
    this.chosen = new Set(ids);
    this.requestUpdate();
  }

  /** @internal Draws anew, then puts the focus on the first match of `focus`. */
  changed(focus?: string): void {
    if (focus) this.#focus = focus;
    this.requestUpdate();
  }

  readonly #tick = (id: string, on: boolean): void => {
    // In the order of the document, whichever was ticked first.
    const order = (this.scene()?.section.values ?? []).map((value) => value.id);
    this.choose(order.filter((each) => (each === id ? on : this.chosen.has(each))));
    void this.#opening.open();
  };

  readonly #onStart = async (): Promise<void> => (await this.#opening.open())?.send();

  readonly #onRetry = (): void => void this.refresh();

  #onDocument(settled: DocumentState): void {
    const failure =
      settled.is === 'failed' ? settled.failure : settled.is === 'ready' ? settled.stale : undefined;
    // Once: a page without connection tries again every minute.
    if (failure && this.#told !== failure.code) this.#report(failure.code, failure.detail ?? '');
    this.#told = failure?.code;
    if (settled.is !== 'ready' || settled.stale) return;
    const {document: read, dropped} = settled.loaded;
    this.dispatchEvent(new LoadEvent(read.pledge?.values?.length ?? 0));
    if (dropped.length > 0) this.#report('dropped', `${dropped.length} left out`, dropped);
    const {all} = tallyOf(read.pledge);
    if (all !== (this.#counted ?? all) && this.#counts && !this.#isTooFew)
      this.announce(this.l.t('counter.news', {n: all}));
    this.#counted = all;
    if (this.view === 'form') void this.#opening.look();
  }

  #report(code: string, message: string, detail: CtgErrorEvent['detail']['detail'] = []): void {
    this.dispatchEvent(new CtgErrorEvent(code, message, detail));
    if (code !== 'dropped' || this.debug) console.warn(`<${this.localName}>`, code, message, ...detail);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ctg-values-pledge': ValuesPledge;
  }
}
