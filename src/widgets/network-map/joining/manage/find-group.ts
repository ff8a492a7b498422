/** Finds the group that a private link names. */
import {targetOf} from '../../../../endpoint/target.js';
import {readManagedGroup} from '../../../../protocol/read-group.js';
import type {DeskController} from '../../../../ui/desk-controller.js';
import {findBy, tokenIn} from '../../../../ui/managing/private-link.js';
import type {MapHost} from '../../map-host.js';
import {ownOf} from '../ground.js';
import type {Phase} from '../phase.js';
import {WORD} from '../words.js';
import {phaseOf} from './phase-of.js';

/**
 * Where the group stands that the page's address names; nothing when it names none of this map. Only looks: mail
 * scanners open links, so whatever changes something needs a press.
 */
export async function findGroup(host: MapHost, kept: DeskController): Promise<Phase | undefined> {
  const {set, words: l, place} = host;
  const written = tokenIn(location.hash, WORD, place);
  const {loaded} = ownOf(host);
  if (written === undefined) return undefined;
  const posted = set && targetOf(loaded, set, 'groups')?.href;
  const found = await findBy(written, {loaded, posted, rel: 'manage-group'}, readManagedGroup);
  const publisher = loaded.document.publisher?.name;
  if ('notice' in found) return {is: 'over', text: l.t(found.notice, {publisher})};
  const {managed, manage} = found;
  const {receipt} = managed;
  const remembered = [...kept.mine.values()].some(({id}) => id === receipt.id);
  return phaseOf(managed, {receipt, manage, remembered}, l.t('join.back.already'));
}
