/** Finds the signup that a private link names. A file of its own: few people ever come by one. */
import {manageHref} from '../../../endpoint/manage-href.js';
import {targetOf} from '../../../endpoint/target.js';
import {decode} from '../fragment.js';
import type {Wayfinder} from '../navigation-host.js';
import {sceneOf} from '../signup/scene-of.js';
import {Signup} from '../signup/signup.js';

/**
 * Asks the endpoint for the signup that the page's address names and shows it, or tells what became of it. Only
 * looks: mail scanners open links, so whatever changes something needs a press.
 */
export async function findSignup(navigation: Wayfinder): Promise<{id: string; signup: Signup} | undefined> {
  const {host, number} = navigation;
  const {loaded, kept, set} = host;
  const token = tokenIn(location.hash, number);
  if (token === undefined || !loaded || !kept) return undefined;
  const posted = set && targetOf(loaded, set, 'signups', 'any')?.href;
  const manage = manageHref({token}, loaded, posted ?? loaded.url);
  const outcome = manage ? await kept.desk.readSignup(manage) : undefined;
  if (outcome?.kind !== 'found') {
    host.tell(outcome?.kind === 'retry' ? 'manage.unreachable' : 'private.gone');
    return undefined;
  }
  host.tell(undefined);
  const {managed} = outcome;
  const id = managed.signup.gathering;
  const found = {managed, manage, remembered: false};
  return {id, signup: new Signup(() => sceneOf(navigation, id), {found})};
}

/** The token of a private link, if it is meant for the `place`-th signup widget of the page, counted from 1. */
function tokenIn(hash: string, place: number): string | undefined {
  const [, n, token] = /^#ctg-signup-(\d+)=(.+)$/.exec(hash) ?? [];
  return Number(n) === place ? decode(token) : undefined;
}
