import type {GatheringRow} from '../documents.js';
import type {Offers} from './choices.js';

/** What a plan is read with. */
export interface Reading {
  readonly offers: Offers;
  readonly now: number;
  /** The gathering that is changed, or was copied: what the form has no field for stays as it is there. */
  readonly before?: GatheringRow;
  /** Whether that very gathering is changed. */
  readonly edits: boolean;
}

/** Told where something is to be put right, as a JSON pointer, and what. */
export type Wrong = (pointer: string, detail: string) => void;
