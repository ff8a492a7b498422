/** Finds the pledge that a private link names. */
import {targetOf} from '../../../endpoint/target.js';
import {readManagedPledge} from '../../../protocol/read-pledge.js';
import {findBy, tokenIn} from '../../../ui/managing/private-link.js';
import type {Phase} from '../pledge/phase.js';
import type {PledgeHost} from '../pledge-host.js';
import {phaseOf} from './phase-of.js';

/**
 * Where the pledge stands that the page's address names; nothing when it names none of this widget. Only looks: mail
 * scanners open links, so whatever changes something needs a press.
 */
export async function findPledge(host: PledgeHost): Promise<Phase | undefined> {
  const {loaded, set, kept, place} = host;
  const scene = host.scene();
  const written = tokenIn(location.hash, 'pledge', place);
  if (written === undefined || !loaded || !scene) return undefined;
  const posted = set && targetOf(loaded, set, 'pledges')?.href;
  const found = await findBy(written, {loaded, posted, rel: 'manage-pledge'}, readManagedPledge);
  if ('notice' in found) return {is: 'over', text: scene.l.t(found.notice, {publisher: scene.publisher})};
  const {managed, manage} = found;
  const {receipt} = managed;
  const remembered = kept?.mine.get('pledge')?.id === receipt.id;
  return phaseOf(managed, {receipt, manage, remembered}, scene.l.t('pledge.back.already'));
}
