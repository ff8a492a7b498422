/** What a network is: groups of many sites, none of which is its centre, and the ties between them. */
import type {Group} from '../protocol/group.js';
import type {Freshness} from './freshness.js';

/** A document as it was read. */
export interface SourceDocument {
  /** Its final URL. */
  readonly url: string;
  readonly publisher?: {readonly id?: string | undefined; readonly name: string} | undefined;
  /** When it was written, as it says itself. */
  readonly updated?: string | undefined;
  /** When it was read, in milliseconds since 1970. */
  readonly readAt: number;
  readonly groups: readonly Group[];
}

/** A group of the network: what its own site says of it, and what others say where that is silent. */
export interface NetworkGroup extends Omit<
  Group,
  'connections' | 'declines' | 'needs' | 'offers' | 'values'
> {
  /** Its place in `groups`. */
  readonly index: number;
  readonly needs: readonly string[];
  readonly offers: readonly string[];
  readonly values: readonly string[];
  /** Whether its own site spoke of it; all else is hearsay. */
  readonly own: boolean;
  /** Places in the list of sources of those that speak of it, its own first. */
  readonly sources: readonly number[];
  /** By field: the source that it was taken from. */
  readonly origins: Readonly<Record<string, number>>;
  readonly freshness: Freshness;
  /** Places in `ties`, declined ones included. */
  readonly ties: readonly number[];
}

/**
 * How sure a tie is, the surest first: both say so; one says so and the other, who has spoken, does not; the other has
 * not been heard; the other says no. Where a state is a number, it is its place here.
 */
export const TIE_STATES = ['confirmed', 'claimed', 'unchecked', 'declined'] as const;
/** One of them. */
export type TieState = (typeof TIE_STATES)[number];

/** A tie between two groups, in the direction of its kind. */
export interface Tie {
  readonly from: number;
  readonly to: number;
  /** `undefined` where nobody says what kind of tie it is. */
  readonly kind: string | undefined;
  readonly note?: string | undefined;
  readonly state: TieState;
  /** Who says so: `from` or `to`. Of a confirmed one whichever was met first. */
  readonly by: number;
  /** Who says no. */
  readonly decliner: number | undefined;
}

/** Something that was left out, and how often. */
export interface LeftOut {
  readonly reason: 'self-tie' | 'tie-to-nobody' | 'too-many-ties' | 'expired' | 'place';
  readonly count: number;
}

/** Is told of what is left out; `count` is 1 where nothing is said. */
export type LeaveOut = (reason: LeftOut['reason'], count?: number) => void;

/** Groups and ties, by number. */
export interface Network {
  readonly groups: readonly NetworkGroup[];
  readonly ties: readonly Tie[];
  readonly leftOut: readonly LeftOut[];
}
