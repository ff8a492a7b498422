/** Goes to a page of the site's own after somebody has signed up. A file of its own: few sites have one. */
import {fetchableUrl} from '../../../base/safe-url.js';
import {scriptTag} from '../../../context/script-tag.js';
import type {SignupEvent} from '../gathering-signup.events.js';
import type {NavigationHost} from '../navigation-host.js';

/** How long the confirmation can be read, and heard, before its page goes, in milliseconds. */
const REST = 4_000;
/** What somebody does who has not finished with this page. */
const STAYING = ['pointerdown', 'keydown'] as const;

/**
 * Goes to the page that `redirect` names, once places are confirmed and the visitor has had time to read it.
 *
 * Never after anything less than a confirmation: who waits for the host, or whose signup waits on this device, has
 * to read what comes next, and here. Never while something would be lost with this page. And not for somebody who
 * begins to do something else, with the confirmation or elsewhere on the page.
 */
export function redirect(host: NavigationHost, {delivery, status}: SignupEvent['detail']): void {
  const url = destination(host.redirect);
  if (!url || delivery !== 'delivered' || status !== 'confirmed') return;
  const stop = new AbortController();
  for (const type of STAYING)
    addEventListener(type, () => stop.abort(), {signal: stop.signal, capture: true});
  setTimeout(() => {
    if (stop.signal.aborted || !host.isConnected || host.kept?.desk.outbox.unsaved) return;
    location.assign(url.href);
  }, REST);
}

/** Where to, if that is a web page that this page may lead to: `data-allow` of the script tag limits this too. */
function destination(written: string | undefined): URL | undefined {
  const url = fetchableUrl(written, document.baseURI);
  const {allow} = scriptTag();
  return url && (!allow || [location.origin, ...allow].includes(url.origin)) ? url : undefined;
}
