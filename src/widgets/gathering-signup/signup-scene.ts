import type {SendingScene} from '../../ui/sending/scene.js';
import type {Occasion} from './occasion.js';

/** What signing up needs of its widget. */
export interface SignupScene extends SendingScene {
  readonly all: readonly Occasion[];
  /** The gathering as the document has it now. */
  readonly occasion: Occasion;
  /** Opens another gathering. */
  readonly open: (id: string, sign: boolean) => void;
  /** Goes back to the list; `undefined` where there is none. */
  readonly back: (() => void) | undefined;
  /** Goes back to the list or to the gathering's details. */
  readonly leave: () => void;
}
