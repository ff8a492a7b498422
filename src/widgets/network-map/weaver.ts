import type {ReactiveControllerHost} from 'lit';

import {settle} from '../../network/layout/settle.js';
import type {SourceDocument} from '../../network/network.js';
import type {LoadFailure} from '../../protocol/outcome.js';
import {type Sketch, sketchSteps} from '../../network/sketch.js';
import {CtgErrorEvent, LoadEvent} from '../../ui/events.js';
import {Atlas, MANY} from './atlas.js';
import type {PartName, Parts} from './parts.js';
import {Sources} from './sources.js';
import {partOf} from './views.js';

/** How long the view is waited for, in milliseconds: a picture that comes in pieces flickers. */
const PATIENCE = 500;

/** Whose network it is. */
export interface WeaverHost extends ReactiveControllerHost, HTMLElement {
  /** Documents that the page has read itself. */
  readonly documents: readonly SourceDocument[];
  readonly trust: string;
  readonly debug: boolean;
  readonly view: string;
  readonly atlas: Atlas | undefined;
  /** The picture, once there is one. */
  readonly scene: {sync(): void} | undefined;
  /** Fetches a part; `undefined` where it can't be had just now. */
  bring<Name extends PartName>(name: Name): Promise<Parts[Name] | undefined>;
  later(name: 'weaving'): Parts['weaving'] | undefined;
  /** There is another network. */
  woven(atlas: Atlas): void;
}

/** Makes one network of all documents, anew whenever another one was read, and tells the page what came of it. */
export class Weaver {
  readonly sources: Sources;
  /** The documents of the network, in the order in which its groups name them. */
  readings: readonly SourceDocument[] = [];
  /** What will become the network, where there is none yet. */
  sketch: Atlas<Sketch> | undefined;
  /** Whether what makes the network can't be had just now. */
  #isLacking = false;
  readonly #host: WeaverHost;
  #running: AbortController | undefined;
  #starting: ReturnType<typeof setTimeout> | undefined;
  /** What the page was told already. */
  readonly #told = new Set<string>();

  constructor(host: WeaverHost) {
    this.#host = host;
    this.sources = new Sources(host, () => this.weave());
  }

  /** Why there is nothing to show and nothing on its way, where that is so. */
  get failure(): LoadFailure | undefined {
    if (!this.sources.isSettled) return undefined;
    return this.#isLacking ? {code: 'unreachable'} : this.sources.list[0]?.failure;
  }

  /** Makes the network anew: with the next task, for what comes meanwhile. */
  weave(): void {
    this.#host.requestUpdate();
    clearTimeout(this.#starting);
    const weaving = this.#host.bring('weaving');
    const parts = Promise.all([this.#host.bring(partOf(this.#host.view)), weaving]);
    const ready = Promise.race([parts, new Promise((later) => setTimeout(later, PATIENCE))]);
    this.#starting = setTimeout(() => {
      // The first view of few groups needs no other part.
      const {atlas, view} = this.#host;
      if (!atlas && view === 'map' && countOf(this.#documents) <= MANY) void this.#build(weaving);
      else void ready.then(() => this.#build(weaving));
    });
  }

  get #documents(): readonly SourceDocument[] {
    return [...this.#host.documents, ...this.sources.documents];
  }

  async #build(weaving: Promise<Parts['weaving'] | undefined>): Promise<void> {
    this.#running?.abort();
    const {signal} = (this.#running = new AbortController());
    const documents = this.#documents;
    let isTold = false;
    if (documents.length > 0 || this.readings.length > 0) {
      const isStrict = this.#host.trust === 'confirmed';
      if (!this.#host.atlas && this.#host.view === 'map') {
        const sketch = await settle<Sketch | void>(sketchSteps(documents, Date.now()), {pause, signal});
        if (!sketch) return;
        this.sketch = new Atlas(sketch, isStrict);
        this.#host.scene?.sync();
        this.#host.requestUpdate();
        isTold = this.sources.isSettled;
        if (isTold) this.#tell(documents);
        await drawn();
      }
      const part = await weaving;
      if (signal.aborted) return;
      this.#isLacking = !part;
      const network = await part?.weave(documents, signal);
      if (!network) return part ? undefined : this.#end(documents, isTold);
      const atlas = new Atlas(network, isStrict);
      // Of very many groups that alone takes as long as a frame has.
      if (this.sketch) await pause();
      if (signal.aborted) return;
      this.readings = documents;
      this.#host.woven(atlas);
    }
    this.sketch = undefined;
    this.#end(documents, isTold);
  }

  /** Shows what there is, and tells the page where it was not told already. */
  #end(documents: readonly SourceDocument[], isTold: boolean): void {
    this.#host.requestUpdate();
    if (this.sources.isSettled && !isTold) this.#tell(documents);
  }

  #tell(documents: readonly SourceDocument[]): void {
    const {list} = this.sources;
    for (const {failure} of list) if (failure) this.#report(failure.code, failure.detail ?? '');
    const dropped = list.flatMap(({loaded}) => loaded?.dropped ?? []);
    if (dropped.length > 0) this.#report('dropped', `${dropped.length} left out`, dropped);
    if (documents.length > 0) this.#host.dispatchEvent(new LoadEvent(countOf(documents)));
  }

  #report(code: string, message: string, detail: CtgErrorEvent['detail']['detail'] = []): void {
    const told = `${code} ${message}`;
    if (this.#told.has(told)) return;
    this.#told.add(told);
    this.#host.dispatchEvent(new CtgErrorEvent(code, message, detail));
    const {localName, debug} = this.#host;
    if (code !== 'dropped' || debug) console.warn(`<${localName}>`, code, message, ...detail);
  }
}

const countOf = (documents: readonly SourceDocument[]): number =>
  documents.reduce((sum, {groups}) => sum + groups.length, 0);

/** When what is to be drawn is on the screen; soon, on a page that is not on it. */
const drawn = (): Promise<unknown> =>
  Promise.race([
    new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))),
    new Promise((late) => setTimeout(late, PATIENCE)),
  ]);

/** Lets the page have its turn. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
