import type {GroupMessage} from '../../../protocol/group-message.js';
import type {Field} from '../../../ui/form/field-view.js';
import type {FormControls} from '../../../ui/form/form-controls.js';
import type * as sending from '../../../ui/sending/controls.js';
import type {KeptControls} from '../../../ui/sending/controls.js';
import type {Act} from '../../../ui/sending/phase.js';
import type {Draft} from './draft.js';
import type {AddingScene, Phase, Settled} from './phase.js';

/** What every field of the form is given. */
export type Context = Pick<Field, 'problems' | 'l'>;

/** What a form may do, of a new group or of one that is changed. */
export interface GroupForm extends FormControls<Draft> {
  /** What the endpoint has, where that is changed. */
  readonly before?: GroupMessage;
}

/** What the views may read of a group under way, and what their buttons do. */
export interface Controls extends GroupForm, KeptControls {
  readonly phase: Phase;
  /** Has the chunk for people whose plans change do `act`. */
  manage(act: Act): Promise<void>;
  /** Makes a file of what was typed, in place of sending it. */
  makeFile(): void;
  /** Opens an empty form for another group. */
  another(): void;
}

/** A group as that chunk knows it: where the form ends and it begins. */
export type Manageable = sending.Manageable<AddingScene, Settled>;
