/** A network with what its views are made of. */
import {type Network, type NetworkGroup, TIE_STATES} from '../../network/network.js';
import {Kinds} from './kinds.js';

/** What is never drawn: a tie that one end declines. States below it are. */
export const DECLINED = TIE_STATES.indexOf('declined');

/** Everything that all views need, made once of a network. O(n) in groups and ties. */
export class Atlas {
  readonly network: Network;
  readonly kinds: Kinds;
  /** By tie: the place of its state in `TIE_STATES`. */
  readonly states: Uint8Array;
  /** By group: 1 where it is shown; all are without it. */
  mask: Uint8Array | undefined;
  /** How many groups are shown, and how many of those have a place. */
  count = 0;
  placed = 0;

  /** @param isStrict whether only those ties are drawn that both ends say */
  constructor(network: Network, isStrict: boolean) {
    this.network = network;
    this.kinds = new Kinds(network);
    this.states = Uint8Array.from(network.ties, ({state}) => {
      const at = TIE_STATES.indexOf(state);
      return isStrict && at > 0 ? DECLINED : at;
    });
    this.filter(undefined);
  }

  /** Shows the groups of the mask alone. O(n). */
  filter(mask: Uint8Array | undefined): void {
    this.mask = mask;
    this.count = 0;
    this.placed = 0;
    for (const group of this.network.groups) {
      if (!this.shows(group.index)) continue;
      this.count += 1;
      if (hasPlace(group)) this.placed += 1;
    }
  }

  /** Whether a group passes what is chosen. */
  shows(group: number): boolean {
    return this.mask?.[group] !== 0;
  }
}

/** Whether a group can be shown on a map. */
export const hasPlace = ({place}: NetworkGroup): boolean =>
  place?.lat !== undefined && place.lon !== undefined;
