import type * as sending from '../../../ui/sending/phase.js';
import type {SignupScene} from '../signup-scene.js';

/** A way out of "you need 4 places, 3 are left". */
export type FewerChoice = 'all' | 'some' | 'other';

/** Fewer places are left than the party needs; nothing is booked. */
export interface Fewer {
  readonly is: 'fewer';
  readonly places: number;
  readonly choice: FewerChoice;
}

/** What was delivered, as far as it is known here. */
export interface Settled extends sending.Settled {
  /** People in the party; unknown when the endpoint could not be asked. */
  readonly party?: number | undefined;
}

/** The endpoint has it. */
export type Confirmed = sending.Confirmed<SignupScene, Settled>;

/** Where one signup stands. */
export type Phase = sending.Phase<SignupScene, Settled> | Fewer;
