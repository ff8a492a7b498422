/** Where the form ends and the chunk begins that only people need who come back, or whose plans change. */
import type * as sending from '../../../ui/sending/controls.js';
import type {SignupScene} from '../signup-scene.js';
import type {Settled} from './phase.js';

/** A signup as that chunk knows it. */
export type Manageable = sending.Manageable<SignupScene, Settled>;

/** What of that chunk a signup calls. */
export type ManageChunk = sending.ManageChunk<Manageable, Settled>;
