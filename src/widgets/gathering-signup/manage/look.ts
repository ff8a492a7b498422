/** Looking at a signup again: on a later visit, by a private link, or before it is changed. */
import {readSignup} from '../../../endpoint/manage.js';
import type {Localizer} from '../../../i18n/localizer.js';
import type {Mine} from '../../../outbox/entry.js';
import type {Outbox} from '../../../outbox/outbox.js';
import type {Managed, Receipt} from '../../../protocol/receipt.js';
import type {Manageable} from '../signup/manageable.js';
import type {Act, Phase, Settled} from '../signup/phase.js';
import {HEADING} from '../signup/signup.js';

/** Statuses of an answer that say that there is nothing under this token any more. */
export const GONE: readonly number[] = [404, 410];

/** Shows what the endpoint has now. */
export async function look(signup: Manageable, known: Settled): Promise<void> {
  const managed = await ask(signup, known, 'look');
  const {scene} = signup;
  if (managed && scene) signup.become(phaseOf(managed, known, scene.l), HEADING);
}

/**
 * Asks the endpoint for the signup; the visitor is told when it can't be had, and may try again.
 *
 * @param again what "Try again" then does
 */
export async function ask(signup: Manageable, known: Settled, again: Act): Promise<Managed | undefined> {
  const {receipt, manage} = known;
  const looking: Phase = {is: 'looking'};
  signup.become(looking);
  const outcome = manage === undefined ? undefined : await readSignup(manage, receipt.id);
  const {scene} = signup;
  if (signup.phase !== looking || !scene) return undefined;
  const {l, loaded, mine, desk} = scene;
  const publisher = loaded.document.publisher?.name;
  if (outcome?.kind === 'found') {
    if (mine?.id === receipt.id) await keepInStep(desk.outbox, mine, outcome.managed.receipt);
    return signup.phase === looking ? outcome.managed : undefined;
  }
  if (outcome?.kind === 'refused' && GONE.includes(outcome.status)) {
    await desk.outbox.forget(receipt.id);
    signup.become({is: 'over', text: l.t('manage.gone', {publisher})}, HEADING);
    return undefined;
  }
  const trouble = outcome && l.t('manage.unreachable', {publisher});
  signup.become({is: 'settled', settled: known, trouble, again}, HEADING);
  return undefined;
}

/** Where a signup stands that the endpoint has, as `managed` says. */
export function phaseOf(
  {receipt, signup: {name, email, adults, children}}: Managed,
  {manage, remembered}: Pick<Settled, 'manage' | 'remembered'>,
  l: Localizer,
): Phase {
  const party = adults + children;
  if (receipt.status === 'cancelled') return {is: 'over', text: l.t('giveup.already', {n: party})};
  return {is: 'settled', settled: {receipt, party, name, email, manage, remembered}};
}

/**
 * Has the device remember what the endpoint says now, or the list would go on saying that somebody is in who is not.
 * Nothing is said before this is done: whoever has read it may close the page.
 */
export async function keepInStep(outbox: Outbox, mine: Mine, {status}: Receipt): Promise<void> {
  if (status === 'cancelled') await outbox.forget(mine.id);
  else if (status !== mine.status) await outbox.remember({...mine, status});
}
