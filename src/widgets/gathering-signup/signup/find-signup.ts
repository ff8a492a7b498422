/** Finds the signup that a private link names. */
import type {Desk} from '../../../context/desk.js';
import {manageHref} from '../../../endpoint/manage-href.js';
import type {NavigationHost} from '../navigation-host.js';
import {Signup} from './signup.js';

/**
 * Asks the endpoint for the signup of `token` and shows it, or has `host` tell what became of it. Only looks:
 * mail scanners open links, so whatever changes something needs a press.
 */
export async function findSignup(
  host: NavigationHost,
  desk: Desk,
  token: string,
): Promise<{id: string; signup: Signup} | undefined> {
  const {loaded} = host;
  const manage = loaded && manageHref({token}, loaded, loaded.url);
  const outcome = manage ? await desk.readSignup(manage) : undefined;
  if (!outcome || outcome.kind !== 'found') {
    host.tell(outcome?.kind === 'retry' ? 'manage.unreachable' : 'private.gone');
    return undefined;
  }
  host.tell(undefined);
  const {managed} = outcome;
  const id = managed.signup.gathering;
  const found = {managed, manage, remembered: false};
  return {id, signup: new Signup(() => host.signupScene(id, desk), {found})};
}
