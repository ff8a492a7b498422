/** A network with what its views are made of. */
import {type Network, TIE_STATES} from '../../network/network.js';
import type {Sketch, SketchedGroup} from '../../network/sketch.js';
import {Kinds} from './kinds.js';

/** What is never drawn: a tie that one end declines. States below it are. */
export const DECLINED = TIE_STATES.indexOf('declined');

/** Up to so many groups a glance costs next to nothing, and is seen before the picture is painted. */
export const MANY = 3_000;

/** Everything that all views need, made once of a network or of a sketch of it. O(n) in groups and ties. */
export class Atlas<Of extends Sketch = Network> {
  readonly network: Of;
  /** Whether only those ties are drawn that both ends say. */
  readonly isStrict: boolean;
  readonly kinds: Kinds;
  /** By tie: the place of its state in `TIE_STATES`. */
  readonly states: Uint8Array;
  /** By group: 1 where it is shown; all are without it. */
  mask: Uint8Array | undefined;
  /** How many groups are shown, and how many of those have a place. */
  count = 0;
  placed = 0;

  /** By group: 1 where it has a place. */
  readonly #places: Uint8Array;

  constructor(network: Of, isStrict: boolean) {
    const {groups, ties} = network;
    this.network = network;
    this.isStrict = isStrict;
    this.kinds = new Kinds(network);
    this.states = new Uint8Array(ties.length);
    ties.forEach(({state}, tie) => {
      const at = TIE_STATES.indexOf(state);
      this.states[tie] = isStrict && at > 0 ? DECLINED : at;
    });
    this.#places = new Uint8Array(groups.length);
    groups.forEach((group, index) => (this.#places[index] = +hasPlace(group)));
    this.filter(undefined);
  }

  /** Shows the groups of the mask alone. O(n). */
  filter(mask: Uint8Array | undefined): void {
    this.mask = mask;
    this.count = 0;
    this.placed = 0;
    for (let group = 0; group < this.#places.length; group++) {
      if (!this.shows(group)) continue;
      this.count += 1;
      this.placed += this.#places[group]!;
    }
  }

  /** Whether a group passes what is chosen. */
  shows(group: number): boolean {
    return this.mask?.[group] !== 0;
  }
}

/** Whether a group can be shown on a map. */
export const hasPlace = ({place}: SketchedGroup): boolean =>
  place?.lat !== undefined && place.lon !== undefined;
