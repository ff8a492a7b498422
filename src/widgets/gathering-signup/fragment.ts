/** What the fragment of the page's address says to our widgets; anything else in it is the page's own business. */

import {decode} from '../../ui/fragment.js';

/** The gathering that a shared link names. */
export function gatheringIn(hash: string): string | undefined {
  return decode(/^#ctg-gathering=(.+)$/.exec(hash)?.[1]);
}

/** Whether a fragment is a private link, to one of the widgets of the page. */
export function isPrivate(hash: string): boolean {
  return hash.startsWith('#ctg-signup-');
}
