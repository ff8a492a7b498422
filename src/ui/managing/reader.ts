import type {Receipt} from '../../protocol/receipt.js';

/** What an endpoint answers to someone who comes back: the receipt, and beside it the message as it has it now. */
export interface Answer {
  readonly receipt: Receipt;
}

/** Reads such an answer of one kind; without an `id`, as on another device, its two parts must name the same. */
export type Reader<Managed extends Answer> = (json: unknown, id?: string) => Managed | undefined;
