import type {FormControls} from '../../../ui/form/form-controls.js';
import type {KeptControls} from '../../../ui/sending/controls.js';
import type {Act} from '../../../ui/sending/phase.js';
import type {Draft} from './draft.js';
import type {FewerChoice, Phase} from './phase.js';

/** What the views may read of a signup and what their buttons do. */
export interface Controls extends FormControls<Draft>, KeptControls {
  readonly phase: Phase;
  /** Chooses between all on the waiting list, some of us, and another date. */
  choose(choice: FewerChoice): void;
  /** Does what was chosen. */
  decide(): void;
  /** Has the chunk for people whose plans change do `act`. */
  manage(act: Act): Promise<void>;
}
