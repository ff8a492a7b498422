/** Finds the signup that a private link names. */
import {fail, ok, type Result} from '../../../base/result.js';
import type {Desk} from '../../../context/desk.js';
import type {Loaded} from '../../../endpoint/client.js';
import {manageHref} from '../../../endpoint/manage-href.js';
import type {Managed} from '../../../protocol/receipt.js';

/** A signup that was found, and where it can be changed. */
export interface Found {
  /** Id of the gathering. */
  readonly id: string;
  readonly managed: Managed;
  readonly manage: string | undefined;
  /** Whether this device will know it on the next visit. */
  readonly remembered: boolean;
}

/** Asks the endpoint for the signup of `token`; the failure is the key of its sentence. Changes nothing anywhere. */
export async function findSignup(
  desk: Desk,
  loaded: Loaded,
  token: string,
): Promise<Result<Found, 'private.gone' | 'manage.unreachable'>> {
  const manage = manageHref({token}, loaded, loaded.url);
  if (manage === undefined) return fail('private.gone');
  const outcome = await desk.readSignup(manage);
  if (outcome.kind === 'retry') return fail('manage.unreachable');
  if (outcome.kind !== 'found') return fail('private.gone');
  return ok({id: outcome.managed.signup.gathering, managed: outcome.managed, manage, remembered: false});
}
