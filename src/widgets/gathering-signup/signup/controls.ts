import type {Draft} from './draft.js';
import type {FewerChoice, Phase} from './phase.js';

/** An answer to a question that is asked before something is gone: show the question, do it, leave it. */
export type Answer = 'ask' | 'yes' | 'no';

/** What the views may read of a signup and what their buttons do. */
export interface Controls {
  readonly phase: Phase;
  /** What has been typed; the fields write into it. */
  readonly typed: Draft;
  /** Draws the form anew after something was typed. */
  edited(): void;
  /** Checks what was typed and sends it; `waitlist` asks for the waiting list instead of part of the party. */
  send(waitlist?: boolean): Promise<void>;
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
  /** Gives places up. */
  giveUp(answer: Answer): Promise<void>;
  /** Clears this device of the signup; places are kept. */
  forget(): Promise<void>;
  /** Looks for the signup again after the endpoint could not be reached. */
  lookAgain(): void;
}
