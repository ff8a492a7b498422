/** Looking at a message again: on a later visit, by a private link, or before it is changed. */
import {lookAt} from '../../endpoint/manage.js';
import type {Mine} from '../../outbox/entry.js';
import type {Outbox} from '../../outbox/outbox.js';
import type {Receipt} from '../../protocol/receipt.js';
import type {Manageable} from '../sending/controls.js';
import type {Act, Settled} from '../sending/phase.js';
import type {SendingScene} from '../sending/scene.js';
import {HEADING} from '../sending/sending.js';
import type {Answer, Reader} from './reader.js';

/** Statuses of an answer that say that there is nothing under this token any more. */
export const GONE: readonly number[] = [404, 410];

/**
 * Asks the endpoint for the message; the visitor is told when it can't be had, and may try again.
 *
 * @param again what "Try again" then does
 */
export async function ask<Known extends Settled, Managed extends Answer>(
  sent: Manageable<SendingScene, Known>,
  known: Known,
  again: Act,
  read: Reader<Managed>,
): Promise<Managed | undefined> {
  const {receipt, manage} = known;
  const looking = {is: 'looking'} as const;
  sent.become(looking);
  const outcome = manage === undefined ? undefined : await lookAt(manage, (json) => read(json, receipt.id));
  const {scene} = sent;
  if (sent.phase !== looking || !scene) return undefined;
  const {l, loaded, mine, desk} = scene;
  const publisher = loaded.document.publisher?.name;
  if (outcome?.kind === 'found') {
    if (mine?.id === receipt.id) await keepInStep(desk.outbox, mine, outcome.managed.receipt);
    return sent.phase === looking ? outcome.managed : undefined;
  }
  if (outcome?.kind === 'refused' && GONE.includes(outcome.status)) {
    await desk.outbox.forget(receipt.id);
    sent.become({is: 'over', text: l.t('manage.gone', {publisher})}, HEADING);
    return undefined;
  }
  const trouble = outcome && l.t('manage.unreachable', {publisher});
  sent.become({is: 'settled', settled: known, trouble, again}, HEADING);
  return undefined;
}

/**
 * Has the device remember what the endpoint says now, or the page would go on saying that somebody is in who is not.
 * Nothing is said before this is done: whoever has read it may close the page.
 */
export async function keepInStep(outbox: Outbox, mine: Mine, {status}: Receipt): Promise<void> {
  if (status === 'cancelled') await outbox.forget(mine.id);
  else if (status !== mine.status) await outbox.remember({...mine, status});
}
