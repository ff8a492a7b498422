import {render} from 'lit';

import type {ShownPledge} from '../../../protocol/pledge.js';
import {renderFlower} from '../../../ui/flower/flower-view.js';
import type {PledgeScene} from '../pledge-host.js';

/**
 * The small flowers of one wall: each kind is drawn once and copied from then on, because a wall has hundreds of them
 * and few that differ, and a copy has nothing that would have to be kept up to date.
 */
export class Flowers {
  readonly #kinds = new Map<string, Element>();
  readonly #drawn = new WeakMap<ShownPledge, Node>();

  /** The flower of one pledge. */
  of(entry: ShownPledge, values: NonNullable<PledgeScene['section']['values']>): Node {
    const drawn = this.#drawn.get(entry) ?? this.#kind(new Set(entry.values), values).cloneNode(true);
    this.#drawn.set(entry, drawn);
    return drawn;
  }

  #kind(chosen: ReadonlySet<string>, values: NonNullable<PledgeScene['section']['values']>): Element {
    const key = values.map(({id}) => Number(chosen.has(id))).join('');
    let kind = this.#kinds.get(key);
    if (!kind) {
      const place = document.createElement('div');
      render(renderFlower({values, chosen, size: 'small'}), place);
      kind = place.firstElementChild!;
      this.#kinds.set(key, kind);
    }
    return kind;
  }
}
