/** What views may read of a message under way, and what their buttons do. */
import type {Act, Phase, Settled} from './phase.js';

/** An answer to a question that is asked before something is gone: show the question, do it, leave it. */
export type Answer = 'ask' | 'yes' | 'no';

/** What the note about a kept message may do. */
export interface KeptControls {
  /** Sends what waits, at once. */
  sendNow(): void;
  /** Deletes what waits. */
  discard(answer: Answer): Promise<void>;
  /** Takes what was refused back into the form. */
  takeBack(): Promise<void>;
}

/**
 * A message as the chunk knows it that only people need who come back, or whose plans change: where the form ends and
 * that chunk begins.
 */
export interface Manageable<Scene, Known extends Settled = Settled> {
  /** The scene as it is now. */
  readonly scene: Scene | undefined;
  readonly phase: {readonly is: string};
  /** Goes on to `phase`, and puts the focus on the first match of `focus`. */
  become(phase: Phase<Scene, Known>, focus?: string): void;
  /** Has that chunk do something else. */
  manage(act: Act): Promise<void>;
}

/** What of that chunk a message calls. */
export interface ManageChunk<Sent, Known extends Settled = Settled> {
  /** Does `act` with a message that stands as `settled` says, as far as this page knows. */
  manage(sent: Sent, act: Act, settled: Known): Promise<void>;
}
