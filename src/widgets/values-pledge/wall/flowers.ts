import {render} from 'lit';

import type {ShownPledge} from '../../../protocol/pledge.js';
import {renderFlower} from '../../../ui/flower/flower-view.js';
import type {PledgeScene} from '../pledge-host.js';

type Values = NonNullable<PledgeScene['section']['values']>;

/**
 * The small flowers of one wall: drawn once and copied from then on, because a wall has hundreds of them and few that
 * differ, and a copy has nothing that would have to be kept up to date.
 */
export class Flowers {
  readonly #kinds = new Map<string, Element>();
  readonly #drawn = new Map<ShownPledge, Node>();

  /** The flower of one pledge. */
  of(entry: ShownPledge, values: Values): Node {
    const drawn = this.#drawn.get(entry) ?? this.#kind(new Set(entry.values), values).cloneNode(true);
    this.#drawn.set(entry, drawn);
    return drawn;
  }

  /** Lets go of all flowers but those of `entries`, which are shown: a pledge is kept for longer than its card. */
  keep(entries: readonly ShownPledge[]): void {
    const shown = new Set(entries);
    for (const entry of this.#drawn.keys()) if (!shown.has(entry)) this.#drawn.delete(entry);
  }

  #kind(chosen: ReadonlySet<string>, values: Values): Element {
    const isChosen = values.map(({id}) => chosen.has(id));
    const key = isChosen.map(Number).join('');
    let kind = this.#kinds.get(key);
    if (!kind) {
      const first = this.#kinds.values().next().value?.cloneNode(true) as Element | undefined;
      const petals = first?.querySelectorAll(':scope > .whole');
      // Of a flower only the ticks differ, and drawing it takes longer than all the rest of an entry. Bars have lengths.
      if (petals?.length === values.length)
        petals.forEach((petal, index) => petal.classList.toggle('chosen', isChosen[index]));
      kind = petals?.length === values.length ? first! : drawn(values, chosen);
      this.#kinds.set(key, kind);
    }
    return kind;
  }
}

function drawn(values: Values, chosen: ReadonlySet<string>): Element {
  const place = document.createElement('div');
  render(renderFlower({values, chosen, size: 'small'}), place);
  return place.firstElementChild!;
}
