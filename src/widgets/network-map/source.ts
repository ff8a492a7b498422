import type {Loaded} from '../../endpoint/client.js';
import type {EndpointSet} from '../../endpoint/resolve.js';
import type {LoadFailure} from '../../protocol/outcome.js';

/** A document that the network is made of, and where its reading stands. */
export interface Source {
  /** Its address, as far as it could be made out. */
  readonly url: string;
  /** How it is asked, where it may be. */
  readonly set?: EndpointSet;
  /** What was read last, also where it could not be read anew. */
  readonly loaded?: Loaded;
  /** Whether `loaded` is a copy that this device has kept since an earlier visit. */
  readonly isCopy?: boolean;
  /** Why it could not be read; neither this nor `loaded` nor `unasked` while it is on its way. */
  readonly failure?: LoadFailure;
  /** Whether it is being read again after that failure. */
  readonly isAgain?: boolean;
  /** The host whose document names it, where the page does not. */
  readonly by?: string;
  /**
   * Why nothing of it is here: its address is not one that a stranger may have a page ask, or not one that this page
   * allows, there were enough by then, or it was asked and led to a document that is here already.
   */
  readonly unasked?: 'refused' | 'forbidden' | 'beyond' | 'same';
  /** How many of its groups were too many. */
  readonly cut?: number;
}
