import type {Chosen} from '../../network/facets.js';
import type {MapHost} from './map-host.js';

/** Shows the groups that fit what is chosen, and counts what each chip would leave. */
export class Finding {
  /** What groups are chosen by. */
  chosen: Chosen = {};
  /** By mark: how many groups a press on its chip would leave. */
  counts: ArrayLike<number> = [];

  readonly #host: MapHost;
  /** Whether everything was shown before. */
  #wasAll = true;

  constructor(host: MapHost) {
    this.#host = host;
  }

  /** Chooses what the page's tag names, with spaces between several. */
  begin({sector, need, value}: Readonly<Record<'sector' | 'need' | 'value', string | undefined>>): void {
    const setOf = (text = ''): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));
    this.choose({...this.chosen, sector: setOf(sector), need: setOf(need), value: setOf(value)});
  }

  /** Shows the groups that fit alone. */
  choose(chosen: Chosen): void {
    this.chosen = chosen;
    this.#host.requestUpdate();
    void this.run();
  }

  /** Applies what is chosen to the network as it is now. */
  async run(): Promise<void> {
    const {chosen} = this;
    const host = this.#host;
    const {atlas} = host;
    if (!atlas) return;
    const isAll = !Object.values(chosen).some((one) => (typeof one === 'string' ? one.trim() : one?.size));
    const choosing = isAll ? host.later('choosing') : await host.bring('choosing');
    if (atlas !== host.atlas || chosen !== this.chosen) return;
    const found = choosing?.find();
    atlas.filter(isAll ? undefined : found?.mask);
    this.counts = atlas.kinds.tally(found?.counts.sector);
    host.scene?.sync();
    if (!isAll || !this.#wasAll)
      host.announce(host.words.t(atlas.count === 0 ? 'map.noMatch' : 'map.hint', {n: atlas.count}));
    this.#wasAll = isAll;
    host.changed();
  }
}
