import type {TemplateResult} from 'lit';

import type {Entry} from '../../outbox/entry.js';
import type {Problem} from '../../protocol/problem.js';
import type {Receipt} from '../../protocol/receipt.js';
import type {FieldProblem} from '../form/checks.js';

/** What the chunk for people whose plans change is asked to do: look for the message again, or what a button says. */
export type Act = 'look' | 'change' | 'giveUp' | 'device' | 'resend';

/** What was delivered, as far as it is known here: the receipt, and from the message what the confirmation names. */
export interface Settled {
  readonly receipt: Receipt;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  /** Where it can be changed and given up. */
  readonly manage?: string | undefined;
  /** Whether this device will know it on the next visit. */
  readonly remembered: boolean;
}

/** Where one message stands. A union, so that the view can't show two states at once. */
export type Phase<Scene, Known extends Settled = Settled> =
  | Filling
  | {readonly is: 'sending'; readonly long: boolean; readonly id: string}
  | Kept
  /** Looking for a message of an earlier visit, or for what has become of it elsewhere. */
  | {readonly is: 'looking'}
  | Confirmed<Scene, Known>
  /** Drawn by the chunk for people whose plans change. */
  | {readonly is: 'managed'; readonly render: (scene: Scene) => TemplateResult}
  /** Nothing is left to do: given up, forgotten, or gone at the endpoint. */
  | {readonly is: 'over'; readonly text: string};

/** The form is open; something in it has to be looked at again, or the endpoint did not take it. */
export interface Filling {
  readonly is: 'filling';
  readonly problems: readonly FieldProblem[];
  readonly refusal?: Problem | undefined;
}

/** Written down and not delivered: it waits, is unclear, was refused or came too late. */
export interface Kept {
  readonly is: 'kept';
  readonly entry: Entry;
  readonly saved: boolean;
  readonly asking: boolean;
}

/** The endpoint has it. */
export interface Confirmed<Scene, Known extends Settled = Settled> {
  readonly is: 'settled';
  readonly settled: Known;
  /** What has just become of it, as a sentence. */
  readonly news?: string | undefined;
  /** A sentence about what could not be done. */
  readonly trouble?: string | undefined;
  /** What to do on "Try again". */
  readonly again?: Act | undefined;
  /** Something is on its way. */
  readonly busy?: boolean | undefined;
  /** Draws what is for this device and others, once it was asked for. */
  readonly device?: ((scene: Scene) => TemplateResult) | undefined;
}
