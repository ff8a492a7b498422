import type {Loaded} from '../../../endpoint/loaded.js';
import type {EndpointSet} from '../../../endpoint/resolve.js';
import type {ShownPledge} from '../../../protocol/pledge.js';
import type {LaterHost, LaterView} from '../later-host.js';
import type {PledgeScene} from '../pledge-host.js';
import {Flowers} from './flowers.js';
import {fits, Pages, STEP, type Filter} from './pages.js';
import {renderWall, type WallState} from './wall-view.js';

/** What people say, a step at a time, and what the visitor has chosen to see of it. */
export class Wall implements LaterView, WallState {
  readonly flowers = new Flowers();
  filter: Filter = {};
  busy = false;
  failed = false;
  readonly #host: LaterHost;
  #from: readonly [EndpointSet, Loaded] | undefined;
  #pages: Pages | undefined;
  #count = STEP;
  /** Which of the readings under way counts: the last one. */
  #run = 0;

  constructor(host: LaterHost) {
    this.#host = host;
  }

  async prepare(set: EndpointSet, loaded: Loaded): Promise<void> {
    this.#from = [set, loaded];
    await this.#show(new Pages(set, loaded, this.filter), STEP);
  }

  render(scene: PledgeScene): unknown {
    return renderWall(scene, this, Date.now());
  }

  get entries(): readonly ShownPledge[] {
    return this.#fitting.slice(0, this.#count);
  }

  get shown(): Pages['shown'] {
    return this.#pages?.shown;
  }

  /** How many of what is chosen there are in all, where that is known. */
  get total(): number | undefined {
    const {shown, filter} = this;
    const {value, kind} = filter;
    if (!this.#pages?.more) return this.#fitting.length;
    if (value !== undefined) return kind === undefined ? shown?.byValue?.[value] : undefined;
    return kind === undefined ? shown?.all : shown?.[kind];
  }

  get rest(): number {
    const seen = this.entries.length;
    // What has been read already is shown first, without another request.
    const here = this.#fitting.length - seen;
    if (here > 0 || !this.#pages?.more) return Math.min(STEP, here);
    return Math.max(1, Math.min(STEP, (this.total ?? Infinity) - seen));
  }

  readonly choose = async (filter: Filter): Promise<void> => {
    this.filter = filter;
    const pages = this.#pages;
    if (!this.#from || !pages) return;
    const next = pages.chooses ? new Pages(...this.#from, filter) : pages;
    if (await this.#show(next, STEP)) this.#tell();
  };

  readonly more = async (): Promise<void> => {
    const pages = this.#pages;
    if (!pages || this.busy) return;
    const seen = this.entries.length;
    if (!(await this.#show(pages, seen + STEP, seen))) return;
    this.#tell();
    if (this.entries.length > seen) this.#host.changed(`[data-entry="${seen}"]`);
  };

  get #fitting(): readonly ShownPledge[] {
    return (this.#pages?.entries ?? []).filter((entry) => fits(this.filter, entry));
  }

  /** Reads until more than `seen` fit, then shows `count`; false where something else is wanted by now. */
  async #show(pages: Pages, count: number, seen = 0): Promise<boolean> {
    const run = ++this.#run;
    this.busy = true;
    this.#host.changed();
    const got = await pages.fill(this.filter, seen);
    if (run !== this.#run) return false;
    this.busy = false;
    this.failed = !got;
    // Where the first page can't be had, what was there stays.
    if (got || !this.#pages) this.#pages = pages;
    if (got) this.#count = count;
    this.flowers.keep(this.entries);
    this.#host.changed();
    return true;
  }

  #tell(): void {
    const scene = this.#host.scene();
    if (!scene || this.failed) return;
    const {l} = scene;
    const {entries, total} = this;
    this.#host.announce(
      entries.length === 0 ? l.t('wall.noMatch') : l.t('wall.shown', {shown: entries.length, n: total}),
    );
  }
}
