import type {Draft} from './draft.js';
import type {Act, FewerChoice, Phase} from './phase.js';

/** An answer to a question that is asked before something is gone: show the question, do it, leave it. */
export type Answer = 'ask' | 'yes' | 'no';

/** What a form may do, whether one signs up by it or changes a signup. */
export interface FormControls {
  /** What has been typed; the fields write into it. */
  readonly typed: Draft;
  /** Draws the form anew after something was typed. */
  edited(): void;
  /** Checks what was typed and sends it. */
  send(): Promise<void>;
}

/** What the views may read of a signup and what their buttons do. */
export interface Controls extends FormControls {
  readonly phase: Phase;
  /** Sends what waits, at once. */
  sendNow(): void;
  /** Deletes what waits. */
  discard(answer: Answer): Promise<void>;
  /** Takes what was refused back into the form. */
  takeBack(): Promise<void>;
  /** Chooses between all on the waiting list, some of us, and another date. */
  choose(choice: FewerChoice): void;
  /** Does what was chosen. */
  decide(): void;
  /** Has the chunk for people whose plans change do `act`. */
  manage(act: Act): Promise<void>;
}
