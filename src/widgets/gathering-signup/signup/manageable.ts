/** Where the form ends and the chunk begins that only people need who come back, or whose plans change. */
import type {SignupScene} from '../signup-scene.js';
import type {Act, Phase, Settled} from './phase.js';

/** A signup as that chunk knows it. */
export interface Manageable {
  /** The scene as it is now. */
  readonly scene: SignupScene | undefined;
  readonly phase: Phase;
  /** Goes on to `phase`, and puts the focus on the first match of `focus`. */
  become(phase: Phase, focus?: string): void;
  /** Has that chunk do something else. */
  manage(act: Act): Promise<void>;
}

/** What of that chunk a signup calls. */
export interface ManageChunk {
  /** Does `act` with a signup that stands as `settled` says, as far as this page knows. */
  manage(signup: Manageable, act: Act, settled: Settled): Promise<void>;
}
